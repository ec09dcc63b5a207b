import { beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../../src/record/people/password.ts'
import { addPerson } from '../../src/record/people/people.ts'
import { axeViolations } from '../../src/testing/axe.ts'
import { builtPages, quietClose, visit } from '../../src/testing/browser.ts'
import { serve } from '../../src/testing/served.ts'
import { TWO_INCIDENTS, TWO_REPORTS } from '../../src/testing/two-incidents.ts'

const NOON = '2024-05-01T12:00:00.000Z'
const PASSWORD = 'seven ripe medlars'
let base: string

beforeAll(async () => {
  const password = await hashPassword(PASSWORD)
  const { url } = await serve(TWO_REPORTS, {
    host: '127.0.0.1',
    pages: builtPages(),
    incidents: TWO_INCIDENTS,
    opened(record) {
      for (const [name, role] of [
        ['Ona Ruiz', 'owner'],
        ['Vic Tamm', 'reviewer'],
        ['Rea Holm', 'reader'],
      ] as const)
        addPerson(record, name, { role, password, addedAt: NOON })
    },
  })
  base = url
}, 60_000)

async function signedIn(name: string, path = '') {
  const visitor = await visit(base + path)
  const { page } = visitor
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name }).waitFor()
  return visitor
}

test.each([
  { width: 1280, dark: false },
  { width: 380, dark: true },
])(
  'whoever comes signs in, and then sees the page that was asked for: %o',
  async (how) => {
    const visitor = await visit(`${base}incidents/i-1`, how)
    const { page } = visitor
    expect(await page.locator('h1').innerText()).toBe('Sign in')
    expect(await page.title()).toBe('Sign in · Hearsay')
    expect(await page.getByRole('navigation').count(), 'nothing of the record').toBe(0)
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.type('vic tamm') // the first field has the focus
    await page.keyboard.press('Tab')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Is this one event?' }).waitFor()
    expect(await page.getByRole('link', { name: 'Vic Tamm' }).isVisible()).toBe(true)
    expect(new URL(page.url()).pathname).toBe('/incidents/i-1')
    expect(await page.evaluate('document.cookie'), 'out of reach for scripts').toBe('')
    await page.reload()
    await page.getByRole('heading', { name: 'Is this one event?' }).waitFor()
    await page.getByRole('link', { name: 'Vic Tamm' }).click()
    await page.getByRole('heading', { name: 'Your password' }).waitFor()
    expect(await page.getByRole('heading', { name: 'People' }).count(), 'for owners').toBe(0)
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await quietClose(visitor)
  },
  60_000,
)

test('a wrong password is told in a sentence, and the name stays', async () => {
  const { page } = await visit(base)
  await page.getByLabel('Name').fill('Vic Tamm')
  await page.getByLabel('Password').fill('not this one at all')
  await page.getByRole('button', { name: 'Sign in' }).click()
  expect(await page.getByRole('alert').innerText()).toBe('the name or the password is wrong')
  expect(await page.getByLabel('Name').inputValue()).toBe('Vic Tamm')
  expect(await page.getByLabel('Password').inputValue()).toBe('')
  expect(await axeViolations(page)).toEqual([])
  await page.context().close()
}, 60_000)

test('a reader sees everything and is offered no decision', async () => {
  const visitor = await signedIn('Rea Holm')
  const { page } = visitor
  expect(await page.getByRole('navigation').innerText()).not.toContain('Add')
  for (const path of [
    'incidents/i-1',
    `articles/${TWO_REPORTS[0].reading.document.sha256}/1`,
    'source?name=Mira+Vostrik',
    'review',
  ]) {
    await page.goto(base + path)
    await page.locator('h1').waitFor()
    await page.waitForSelector('main[aria-busy=false]')
    for (const name of [
      'Confirm',
      'Merge with another',
      'Add a statement',
      'Undo',
      'Save',
      'Same as another',
      /^Set outlet/,
    ])
      expect(await page.getByRole('button', { name, exact: typeof name === 'string' }).count(), `${path} ${name}`).toBe(
        0,
      )
  }
  await quietClose(visitor)
}, 60_000)

test('a decision goes into the log under the name of whoever is signed in, and the page says so before', async () => {
  const visitor = await signedIn('Vic Tamm', 'incidents/i-1')
  const { page } = visitor
  await page.getByRole('button', { name: 'Note' }).click()
  expect(await page.getByText('under your name, Vic Tamm').count()).toBe(1)
  await page.getByRole('textbox', { name: /note/i }).fill('ask the depot')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Noted:').waitFor()
  await page.goto(`${base}review`)
  expect(await page.locator('.head b').first().innerText()).toBe('Vic Tamm')
  await quietClose(visitor)
}, 60_000)

test('an owner adds a person, who signs in, changes the password, and is removed', async () => {
  const owner = await signedIn('Ona Ruiz', 'people')
  const { page } = owner
  const form = page.getByRole('form', { name: 'Add a person' })
  await form.getByLabel(/^Name/).fill('Ida Lund')
  await form.getByLabel('Role').selectOption('reader')
  await form.getByLabel('First password').fill(PASSWORD)
  await form.getByRole('button', { name: 'Add' }).click()
  await page.getByText('Ida Lund can sign in.').waitFor()
  expect(await axeViolations(page)).toEqual([])
  const visitor = await signedIn('Ida Lund', 'people')
  const own = visitor.page.getByRole('form', { name: 'Your password' })
  await own.getByLabel('Old password').fill(PASSWORD)
  await own.getByLabel('New password').fill('nine ripe medlars')
  await own.getByRole('button', { name: 'Change it' }).click()
  await visitor.page.getByText('signed out everywhere else').last().waitFor()
  await page.getByLabel('Role of Ida Lund').selectOption('reviewer')
  await page.getByText('Ida Lund is now reviewer.').waitFor()
  await page.getByRole('button', { name: 'Remove Ida Lund' }).click()
  await page.getByText('Ida Lund can no longer sign in.').waitFor()
  await visitor.page.goto(base)
  await visitor.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await visitor.page.context().close()
  await quietClose(owner)
}, 60_000)
