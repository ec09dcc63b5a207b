// The words of an outlet's name -> the same without what kind of medium it is: "the Reuters news agency" is Reuters.

const KINDS = new Set('news agency channel newspaper website state official run'.split(' '))

export function mediumWords(words: readonly string[]): string[] {
  const own = words.filter((word) => !KINDS.has(word))
  return own.length > 0 ? own : [...words]
}

export const isSameMedium = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && mediumWords(one).join(' ') === mediumWords(other).join(' ')
