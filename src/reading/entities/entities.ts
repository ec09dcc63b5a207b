// An article and the phrases in it that refer to somebody -> its entities, each with all its mentions.

import type { Resources } from '../../resources.ts'
import type { ArticleText, Entity, Span } from '../../types.ts'
import { indexBySpan, indexSpans } from '../spans.ts'
import { actorCountry } from './actor-country.ts'
import { firstAt, openDiscourse, type Referent, settled } from './discourse.ts'
import { uniteLaterNamed } from './later-named.ts'
import type { NameLexicon } from './lexicon.ts'
import { mergeNames } from './merge.ts'
import type { NameVote, PlaceVote } from './name-type.ts'
import { findNames } from './names.ts'
import { type Reference, resolveReference } from './references.ts'

export interface EntitiesFound {
  entities: Entity[]
  /** The entity that a phrase refers to, by the phrase's start and end. */
  entityAt: ReadonlyMap<string, Entity>
  /** Ids of the entities that the text identifies: by name, or as the one body or office of its kind. */
  identified: ReadonlySet<string>
}

export const spanKey = ([start, end]: Span) => `${start}-${end}`

/**
 * @param references sources, addressees, and what the model takes for a mention
 * @param names what the model takes for names
 */
export function findEntities(
  article: ArticleText,
  references: readonly Reference[],
  id: string,
  { names }: Pick<Resources, 'names'>,
  places: readonly PlaceVote[] = [],
  marked: readonly NameVote[] = [],
): EntitiesFound {
  const discourse = openDiscourse(mergeNames(findNames(article, names, places, marked), article.text))
  const sentences = indexBySpan(article.sentences)
  const quotations = indexSpans(
    article.quotations.flatMap((quotation) => quotation.spans.map((span) => [span, quotation] as const)),
  )
  const found = new Map<string, Referent>()
  for (const reference of references.toSorted((a, b) => a.span[0] - b.span[0])) {
    if (found.has(spanKey(reference.span))) continue
    const referent = resolveReference(reference, discourse, { article, sentences, quotations, lexicon: names })
    if (referent) found.set(spanKey(reference.span), referent)
  }
  uniteLaterNamed(discourse, article.sentences[0]?.span[0] ?? 0)
  const entities = new Map(
    discourse.referents
      .toSorted((a, b) => firstAt(a) - firstAt(b))
      .map((referent, index) => [referent, toEntity(referent, `${id}.e${index + 1}`, names)] as const),
  )
  const entityAt = new Map<string, Entity>()
  for (const [key, referent] of found) {
    const entity = entities.get(settled(referent))
    if (entity) entityAt.set(key, entity)
  }
  const identified = new Set([...entities].filter(([referent]) => referent.identified).map(([, { id: own }]) => own))
  return { entities: [...entities.values()], entityAt, identified }
}

/** "2016 Syria's army", of a page whose date runs into its text. */
const YEAR_AHEAD = /^(?:19|20)\d\d (?=\p{Lu})/u

function toEntity(referent: Referent, id: string, lexicon: NameLexicon): Entity {
  const { thing, type, mentions } = referent
  const name = type === 'outlet' || type === 'place' ? referent.name : referent.name.replace(YEAR_AHEAD, '')
  const country = actorCountry(referent, lexicon)
  const unique = new Map(
    mentions
      .toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
      .map((mention) => [spanKey(mention.span), mention]),
  )
  const actor = {
    ...(country ? { country } : {}),
    ...(thing?.sector ? { sector: thing.sector } : {}),
  }
  return { id, type, name, mentions: [...unique.values()], ...(Object.keys(actor).length > 0 ? { actor } : {}) }
}
