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

/** What a country has many of: the hospital of one town is not the hospital of another. */
const LOCAL =
  /(?:^|\s)(?:mayor|municipality|(?:local|city|town|district|village|regional|provincial) (?:council|administration|office|government|authorit(?:y|ies))|governor|prefecture|prefect|hospitals?|clinic|morgue|health (?:office|department|directorate)|fire (?:service|brigade|department)|court|school|university|church|mosque|company|(?:regional|local|press) office|party|village)$/

export const isLocal = (name: string): boolean => LOCAL.test(name)

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

/** "niger movement for justice" -> "nmj" */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => word && !SMALL.has(word))
    .map((word) => word[0])
    .join('')

/** "nmj" and "niger movement for justice" */
export const isAcronymOf = (short: string, long: string): boolean =>
  short.length >= MIN_INITIALS && !short.includes(' ') && long.includes(' ') && initialsOf(long) === short

const FORCES =
  /^(?:air force|navy|marines|joint command|general staff|special forces|(?:presidential|republican|national) guard|coast ?guard)$/
const APART = /\b(?:opposition|rebels|media|television|tv|radio|company|hospitals?|clinic|morgue)$/

/** The air force and the navy, in every state. */
export const isArmOfForces = (name: string): boolean => FORCES.test(name)

/** What no government has: an opposition, a press, a hospital. */
export const isApartFromState = (name: string): boolean => APART.test(name)
