import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { REVIEWED_TEXT, reviewedReading } from '../testing/reviewed-reading.ts'
import type { Article, Reading, Span } from '../types.ts'
import { decide } from './decide.ts'
import { type OnDocument, type OnStatement, verdictOf } from './decision.ts'
import { eventWords } from './events.ts'
import { placeWords } from './places.ts'
import { quoteOf } from './quote.ts'
import { statementWords } from './statements.ts'
import { timeWords } from './times.ts'

const OLD = reviewedReading()
const [article] = OLD.articles
const text = OLD.document.text
const sha = OLD.document.sha256

const statement = (id: string) => {
  const found = article.statements.find((one) => one.id === `a1.${id}`)
  if (!found) throw new Error(id)
  return statementWords(text, found)
}
const event = (at: number) => eventWords(text, article, article.events[at])
const quote = (words: string) => quoteOf(text, [text.indexOf(words), text.indexOf(words) + words.length])
const on = <Kind extends OnDocument['kind']>(kind: Kind, before: unknown, after: unknown) =>
  ({ kind, document: sha, before, after }) as OnDocument

const decided = (reading: Reading, ...decisions: OnDocument[]) =>
  decide(
    reading,
    decisions.map((decision, at) => ({ number: at + 5, decision })),
  )
const said = ({ articles }: Reading) =>
  articles[0].statements.map(({ source, cue, content, stance, decided }) => {
    const words = (spans: Span[] | undefined) => (spans ?? []).map((span) => text.slice(...span)).join(' ')
    return [words(source?.spans), words(cue), words(content), stance, decided].join(' | ')
  })

const CONFIRMED = on('statement', statement('s1'), statement('s1'))
const CORRECTED = on('statement', statement('s2'), {
  ...statement('s2'),
  source: { words: [quote('the station')], kind: 'outlet', named: true },
  stance: 'doubts',
})
const REJECTED = on('statement', statement('s3'), null)
const ADDED = on('statement', null, {
  source: null,
  cue: [],
  content: [quote('Bridge closed after blast at Qarn')],
  manner: 'indirect',
  stance: 'asserts',
})
const ALL = [CONFIRMED, CORRECTED, REJECTED, ADDED]

test('nothing decided, nothing changed', () => {
  expect(decide(OLD, [])).toEqual({ reading: OLD, lost: [] })
})

test('statements are confirmed, corrected, rejected and added; the reader’s own reading stays as it is', () => {
  const { reading, lost } = decided(OLD, ...ALL)
  expect(lost).toEqual([])
  expect(said(reading)).toEqual([
    'Ada Quist | said | that a blast had closed the bridge near Qarn | asserts | confirmed',
    'the station | told | that two trucks burned | doubts | corrected',
    'Police | said | that a blast had closed the school | asserts | ',
    ' |  | Bridge closed after blast at Qarn | asserts | added',
  ])
  expect(reading.decisions).toBe(4)
  expect(reading.articles[0].statements.map(({ id }) => id)).toEqual(['a1.s1', 'a1.s2', 'a1.s4', 'd8'])
  expect(reading.articles[0].statements[0].source?.entity).toBe('a1.e1')
  expect(reading.articles[0].statements[1].source?.entity).toBeUndefined()
  expect(OLD).toEqual(reviewedReading())
})

const NEWER: [what: string, newer: Parameters<typeof reviewedReading>[0]][] = [
  ['other ids', { prefix: 'a7.' }],
  ['other text before it', { before: 'Menu said Qarn Monday blast\n\n' }],
  ['nothing found', { change: (article) => ({ ...article, statements: [], events: [], times: [], entities: [] }) }],
  [
    'other spans',
    {
      change: (article) => ({
        ...article,
        statements: article.statements.map((one) => ({
          ...one,
          content: one.content.map(([start, end]): Span => [start + 5, end]),
        })),
      }),
    },
  ],
  [
    'the article cut in two elsewhere',
    { change: (article) => ({ ...article, span: [article.span[0], article.span[1] - 1] }) },
  ],
]

test.each(NEWER)('what was decided stays so when a newer reader has %s', (_, newer) => {
  const anew = reviewedReading(newer)
  const { reading, lost } = decided(anew, ...ALL)
  expect(lost).toEqual([])
  const shown = reading.articles[0].statements.filter((one) => one.decided)
  const words = (spans: Span[] | undefined) => (spans ?? []).map((span) => anew.document.text.slice(...span)).join(' ')
  expect(
    shown.map(({ source, content, stance, decided }) => [words(source?.spans), words(content), stance, decided]),
  ).toEqual([
    ['Ada Quist', 'that a blast had closed the bridge near Qarn', 'asserts', 'confirmed'],
    ['the station', 'that two trucks burned', 'doubts', 'corrected'],
    ['', 'Bridge closed after blast at Qarn', 'asserts', 'added'],
  ])
  expect(reading.articles[0].statements.some(({ stance }) => stance === 'denies')).toBe(false)
  const ids = [...reading.articles[0].statements, ...reading.articles[0].entities].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a text that no longer has the words: the decision changes nothing, and is named', () => {
  const other = reviewedReading()
  const gone = {
    ...other,
    document: { ...other.document, text: text.replace('two trucks burned', 'a truck was burnt') },
  }
  const { lost, reading } = decided(gone, CONFIRMED, CORRECTED)
  expect(lost).toEqual([6])
  expect(reading.decisions).toBe(1)
})

test('the later decision holds; what is withdrawn is as if it never was', () => {
  const again = on('statement', CORRECTED.after, { ...statement('s2'), stance: 'asks' })
  expect(said(decided(OLD, CORRECTED, again).reading)[1]).toBe(
    'A driver | told | that two trucks burned | asks | corrected',
  )
  expect(said(decided(OLD, again).reading)[1]).toBe('A driver | told | that two trucks burned | asks | corrected')
  expect(said(decided(OLD, CORRECTED, on('statement', CORRECTED.after, null)).reading)).toHaveLength(3)
  const back = on('statement', null, statement('s3'))
  expect(said(decided(OLD, REJECTED, back).reading).at(-1)).toBe(
    'She | denied | that anybody was hurt | denies | added',
  )
})

test('an event rests on the reporter’s own voice, or on the outer statement, once its own is rejected', () => {
  const { reading } = decided(OLD, on('statement', statement('s1'), null))
  expect(reading.articles[0].events[0].statement).toBe(null)
  const nested = reviewedReading({
    change: (article: Article) => ({
      ...article,
      statements: article.statements.map((one) => (one.id === 'a1.s1' ? { ...one, within: 'a1.s4' } : one)),
    }),
  })
  expect(decided(nested, on('statement', statement('s1'), null)).reading.articles[0].events[0].statement).toBe('a1.s4')
})

test('events: of two with the same word the one that is meant; what belongs to it is found by its words', () => {
  const { reading } = decided(
    reviewedReading({ prefix: 'a9.' }),
    on('event', event(0), { ...event(0), type: 'ACCIDENT', mode: undefined, status: 'possible' }),
    on('event', event(1), null),
  )
  expect(reading.articles[0].events).toEqual([
    expect.objectContaining({
      id: 'a9.v1',
      type: 'ACCIDENT',
      status: 'possible',
      place: 'a9.e3',
      time: 'a9.t1',
      statement: 'a9.s1',
      decided: 'corrected',
    }),
  ])
  const anew = reviewedReading({ change: (article) => ({ ...article, events: [] }) })
  const [kept] = decided(anew, on('event', event(0), event(0))).reading.articles[0].events
  expect(kept).toMatchObject({ id: 'd5', type: 'ASSAULT', place: 'a1.e3', decided: 'confirmed', confidence: 1 })
  expect(kept.participants.map(({ role, spans }) => [role, text.slice(...spans[0])])).toEqual([
    ['recipient', 'the bridge'],
  ])
})

test('places: another one, none that is known, no place at all', () => {
  const before = placeWords(text, article.entities[2])
  const other = { lat: 50, lon: 60, geonameId: 9, country: 'XB', precision: 'settlement', confidence: 0.3 }
  const place = (after: unknown) => decided(OLD, on('place', before, after)).reading.articles[0]
  expect(place({ ...before, place: other }).entities[2]).toMatchObject({
    place: { ...other, confidence: 1 },
    decided: 'corrected',
  })
  const unknown = place({ ...before, place: null })
  expect([unknown.entities[2].place, unknown.entities[2].type, unknown.events[0].place]).toEqual([
    undefined,
    'place',
    'a1.e3',
  ])
  const none = place(null)
  expect([none.entities.map(({ id }) => id), none.events[0].place]).toEqual([['a1.e1', 'a1.e2', 'a1.e4'], undefined])
  const lost = reviewedReading({ change: (article) => ({ ...article, entities: [] }) })
  const kept = decided(lost, on('place', before, before)).reading.articles[0].entities
  expect(kept).toMatchObject([{ id: 'd5', type: 'place', name: 'Qarn', place: { geonameId: 7 }, decided: 'confirmed' }])
  expect(kept[0].mentions.map(({ span }) => text.slice(...span))).toEqual(['Qarn', 'Qarn'])
})

test('times: another value, or no time', () => {
  const before = timeWords(text, article.times[0])
  const after = { ...before, value: '2024-04-22', start: '2024-04-22', end: '2024-04-22' }
  const { times, events } = decided(OLD, on('time', before, after)).reading.articles[0]
  expect(times[0]).toMatchObject({ id: 'a1.t1', value: '2024-04-22', decided: 'corrected' })
  expect(events[0].time).toBe('a1.t1')
  expect(decided(OLD, on('time', before, null)).reading.articles[0].events[0].time).toBeUndefined()
})

test('signals are told anew of what people left', () => {
  const signals = (...decisions: OnDocument[]) =>
    decided(OLD, ...decisions).reading.articles[0].signals?.map(({ code, statement }) => `${code} ${statement}`)
  expect(signals(CONFIRMED)).toEqual(['unnamed-source a1.s2'])
  expect(signals(CORRECTED)).toEqual([])
})

const VERDICTS: [before: unknown, after: unknown, expected: string][] = [
  [statement('s1'), statement('s1'), 'confirm'],
  [statement('s1'), statement('s2'), 'correct'],
  [statement('s1'), null, 'reject'],
  [null, statement('s1'), 'add'],
]
test.each(VERDICTS)('what became of it tells the verdict', (before, after, expected) => {
  expect(verdictOf({ kind: 'statement', document: sha, before, after } as OnStatement)).toBe(expected)
})

test('the report is what its readings say it is', () => {
  expect(text).toBe(REVIEWED_TEXT)
})

test('what people left is a reading as its schema says, with nothing in it that the schema does not name', () => {
  const schema = JSON.parse(readFileSync(new URL('../../schema/reading.json', import.meta.url), 'utf8'), (_, value) =>
    value !== null && typeof value === 'object' && value.type === 'object' && value.properties
      ? { ...value, additionalProperties: false }
      : value,
  )
  const place = placeWords(text, article.entities[2])
  const time = timeWords(text, article.times[0])
  const { reading } = decided(
    OLD,
    ...ALL,
    on('event', event(0), event(0)),
    on('place', place, place),
    on('time', time, { ...time, value: '2024' }),
  )
  const validate = new Ajv({ allErrors: true }).compile(schema)
  expect(validate(JSON.parse(JSON.stringify(reading))) ? [] : validate.errors).toEqual([])
  expect(reading.decisions).toBe(7)
})
