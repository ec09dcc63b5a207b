import { expect, test } from 'vitest'
import { countedReading } from '../testing/counted-reading.ts'
import type { Reading } from '../types.ts'
import { decide } from './decide.ts'
import type { OnStatement, StatementWords } from './decision.ts'
import { quoteOf } from './quote.ts'
import { statementWithChain, statementWords } from './statements.ts'

const READ = countedReading()
const { text, sha256: document } = READ.document
const [article] = READ.articles
const quote = (words: string) => quoteOf(text, [text.indexOf(words), text.indexOf(words) + words.length])
const before = statementWithChain(text, article, article.statements[0])
const decided = (reading: Reading, after: StatementWords, was: StatementWords | null = before) => {
  const decision: OnStatement = { kind: 'statement', document, before: was, after }
  const { reading: made, lost } = decide(reading, [{ number: 5, decision }])
  const [{ statements, entities }] = made.articles
  const said = statements.at(was ? 0 : -1)
  const names = (said?.relay ?? []).map((id) => entities.find((one) => one.id === id)?.name)
  return { said, names, entities, lost, made }
}

test('the words of a statement say through whom it came, and that it was said to nobody', () => {
  expect(before.relay?.map(({ words, kind }) => [words[0].words, kind])).toEqual([['Radio Dol', 'outlet']])
  expect(before.addressee).toBe(null)
})

test('a chain is added to, put in another order, and taken away', () => {
  const courier = { words: [quote('The Courier')], kind: 'outlet' as const }
  const [radio] = before.relay ?? []
  const longer = decided(READ, { ...before, relay: [radio, courier] })
  expect(longer.names).toEqual(['Radio Dol', 'The Courier'])
  expect(longer.entities.at(-1)).toMatchObject({ id: 'd5.r2', type: 'outlet', mentions: [{ kind: 'name' }] })
  expect(decided(READ, { ...before, relay: [courier, radio] }).names).toEqual(['The Courier', 'Radio Dol'])
  const none = decided(READ, { ...before, relay: [] })
  expect([none.names, none.said && 'relay' in none.said]).toEqual([[], false])
  expect(decided(READ, { ...before, relay: [radio, radio] }).names).toEqual(['Radio Dol'])
})

test('to whom it was said is what a person says, with the entity that it is', () => {
  const { said } = decided(READ, { ...before, addressee: [quote('Radio Dol')] })
  expect(said?.addressee).toEqual({ spans: [quote('Radio Dol').span], entity: 'a1.e2' })
  expect(decided(READ, { ...before, addressee: [quote('the station')] }).said?.addressee).toEqual({
    spans: [quote('the station').span],
  })
  expect(decided(READ, before).said).not.toHaveProperty('addressee')
})

test('a decision of before there were chains leaves them as they are', () => {
  const old = statementWords(text, article.statements[0])
  expect(decided(READ, { ...old, stance: 'denies' }, old).names).toEqual(['Radio Dol'])
})

test.each<[what: string, newer: Parameters<typeof countedReading>[0]]>([
  ['other ids', { prefix: 'a9.' }],
  ['other text before it', { before: 'The Courier told Radio Dol.\n\n' }],
  [
    'no entities found',
    { change: (one) => ({ ...one, entities: [], statements: one.statements.map(({ relay: _, ...rest }) => rest) }) },
  ],
])('a chain stays when a newer reader has %s', (_, newer) => {
  const [radio] = before.relay ?? []
  const after = { ...before, relay: [radio, { words: [quote('The Courier')], kind: 'outlet' as const }] }
  const { names, lost } = decided(countedReading(newer), { ...after, addressee: [quote('the station')] })
  expect([names, lost]).toEqual([['Radio Dol', 'The Courier'], []])
})

test('if a chain’s words are gone the decision changes nothing, and is named', () => {
  const gone = { ...quote('The Courier'), words: 'The Messenger', prefix: 'x'.repeat(30), suffix: 'y'.repeat(30) }
  const { names, lost } = decided(READ, { ...before, relay: [{ words: [gone], kind: 'outlet' }] })
  expect([names, lost]).toEqual([['Radio Dol'], [5]])
})
