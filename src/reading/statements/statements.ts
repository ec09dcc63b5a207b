// Drafts and entities -> statements: whose word, in what manner, through whom, within which other.

import type { ArticleText, Entity, Span, Statement } from '../../types.ts'
import { type EntitiesFound, spanKey } from '../entities/entities.ts'
import type { Reference } from '../entities/references.ts'
import { indexBySpan, indexSpans, lengthOf, type SpanIndex } from '../spans.ts'
import type { Drafts, StatementDraft } from '../tagging/drafts.ts'
import { withIssuer } from './issuer.ts'
import { passedOver } from './passed-over.ts'
import { isMedium, isNews, relaysOf } from './relay.ts'

/** The phrases that refer to someone: sources, addressees, and what the model takes for a mention. */
export const referencesOf = ({ statements, mentions }: Drafts): Reference[] => [
  ...statements.flatMap(({ source, addressee }) => [
    ...source.map((span) => ({ span, speaks: true })),
    ...(addressee ? [{ span: addressee }] : []),
  ]),
  ...mentions.filter(({ named }) => !named),
]

export function settleStatements(
  article: ArticleText,
  drafts: readonly StatementDraft[],
  { entities, entityAt, identified }: EntitiesFound,
  id: string,
  isHidden: (phrase: string) => boolean,
): Statement[] {
  const quoted = indexSpans(article.quotations.flatMap(({ spans }) => spans.map((span) => [span, span] as const)))
  const { touching: mediaAt } = indexSpans(
    entities
      .filter((entity) => isMedium(entity, article.text))
      .flatMap((entity) => entity.mentions.map(({ span }) => [span, { span, entity }] as const)),
  )
  const { touching: sentencesAt } = indexBySpan(article.sentences)
  const statements = drafts.map((draft, index): Statement => {
    const { source, cue, content, stance } = draft
    const [sentence] = sentencesAt(cue[0])
    const relay = sentence ? relaysOf(draft, sentence.span, article.text, mediaAt) : []
    return {
      id: `${id}.s${index + 1}`,
      source: source.length === 0 ? null : settleSource(article, source, entityAt, identified, isHidden),
      cue,
      content,
      manner: mannerOf(content, quoted, article.text),
      stance,
      ...(relay.length > 0 ? { relay } : {}),
    }
  })
  const contents = indexSpans(
    statements.flatMap((statement) => statement.content.map((span) => [span, statement] as const)),
  )
  const nested = statements.map((statement) => {
    const within = outer(statement, contents)
    if (!within) return statement
    const relay = viaOuter(statement, within, article.text)
    return {
      ...statement,
      source: asSpeaker(article, statement, within),
      ...(relay.length > 0 ? { relay } : {}),
      within: within.id,
    }
  })
  return nested.map((statement, at) => ({
    ...statement,
    source: statement.source
      ? withIssuer(statement.source, nested, article.text, at)
      : passedOver(statement, nested, article.text),
  }))
}

/** What news media report that somebody said came through them: "..., Reuters reported". */
function viaOuter({ source, relay = [] }: Statement, { source: outer }: Statement, text: string): string[] {
  const reports = outer?.kind === 'outlet' || outer?.spans.some((span) => isNews(text.slice(...span)))
  const medium = reports && outer?.entity !== source?.entity ? outer?.entity : undefined
  return medium === undefined || relay.includes(medium) ? relay : [...relay, medium]
}

function settleSource(
  article: ArticleText,
  spans: Span[],
  entityAt: EntitiesFound['entityAt'],
  identified: EntitiesFound['identified'],
  isHidden: (phrase: string) => boolean,
): NonNullable<Statement['source']> {
  const entity = spans.map((span) => entityAt.get(spanKey(span))).find((found) => found !== undefined)
  const hidden = spans.some((span) => isHidden(article.text.slice(...span)))
  return {
    spans,
    ...(entity ? { entity: entity.id } : {}),
    kind: entity ? kindOf(entity) : 'unknown',
    named: entity !== undefined && !hidden && identified.has(entity.id),
  }
}

/** Places speak as governments do. */
function kindOf({ type }: Entity): NonNullable<Statement['source']>['kind'] {
  switch (type) {
    case 'place':
    case 'facility':
      return 'organisation'
    case 'weapon':
      return 'unknown'
    default:
      return type
  }
}

/** Share of the content's letters in quotation marks from which it counts as verbatim. */
const VERBATIM = 0.9

function mannerOf(content: readonly Span[], quoted: SpanIndex<Span>, text: string): Statement['manner'] {
  const letters = (span: Span) => text.slice(...span).match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const common = ([start, end]: Span) =>
    quoted.touching([start, end]).map(([from, to]): Span => [Math.max(start, from), Math.min(end, to)])
  const inMarks = content.flatMap(common)
  if (inMarks.length === 0) return 'indirect'
  const all = content.reduce((sum, span) => sum + letters(span), 0)
  const verbatim = inMarks.reduce((sum, span) => sum + letters(span), 0)
  if (all === 0 || verbatim === 0) return 'indirect'
  return verbatim / all >= VERBATIM ? 'direct' : 'mixed'
}

/** "I" and "we" inside somebody's words are that somebody. */
function asSpeaker({ text }: ArticleText, { source }: Statement, { source: speaker }: Statement): Statement['source'] {
  const own =
    source !== null &&
    source.entity === undefined &&
    source.spans.every((span) => /^(?:i|we)$/i.test(text.slice(...span)))
  return own && speaker ? { ...speaker, spans: source.spans } : source
}

/** The smallest other statement whose content holds this one's cue. */
function outer(statement: Statement, contents: SpanIndex<Statement>): Statement | null {
  const anchor = statement.cue[0] ?? statement.content[0]
  const around = contents
    .holding(anchor)
    .filter((other) => other !== statement && lengthOf(other.content) > lengthOf(statement.content))
  return around.toSorted((a, b) => lengthOf(a.content) - lengthOf(b.content))[0] ?? null
}
