// The names of two persons, with their offices and countries -> whether they are one: the same name, a part of it, or another spelling of it
// where office and country agree ("Radmanish", "Radmanesh").

import type { Body } from '../types.ts'
import { isSameBody } from './bodies.ts'
import { sameName } from './words.ts'

export interface PersonName {
  words: readonly string[]
  country?: string
  body?: Body
}

export function isSamePerson(one: PersonName, other: PersonName): boolean {
  if (one.country !== undefined && other.country !== undefined && one.country !== other.country) return false
  if (one.words.length === 0 || other.words.length === 0) return false
  return sameName(one.words, other.words) || (isSpellingOf(one.words, other.words) && areOfOneBackground(one, other))
}

/** A full name in another spelling is hardly anybody else's; a family name may be, but for the same office or country. */
const areOfOneBackground = (one: PersonName, other: PersonName): boolean =>
  Math.min(one.words.length, other.words.length) > 1 ||
  (one.country !== undefined && one.country === other.country) ||
  (one.body !== undefined && other.body !== undefined && isSameBody(one.body, other.body))

/** Each word of the shorter name is a word of the longer one, spelt in another way at most, in this order from the end. */
function isSpellingOf(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const last = isVariant(short.at(-1) ?? '', long.at(-1) ?? '')
  return last && short.slice(0, -1).every((word) => long.some((candidate) => isVariant(word, candidate)))
}

const MIN_LETTERS = 4
const MIN_CONSONANTS = 3

/** "Radmanish" and "Radmanesh", "Mohammed" and "Muhamad": the same consonants, as alphabets are transliterated. */
export function isVariant(one: string, other: string): boolean {
  if (one === other) return true
  if (Math.min(one.length, other.length) < MIN_LETTERS) return false
  const [a, b] = [skeleton(one), skeleton(other)]
  // "Petrova" is no other spelling of "Petrov".
  const isAlikeAtEnd = /[aeiouy]$/.test(one) === /[aeiouy]$/.test(other)
  return a === b && a.length >= MIN_CONSONANTS && isAlikeAtEnd && Math.abs(one.length - other.length) <= 3
}

/** Its consonants, each in one way of writing it; a first vowel counts as such, whichever it is. */
export function skeleton(word: string): string {
  const plain = word
    .toLowerCase()
    .replace(/sch|sh|ch|tch/g, 's')
    .replace(/kh|gh|q|c|ck/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/th|dh/g, (pair) => pair[0])
    .replace(/dj|zh|dz/g, 'j')
    .replace(/w|v/g, 'v')
    .replace(/z/g, 's')
    .replace(/(.)\1+/g, '$1')
  const first = /^[aeiouy]/.test(plain) ? 'a' : ''
  return first + plain.replace(/[aeiouyh]/g, '')
}
