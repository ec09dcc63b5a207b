// One invented report read by hand, with statements, an event, a place and a time in it: what tests of decisions decide on.

import type { Article, Entity, Reading, Span } from '../types.ts'
import { makeReading } from './made-reading.ts'

export const REVIEWED_TEXT = `Bridge closed after blast at Qarn

Ada Quist, the mayor, said on Monday that a blast had closed the bridge near Qarn. A driver told the station that two trucks burned.
She denied that anybody was hurt. Police said on Monday that a blast had closed the school.`

/** The same report as a newer reader has it: another text before it, other ids, and what else `change` makes of it. */
export function reviewedReading({
  before = '',
  prefix = 'a1.',
  change = (article: Article) => article,
}: {
  before?: string
  prefix?: string
  change?: (article: Article) => Article
} = {}): Reading {
  const text = before + REVIEWED_TEXT
  const at = (words: string, from = 0): Span => {
    const start = text.indexOf(words, before.length + from)
    if (start < 0) throw new Error(`the report does not say ${words}`)
    return [start, start + words.length]
  }
  const id = (name: string) => prefix + name
  const later = REVIEWED_TEXT.indexOf('Police')
  const entity = (name: string, type: Entity['type'], words: string, more: Partial<Entity> = {}): Entity => ({
    id: id(name),
    type,
    name: words,
    mentions: [{ span: at(words), kind: 'name' }],
    ...more,
  })
  const said = (
    name: string,
    source: [words: Span, entity: string, named: boolean] | null,
    cue: Span,
    content: Span,
    stance: 'asserts' | 'denies' = 'asserts',
  ) => ({
    id: id(name),
    source: source && { spans: [source[0]], entity: id(source[1]), kind: 'person' as const, named: source[2] },
    cue: [cue],
    content: [content],
    manner: 'indirect' as const,
    stance,
  })
  const { reading } = makeReading(text, { origin: 'qarn.txt', outlet: 'Qarn Courier' })
  const blockOf = ([start]: Span) => reading.articles[0].blocks.findIndex(({ span }) => start < span[1])
  const article: Article = {
    ...reading.articles[0],
    span: [before.length, text.length],
    title: at('Bridge closed after blast at Qarn'),
    published: { value: '2024-04-30', basis: 'given' },
    sentences: [
      at('Ada Quist, the mayor, said on Monday that a blast had closed the bridge near Qarn.'),
      at('A driver told the station that two trucks burned.'),
      at('She denied that anybody was hurt.'),
      at('Police said on Monday that a blast had closed the school.'),
    ].map((span) => ({ span, block: blockOf(span) })),
    statements: [
      said('s1', [at('Ada Quist'), 'e1', true], at('said'), at('that a blast had closed the bridge near Qarn')),
      said('s2', [at('A driver'), 'e2', false], at('told'), at('that two trucks burned')),
      said('s3', [at('She'), 'e1', true], at('denied'), at('that anybody was hurt'), 'denies'),
      said('s4', [at('Police'), 'e4', true], at('said', later), at('that a blast had closed the school', later)),
    ],
    events: [
      {
        id: id('v1'),
        type: 'ASSAULT',
        mode: 'explosives',
        trigger: at('blast', 40),
        sentence: 0,
        participants: [{ role: 'recipient', kind: 'facility', named: false, spans: [at('the bridge')] }],
        place: id('e3'),
        time: id('t1'),
        counts: [],
        status: 'actual',
        statement: id('s1'),
        confidence: 0.7,
      },
      {
        id: id('v2'),
        type: 'ASSAULT',
        trigger: at('blast', later),
        sentence: 3,
        participants: [],
        counts: [],
        status: 'actual',
        statement: id('s4'),
        confidence: 0.4,
      },
    ],
    entities: [
      entity('e1', 'person', 'Ada Quist', {
        mentions: [
          { span: at('Ada Quist'), kind: 'name' },
          { span: at('She'), kind: 'pronoun' },
        ],
      }),
      entity('e2', 'person', 'A driver', { mentions: [{ span: at('A driver'), kind: 'description' }] }),
      entity('e3', 'place', 'Qarn', {
        mentions: [
          { span: at('Qarn'), kind: 'name' },
          { span: at('Qarn', 40), kind: 'name' },
        ],
        place: { lat: 1, lon: 2, geonameId: 7, country: 'XA', precision: 'settlement', confidence: 0.4 },
      }),
      entity('e4', 'organisation', 'Police'),
    ],
    times: [
      {
        id: id('t1'),
        span: at('Monday'),
        type: 'date',
        value: '2024-04-29',
        start: '2024-04-29',
        end: '2024-04-29',
        precision: 'day',
        basis: 'publication',
      },
    ],
    signals: [],
  }
  const sha256 = 'f'.repeat(64)
  return { ...reading, document: { ...reading.document, id: sha256, sha256 }, articles: [change(article)] }
}
