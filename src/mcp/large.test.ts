// An assistant over a record of 20,000 invented reports: every answer within 300 ms, the first one too. Where the system tells, the server's
// processor time counts, because other programs share the machine.

import { beforeAll, expect, test } from 'vitest'
import { closeRecord } from '../record/open.ts'
import { type Answer, type Assistant, assistantOver } from '../testing/assistant.ts'
import { inventRecord } from '../testing/invented-record.ts'

const REPORTS = 20_000
const MAX_MS = 300
const TRIES = 3

let assistant: Assistant
let incident: string
let passage: Answer
beforeAll(async () => {
  const record = inventRecord(REPORTS)
  closeRecord(record)
  assistant = await assistantOver(record.path)
  const first = (await assistant.ask('search_statements')).statements[0]
  passage = first.passage
  incident = (await assistant.ask('list_disputes')).incidents[0].incident
}, 900_000)

const ASKED: [tool: string, why: string, asked: () => Record<string, unknown>][] = [
  ['search_statements', 'the last ones', () => ({})],
  ['search_statements', 'words that stand in all of them', () => ({ words: 'killing people' })],
  ['search_statements', 'words that stand in few', () => ({ words: 'Town77 shelled' })],
  ['search_statements', 'by source, outlet and date', () => ({ source: 'mayor', outlet: 'Outlet 7', since: '2016' })],
  ['search_statements', 'a source that nobody cites', () => ({ source: 'nobody at all' })],
  ['search_incidents', 'the latest', () => ({})],
  ['search_incidents', 'words that stand in all of them', () => ({ words: 'killing people' })],
  ['search_incidents', 'words that stand in few', () => ({ words: 'army shelled Town77' })],
  ['search_incidents', 'a word that stands nowhere', () => ({ words: 'zeppelin' })],
  ['search_incidents', 'inside a country', () => ({ place: 'Kosovo' })],
  ['search_incidents', 'by much', () => ({ origin: 'mayor', disputed: true, since: '2016-06', until: '2016-07' })],
  ['open_incident', 'the claims of one', () => ({ incident })],
  ['open_source', 'a source that is cited in thousands', () => ({ source: 'the mayor' })],
  ['open_source', 'part of a name', () => ({ source: 'may' })],
  ['open_passage', 'a passage', () => ({ sha256: passage.sha256, start: passage.start, end: passage.end })],
  ['list_disputes', 'what is disputed', () => ({ limit: 50 })],
  ['list_review', 'what waits', () => ({})],
  ['list_review', 'the most in one answer', () => ({ limit: 50 })],
  ['list_proposals', 'what waits for approval', () => ({})],
  ['list_collections', 'what reports are filed under', () => ({})],
]

test.each(ASKED)('%s answers in time (%s)', { timeout: 60_000 }, async (tool, _, asked) => {
  const times: number[] = []
  for (let tries = 0; tries < TRIES; tries++) {
    const before = assistant.spent()
    const answer = await assistant.ask(tool, asked())
    times.push(assistant.spent() - before)
    expect(JSON.stringify(answer).length).toBeLessThan(60_000)
  }
  expect(Math.max(...times)).toBeLessThan(MAX_MS)
})

test('no cursor skips or repeats an incident', { timeout: 120_000 }, async () => {
  const all: string[] = []
  let cursor: string | null = null
  for (let page = 0; page < 8; page++) {
    const more: Record<string, unknown> = cursor === null ? {} : { cursor }
    const answer = await assistant.ask('search_incidents', { type: 'PROTEST', limit: 25, ...more })
    all.push(...answer.incidents.map((each: Answer) => each.incident))
    cursor = answer.next_cursor
  }
  expect([all.length, new Set(all).size]).toEqual([200, 200])
})
