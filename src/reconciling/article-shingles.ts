// Articles -> their shingles, by which reprints are found: runs of five words, as in Broder, "On the resemblance and containment of
// documents" (1997), of which about half, chosen by their hash, are kept.

import type { Article, Reading } from '../types.ts'
import { FNV_OFFSET, fnvStep, hashWord } from './fnv.ts'
import { SEPARATOR } from './mention.ts'

const SHINGLE_WORDS = 5
/** An article of fewer words says too little, and has no shingles. */
const MIN_WORDS = 8

export interface ArticleShingles {
  /** Document and article (articleOf in event-chain.ts). */
  article: string
  numbers: ReadonlySet<number>
}

export function articleShinglesOf({ document: { id, text }, articles }: Reading): ArticleShingles[] {
  return articles.map((article, index) => ({
    article: [id, index + 1].join(SEPARATOR),
    numbers: shinglesOf(wordsIn(article, text)),
  }))
}

/** Of its running text, without titles and captions. */
const wordsIn = ({ blocks }: Article, text: string): string[] =>
  blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'quote' || kind === 'list')
    .flatMap(
      ({ span }) =>
        text
          .slice(...span)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
    )

function shinglesOf(words: readonly string[]): Set<number> {
  const shingles = new Set<number>()
  if (words.length < MIN_WORDS) return shingles
  const hashes = words.map(hashWord)
  for (let at = 0; at + SHINGLE_WORDS <= hashes.length; at++) {
    let shingle = FNV_OFFSET
    for (let i = at; i < at + SHINGLE_WORDS; i++) shingle = fnvStep(shingle, hashes[i])
    if (shingle % 2 === 0) shingles.add(shingle)
  }
  return shingles
}
