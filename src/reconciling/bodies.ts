// Bodies of two reports -> whether they are one: by name, country and place. Every state has an army and every town a police, so that of
// these the name alone says nothing.

import type { Body } from '../types.ts'
import { phraseWords, sameName } from './words.ts'

/** Other words for the same body. */
const SAME: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^(?:army|military|armed forces|troops|soldiers|(?:military|army) command)$/, 'army'],
  [/^(?:government|authorities|regime|state|officials)$/, 'government'],
  [
    /^(?:(?:national|local|city|town|district|provincial|regional|state|federal) )?police(?: force| department| service)?$/,
    'police',
  ],
  [/^(?:joint command) of (?:the )?armed forces$/, 'joint command'],
  [/^(?:presidency|president|presidential office)$/, 'president'],
  [/^(?:prosecutors?|prosecution service|public prosecutors?)$/, 'prosecutor'],
]

/** Its name, of several words for it always the same one. */
export const bodyName = ({ name }: Pick<Body, 'name'>): string =>
  SAME.find(([pattern]) => pattern.test(name))?.[1] ?? name

/** What every state or town has, by its last words. */
const GENERIC =
  /(?:^|\s)(?:army|military|air force|navy|police|gendarmerie|coast ?guard|(?:national|border|presidential) guard|security (?:forces|services?|council)|special forces|forces|command|staff|government|authorit(?:y|ies)|administration|ministry|parliament|senate|congress|cabinet|president|presidency|prime ministry|opposition|rebels|courts?|prosecutors?|mayor|governor|municipality|(?:local|city|town|provincial|regional|district|village) council|prefecture|hospitals?|clinic|morgue|health (?:office|department|directorate|service)|fire (?:service|brigade|department)|civil defence|directorate|intelligence(?: service| agency)?|embassy|media|television|tv|radio|company)$/
/** "the Lord's Resistance Army" is the name of one. */
const PROPER = /\b(?:liberation|resistance|free|people['’]?s|revolutionary|independence|salvation|red|republican)\b/

/** Whether the country that a report is about says whose it is. */
export const isGeneric = (body: Pick<Body, 'name'>): boolean => {
  const name = bodyName(body)
  return GENERIC.test(name) && !PROPER.test(name)
}

/** @param country that the article is about */
export const placedBody = (body: Body, country: string | undefined): Body =>
  body.country !== undefined || country === undefined || !isGeneric(body) ? body : { ...body, country }

export function isSameBody(one: Body, other: Body): boolean {
  if (!agree(one.country, other.country) || !sharesPlace(one.place, other.place)) return false
  const [a, b] = [bodyName(one), bodyName(other)]
  if (a === b) return true
  // "the company and the army" together are neither of the two.
  if (/\band\b/.test(a) || /\band\b/.test(b)) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return isAcronymOf(short, long) || (!isGeneric({ name: short }) && sameName(phraseWords(short), phraseWords(long)))
}

const agree = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one === other

/** A report may leave out the town. */
const sharesPlace = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || sameName(phraseWords(one), phraseWords(other))

const SMALL = new Set(['of', 'the', 'and', 'for', 'in'])
const MIN_INITIALS = 3

/** "nmj" and "niger movement for justice" */
export function isAcronymOf(short: string, long: string): boolean {
  if (!/^\p{L}{3,7}$/u.test(short)) return false
  const words = long.split(/[\s-]+/).filter(Boolean)
  const initials = (some: readonly string[]) => some.map((word) => word[0]).join('')
  const telling = words.filter((word) => !SMALL.has(word))
  return telling.length >= MIN_INITIALS && (initials(telling) === short || initials(words) === short)
}
