// Two people who are signed in: one proposes, the other approves; and each sees what the other did since they last looked.

import { beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../../src/record/people/password.ts'
import { addPerson } from '../../src/record/people/people.ts'
import { axeViolations } from '../../src/testing/axe.ts'
import { builtPages, quietClose, visit } from '../../src/testing/browser.ts'
import { serve } from '../../src/testing/served.ts'
import { TWO_INCIDENTS, TWO_REPORTS } from '../../src/testing/two-incidents.ts'

const NOON = '2024-05-01T12:00:00.000Z'
const PASSWORD = 'seven ripe medlars'
const [{ reading: WIRE }] = TWO_REPORTS
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
      ] as const)
        addPerson(record, name, { role, password, addedAt: NOON })
    },
  })
  base = url
}, 60_000)

async function signedIn(name: string, path = '', how = {}) {
  const visitor = await visit(base + path, how)
  const { page } = visitor
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name }).waitFor()
  return visitor
}

test('notes on a source and on a passage are written and shown where it is, and listed', async () => {
  const visitor = await signedIn('Vic Tamm', 'source?name=Mira+Vostrik')
  const { page } = visitor
  const notes = page.getByRole('region', { name: 'Notes and decisions' })
  await notes.getByRole('button', { name: 'Note', exact: true }).click()
  await notes.getByRole('textbox', { name: 'Note' }).fill('ask the police who she is')
  await notes.getByRole('button', { name: 'Save' }).click()
  await notes.locator('.words', { hasText: 'ask the police who she is' }).waitFor()
  expect(await axeViolations(page)).toEqual([])

  await page.goto(`${base}articles/${WIRE.document.sha256}/1`)
  await page.getByRole('button', { name: 'Note on a passage' }).click()
  await page.getByRole('textbox', { name: 'Passage' }).fill('Drivers at the port')
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('which port')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('which port').first().waitFor()
  await page.goto(`${base}review?only=notes`)
  const listed = page.getByRole('region', { name: /^Notes/ })
  await listed.getByText('which port').waitFor()
  expect(await listed.locator('li').count()).toBeGreaterThan(1)
  await listed.getByRole('link', { name: 'Drivers at the port' }).click()
  await page.waitForSelector('article .at')
  expect(await page.locator('article .at').first().innerText()).toContain('Drivers at the port')
  await quietClose(visitor)
}, 60_000)

test('the whole path: the setting, a proposal, a note on it, approval, an undo that is declined, and what each sees since', async () => {
  const ona = await signedIn('Ona Ruiz', 'review')
  const vic = await signedIn('Vic Tamm', 'review', { width: 380, dark: true })
  expect(await vic.page.getByRole('button', { name: 'Let a second person approve' }).count(), 'for owners').toBe(0)
  await ona.page.getByRole('button', { name: 'Let a second person approve' }).click()
  await ona.page.getByText('once somebody else approves it').waitFor()

  // Vic proposes on the article; the statement stays as it was.
  await vic.page.goto(`${base}articles/${WIRE.document.sha256}/1?mark=s1`)
  await vic.page.waitForSelector('main[aria-busy=false]')
  await vic.page.getByRole('button', { name: 'Reject' }).click()
  await vic.page.getByText('Proposed:').waitFor()
  await vic.page.getByText('Somebody else must approve it.').first().waitFor()
  expect(await vic.page.getByRole('button', { name: /^Approve/ }).count(), 'not one’s own').toBe(0)
  expect(await axeViolations(vic.page)).toEqual([])

  // Ona finds it on the review page, says something, and approves.
  await ona.page.reload()
  const list = ona.page.getByRole('region', { name: 'Waiting for review' })
  await list.getByText('the blast killed two people').first().waitFor()
  expect(await axeViolations(ona.page)).toEqual([])
  await list.getByRole('button', { name: /^Note on: reject / }).click()
  await list.getByRole('textbox', { name: 'Note' }).fill('she did not speak on Monday')
  await list.getByRole('button', { name: 'Save' }).click()
  await list.getByText('she did not speak on Monday').waitFor()
  await list.getByRole('button', { name: /^Approve: reject / }).click()
  const decided = ona.page.getByRole('region', { name: /^Decisions/ })
  await decided.getByText('Approved by Ona Ruiz').waitFor()
  expect(await decided.locator('.head b').first().innerText()).toBe('Vic Tamm')
  expect(await list.getByRole('button', { name: /^Approve/ }).count()).toBe(0)

  // Ona would undo it; Vic declines, and says why.
  await decided.getByRole('button', { name: /^Undo: Rejected/ }).click()
  await ona.page.getByText('Proposed:').waitFor()
  await vic.page.goto(`${base}review`)
  await vic.page.getByRole('button', { name: /^Decline: undo reject / }).click()
  await vic.page.getByLabel('Why not?').fill('the transcript is clear')
  await vic.page.getByRole('button', { name: 'Decline', exact: true }).click()
  await vic.page.getByText('Proposal closed:').waitFor()

  // What each sees since they last looked.
  await vic.page.goto(base)
  await vic.page.getByRole('link', { name: 'What changed since you last looked' }).click()
  await vic.page.getByRole('heading', { name: 'Since you last looked' }).waitFor()
  await vic.page.getByText('Approved by Ona Ruiz').first().waitFor()
  await vic.page.getByText('Declined by Vic Tamm').waitFor()
  await vic.page.getByText('the transcript is clear').waitFor()
  await vic.page.getByText('Decisions now need the approval of a second person, set by Ona Ruiz').waitFor()
  expect(await axeViolations(vic.page)).toEqual([])
  await vic.page.getByRole('button', { name: 'I have seen all this' }).click()
  await vic.page.getByText('Nothing was done to the record since.').waitFor()
  await ona.page.goto(`${base}since`)
  await ona.page.getByText('Declined by Vic Tamm').waitFor()
  expect(await axeViolations(ona.page)).toEqual([])
  await quietClose(vic)
  await quietClose(ona)
}, 120_000)
