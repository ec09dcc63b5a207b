// A number in figures or words -> its value: "1,200", "twenty-five", "a dozen", "1.2 million".

const SMALL: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

const LARGE: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  lakh: 1e5,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  crore: 1e7,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
}

const UNITS = 'one|two|three|four|five|six|seven|eight|nine'
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const TENS = 'twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety'

/** Up to ninety-nine, in words. */
export const SMALL_WORDS = `(?:(?:${TENS})(?:[ -](?:${UNITS}))?|${TEENS}|${UNITS})`

/** "1,200", "1 200", "3.5", "40": figures, with the ways of marking thousands; "2,0 00" was broken in print. */
const FIGURES =
  '(?:\\d{1,3}(?:[,\\u00a0\\u202f]\\d{3}){1,4}|(?<!\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? )[1-9]\\d{0,2}(?: \\d{3}){1,3}(?![\\d:.,]\\d|\\d| \\d)|\\d{1,3},(?:\\d \\d\\d|\\d\\d \\d)(?!\\d)|\\d{1,9})(?:\\.\\d{1,3})?'

const SCALE = '(?:dozen|hundred|thousand|lakh|million|crore|billion|trillion|mn|bn)'

/** Any number that says one value. */
export const NUMBER = `(?:${FIGURES}(?:[ -]${SCALE}\\b)?|(?:an?|half an?|${SMALL_WORDS})(?: ${SCALE}){1,2}(?:(?: and)? (?:${SMALL_WORDS})(?: ${SCALE})?(?:(?: and)? ${SMALL_WORDS})?)?|${SMALL_WORDS})`

/** The value of what NUMBER matches; null for anything else. */
export function parseNumber(text: string): number | null {
  let total = 0
  let current: number | null = null
  for (const word of text
    .toLowerCase()
    .replaceAll(/(?<=\d)[, \u00a0\u202f](?=\d)/g, '')
    .split(/[\s-]+/)) {
    const small = /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : Object.hasOwn(SMALL, word) ? SMALL[word] : null
    if (small !== null) current = (current ?? 0) + small
    else if (word === 'a' || word === 'an') current = (current ?? 1) * 1
    else if (word === 'half') current = 0.5
    else if (Object.hasOwn(LARGE, word)) {
      const scaled: number = (current ?? 1) * LARGE[word]
      if (LARGE[word] < 1000) current = scaled
      else {
        total += scaled
        current = 0
      }
    } else if (word !== 'and') return null
  }
  return current === null ? null : Math.round((total + current) * 1e6) / 1e6
}
