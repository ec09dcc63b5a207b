// Whom a statement came through, and to whom it was said -> the words that a decision keeps of it; those words -> the entities that they
// are now.

import type { Article, Entity, Span, Statement } from '../types.ts'
import type { RelayWords, StatementWords } from './decision.ts'
import { entityAt } from './entity-at.ts'
import { findQuotes, quoteOf } from './quote.ts'

export function passingWords(
  text: string,
  { entities }: Pick<Article, 'entities'>,
  statement: Statement,
): Required<Pick<StatementWords, 'relay' | 'addressee'>> {
  const { relay = [], addressee, cue, content } = statement
  const [near = [0, 0]] = [...cue, ...content]
  return {
    relay: relay.flatMap((id): RelayWords[] => {
      const entity = entities.find((one) => one.id === id)
      const span = entity && mentionNear(entity, near)
      return span ? [{ words: [quoteOf(text, span)], kind: relayKind(entity) }] : []
    }),
    addressee: addressee ? addressee.spans.map((span) => quoteOf(text, span)) : null,
  }
}

export function mentionNear({ mentions }: Entity, [at]: Span): Span | undefined {
  const spans = mentions.map(({ span }) => span)
  return spans.toSorted((a, b) => Math.abs(a[0] - at) - Math.abs(b[0] - at))[0]
}

/** Places speak as governments do. */
export const relayKind = ({ type }: Pick<Entity, 'type'>): RelayWords['kind'] =>
  type === 'person' || type === 'group' || type === 'outlet' ? type : 'organisation'

/**
 * Ids of whom it came through, with those entities of the article that had to be made: words that the reader took for nobody. Null where
 * words are not found any more.
 */
export function passedOn(
  text: string,
  article: Article,
  { relay }: Pick<StatementWords, 'relay'>,
  was: Statement | null,
  id: string,
): { relay: string[]; entities: Entity[] } | null {
  if (relay === undefined) return { relay: was?.relay ?? [], entities: article.entities }
  const entities = [...article.entities]
  const ids: string[] = []
  for (const [at, { words, kind }] of relay.entries()) {
    const spans = findQuotes(text, words)
    if (!spans) return null
    const known = whoIsAt({ entities }, spans, was?.relay ?? [], kind)
    const entity = known ?? newEntity(text, spans, kind, `${id}.r${at + 1}`)
    if (!known) entities.push(entity)
    if (!ids.includes(entity.id)) ids.push(entity.id)
  }
  return { relay: ids, entities: entities.length === article.entities.length ? article.entities : entities }
}

/** Two entities may stand in the same words: the one that it came through already, or else of the kind that was said. */
function whoIsAt(
  article: Pick<Article, 'entities'>,
  spans: readonly Span[],
  before: readonly string[],
  kind: RelayWords['kind'],
): Entity | null {
  return (
    entityAt(article, spans, ({ id }) => before.includes(id)) ??
    entityAt(article, spans, (entity) => relayKind(entity) === kind) ??
    entityAt(article, spans)
  )
}

const newEntity = (text: string, spans: readonly Span[], type: RelayWords['kind'], id: string): Entity => ({
  id,
  type,
  name: spans.map((span) => text.slice(...span).replace(/\s+/g, ' ')).join(' '),
  mentions: spans.map((span) => ({ span, kind: 'name' as const })),
})

/** Null where words are not found any more; without `addressee` where it was said to nobody. */
export function addresseeOf(
  text: string,
  article: Article,
  { addressee }: Pick<StatementWords, 'addressee'>,
  was: Statement | null,
): Pick<Statement, 'addressee'> | null {
  if (addressee === undefined) return was?.addressee ? { addressee: was.addressee } : {}
  if (addressee === null || addressee.length === 0) return {}
  const spans = findQuotes(text, addressee)
  if (!spans) return null
  const entity = entityAt(article, spans)
  return { addressee: { spans, ...(entity ? { entity: entity.id } : {}) } }
}
