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
  /** Ids that others refer to. */
  kept: ReadonlySet<string>,
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
  const same = new Map<string, Entity['mentions']>()
  const settled = entities.flatMap((entity): Entity[] => {
    if (entity.place !== undefined || (entity.type !== 'place' && entity.type !== 'facility')) return [entity]
    for (const { span, kind } of entity.mentions) {
      if (kind === 'pronoun') continue
      const words = text.slice(...span)
      const found =
        within(words, span, named.touching(span)) ??
        (kind === 'description'
          ? (national(words, demonyms, nations) ?? takenUp(words, latest(before, span[0]), nations))
          : undefined)
      if (!found) continue
      const { place, itself } = found
      if (itself && kind === 'description' && !kept.has(entity.id) && itself.type === 'place') {
        same.set(itself.id, [...(same.get(itself.id) ?? []), ...entity.mentions])
        return []
      }
      return [{ ...entity, place: entity.type === 'facility' ? coarser(place) : place }]
    }
    return [entity]
  })
  return settled.map((entity) => {
    const more = same.get(entity.id)
    return more
      ? { ...entity, mentions: [...entity.mentions, ...more].toSorted((a, b) => a.span[0] - b.span[0]) }
      : entity
  })
}

interface Found {
  place: EntityPlace
  /** The entity that it is, where it is no other place. */
  itself?: Entity
}

const RANK: readonly EntityPlace['precision'][] = ['exact', 'settlement', 'district', 'region', 'country']
const rank = ({ precision }: EntityPlace) => RANK.indexOf(precision)

/** "the town of Karim" is Karim; "a suburb of Karim", "Karim market" lie in it. */
function within(words: string, [start, end]: Span, inside: readonly Placed[]): Found | undefined {
  const finest = inside
    .filter(({ span }) => span[0] >= start && span[1] <= end)
    .toSorted((a, b) => rank(a.place) - rank(b.place) || b.span[0] - a.span[0])[0]
  if (!finest) return undefined
  const { span, place, entity } = finest
  const [lead, tail] = [words.slice(0, span[0] - start), words.slice(span[1] - start)]
  return isItself(lead, tail) ? { place, itself: entity } : { place: lyingIn(place) }
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

/** A Syrian town is in Syria; a Chinese restaurant is anywhere. */
const NATIONAL =
  /\b(?:city|town|village|hamlet|port|province|state|region|district|county|governorate|capital|resort|territory|territories|soil|waters|coast|border|area|enclave|highlands|mountains|cities|towns|villages|provinces)$/i

/** "the Syrian capital", "an Afghan village" */
function national(words: string, demonyms: NameLexicon['demonyms'], { country, capital }: Nations): Found | undefined {
  const tokens = words.split(/[\s-]+/)
  if (!NATIONAL.test(words)) return undefined
  const codes = new Set(tokens.flatMap((token) => (/^\p{Lu}/u.test(token) ? (demonyms.get(keyOf(token)) ?? []) : [])))
  const [code] = codes
  if (codes.size !== 1 || code === undefined) return undefined
  const isCapital = /\bcapital$/i.test(words) && !/\bprovincial\b/i.test(words)
  const place = isCapital ? capital(code) : country(code)
  return place && { place: isCapital ? place : lyingIn(place) }
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

/** "the city" is the settlement named last, "the capital" that of the country spoken of last. */
function takenUp(words: string, earlier: readonly Placed[], { capital }: Nations): Found | undefined {
  if (/^the capital(?: city)?$/i.test(words)) {
    const code = earlier.findLast(({ place }) => place.country !== undefined)?.place.country
    const place = code === undefined ? undefined : capital(code)
    return place && { place }
  }
  const fits = ANAPHORS.find(([pattern]) => pattern.test(words))?.[1]
  if (!fits) return undefined
  const found = earlier.findLast(
    ({ place, entity }) => entity.mentions[0].kind === 'name' && place.relation === undefined && fits(place),
  )
  return found && { place: found.place, itself: found.entity }
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
