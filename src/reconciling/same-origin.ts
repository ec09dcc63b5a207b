// Two origins of one incident -> whether they are one.

import type { Origin } from './origins.ts'
import { sameName } from './words.ts'

/** @param areReprints whether their articles are one text */
export function isSameOrigin(one: Origin, other: Origin, areReprints: boolean): boolean {
  if (one.kind !== other.kind) return false
  switch (one.kind) {
    case 'voice':
      return one.own === other.own || areReprints || isSameOutlet(one, other)
    case 'unnamed':
      // The same words in a reprint, or in a report that has them from the other's outlet, hide the same person.
      return (
        one.own === other.own ||
        (one.label === other.label && (areReprints || isRelayedBy(one, other) || isRelayedBy(other, one)))
      )
    case 'named':
      return (
        (one.country === undefined || other.country === undefined || one.country === other.country) &&
        (isSameBody(bodyOf(one), bodyOf(other)) || speaksFor(one, other) || speaksFor(other, one))
      )
  }
}

const isSameOutlet = (one: Origin, other: Origin): boolean =>
  one.words.length > 0 && one.words.join(' ') === other.words.join(' ')

/** "told Harbour Wire", and a report of Harbour Wire. */
const isRelayedBy = ({ relays = [] }: Origin, { outlet }: Origin): boolean =>
  outlet !== undefined && relays.includes(outlet)

/** Whoever and whatever speaks for a body: "a spokesman for the army" is the army. */
const SPEAKERS = new Set(
  'spokesman spokeswoman spokesperson spokesmen spokespeople statement communique officials official office press service'.split(
    ' ',
  ),
)

const bodyOf = ({ words }: Origin): string[] => words.filter((word) => !SPEAKERS.has(word))

/** "the company and the army" together are neither of the two. */
const isSameBody = (one: readonly string[], other: readonly string[]): boolean =>
  one.includes('and') || other.includes('and') ? one.join(' ') === other.join(' ') : sameName(one, other)

/** "Ana Ruiz, the provincial police chief" speaks for "the police". */
function speaksFor({ office = [] }: Origin, body: Origin): boolean {
  const words = bodyOf(body)
  return body.office === undefined && words.length > 0 && words.every((word) => office.includes(word))
}
