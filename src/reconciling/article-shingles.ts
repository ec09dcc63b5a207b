// Articles -> which of them are one text, printed more than once: shingles of five words, as in Broder, "On the resemblance and
// containment of documents" (1997), of which about half, chosen by their hash, are compared.

import type { Article, Reading } from '../types.ts'
import { SEPARATOR } from './mentions.ts'

const WORDS = 5
/** How much of the shorter must stand in the longer. */
const CONTAINED = 0.5
/** Fewer words than these say too little. */
const LEAST = 8

export interface ArticleShingles {
  /** Document and article, as in EventChain. */
  article: string
  numbers: ReadonlySet<number>
}

export function articleShinglesOf({ document: { id, text }, articles }: Reading): ArticleShingles[] {
  return articles.map((article, index) => ({
    article: [id, index + 1].join(SEPARATOR),
    numbers: shinglesOf(article, text),
  }))
}

function shinglesOf({ blocks }: Article, text: string): Set<number> {
  const words = blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'quote' || kind === 'list')
    .flatMap(
      ({ span }) =>
        text
          .slice(...span)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
    )
  const found = new Set<number>()
  if (words.length < LEAST) return found
  const hashes = words.map(hashWord)
  for (let at = 0; at + WORDS <= hashes.length; at++) {
    let mixed = 0x811c9dc5
    for (let i = at; i < at + WORDS; i++) mixed = Math.imul(mixed ^ hashes[i], 0x01000193) >>> 0
    if (mixed % 2 === 0) found.add(mixed)
  }
  return found
}

/** Whether one is printed in the other. */
export function isReprint(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one]
  if (short.size < 3) return false
  let shared = 0
  for (const shingle of short) if (long.has(shingle)) shared++
  return shared >= CONTAINED * short.size
}

/** FNV-1a, 32 bits. */
export function hashWord(word: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193) >>> 0
  return value
}
