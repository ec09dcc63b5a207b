import { expect, it } from 'vitest'
import type { Count, EventMention, Span, Statement } from '../../types.ts'
import { findSignals } from './signals.ts'

const TEXT =
  'Army kills forty. The army said it had struck. A neighbour told a nurse that about twenty were killed. Nine were hurt.'
const at = (words: string): Span => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length]

const statement = (
  id: string,
  source: string | null,
  cue: string,
  content: string,
  more: Partial<Statement> = {},
): Statement => ({
  id,
  source: source === null ? null : { spans: [at(source)], entity: source, kind: 'person', named: false },
  cue: [at(cue)],
  content: [at(content)],
  manner: 'indirect',
  stance: 'asserts',
  ...more,
})

const event = (id: string, trigger: string, on: string | null, actor?: string): EventMention => ({
  id,
  type: 'ASSAULT',
  trigger: at(trigger),
  participants: actor ? [{ role: 'actor', kind: 'organisation', named: true, spans: [at(actor)], entity: actor }] : [],
  counts: [],
  status: 'actual',
  statement: on,
  confidence: 0.9,
})

const count = (id: string, words: string, low: number, fate: Count['fate']): Count => ({
  id,
  span: at(words),
  low,
  high: low,
  approximate: false,
  of: 'people',
  ...(fate ? { fate } : {}),
})

const army = { spans: [at('The army')], entity: 'army', kind: 'organisation' as const, named: true }

const signals = findSignals({
  title: at('Army kills forty.'),
  blocks: [{ kind: 'paragraph', span: [18, TEXT.length] }],
  statements: [
    { ...statement('s1', null, 'said', 'it had struck'), source: army },
    statement('s2', 'A neighbour', 'told', 'about twenty were killed', { relay: ['nurse'] }),
    statement('s3', null, 'hurt', 'Nine'),
  ],
  events: [event('v1', 'kills', null), event('v2', 'struck', 's1', 'army'), event('v3', 'killed', 's2')],
  entities: [],
  counts: [count('n1', 'forty', 40, 'killed'), count('n2', 'twenty', 20, 'killed'), count('n3', 'Nine', 9, 'injured')],
  loaded: [{ span: at('struck'), why: 'loaded' }],
})

it.each([
  ['unnamed-source', 'A neighbour', 'a source without a name'],
  ['no-source', 'hurt', 'nobody who says so'],
  ['interested-source', 'The army', 'what the army says of the army'],
  ['hearsay', 'told', 'through two mouths'],
  ['headline-stronger', 'kills', 'a fact above, somebody’s word below'],
  ['headline-stronger', 'forty', 'forty above, twenty below'],
  ['loaded-wording', 'struck', 'as the model marked it'],
])('%s at "%s": %s', (code, words) => {
  expect(signals).toContainEqual(expect.objectContaining({ code, spans: [at(words)] }))
})

it('finds no more than these, in the order of the text', () => {
  expect(signals).toHaveLength(7)
  expect(signals.map(({ spans }) => spans[0][0])).toEqual(
    signals.map(({ spans }) => spans[0][0]).toSorted((a, b) => a - b),
  )
})

it('asks who counted where nobody is said to have', () => {
  const [signal] = findSignals({
    blocks: [{ kind: 'paragraph', span: [0, TEXT.length] }],
    statements: [],
    events: [],
    entities: [],
    counts: [count('n1', 'Nine', 9, 'injured')],
  })
  expect(signal).toMatchObject({ code: 'unsourced-number', spans: [at('Nine')] })
})
