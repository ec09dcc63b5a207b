import { expect, test } from 'vitest'
import { countedReading } from '../testing/counted-reading.ts'
import type { Reading } from '../types.ts'
import { countWords } from './counts.ts'
import { decide } from './decide.ts'
import { type OnCount, type OnEvent, verdictOf } from './decision.ts'
import { eventWords } from './events.ts'
import { quoteOf } from './quote.ts'

const READ = countedReading()
const { text, sha256: document } = READ.document
const [article] = READ.articles
const quote = (words: string) => quoteOf(text, [text.indexOf(words), text.indexOf(words) + words.length])
const words = (at: number) => countWords(text, article, article.counts[at])
const on = (before: OnCount['before'], after: OnCount['after']): OnCount => ({ kind: 'count', document, before, after })
const decided = (reading: Reading, ...decisions: (OnCount | OnEvent)[]) =>
  decide(
    reading,
    decisions.map((decision, at) => ({ number: at + 5, decision })),
  )
const shown = ({ document, articles: [{ counts, events }] }: Reading) =>
  counts.map(({ id, span, low, high, of, fate, side, decided }) => {
    const tolls = events.filter(({ counts }) => counts.includes(id)).map(({ trigger }) => trigger[0] - span[0])
    return [document.text.slice(...span), low, high, of, fate, side, decided, tolls.length].join(' | ')
  })

const CORRECTED = on(words(0), { ...words(0), low: 14, high: 14, of: 'people', side: 'fighters' })
const ADDED = on(null, {
  words: quote('five rebels'),
  low: 5,
  high: 5,
  approximate: false,
  of: 'rebels',
  fate: 'killed',
  side: 'fighters',
  events: [{ trigger: eventWords(text, article, article.events[1]).trigger, type: 'ASSAULT' }],
})
const REJECTED = on(words(1), null)

test('numbers are confirmed, corrected, rejected and added, each with whose toll it is', () => {
  const { reading, lost } = decided(READ, CORRECTED, REJECTED, ADDED)
  expect(lost).toEqual([])
  expect(shown(reading)).toEqual([
    'at least 12 traders | 14 | 14 | people | killed | fighters | corrected | 1',
    'five rebels | 5 | 5 | rebels | killed | fighters | added | 1',
  ])
  const [first, second] = reading.articles[0].events
  expect([first.counts, second.counts]).toEqual([['a1.c1'], ['d7']])
  expect(shown(decided(READ, on(words(0), words(0))).reading)[0]).toContain('confirmed')
  expect(READ).toEqual(countedReading())
})

test('of a number that is gone, no event keeps the toll, and no other is a part', () => {
  const [before] = article.counts.map((_, at) => words(at))
  const { reading } = decided(READ, on(before, null))
  expect(reading.articles[0].events[0].counts).toEqual([])
  expect(reading.articles[0].counts).toEqual([{ ...article.counts[1], partOf: undefined }])
  expect('partOf' in reading.articles[0].counts[0]).toBe(false)
})

test('a toll is taken from one event and given to another', () => {
  const other = eventWords(text, article, article.events[1])
  const { reading } = decided(
    READ,
    on(words(0), { ...words(0), events: [{ trigger: other.trigger, type: 'ASSAULT' }] }),
  )
  expect(reading.articles[0].events.map(({ counts }) => counts)).toEqual([[], ['a1.c1']])
})

const NEWER: [what: string, newer: Parameters<typeof countedReading>[0]][] = [
  ['other ids', { prefix: 'a7.' }],
  ['other text before it', { before: 'Twelve years ago, at least 12 traders killed five rebels. Nine guards.\n\n' }],
  [
    'no numbers found',
    {
      change: (article) => ({ ...article, counts: [], events: article.events.map((one) => ({ ...one, counts: [] })) }),
    },
  ],
]

test.each(NEWER)('what was decided stays so when a newer reader has %s', (_, newer) => {
  const { reading, lost } = decided(countedReading(newer), CORRECTED, REJECTED, ADDED)
  expect(lost).toEqual([])
  expect(shown(reading)).toEqual([
    `at least 12 traders | 14 | 14 | people | killed | fighters | corrected | 1`,
    'five rebels | 5 | 5 | rebels | killed | fighters | added | 1',
  ])
})

test('an event keeps what nobody changed: who its people are, what its place rests on, what it only follows', () => {
  const confirmed = article.events.map((event): OnEvent => {
    const same = eventWords(text, article, event)
    return { kind: 'event', document, before: same, after: same }
  })
  const { reading } = decided(READ, ...confirmed)
  expect(reading.articles[0].events).toEqual(
    article.events.map((event) => ({ ...event, confidence: 1, decided: 'confirmed' })),
  )
})

test('who took part, in which role, and which words, is what a person says', () => {
  const before = eventWords(text, article, article.events[0])
  const after: OnEvent['after'] = {
    ...before,
    participants: [
      { role: 'recipient', kind: 'group', named: false, words: [quote('traders')] },
      { role: 'actor', kind: 'organisation', named: true, words: [quote('The army')] },
      { role: 'instrument', kind: 'thing', named: false, words: [quote('Raid')] },
    ],
    counts: [quote('Nine guards')],
  }
  const correction: OnEvent = { kind: 'event', document, before, after }
  expect(verdictOf(correction)).toBe('correct')
  const [event] = decided(READ, correction).reading.articles[0].events
  expect(event.participants.map(({ role, spans, side }) => [role, text.slice(...spans[0]), side])).toEqual([
    ['recipient', 'traders', 'civilians'],
    ['actor', 'The army', undefined],
    ['instrument', 'Raid', undefined],
  ])
  expect(event.counts).toEqual(['a1.c2'])
})
