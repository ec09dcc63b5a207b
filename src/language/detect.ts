// Text -> its language, by the n-grams of Nito-ELD.

import { eld } from 'eld/extrasmall'

/** BCP 47, `und` where the text is too short or too odd to tell. */
export type DetectLanguage = (text: string) => string

/** Below this many letters a guess is worth little: names alone read as any language. */
const ENOUGH_LETTERS = 40
const LOOKED_AT = 5000

export const detectLanguage: DetectLanguage = (text) => {
  const looked = text.slice(0, LOOKED_AT)
  const letters = looked.match(/\p{L}/gu)?.length ?? 0
  if (letters < ENOUGH_LETTERS) return 'und'
  const result = eld.detect(looked)
  return result.isReliable() ? result.language : 'und'
}
