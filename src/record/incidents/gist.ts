// An incident -> one line below its title: the tolls, each for its group of people, and what is disputed. "Killed: 15 (officials) to more
// than 70. Whether civilians were hit is disputed."

import type { Aspect, Incident, NumberValue } from '../../types.ts'
import { aspectNamed, standing } from './title.ts'

export const gistOf = (incident: Incident): string =>
  [...FATES.flatMap((fate) => tollOf(incident, fate) ?? []), ...disputesOf(incident)].join(' ')

const FATES = ['killed', 'injured', 'missing', 'abducted', 'detained', 'displaced'] as const

interface Toll {
  value: NumberValue
  words: string
  origin: string
}

function tollOf(incident: Incident, fate: (typeof FATES)[number]): string | null {
  const aspect = aspectNamed(incident, `count:${fate}`)
  if (!aspect) return null
  const tolls = standing(aspect).flatMap(({ value, text, account }): Toll[] =>
    value.kind === 'number' && !value.part
      ? [{ value, words: text, origin: incident.accounts[account]?.origin ?? '' }]
      : [],
  )
  const whole = tolls.filter(({ value }) => value.group.side === undefined)
  const groups = whole.length > 0 ? [whole] : ['civilians', 'fighters'].map((side) => ofSide(tolls, side))
  const isDisputed = aspect.state === 'disputed'
  const told = groups.flatMap((group) => {
    const range = rangeOf(group, isDisputed)
    const side = group[0]?.value.group.side
    return range === null ? [] : [side === undefined ? range : `${range} ${range === '1' ? side.slice(0, -1) : side}`]
  })
  const label = fate.charAt(0).toUpperCase() + fate.slice(1)
  return told.length === 0 ? null : `${label}: ${told.join(', ')}.`
}

const ofSide = (tolls: readonly Toll[], side: string): Toll[] => tolls.filter(({ value }) => value.group.side === side)

/** The lowest and the highest that anybody still says; in a dispute, the first with who says it. */
function rangeOf(tolls: readonly Toll[], isDisputed: boolean): string | null {
  const bound = ({ value: { low, high } }: Toll) => high ?? low
  const sorted = tolls.toSorted(
    (a, b) =>
      a.value.low - b.value.low || bound(a) - bound(b) || Number(a.value.high === null) - Number(b.value.high === null),
  )
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (!lowest || !highest) return null
  const [from, to] = [inWords(lowest), inWords(highest)]
  // "6 to at least 6" is at least 6.
  if (from === to || lowest.value.low === highest.value.low) return to
  return `${from}${isDisputed && lowest.origin !== '' && lowest.origin.length <= MAX_ORIGIN ? ` (${lowest.origin})` : ''} to ${to}`
}

const MAX_ORIGIN = 40

/** "More than 70 people" -> "more than 70": as it was said, without whom it counts; words that take long are given as numbers. */
function inWords({ value, words }: Toll): string {
  const { low, high, approximate } = value
  const said = QUALIFIED.exec(words)?.[0]
  if (said !== undefined) return said.toLowerCase()
  if (/^(?:dozens|scores|hundreds|thousands|several|many|a few)\b/i.test(words))
    return words.split(/\s+/)[0].toLowerCase()
  if (high === null) return `at least ${low}`
  return low === high ? `${approximate ? 'about ' : ''}${low}` : `${low} to ${high}`
}

const QUALIFIED =
  /^(?:(?:at least|more than|over|up to|about|around|nearly|almost|some|fewer than|less than)\s+)?\d(?:[\d,.]*\d)?\b/i

function disputesOf(incident: Incident): string[] {
  return DISPUTES.flatMap(([name, sentence]) => {
    const aspect = aspectNamed(incident, name)
    return aspect?.state === 'disputed' ? [typeof sentence === 'string' ? sentence : sentence(aspect)] : []
  })
}

const DISPUTES: readonly (readonly [Aspect['name'], string | ((aspect: Aspect) => string)])[] = [
  ['status', whetherItHappened],
  ['actor', 'Who did it is disputed.'],
  ['recipient', whoWasHit],
  ['instrument', 'How it was done is disputed.'],
  ['place', 'Where it happened is disputed.'],
  ['time', 'When it happened is disputed.'],
]

/** Of a battle, both sides may grant that it was: one says that it goes on. */
function whetherItHappened({ claims, disputes }: Aspect): string {
  const isGranted =
    disputes.length > 0 && disputes.flatMap((one) => one.claims).every((at) => claims[at].polarity === 'yes')
  return isGranted ? 'Whether it is over is disputed.' : 'Whether it happened is disputed.'
}

function whoWasHit({ claims }: Aspect): string {
  const sides = new Set(claims.flatMap(({ value }) => (value.kind === 'party' ? (value.side ?? []) : [])))
  return sides.size === 2 ? 'Whether civilians were hit is disputed.' : 'Who was hit is disputed.'
}
