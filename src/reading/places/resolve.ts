// Names recognised as places -> the place that each means, resolved together: one name, one place per article.

import type { Gazetteer, Listed, Place } from '../../gazetteer/gazetteer.ts'
import type { Container } from './containment.ts'
import { isCountry, kinship, type Located, locate } from './geography.ts'
import type { Nationality } from './nationality.ts'
import { type Called, priorOf } from './prior.ts'

/** All mentions of one name in an article. */
export interface Named {
  form: string
  count: number
  listed: readonly Listed[]
  called: Called
  /** What the text says that it lies in. */
  stated: readonly Container[]
  /** Countries whose police or officials speak or act in a sentence with it. */
  near: readonly Nationality[]
  /** It is what others are said to lie in: the Texas of "Paris, Texas". */
  contains: boolean
}

export interface Resolved {
  place: Place
  /** The place itself is not listed; this is what the text says that it lies in. */
  container: boolean
  /** 0 to 1, among the places of that name. */
  share: number
}

interface Option extends Located {
  prior: number
  /** The text says so. */
  stated: boolean
}

interface Anchor {
  located: Located
  weight: number
  /** Whose it is, so that no name speaks for itself. */
  form: string
}

/** Of a name that hundreds of places bear, the largest; and of an article of hundreds of names, the most frequent. */
const OPTIONS = 60
const ANCHORS = 40
const PASSES = 3

/** How much a certain neighbour counts, in units of a tenfold population. */
const CONTEXT = 4
const STATED = 8
/** "Washington, Pennsylvania and Ohio" may be a list. */
const LISTED = 1.5

/** How much a country's people weigh as evidence for its places: "Iraqi" once, and often. */
const nationWeight = (count: number) => Math.min(0.5, 0.2 + 0.05 * count)

/** @param home places that the outlet's own name holds @param nations how often the people of each country are named */
export function resolveNames(
  names: readonly Named[],
  { home, nations }: { home: readonly Place[]; nations: ReadonlyMap<Place, number> },
  gazetteer: Gazetteer,
): Map<string, Resolved> {
  const options = new Map(names.map((name) => [name.form, optionsOf(name, gazetteer)]))
  const homes = [...home.map((place) => [place, 0.5] as const), ...nationsBy(nations)].map(
    ([place, weight]): Anchor => ({ located: locate(place, gazetteer), weight, form: '' }),
  )
  const frequent = names.toSorted((a, b) => b.count - a.count).slice(0, ANCHORS)
  let shares = new Map(names.map(({ form }) => [form, softmax((options.get(form) ?? []).map(({ prior }) => prior))]))
  for (let pass = 0; pass < PASSES; pass++) {
    const anchors = [...homes, ...frequent.flatMap((name) => anchorsOf(name, options, shares))]
    shares = new Map(
      names.map(({ form }) => [
        form,
        softmax((options.get(form) ?? []).map((option) => option.prior + CONTEXT * support(option, form, anchors))),
      ]),
    )
  }
  const found = new Map<string, Resolved>()
  for (const name of names) {
    const best = bestOf(options.get(name.form) ?? [], shares.get(name.form) ?? [])
    const outside = best?.option.stated ? null : (beyondOptions(name)?.places[0] ?? null)
    if (outside) found.set(name.form, { place: outside, container: true, share: 0.5 })
    else if (best) found.set(name.form, { place: best.option.place, container: false, share: best.share })
  }
  return found
}

/** What a name lies in that no place of that name lies in: it is too small to be listed. A list of states says no such thing. */
function beyondOptions({ listed, stated }: Named): Container | undefined {
  const large = listed.some(
    ({ place: { feature, population }, primary }) =>
      !/^(?:PPL|STLMT|ADM[2-5])/.test(feature) || (primary && population >= LARGE),
  )
  return large ? undefined : stated.find((container) => !container.listed)
}

/** Too large a place for a namesake to be meant without its being listed. */
const LARGE = 100_000

const nationsBy = (nations: ReadonlyMap<Place, number>) =>
  Array.from(nations, ([place, count]) => [place, nationWeight(count)] as const)

function optionsOf({ listed, called, stated, near, contains }: Named, gazetteer: Gazetteer): Option[] {
  const fitting =
    contains && stated.length === 0
      ? listed.filter(({ place }) => isCountry(place) || place.feature === 'ADM1')
      : listed
  return (fitting.length > 0 ? fitting : listed)
    .map((entry) => ({ entry, prior: priorOf(entry, called) }))
    .toSorted((a, b) => b.prior - a.prior)
    .slice(0, stated.length > 0 ? listed.length : OPTIONS)
    .map(({ entry, prior }) => {
      const located = locate(entry.place, gazetteer)
      const said = stated.filter(({ places }) => places.some((place) => liesIn(located, place)))
      const sure = said.some((container) => !container.listed)
      const national = Math.max(
        0,
        ...near.filter(({ country }) => country.country === located.place.country).map(({ weight }) => weight ?? 0),
      )
      return { ...located, prior: prior + (sure ? STATED : said.length > 0 ? LISTED : national), stated: sure }
    })
}

const liesIn = ({ place, within }: Located, container: Place): boolean =>
  place.index !== container.index &&
  (within.has(container.index) || (isCountry(container) && place.country === container.country))

function anchorsOf(
  { form, count }: Named,
  options: ReadonlyMap<string, readonly Option[]>,
  shares: ReadonlyMap<string, readonly number[]>,
): Anchor[] {
  const best = bestOf(options.get(form) ?? [], shares.get(form) ?? [])
  if (!best) return []
  return [{ located: best.option, weight: best.share * Math.min(1.5, 0.7 + 0.15 * count), form }]
}

/** Grows ever more slowly, so that ten neighbours do not outvote what the text says. */
function support(option: Located, form: string, anchors: readonly Anchor[]): number {
  let sum = 0
  for (const anchor of anchors) if (anchor.form !== form) sum += anchor.weight * kinship(option, anchor.located)
  return Math.log2(1 + sum)
}

function bestOf(options: readonly Option[], shares: readonly number[]): { option: Option; share: number } | null {
  let best = -1
  shares.forEach((share, index) => {
    if (best < 0 || share > shares[best]) best = index
  })
  return best < 0 ? null : { option: options[best], share: shares[best] }
}

/** Scores are powers of ten, as populations are; e to the twice of them is a little less. */
function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const weights = scores.map((score) => Math.exp(2 * (score - top)))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  return weights.map((weight) => weight / sum)
}
