// One invented report read by hand, with numbers, parties, and a statement that came through others: what tests of forms decide on.

import type { Article, Count, Entity, Reading, Span } from '../types.ts'
import { makeReading } from './made-reading.ts'

const COUNTED_TEXT = `Raid on the market at Dol

Gunmen killed at least 12 traders at the market in Dol on Friday, the mayor told Radio Dol. Nine guards were hurt.
The Courier quoted the station. The army said that it had killed five rebels elsewhere.`

/** As another reader has it: another text before it, other ids, or fewer numbers. */
export function countedReading({
  before = '',
  prefix = 'a1.',
  change = (article: Article) => article,
}: {
  before?: string
  prefix?: string
  change?: (article: Article) => Article
} = {}): Reading {
  const text = before + COUNTED_TEXT
  const at = (words: string, from = 0): Span => {
    const start = text.indexOf(words, before.length + from)
    if (start < 0) throw new Error(`the report does not say ${words}`)
    return [start, start + words.length]
  }
  const id = (name: string) => prefix + name
  const entity = (name: string, type: Entity['type'], words: string): Entity => ({
    id: id(name),
    type,
    name: words,
    mentions: [{ span: at(words), kind: 'name' }],
  })
  const count = (name: string, words: string, low: number, more: Partial<Count> = {}): Count => ({
    id: id(name),
    span: at(words),
    low,
    high: low,
    approximate: false,
    of: 'people',
    ...more,
  })
  const { reading } = makeReading(text, { origin: 'dol.txt', outlet: 'Dol Courier' })
  const article: Article = {
    ...reading.articles[0],
    span: [before.length, text.length],
    title: at('Raid on the market at Dol'),
    published: { value: '2024-05-04', basis: 'given' },
    statements: [
      {
        id: id('s1'),
        source: { spans: [at('the mayor')], entity: id('e1'), kind: 'person', named: false },
        cue: [at('told')],
        content: [at('Gunmen killed at least 12 traders at the market in Dol on Friday')],
        manner: 'indirect',
        stance: 'asserts',
        relay: [id('e2')],
      },
    ],
    events: [
      {
        id: id('v1'),
        type: 'ASSAULT',
        trigger: at('killed'),
        participants: [
          { role: 'actor', kind: 'group', named: false, spans: [at('Gunmen')] },
          { role: 'recipient', kind: 'group', named: false, spans: [at('traders')], side: 'civilians' },
        ],
        place: id('e3'),
        placeBasis: 'sentence',
        counts: [id('c1')],
        status: 'actual',
        statement: id('s1'),
        confidence: 0.6,
      },
      {
        id: id('v2'),
        type: 'ASSAULT',
        trigger: at('killed', COUNTED_TEXT.indexOf('The army')),
        participants: [
          {
            role: 'actor',
            kind: 'organisation',
            named: true,
            spans: [at('The army')],
            body: { name: 'army', country: 'XA' },
          },
        ],
        counts: [],
        status: 'actual',
        statement: null,
        confidence: 0.6,
        follows: { what: 'background', event: id('v1') },
      },
    ],
    entities: [
      entity('e1', 'person', 'the mayor'),
      entity('e2', 'outlet', 'Radio Dol'),
      { ...entity('e3', 'place', 'Dol'), place: { lat: 1, lon: 2, precision: 'settlement', confidence: 0.9 } },
    ],
    times: [],
    counts: [
      count('c1', 'at least 12 traders', 12, { high: null, of: 'traders', fate: 'killed', side: 'civilians' }),
      count('c2', 'Nine guards', 9, { of: 'guards', fate: 'injured', partOf: id('c1') }),
    ],
    signals: [],
  }
  const sha256 = 'e'.repeat(64)
  return { ...reading, document: { ...reading.document, id: sha256, sha256 }, articles: [change(article)] }
}

export const wordsAt = (reading: Reading, words: string): Span => {
  const start = reading.document.text.indexOf(words)
  if (start < 0) throw new Error(`the report does not say ${words}`)
  return [start, start + words.length]
}
