// The words before and after a name -> its titles and offices.

import type { Token } from '../../types.ts'
import { type Gender, keyOf, type NameLexicon } from './lexicon.ts'

export interface Title {
  roles: string[]
  gender?: Gender
  /** Where the name starts, past a title with capitals. */
  nameFrom: number
}

/** How many words a title has at most. */
const TITLE_WORDS = 4

/** "President", "Iraqi Prime Minister", "spokesman": before the name, whether the run of capitals took it in or not. */
export function titleBefore(tokens: readonly Token[], start: number, to: number, lexicon: NameLexicon): Title {
  const words = (from: number, end: number) =>
    keyOf(
      tokens
        .slice(from, end)
        .map(({ text }) => text)
        .join(' '),
    )
  for (let end = to - 1; end >= start; end--) {
    for (let from = Math.max(0, end - TITLE_WORDS); from < end; from++) {
      const title = lexicon.titles.get(words(from, end))
      // Inside the run, a title must open it, save for a country's adjective: "Iraqi Prime Minister Haider Abadi".
      const opens =
        from <= start ||
        tokens
          .slice(start, from)
          .every(
            ({ text }) =>
              lexicon.demonyms.has(keyOf(text)) ||
              lexicon.known.has(keyOf(text)) ||
              lexicon.titles.has(keyOf(text)) ||
              /^['’]s?$/.test(text),
          )
      if (title && opens)
        return {
          roles: [...(title.role ? [words(from, end)] : []), ...roleEndingAt(tokens, from, lexicon)],
          ...(title.gender ? { gender: title.gender } : {}),
          nameFrom: end,
        }
    }
  }
  return { roles: [], nameFrom: start }
}

/** "army spokesman" before "Maj. Benko" */
function roleEndingAt(tokens: readonly Token[], end: number, { titles }: NameLexicon): string[] {
  for (let from = Math.max(0, end - TITLE_WORDS); from < end; from++) {
    const words = tokens.slice(from, end).map(({ text }) => text)
    if (titles.get(keyOf(words.join(' ')))?.role) return [keyOf(words.join(' '))]
  }
  return []
}

/** A role behind the name: "Fadil Lepaja, director of", "Abadi, who is also the commander in chief". */
export function rolesAfter(tokens: readonly Token[], to: number, lexicon: NameLexicon): string[] {
  if (tokens[to]?.text !== ',') return []
  const behind = tokens.slice(to + 1, to + 9)
  const stop = behind.findIndex(
    ({ text, pos }) => /^(?:ADP|VERB|AUX|PUNCT)$/.test(pos) || /^(?:who|which|that)$/.test(text),
  )
  // An apposition ends with a comma, a stop or a tie; a finite verb makes it a subject: "with NATO, the source said".
  if (
    stop >= 0 &&
    behind[stop].pos !== 'PUNCT' &&
    behind[stop].pos !== 'ADP' &&
    !/^(?:who|which|that)$|ing$/.test(behind[stop].text)
  )
    return []
  const phrase = behind.slice(0, stop < 0 ? behind.length : stop).map(({ text }) => text.toLowerCase())
  for (let from = 0; from < phrase.length; from++) {
    const role = keyOf(phrase.slice(from).join(' '))
    if (lexicon.titles.get(role)?.role || lexicon.personNouns.has(role)) return [role]
  }
  return []
}

/** "The mayor of Port Azul, Tomás Ibarra, has": an office before the name's comma. */
export function rolesBefore(tokens: readonly Token[], from: number, lexicon: NameLexicon): string[] {
  if (tokens[from - 1]?.text !== ',') return []
  const before = tokens.slice(Math.max(0, from - 10), from - 1)
  const start = before.findLastIndex(({ pos }) => pos === 'VERB' || pos === 'AUX' || pos === 'PUNCT') + 1
  const words = before.slice(start).map(({ text }) => text.toLowerCase())
  if (!/^(?:the|its|their|his|her)$/.test(words[0] ?? '')) return []
  const stop = words.findIndex((word) => /^(?:of|in|for|at)$/.test(word))
  const phrase = words.slice(1, stop < 0 ? words.length : stop)
  const roles = phrase.map((_, index) => keyOf(phrase.slice(index).join(' ')))
  return roles.filter((role) => lexicon.titles.get(role)?.role).slice(0, 1)
}
