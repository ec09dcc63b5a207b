// The mentions of an article -> the same, where somebody denies what another has said without saying it again ("debunked the lies of the
// mayor", "rejected the accusation"): what was said of there is what is denied here.

import type { Article, Span, Statement } from '../types.ts'
import type { Mention } from './mentions.ts'
import type { Origin } from './origins.ts'

/** What is only said; the rest is done. */
const SPEECH: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT'])

export function withRebuttals(
  mentions: readonly Mention[],
  article: Article,
  text: string,
  originOf: (statement: string) => Origin,
): Mention[] {
  const denials = article.statements.filter(({ stance, source }) => stance === 'denies' && source !== null)
  if (denials.length === 0) return [...mentions]
  const told = new Map<string, Mention[]>()
  for (const mention of mentions)
    if (mention.statement !== null && !SPEECH.has(mention.type))
      told.set(mention.statement, [...(told.get(mention.statement) ?? []), mention])
  return mentions.map((mention) => {
    const denial = denials.find(({ cue }) => cue.some((span) => touch(span, mention.trigger)))
    const denied = denial && !told.has(denial.id) ? rebuttedBy(denial, article, text, told) : undefined
    if (!denial || !denied) return mention
    const { type, mode, means, place, site, when } = denied
    const { mode: _, ...rest } = mention
    return {
      ...rest,
      type,
      ...(mode === undefined ? {} : { mode }),
      means,
      place,
      site,
      when,
      parties: [],
      tallies: [],
      status: 'denied',
      statement: denial.id,
      origin: originOf(denial.id),
      rebuts: denied.key,
    }
  })
}

const touch = ([from, to]: Span, [start, end]: Span): boolean => from < end && start < to

/** How far back, in characters, lies what is rejected without being named. */
const REACH = 1500

/** The deed last told of by whom the denial names, or of whom it speaks: "the lies of Kurti", "the claim". */
function rebuttedBy(
  { content, source, cue }: Statement,
  { statements, entities }: Article,
  text: string,
  told: ReadonlyMap<string, readonly Mention[]>,
): Mention | undefined {
  const [start] = cue[0]
  const named = new Set(
    entities
      .filter(({ mentions }) => mentions.some(({ span }) => content.some((said) => touch(said, span))))
      .map(({ id }) => id),
  )
  const before = statements.filter(
    (other) =>
      other.cue[0][0] < start && told.has(other.id) && other.source !== null && other.source.entity !== source?.entity,
  )
  const byName = before.findLast((other) => other.source?.entity !== undefined && named.has(other.source.entity))
  const takesUp = content.some((span) => CLAIM.test(text.slice(...span)))
  const said = byName ?? (takesUp ? before.findLast((other) => start - other.cue[0][0] < REACH) : undefined)
  return said && told.get(said.id)?.find(({ status }) => status === 'actual')
}

const CLAIM =
  /\b(?:claims?|accusations?|allegations?|charges?|assertions?|reports?|lies|hoax(?:es)?|rumou?rs?|version|account|involvement|responsibility|blame|part in)\b/i
