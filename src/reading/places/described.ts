// The entities of an article -> the same, places and facilities that the text only describes at the point of the listed place that
// they are described by: "the town of Karim", "the Syrian capital", "the city".

import type { Entity, Span } from '../../types.ts'
import { keyOf, type NameLexicon } from '../entities/lexicon.ts'
import { indexSpans } from '../spans.ts'
import type { EntityPlace } from './describe.ts'

/** The points of a country and of its capital, by the country's code. */
export interface Nations {
  country(code: string): EntityPlace | undefined
  capital(code: string): EntityPlace | undefined
}

interface Placed {
  span: Span
  entity: Entity
  place: EntityPlace
}

export function withDescribed(
  entities: readonly Entity[],
  text: string,
  { demonyms }: Pick<NameLexicon, 'demonyms'>,
  nations: Nations,
): Entity[] {
  const placed = entities.flatMap((entity): Placed[] =>
    entity.place === undefined || entity.type === 'organisation'
      ? []
      : entity.mentions
          .filter(({ kind }) => kind !== 'pronoun')
          .map(({ span }) => ({ span, entity, place: entity.place as EntityPlace })),
  )
  const named = indexSpans(
    placed.filter(({ entity }) => entity.type === 'place').map((item) => [item.span, item] as const),
  )
  const before = placed.toSorted((a, b) => a.span[0] - b.span[0])
  return entities.map((entity) => {
    if (entity.place !== undefined || (entity.type !== 'place' && entity.type !== 'facility')) return entity
    for (const { span, kind } of entity.mentions) {
      if (kind === 'pronoun') continue
      const words = text.slice(...span)
      const place =
        within(words, span, named.touching(span)) ??
        (kind === 'description'
          ? (national(words, demonyms, nations) ?? takenUp(words, latest(before, span[0])))
          : undefined)
      if (place) return { ...entity, place: entity.type === 'facility' ? coarser(place) : place }
    }
    return entity
  })
}

const RANK: readonly EntityPlace['precision'][] = ['exact', 'settlement', 'district', 'region', 'country']
const rank = ({ precision }: EntityPlace) => RANK.indexOf(precision)

/** "the town of Karim" is Karim; "a suburb of Karim", "Karim market" lie in it. */
function within(words: string, [start, end]: Span, inside: readonly Placed[]): EntityPlace | undefined {
  const finest = inside
    .filter(({ span }) => span[0] >= start && span[1] <= end)
    .toSorted((a, b) => rank(a.place) - rank(b.place) || b.span[0] - a.span[0])[0]
  if (!finest) return undefined
  const { span, place } = finest
  const [lead, tail] = [words.slice(0, span[0] - start), words.slice(span[1] - start)]
  return isItself(lead, tail) ? place : lyingIn(place)
}

const KIND =
  '(?:city|town|village|hamlet|port|province|state|region|district|county|governorate|republic|island|capital|resort|territory|department|area)'
const ITSELF = new RegExp(`(?:^|\\s)${KIND} of (?:the )?$`, 'i')
const isItself = (lead: string, tail: string): boolean =>
  tail.trim() === ''
    ? ITSELF.test(lead) || /^(?:the )?$/i.test(lead)
    : /^(?:the )?$/i.test(lead) && new RegExp(`^ ${KIND}$`, 'i').test(tail)

function lyingIn({ geonameId: _, featureCode: __, ...place }: EntityPlace): EntityPlace {
  return { ...coarser(place), relation: 'in' }
}

const coarser = (place: EntityPlace): EntityPlace =>
  place.precision === 'exact' ? { ...place, precision: 'settlement' } : place

/** "the Syrian capital", "an Afghan village" */
function national(
  words: string,
  demonyms: NameLexicon['demonyms'],
  { country, capital }: Nations,
): EntityPlace | undefined {
  const tokens = words.split(/[\s-]+/)
  const codes = new Set(tokens.flatMap((token) => (/^\p{Lu}/u.test(token) ? (demonyms.get(keyOf(token)) ?? []) : [])))
  const [code] = codes
  if (codes.size !== 1 || code === undefined) return undefined
  if (/\bcapital$/i.test(words) && !/\bprovincial\b/i.test(words)) return capital(code)
  const place = country(code)
  return place && lyingIn(place)
}

/** What "the city" may be, by the noun. */
const ANAPHORS: readonly (readonly [RegExp, (place: EntityPlace) => boolean])[] = [
  [/^(?:the|this|that) (?:\p{L}+ )?(?:city|town|village)$/iu, ({ precision }) => precision === 'settlement'],
  [
    /^(?:the|this|that) (?:\p{L}+ )?(?:province|state|governorate|department)$/iu,
    ({ precision, featureCode }) => precision === 'region' && featureCode === 'ADM1',
  ],
  [
    /^(?:the|this|that) (?:\p{L}+ )?(?:region|territory|peninsula|island|enclave|strip)$/iu,
    ({ precision }) => precision === 'region',
  ],
  [/^(?:the|this|that) (?:\p{L}+ )?district$/iu, ({ precision }) => precision === 'district'],
  [/^(?:the|this|that) country$/iu, ({ precision }) => precision === 'country'],
]

/** "the city" is the settlement named last. */
function takenUp(words: string, earlier: readonly Placed[]): EntityPlace | undefined {
  const fits = ANAPHORS.find(([pattern]) => pattern.test(words))?.[1]
  if (!fits) return undefined
  return earlier.findLast(
    ({ place, entity }) => entity.mentions[0].kind === 'name' && place.relation === undefined && fits(place),
  )?.place
}

/** How far back an antecedent may stand, in mentions of places. */
const MAX_BACK = 8

function latest(placed: readonly Placed[], at: number): readonly Placed[] {
  let [low, high] = [0, placed.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (placed[middle].span[0] < at) low = middle + 1
    else high = middle
  }
  return placed.slice(Math.max(0, low - MAX_BACK), low)
}
