// A read article -> signals that it rests on little, or on somebody with a stake. Each rule is a function; none judges who is right.

import { groupBy } from '../../group-by.ts'
import type { Article, EventMention, Signal, Span, Statement } from '../../types.ts'
import { indexSpans } from '../spans.ts'

type Read = Pick<Article, 'title' | 'blocks' | 'statements' | 'events' | 'entities' | 'counts' | 'loaded'>

export function findSignals(article: Read): Signal[] {
  return RULES.flatMap((rule) => rule(article)).toSorted(
    (one, other) => (one.spans[0]?.[0] ?? 0) - (other.spans[0]?.[0] ?? 0),
  )
}

/** "a source close to the ministry said ..." */
const unnamedSource = ({ statements }: Read): Signal[] =>
  statements.flatMap(({ id, source }) =>
    source && !source.named && source.kind !== 'organisation'
      ? [{ code: 'unnamed-source', spans: source.spans, why: 'The source is not named.', statement: id }]
      : [],
  )

/** "It is reported that ..." */
const noSource = ({ statements }: Read): Signal[] =>
  statements.flatMap(({ id, source, cue, manner }) =>
    source === null && manner !== 'direct'
      ? [{ code: 'no-source', spans: cue, why: 'The text does not say who says so.', statement: id }]
      : [],
  )

/** The ministry, on what the ministry's troops did. */
const interestedSource = ({ statements, events }: Read): Signal[] => {
  const told = groupBy(events, ({ statement }) => statement)
  return statements.flatMap((statement) => {
    const event = told.get(statement.id)?.find((one) => isParty(statement, one))
    return event && statement.source
      ? [
          {
            code: 'interested-source',
            spans: statement.source.spans,
            why: 'The source has a part in the event that it tells of.',
            statement: statement.id,
            event: event.id,
          },
        ]
      : []
  })
}

const isParty = ({ source }: Statement, { participants }: EventMention): boolean =>
  source?.entity !== undefined &&
  participants.some(({ entity, role }) => entity === source.entity && role !== 'instrument')

/** How many mouths lie between the reader and what was said. */
const HEARSAY = 2

/** "a doctor told a relative, who told the station" */
const hearsay = ({ statements }: Read): Signal[] => {
  const known = new Map(statements.map((statement) => [statement.id, statement]))
  return statements.flatMap((statement) => {
    const mouths = depthOf(statement, known)
    return mouths >= HEARSAY
      ? [
          {
            code: 'hearsay',
            spans: statement.cue,
            why: `It went through ${mouths} mouths before it was printed.`,
            statement: statement.id,
          },
        ]
      : []
  })
}

function depthOf(statement: Statement, known: ReadonlyMap<string, Statement>): number {
  let mouths = 0
  const seen = new Set<Statement>()
  for (let one: Statement | undefined = statement; one && !seen.has(one); one = known.get(one.within ?? '')) {
    seen.add(one)
    mouths += 1 + (one.relay?.length ?? 0)
  }
  return mouths
}

/** "Forty were killed." On nobody's word, in the body of the text. */
const unsourcedNumber = ({ statements, counts, blocks, events }: Read): Signal[] => {
  const said = indexSpans(statements.flatMap(({ content }) => content.map((span) => [span, true] as const)))
  const body = indexSpans(blocks.filter(({ kind }) => kind === 'paragraph').map(({ span }) => [span, true] as const))
  const attributed = new Set(events.filter(({ statement }) => statement !== null).flatMap((event) => event.counts))
  return counts.flatMap(({ id, span, fate }) =>
    fate && said.touching(span).length === 0 && body.holding(span).length > 0 && !attributed.has(id)
      ? [{ code: 'unsourced-number', spans: [span], why: `The text does not say who counted the ${fate}.` }]
      : [],
  )
}

/** "Army kills forty" above "The army is said to have killed about twenty". */
const headlineStronger = ({ title, events, counts }: Read): Signal[] => {
  if (!title) return []
  const inTitle = ([start, end]: Span) => title[0] <= start && end <= title[1]
  const [above, below] = [
    events.filter(({ trigger }) => inTitle(trigger)),
    events.filter(({ trigger }) => !inTitle(trigger)),
  ]
  const flat = above.flatMap((event): Signal[] => {
    const same = below.filter(({ type }) => type === event.type)
    return event.status === 'actual' && event.statement === null && same.length > 0 && same.every(isQualified)
      ? [
          {
            code: 'headline-stronger',
            spans: [event.trigger],
            why: 'The headline states as a fact what the text gives as somebody’s word, or as not certain.',
            event: event.id,
          },
        ]
      : []
  })
  const numbers = counts.flatMap((count): Signal[] => {
    const same = counts.filter(({ fate, span }) => fate !== undefined && fate === count.fate && !inTitle(span))
    return count.fate &&
      inTitle(count.span) &&
      same.length > 0 &&
      same.every(({ high }) => high !== null && high < count.low)
      ? [{ code: 'headline-stronger', spans: [count.span], why: 'The headline gives a higher number than the text.' }]
      : []
  })
  return [...flat, ...numbers]
}

const isQualified = ({ status, statement }: EventMention): boolean => status !== 'actual' || statement !== null

const loadedWording = ({ loaded = [] }: Read): Signal[] =>
  loaded.map(({ span, why }) => ({ code: 'loaded-wording', spans: [span], why }))

const RULES: readonly ((article: Read) => Signal[])[] = [
  unnamedSource,
  noSource,
  interestedSource,
  hearsay,
  unsourcedNumber,
  headlineStronger,
  loadedWording,
]
