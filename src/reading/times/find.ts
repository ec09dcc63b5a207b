// A block's text -> the phrases in it that put a time, in order and apart: at each word the longest that any rule takes.

import type { Span } from '../../types.ts'
import { CLOCK } from './clock.ts'
import { DATES } from './dates.ts'
import type { Found, Rule } from './expression.ts'
import { LENGTHS } from './lengths.ts'
import { PERIODS } from './periods.ts'
import { RELATIVE } from './relative.ts'

/** Where two take as much, the first listed stands. */
const RULES: readonly Rule[] = [...DATES, ...PERIODS, ...RELATIVE, ...CLOCK, ...LENGTHS]

/** Words that a phrase can open with: nine words in ten need no rule at all. */
const OPENERS =
  /\d|['’]\d|c\.|c[ae]|ad|an?(?!\p{L})|jan|feb|ma|apr|ju|aug|sep|oct|nov|dec|mo|tu|we|th|fr|sa|su|sp|au|wi|fal|to|ye|la|ne|la|ear|mid|over|dur|on|tw|fo|fi|si|se|ei|ni|te|el|ha|ov|re|up|co|in|al|vi|eac|ev|ann|dai|hou|noon|bas|val|chr|box|arm|hal|st|new|min|day|by|cu|thr|at|bef|aft|unt|ti|man|som|few|wor|ww|q/iuy

/** What every phrase has within its first words: "the" and "a" open one too seldom to try all rules on each. */
const NUCLEUS =
  /\d|(?:jan|febr?|mar|apr|aug|sept?|oct|nov|dec)[\p{L}]*\.?(?!\p{L})|may|ju[nl]|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thur?s?|fri|sat|sun)\.|second|minute|hour|da[iy]|week|fortnight|month|quarter|year|decade|centur|spring|summer|autumn|fall|winter|morning|noon|evening|night|nite|lunchtime|dawn|dusk|tomorrow|recent|coming|clock|annual|nightly|christmas|halloween|war\b|ww|(?:nine|eigh|seven|six|fif)teen|twent|thousand|(?:th|f|s|n)\w*ties|first|third|(?:four|fif|six|seven|eigh|nin|ten|ven|elf|een|tie)th|time of writing/iu
const NUCLEUS_REACH = 64

const WORD = /(?<![\p{L}\p{N}])(?:['’](?=\d\d)|[\p{L}\p{N}])/gu

/** How much of its surroundings a rule sees. */
const AROUND = 24

export function findTimePhrases(text: string, [start, end]: Span): Found[] {
  const block = text.slice(start, end)
  const found: Found[] = []
  let from = 0
  for (const { index } of block.matchAll(WORD)) {
    if (index < from) continue
    OPENERS.lastIndex = index
    if (!OPENERS.test(block) || !NUCLEUS.test(block.slice(index, index + NUCLEUS_REACH))) continue
    const best = longestAt(block, index)
    if (!best) continue
    from = index + best.length
    found.push({ span: [start + index, start + from], expression: best.expression })
  }
  return found
}

function longestAt(block: string, at: number): { length: number; expression: Found['expression'] } | null {
  let best: { length: number; expression: Found['expression'] } | null = null
  for (const { pattern, read } of RULES) {
    pattern.lastIndex = at
    const match = pattern.exec(block)
    if (!match || match[0].length <= (best?.length ?? 0)) continue
    const after = at + match[0].length
    const expression = read(match.groups ?? {}, {
      before: block.slice(Math.max(0, at - AROUND), at).replace(/\s+/g, ' '),
      matched: match[0],
      after: block.slice(after, after + AROUND).replace(/\s+/g, ' '),
    })
    if (expression) best = { length: match[0].length, expression }
  }
  return best
}
