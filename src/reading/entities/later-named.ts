// What an article has mentioned -> the same, with "a police spokeswoman" of its first lines united with the one spokeswoman that it names later.

import { type Discourse, firstAt, type Referent, unite } from './discourse.ts'

/** How much of an article is its lead, where somebody may speak before being named. */
const LEAD_CHARACTERS = 700

export function uniteLaterNamed(discourse: Discourse, start: number): void {
  const speakers = discourse.referents.filter(({ type, plural }) => type === 'person' && !plural)
  for (const one of speakers) {
    if (one.thing || !one.human || !one.spoke || firstAt(one) > start + LEAD_CHARACTERS) continue
    const rivals = speakers.filter((other) => other !== one && other.spoke && sharesNoun(one, other))
    const [named] = rivals
    if (rivals.length === 1 && named.thing && firstAt(named) > firstAt(one) && !differs(one, named))
      unite(discourse, one, named)
  }
}

/** "spokesman" and "spokeswoman" are one office. */
const officesIn = ({ nouns }: Referent): string[] =>
  [...nouns].map((noun) => noun.replace(/(?<=\bspokes)(?:wo)?man$/, 'person'))

const headOf = (noun: string): string => noun.split(' ').at(-1) ?? noun

/** Too wide to tell one from another. */
const ANYBODY =
  /^(?:man|woman|boy|girl|person|official|source|witness|resident|member|leader|soldier|officer|driver|victim)$/

function sharesNoun(one: Referent, other: Referent): boolean {
  const heads = new Set(officesIn(one).map(headOf))
  return officesIn(other).some((noun) => heads.has(headOf(noun)) && !ANYBODY.test(headOf(noun)))
}

/** "a police spokesman", "army spokesman Ivo Ban"; another country's; a man and a woman. */
function differs(one: Referent, other: Referent): boolean {
  if (one.gender && other.gender && one.gender !== other.gender) return true
  if (
    one.officesOf.size > 0 &&
    other.officesOf.size > 0 &&
    ![...one.officesOf].some((country) => other.officesOf.has(country))
  )
    return true
  const modified = (referent: Referent) => officesIn(referent).filter((noun) => noun.includes(' '))
  const [mine, theirs] = [modified(one), modified(other)]
  const agree = (a: string, b: string) => {
    const [few, many] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length)
    return few.every((word) => many.includes(word))
  }
  return mine.length > 0 && theirs.length > 0 && !mine.some((a) => theirs.some((b) => agree(a, b)))
}
