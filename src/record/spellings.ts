// A record -> for a word that was typed, how the texts may spell it: "Lukasz" is "Łukasz" there. SQLite drops accents by itself, but not these letters.

import type { OpenRecord } from './open-record.ts'

/** Letters of their own to Unicode, which people without such keys type plainly. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ß: 'ss',
  ə: 'e',
}

/** "Łukasz" -> "lukasz", "Šešelj" -> "seselj" */
export const plainOf = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => PLAIN[letter] ?? letter)

/** What the index takes off a word's end, so that "bombs" finds "bombing". */
const ENDING = /^(?:e|s|es|ed|ing|ly|er)?$/
/** More are no help to anybody. */
const MOST = 50

/** @returns other spellings of the word than the typed one, as the record's index has them */
export function spellingsIn({ db }: OpenRecord): (word: string) => string[] {
  const terms = new Map<string, string[]>()
  for (const table of ['blocks_text', 'statements_text']) {
    db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${table}_terms USING fts5vocab (main, ${table}, row)`)
    // Of all terms those with a letter beyond ASCII: the others are spelt as they are typed.
    const found = db.prepare<[], { term: string }>(`SELECT term FROM temp.${table}_terms WHERE term GLOB '*[^ -~]*'`)
    for (const { term } of found.iterate()) {
      const plain = plainOf(term)
      if (plain !== term) terms.set(plain, [...(terms.get(plain) ?? []), term])
    }
  }
  return (word) => {
    const plain = plainOf(word)
    const found = Array.from({ length: 4 }, (_, cut) => cut)
      .filter((cut) => cut < plain.length && ENDING.test(plain.slice(plain.length - cut)))
      .flatMap((cut) => terms.get(plain.slice(0, plain.length - cut)) ?? [])
    return [...new Set([plain, ...found])].filter((other) => other !== word.toLowerCase()).slice(0, MOST)
  }
}
