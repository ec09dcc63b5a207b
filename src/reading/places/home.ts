// The entities of an article, and those where its events happened -> the same, event places that no gazetteer lists in what the text says
// contains them, else in the country of their sentence, or else of the article.

import type { Article, ArticleText, Entity, EventMention, Span } from '../../types.ts'
import { keyOf, type NameLexicon } from '../entities/lexicon.ts'
import { PHYSICAL } from '../events/elsewhere.ts'
import { indexSpans } from '../spans.ts'
import type { Nations } from './described.ts'

/** How many times as often as any other country the article's own must be named. */
const CLEAR = 2
/** A people named speaks less for a country than a place in it does; "a British band" alone says nothing of where it played. */
const DEMONYM = 0.5
const MIN_VOTES = 1
const UNLISTED_CONFIDENCE = 0.4

export function withHome(
  entities: readonly Entity[],
  events: readonly EventMention[],
  { text, sentences }: Pick<ArticleText, 'text' | 'sentences'>,
  { demonyms }: Pick<NameLexicon, 'demonyms'>,
  nations: Nations,
  dateline?: Article['dateline'],
): Entity[] {
  const used = new Set(events.filter(({ type }) => PHYSICAL.has(type)).flatMap(({ place }) => place ?? []))
  const open = new Set(entities.filter((entity) => used.has(entity.id) && isOpen(entity)).map(({ id }) => id))
  if (open.size === 0) return [...entities]
  const placed = entities.flatMap(({ type, place, mentions }) =>
    type === 'organisation' || place?.country === undefined
      ? []
      : mentions.filter(({ kind }) => kind === 'name').map(({ span }) => [span, place.country as string] as const),
  )
  // "the Forces for the Liberation of Alia" may fight anywhere.
  const bodies = indexSpans(
    entities.flatMap(({ type, mentions }) =>
      type === 'organisation' || type === 'group'
        ? mentions.flatMap(({ span, kind }) => (kind === 'name' ? [[span, span] as const] : []))
        : [],
    ),
  )
  const isInName = (span: Span) => bodies.touching(span).some(([start, end]) => start < span[0] && span[1] <= end)
  const named = indexSpans(placed.filter(([span]) => saysWhere(text, span) && !isInName(span)))
  const spans = indexSpans(sentences.map((sentence) => [sentence.span, sentence] as const))
  const home = clearest([
    ...placed
      .filter(([[start]]) => !dateline || start >= dateline.span[1] || start < dateline.span[0])
      .map(([, country]) => [country, 1] as const),
    ...sentences
      .flatMap(({ tokens }) => tokens)
      .flatMap(({ text }) => {
        const country = /^\p{Lu}/u.test(text) ? demonyms.get(keyOf(text)) : undefined
        return country === undefined ? [] : [[country, DEMONYM] as const]
      }),
  ])
  const countryOf = ({ mentions: [{ span }] }: Entity): string | undefined => {
    const [sentence] = spans.touching(span)
    const here = new Set(sentence ? named.touching(sentence.span) : [])
    return here.size === 1 ? [...here][0] : here.size === 0 || (home && here.has(home)) ? home : undefined
  }
  const listed = indexSpans(
    entities.flatMap(({ type, place, mentions }) =>
      type === 'place' && place && place.precision !== 'country'
        ? mentions.flatMap(({ span, kind }) => (kind === 'name' ? [[span, { span, place }] as const] : []))
        : [],
    ),
  )
  /** "the Karim district of Dol" */
  const containerOf = ({ mentions }: Entity) =>
    mentions
      .filter(({ kind }) => kind === 'name')
      .map(({ span: [, end] }) =>
        listed
          .touching([end, end + CONTAINER_CHARACTERS])
          .find(({ span: [start] }) => start > end && LIES_IN.test(text.slice(end, start))),
      )
      .find((found) => found !== undefined)?.place
  return entities.map((entity) => {
    if (!open.has(entity.id)) return entity
    const container = containerOf(entity)
    if (container) {
      const { geonameId: _, featureCode: __, ...around } = container
      const precision = around.precision === 'exact' ? 'settlement' : around.precision
      return { ...entity, place: { ...around, precision, relation: 'in', confidence: UNLISTED_CONFIDENCE } }
    }
    const country = countryOf(entity)
    const place = country === undefined ? undefined : nations.country(country)
    if (!place) return entity
    const { geonameId: _, featureCode: __, ...point } = place
    return { ...entity, place: { ...point, relation: 'in', confidence: UNLISTED_CONFIDENCE } }
  })
}

/** "in Kenya", "Kenya's coast"; not "Russia bombed a village", "the Britain-based monitor". */
const saysWhere = (text: string, [start, end]: Span): boolean =>
  !/^-(?:based|backed|led|trained|born|made)\b/.test(text.slice(end, end + 8)) &&
  (/\b(?:in|at|near|of|from|to|into|across|inside|outside|around|over|off|on|through|throughout)\s+(?:the\s+)?(?:[\p{L}-]+\s+){0,3}$/iu.test(
    text.slice(Math.max(0, start - WHERE_CHARACTERS), start),
  ) ||
    /[,(]\s*$/.test(text.slice(Math.max(0, start - 3), start)) ||
    /^['’]s\b/.test(text.slice(end, end + 3)))
const WHERE_CHARACTERS = 40

const LIES_IN =
  /^(?:,? (?:neighbou?rhood|district|quarter|suburb|area|village|town|city|camp|region|province|county))?(?:,| of| in)(?: the)?(?: (?!and\b|or\b)[\p{Ll}-]+){0,2} $/u
const CONTAINER_CHARACTERS = 60

/** Roads, shops and halls are too small to be where an event is said to be. */
const SMALL =
  /\b(?:Street|St\.?|Road|Rd\.?|Drive|Dr\.?|Avenue|Ave\.?|Lane|Highway|Interstate|Park|Hall|Library|Bar|Club|Field|Stadium|Forest)$/

/** A description, or a name: "Village", not "Mill Road". */
const isOpen = ({ name, place, mentions: [{ kind }] }: Entity): boolean =>
  place === undefined && (kind === 'description' || (kind === 'name' && !SMALL.test(name)))

/** The one that outweighs every other by far. */
function clearest(votes: readonly (readonly [country: string, weight: number])[]): string | undefined {
  const sums = new Map<string, number>()
  for (const [country, weight] of votes) sums.set(country, (sums.get(country) ?? 0) + weight)
  const [first, second] = [...sums].toSorted((a, b) => b[1] - a[1])
  return first && first[1] >= MIN_VOTES && first[1] >= CLEAR * (second?.[1] ?? 0) ? first[0] : undefined
}
