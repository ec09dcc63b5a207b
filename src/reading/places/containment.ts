// The text around a place -> the place that it says contains it: "Paris, Texas", "Tabqa in Raqqa province", "Fargo, N.D."

import { COUNTRY_FEATURE } from '../../gazetteer/entry.ts'
import { foldName } from '../../gazetteer/fold.ts'
import type { Gazetteer, Listed, Place } from '../../gazetteer/gazetteer.ts'
import { lookUp } from '../../gazetteer/look-up.ts'
import type { ArticleText, Sentence, Token } from '../../types.ts'

/** Short forms that only mean a state behind a comma: "Ala.", "MN" -> the state. */
export type Divisions = ReadonlyMap<string, Place>

export interface DivisionFile {
  entries: { country: string; name: string; short: string[] }[]
}

export function indexDivisions({ entries }: DivisionFile, gazetteer: Gazetteer): Divisions {
  const found = new Map<string, Place>()
  for (const { country, name, short } of entries) {
    const division = gazetteer
      .find(foldName(name))
      .find(({ place }) => place.country === country && place.feature === 'ADM1')?.place
    if (division) for (const form of short) found.set(form, division)
  }
  return found
}

export interface Container {
  /** Any of these, as far as the name tells. */
  places: readonly Place[]
  /** Nothing but a comma between, and more names behind: as likely a list. */
  listed: boolean
  /** The tokens that name it. */
  from: number
  to: number
}

const DIVISION = /^(?:ADM[12]|PCL|RGN|TERR|ISL|CONT)/
const KIND =
  /^(?:province|governorate|state|county|district|region|oblast|prefecture|department|municipality|parish|territory)$/i

/** The container named right behind a place: after a comma, in brackets, or "in ... province". */
export function containerAfter(
  { sentence: { tokens }, to }: { sentence: Sentence; to: number },
  { article, gazetteer, divisions }: { article: ArticleText; gazetteer: Gazetteer; divisions: Divisions },
): Container | null {
  const mark = tokens[to]?.text ?? ''
  if (mark === ',' || mark === '(') {
    const short = shortForm(tokens, to + 1, divisions)
    if (short) return short
    return named(tokens, to + 1, article.text, gazetteer, false)
  }
  // "Tabqa in Raqqa province", "Sinjar, in northern Iraq"
  const at = /^(?:in|of)$/.test(mark) ? to + 1 : -1
  return at < 0 ? null : named(tokens, at, article.text, gazetteer, true)
}

function shortForm(tokens: readonly Token[], at: number, divisions: Divisions): Container | null {
  const text = tokens[at]?.text ?? ''
  const place =
    divisions.get(text) ??
    divisions.get(text.replace(/\.$/, '')) ??
    (tokens[at + 1]?.text === '.' ? divisions.get(`${text}.`) : undefined)
  return place ? { places: [place], from: at, to: at + 1, listed: false } : null
}

const LONGEST = 4

function named(
  tokens: readonly Token[],
  at: number,
  text: string,
  gazetteer: Gazetteer,
  loose: boolean,
): Container | null {
  let from = at
  while (
    /^(?:the|north|south|east|west|northern|southern|eastern|western|central|northeastern|northwestern|southeastern|southwestern|in)$/.test(
      tokens[from]?.text ?? '',
    ) &&
    from < at + 3
  )
    from++
  let to = from
  while (
    to < tokens.length &&
    to - from < LONGEST &&
    (/^\p{Lu}/u.test(tokens[to].text) || /^(?:-|of|and|al|ez|el|the)$/.test(tokens[to].text))
  )
    to++
  for (; to > from; to--) {
    // "the India-Pakistan border", "the North"
    if (!/^\p{Lu}/u.test(tokens[to - 1].text) || tokens[to]?.text === '-' || onlySides(tokens, from, to)) continue
    const surface = text.slice(tokens[from].span[0], tokens[to - 1].span[1])
    const divided = KIND.test(tokens[to]?.text ?? '')
    const all = lookUp(surface, gazetteer)
    // "the school in Santa Ana": a city, though a department is called so in short
    const town = !divided && all.some(({ place, primary }) => primary && place.feature.startsWith('PPL'))
    const listed = all.filter(({ place }) => DIVISION.test(place.feature) && !(town && isShort(place, surface)))
    const places = listed.filter((entry) => contains(entry, divided || !loose)).map(({ place }) => place)
    if (places.length > 0)
      return { places, from, to: divided ? to + 1 : to, listed: !loose && !divided && goesOn(tokens, to) }
  }
  return null
}

/** "Santa Ana" for "Santa Ana Department". */
const isShort = ({ name, feature }: Place, surface: string): boolean =>
  feature === 'ADM1' && foldName(name) !== foldName(surface)

const onlySides = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .every(({ text }) =>
      /^(?:-|(?:north|south|east|west)(?:east|west)?(?:ern)?|central|middle|upper|lower)$/i.test(text),
    )

/** Countries and states contain without more ado; districts only where the text calls them so. */
const contains = ({ place: { feature }, primary }: Listed, divided: boolean): boolean =>
  COUNTRY_FEATURE.test(feature) || feature === 'ADM1' || (divided && primary)

/** "Austria, Germany and Italy", "Ohio, Iowa, Texas" */
const goesOn = (tokens: readonly Token[], to: number): boolean =>
  /^(?:and|or|&|,)$/.test(tokens[to]?.text ?? '') && /^(?:\p{Lu}|and$|or$)/u.test(tokens[to + 1]?.text ?? '')
