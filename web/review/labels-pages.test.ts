import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { IncidentAnswer, IncidentHead } from '../../src/server/answers.ts'
import { quietClose, visit } from '../../src/testing/browser.ts'
import { serveExampleRecord } from '../../src/testing/example-server.ts'

let base: string
let incident: IncidentHead
beforeAll(async () => {
  base = (await serveExampleRecord()).url
  const { incidents } = await get<{ incidents: IncidentHead[] }>('incidents')
  incident = incidents.toSorted((a, b) => b.accounts - a.accounts)[0]
}, 240_000)

const get = async <Answer>(path: string): Promise<Answer> =>
  JSON.parse(await (await fetch(`${base}api/${path}`)).text())
/** The incident on the page; its id may change as accounts come and go. */
const shown = (page: Page) => get<IncidentAnswer>(`incidents/${new URL(page.url()).pathname.split('/').at(-1)}`)
const nameOf = ({ sha256, article, event }: IncidentAnswer['accountList'][number]) => `${sha256} ${article} ${event}`
/** All but the incident that the tests are on, as lists show them. */
const otherIncidents = async () =>
  (await get<{ incidents: IncidentHead[] }>('incidents')).incidents.filter(({ id }) => id !== incident.id)
const review = (page: Page) => page.getByRole('region', { name: 'Review' })
const bar = (page: Page) => page.getByRole('status').filter({ has: page.getByRole('button') })

test('a title and tags of one’s own stand on the page and in lists; without, the made title is back', async () => {
  const visitor = await visit(`${base}incidents/${incident.id}`)
  const { page } = visitor
  await review(page).getByRole('button', { name: 'Title and tags' }).click()
  const form = page.getByRole('form', { name: 'Title and tags' })
  expect(await form.getByLabel('Title').inputValue()).toBe(incident.title)
  await form.getByLabel('Title').fill('The silo at the river')
  await form.getByLabel('Tags, separated by semicolons').fill('silo; to verify')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'The silo at the river' }).waitFor()
  await expect.poll(async () => page.locator('header .tag').allInnerTexts()).toEqual(['silo', 'to verify'])
  await page.goto(`${base}incidents`)
  const row = page.locator('li', { hasText: 'The silo at the river' })
  expect(await row.locator('.tag').allInnerTexts()).toEqual(['silo', 'to verify'])

  await page.goto(`${base}incidents/${incident.id}`)
  await review(page).getByRole('button', { name: 'Title and tags' }).click()
  await form.getByLabel('Title').fill('')
  await form.getByLabel('Tags, separated by semicolons').fill('silo')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: incident.title, exact: true }).waitFor()
  await expect.poll(async () => page.locator('header .tag').allInnerTexts()).toEqual(['silo'])
  await quietClose(visitor)
})

test('a title is text, whatever it looks like', async () => {
  const visitor = await visit(`${base}incidents/${incident.id}`)
  const { page } = visitor
  const hostile = '<img src=x onerror=alert(1)>\u202egnp.exe'
  await review(page).getByRole('button', { name: 'Title and tags' }).click()
  const form = page.getByRole('form', { name: 'Title and tags' })
  await form.getByLabel('Title').fill(hostile)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => page.locator('h1').innerText()).toContain('<img src=x onerror=alert(1)>')
  expect(await page.locator('h1').innerText()).not.toContain('\u202e')
  expect(await page.locator('main img').count()).toBe(0)
  await bar(page).getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('heading', { name: incident.title, exact: true }).waitFor()
  await quietClose(visitor)
})

test('an account by hand joins the incident, opens as a document, and is taken back', async () => {
  const visitor = await visit(`${base}incidents/${incident.id}`)
  const { page } = visitor
  const { accountList: before } = await shown(page)
  const others = await otherIncidents()
  await review(page).getByRole('button', { name: 'Add an account' }).click()
  const form = page.getByRole('form', { name: 'Add an account' })
  await form.getByRole('button', { name: 'Save' }).click()
  expect(await page.getByRole('alert').innerText()).toBe('Write who says it, and what.')
  await form.getByLabel('Who says it').fill('Ada Quist, a nurse')
  await form.getByLabel('In their words').fill('There was no shelling on that night.')
  await form.getByLabel('They say that it did not happen').check()
  await form.getByLabel('Said on').fill('2016-06-29')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Added:').waitFor()
  const { accountList, questions } = await shown(page)
  expect(accountList.length).toBe(before.length + 1)
  expect(accountList.map(nameOf)).toEqual(expect.arrayContaining(before.map(nameOf)))
  expect(await otherIncidents()).toEqual(others)
  const at = accountList.findIndex(({ origin }) => origin.startsWith('Ada Quist'))
  expect(at).toBeGreaterThanOrEqual(0)
  const denial = questions.find(({ name }) => name === 'status')?.stands.find(({ denied }) => denied)
  expect(denial?.says.map(({ account }) => account)).toContain(at)
  const happened = page.locator('section', { has: page.getByRole('heading', { name: 'Did it happen?' }) })
  expect(await happened.innerText()).toContain('Ada Quist')
  await bar(page).getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Undone:').waitFor()
  expect((await shown(page)).accountList).toEqual(before)
  expect(await otherIncidents()).toEqual(others)
  await quietClose(visitor)
})

test('what may be the same event is suggested by place and means, and a button is one word in one line', async () => {
  for (const width of [1280, 390]) {
    const visitor = await visit(`${base}incidents/${incident.id}`, { width })
    const { page } = visitor
    await review(page).getByRole('button', { name: 'Merge with another' }).click()
    const { incidents } = await get<{ incidents: IncidentHead[] }>(`review/incidents?near=${incident.id}`)
    expect(incidents.filter(({ country }) => country !== null && country !== incident.country)).toEqual([])
    await review(page).getByRole('searchbox').fill('a')
    await page.keyboard.press('Enter')
    const merge = review(page)
      .getByRole('button', { name: /^Merge with / })
      .first()
    const box = await merge.boundingBox()
    expect(box?.height, String(width)).toBeLessThan(45)
    expect(box?.width).toBeGreaterThan(60)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    await quietClose(visitor)
  }
})

test('u without a decision says where decisions are', async () => {
  const visitor = await visit(`${base}incidents/${incident.id}`)
  const { page } = visitor
  await review(page).getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('Confirmed:').waitFor()
  await page.reload()
  await page.waitForSelector('h1')
  await page.keyboard.press('u')
  await page.getByText('Nothing to undo since this page was opened').waitFor()
  await bar(page).getByRole('link', { name: 'Review' }).click()
  await page.getByRole('heading', { name: 'Review', exact: true }).waitFor()
  expect(await page.getByText('Nothing to undo').count()).toBe(0)
  await quietClose(visitor)
})
