import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { type OpenRecord, openRecord } from '../record/open.ts'
import { writeDocument } from '../record/write.ts'
import { withdrawDecision, writeDecision } from '../record/write-decision.ts'
import type { Decision } from '../review/decision.ts'
import { eventWords } from '../review/events.ts'
import { placeWords } from '../review/places.ts'
import { quoteOf } from '../review/quote.ts'
import { statementWords } from '../review/statements.ts'
import { timeWords } from '../review/times.ts'
import { scratchFolder } from '../testing/hearsay.ts'
import { REVIEWED_TEXT, reviewedReading } from '../testing/reviewed-reading.ts'
import type { Span } from '../types.ts'
import { type Corrections, exportCorrections } from './corrections.ts'
import { exportDecisions } from './decisions.ts'

const BEFORE = 'Menu\n\n'
const READING = reviewedReading({ before: BEFORE })
const { text, sha256: document } = READING.document
const [article] = READING.articles
const ADA = { who: 'Ada', at: '2024-05-01T12:00:00.000Z' }
const BO = { ...ADA, who: 'Bo' }

let record: OpenRecord
beforeEach(() => {
  record = openRecord(join(scratchFolder(), 'hearsay.db'), 'create')
  writeDocument(record, { bytes: new TextEncoder().encode(text), origin: 'qarn.txt' }, READING, ADA.at)
})

const said = article.statements.map((one) => statementWords(text, one))
const write = (decision: object, by = ADA) => writeDecision(record, { document, ...decision } as Decision, by)
const lines = (what: Corrections) => [...exportCorrections(record, what)].map((line) => JSON.parse(line))
const station: Span = [text.indexOf('the station'), text.indexOf('the station') + 11]

test('statements come as PolNeAR has them: what people settled is gold, what nobody looked at is discarded, what they rejected is absent', () => {
  write({ kind: 'statement', before: said[0], after: said[0] })
  const source = { words: [quoteOf(text, station)], kind: 'outlet', named: true }
  write({ kind: 'statement', before: said[1], after: { ...said[1], source } }, BO)
  write({ kind: 'statement', before: said[2], after: null })
  const [one, ...more] = lines('statements')
  expect(more).toEqual([])
  expect(Object.keys(one)).toEqual(['id', 'publisher', 'date', 'title', 'annotator', 'text', 'attributions', 'discard'])
  expect(one).toMatchObject({
    id: `${document}-1`,
    publisher: 'Qarn Courier',
    date: '2024-04-30',
    title: 'Bridge closed after blast at Qarn',
    annotator: 'Ada, Bo',
    text: REVIEWED_TEXT,
  })
  const surfaces = (spans: Span[]) => spans.map((span) => one.text.slice(...span))
  expect(
    one.attributions.map(({ source, cue, content }: Record<string, Span[]>) => [source, cue, content].map(surfaces)),
  ).toEqual([
    [['Ada Quist'], ['said'], ['that a blast had closed the bridge near Qarn']],
    [['the station'], ['told'], ['that two trucks burned']],
  ])
  expect(surfaces(one.discard)).toEqual(['Police', 'said', 'that a blast had closed the school'])
})

test('an article in which people only rejected says that nothing is there', () => {
  write({ kind: 'statement', before: said[3], after: null })
  expect(lines('statements')).toMatchObject([{ attributions: [] }])
  expect(lines('statements')[0].discard.length).toBeGreaterThan(3)
})

test('places, times and events come as their corpora have them; offsets give the surface', () => {
  const place = placeWords(text, article.entities[2])
  write({
    kind: 'place',
    before: place,
    after: { ...place, place: { lat: 5, lon: 6, geonameId: 9, country: 'XB', precision: 'settlement', confidence: 1 } },
  })
  const [places] = lines('places')
  expect(Object.keys(places)).toEqual(['id', 'title', 'url', 'date', 'annotator', 'text', 'places', 'discard'])
  const [start, again] = [REVIEWED_TEXT.indexOf('Qarn'), REVIEWED_TEXT.lastIndexOf('Qarn')]
  expect(places.places).toEqual([
    { start, end: start + 4, name: 'Qarn', lat: 5, lon: 6, geonameId: 9, countryCode: 'XB' },
    { start: again, end: again + 4, name: 'Qarn', lat: 5, lon: 6, geonameId: 9, countryCode: 'XB' },
  ])
  for (const { start, end, name } of places.places) expect(places.text.slice(start, end)).toBe(name)

  const time = timeWords(text, article.times[0])
  write({ kind: 'time', before: time, after: { ...time, value: '2024-04', start: '2024-04-01', end: '2024-04-30' } })
  const [times] = lines('times')
  expect(Object.keys(times)).toEqual(['id', 'genre', 'created', 'annotator', 'text', 'times', 'discard'])
  const monday = REVIEWED_TEXT.indexOf('Monday')
  expect(times.times).toEqual([{ start: monday, end: monday + 6, surface: 'Monday', when: '2024-04' }])

  const event = eventWords(text, article, article.events[0])
  write({ kind: 'event', before: event, after: { ...event, mode: 'fire' } })
  write({ kind: 'event', before: eventWords(text, article, article.events[1]), after: null })
  const [told, ...more] = lines('events')
  expect(more).toEqual([])
  expect(told).toMatchObject({
    text: 'Ada Quist, the mayor, said on Monday that a blast had closed the bridge near Qarn.',
    event: 'ASSAULT',
    eventCurrent: 'ASSAULT',
    mode: ['fire'],
    source: [],
    target: [{ text: 'the bridge' }],
    eventText: 'blast',
    eventLocation: 'Qarn',
    date: '2024-04-30',
  })
  const words = Object.fromEntries(
    Object.entries<Span[]>(told.spans).map(([role, spans]) => [role, spans.map((span) => told.text.slice(...span))]),
  )
  expect(words).toEqual({ target: ['the bridge'], event: ['blast'], location: ['Qarn'] })
})

test('how values of times are put', () => {
  const time = timeWords(text, article.times[0])
  const put = (after: object) => {
    const number = write({ kind: 'time', before: time, after: { ...time, ...after } })
    const [{ times }] = lines('times')
    withdrawDecision(record, number, ADA)
    const { start, end, surface, ...value } = times[0]
    return value
  }
  const week = { value: '2024-W18', start: '2024-04-29', end: '2024-05-05' }
  const rows: [after: object, expected: object][] = [
    [{ value: '2024-04-29' }, { when: '2024-04-29' }],
    [{ value: '2024' }, { when: '2024' }],
    [week, { from: week.start, to: week.end }],
    [{ value: 'XXXX-09-29', start: undefined, end: undefined }, { when: '--09-29' }],
    [{ value: '2024-04-29T17:19' }, { clock: true, when: '17:19:00' }],
    [{ value: 'PRESENT_REF', start: undefined, end: undefined }, {}],
  ]
  for (const [after, expected] of rows) expect(put(after)).toEqual(expected)
})

test('nothing decided, or all of it taken back: nothing written', () => {
  const number = write({ kind: 'statement', before: said[0], after: said[0] })
  withdrawDecision(record, number, BO)
  expect(lines('statements')).toEqual([])
  expect(lines('events')).toEqual([])
})

test('decisions are listed with what was before and after, the last first; a formula is no formula', () => {
  write({ kind: 'statement', before: said[1], after: { ...said[1], stance: 'doubts' } })
  const at = [{ document, quote: quoteOf(text, station) }]
  const number = write({ kind: 'note', on: 'statement', at, before: null, after: '=HYPERLINK("http://x")' })
  const [head, note, corrected] = [...exportDecisions(record, 'csv', -1)]
  expect(head).toContain('number,at,who,verdict,on,subject,before,after,withdrawn_by,withdrawn_at')
  expect(note).toContain(`"'=HYPERLINK`)
  expect(corrected).toContain('correct,statement,that two trucks burned,Stance: asserts,Stance: doubts,,')
  const [last] = [...exportDecisions(record, 'ndjson', 1)].map((line) => JSON.parse(line))
  expect(last).toMatchObject({ number, who: 'Ada', decision: { kind: 'note' }, withdrawn: null })
})
