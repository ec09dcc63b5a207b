import { afterAll, expect, test } from 'vitest'
import { closeRecord } from '../record/open.ts'
import { inventRecord } from '../testing/invented-record.ts'
import { TWO_REPORTS } from '../testing/two-incidents.ts'
import { articlesOf, listArticles } from './articles.ts'
import { EVENT_COLUMNS, eventRows } from './events.ts'

const record = inventRecord(3)
afterAll(() => closeRecord(record))

test('a row has what, who, where, when, how many and on whose word', () => {
  const [cited] = listArticles(record)
  const { text } = cited.reading.document
  const [row, ...others] = eventRows(cited)
  expect(others).toEqual([])
  const [, day, actor, , place, killed, source] =
    /^On (\S+) (.+) (\S+) (Town\d+), killing (\d+) people, (.+) said\.$/.exec(text) ?? []
  expect(row).toMatchObject({
    actor,
    actor_text: actor,
    recipient: null,
    place,
    place_precision: 'settlement',
    country: 'XX',
    date_start: day,
    date_end: day,
    date_value: day,
    date_basis: 'absolute',
    counts: `${killed}: killed`,
    killed_low: Number(killed),
    killed_high: Number(killed),
    injured_low: null,
    statement: 'a1.s1',
    source,
    stance: 'asserts',
    confidence: 0.9,
    passage: text,
  })
  expect(text.slice(Number(row.trigger_start), Number(row.trigger_end))).toBe(row.trigger)
  expect(Object.keys(row).filter((name) => !EVENT_COLUMNS.includes(name))).toEqual([])
})

test('in the voice of the reporter there is no source, and nobody is called unnamed', () => {
  const rows = TWO_REPORTS.flatMap(({ reading }) => [...articlesOf(reading)].flatMap((cited) => [...eventRows(cited)]))
  expect(rows.map(({ trigger, source, named }) => [trigger, source, named])).toEqual([
    ['blast killed', 'Mira Vostrik', true],
    ['strike', null, null],
    ['blast', 'A source', false],
    ['killed', null, null],
  ])
})

test('a passage is the paragraph that the event stands in', () => {
  const [, radio] = TWO_REPORTS
  const [cited] = articlesOf(radio.reading)
  const [row] = eventRows(cited)
  expect(row.passage).toBe(
    'A source denied that there was a blast. Radio Meridian was told that the fire killed four people on Monday.',
  )
  expect(radio.reading.document.text.slice(Number(row.start), Number(row.end))).toBe(row.passage)
})

test('a text that is one paragraph from end to end is not given whole with every event in it', () => {
  const [wire] = TWO_REPORTS
  const text = wire.reading.document.text.replace(/\s/g, ' ') + ' and so on'.repeat(10_000)
  const [article] = wire.reading.articles
  const blocks = [{ kind: 'paragraph' as const, span: [0, text.length] as [number, number] }]
  const long = {
    ...wire.reading,
    document: { ...wire.reading.document, text },
    articles: [{ ...article, blocks }],
  }
  for (const cited of articlesOf(long))
    for (const { passage, trigger } of eventRows(cited)) {
      expect(passage).toContain(trigger)
      expect(String(passage).length).toBeLessThan(1300)
    }
})
