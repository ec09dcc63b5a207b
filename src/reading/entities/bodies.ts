// "the group", "the newspaper", "the rebels" -> the named body that is meant, among those spoken of before.

import { type Discourse, type Referent, spokenOf } from './discourse.ts'
import type { Noun } from './nouns.ts'

/** How far back a name may stand that "the group" takes up. */
const NAME_CHARACTERS = 1500

const OUTLET =
  /^(?:agency|broadcaster|channel|daily|journal|magazine|network|newspaper|paper|radio|station|television|tv|website|weekly)$/
const GROUP = /^(?:alliance|charity|faction|group|militia|movement|organi[sz]ation|outfit|party|watchdog)$/
const FIGHTERS = /^(?:extremist|guerrilla|insurgent|islamist|jihadist|militant|rebel|separatist)s?$/
const HELPERS = /^(?:advocacy|aid|charity|conservation|human|humanitarian|medical|monitoring|relief|rights)$/

/** Of these a country has one: "the group" is none of them. */
const STATE: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'LEG', 'JUD', 'SPY'])

/**
 * @param noun of a definite phrase that names nobody
 * @returns for the source of a statement the nearest that fits; otherwise the only one
 */
export function bodyMeant(
  at: number,
  { word, full, plural }: Noun,
  discourse: Discourse,
  speaks: boolean,
): Referent | null {
  const modifiers = full.split(' ').slice(0, -1)
  const fits = fitsBody(word, modifiers, plural)
  if (!fits) return null
  const before = spokenOf(discourse, at, NAME_CHARACTERS).map(({ referent }) => referent)
  const named = before.filter((referent) => referent.thing !== null && fits(referent))
  if (speaks && !plural) return named[0] ?? null
  // "The rebels" are no faction's where there are several, named or not.
  const others = before.filter((referent) => referent.thing === null && !referent.plural && isFaction(referent))
  return named.length === 1 && others.length === 0 ? named[0] : null
}

function fitsBody(
  word: string,
  modifiers: readonly string[],
  plural: boolean,
): ((referent: Referent) => boolean) | null {
  if (plural) return FIGHTERS.test(word) && modifiers.length === 0 ? isFaction : null
  if (OUTLET.test(word) && modifiers.length === 0) return ({ type }) => type === 'outlet'
  if (!GROUP.test(word)) return null
  if (modifiers.some((modifier) => FIGHTERS.test(modifier) || /^(?:armed|terror(?:ist)?)$/.test(modifier)))
    return isFaction
  if (word === 'charity' || modifiers.some((modifier) => HELPERS.test(modifier))) return isCivic
  return modifiers.length === 0 ? (referent) => isFaction(referent) || isCivic(referent) : null
}

const isFaction = ({ type }: Referent): boolean => type === 'group'

const isCivic = ({ type, thing }: Referent): boolean => type === 'organisation' && !STATE.has(thing?.sector ?? '')
