// A block's text -> its time expressions, in order and without overlap: at each word the longest match of any rule.

import type { Span } from '../../types.ts'
import { CLOCK } from './clock.ts'
import { DATES } from './dates.ts'
import type { Found, Rule } from './expression.ts'
import { LENGTHS } from './lengths.ts'
import { openingOf, openings } from './openings.ts'
import { PERIODS } from './periods.ts'
import { RELATIVE } from './relative.ts'

/** Where two take as much, the first listed stands. */
export const RULES: readonly Rule[] = [...DATES, ...PERIODS, ...RELATIVE, ...CLOCK, ...LENGTHS]

/** What a phrase begins with -> the rules that can take it, in their order. */
function indexRules(): ReadonlyMap<string, readonly Rule[]> {
  const beginning = new Map<string, Rule[]>([['', []]])
  for (const rule of RULES)
    for (const start of openings(rule.pattern.source)) beginning.set(start, [...(beginning.get(start) ?? []), rule])
  const fitting = (opening: string) => {
    const starts = Array.from({ length: opening.length + 1 }, (_, length) => opening.slice(0, length))
    const rules = new Set(starts.flatMap((start) => beginning.get(start) ?? []))
    return RULES.filter((rule) => rules.has(rule))
  }
  return new Map([...beginning.keys()].map((opening) => [opening, fitting(opening)]))
}

/** Made at the first text: other commands read none. */
let byOpening: ReturnType<typeof indexRules> | undefined

function rulesFor(text: string, at: number): readonly Rule[] {
  byOpening ??= indexRules()
  for (let opening = openingOf(text, at); ; opening = opening.slice(0, -1)) {
    const rules = byOpening.get(opening)
    if (rules) return rules
  }
}

/** What every phrase has within its first words: where none is near, no rule is tried. */
const NUCLEUS =
  /\d|\b(?:(?:jan|febr?|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|january|february|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|(?:mon|tues|wednes|thurs|fri|satur|sun|to|yester|mid)day|(?:mon|tues?|wed|thur?s?|fri|sat|sun)\.|second|minute|hour|da[iy]|week|fortnight|month|quarter|year|decade|centur|spring|summer|autumn|fall|winter|morning|noon|afternoon|evening|(?:to|over|mid)?night|nite|lunchtime|dawn|dusk|tomorrow|recent|coming|upcoming|o['’]?clock|annual|christmas|halloween|war\b|ww|(?:nine|eigh|seven|six|fif)teen|twent|thousand|(?:thir|for|fif|six|seven|eigh|nine)ties|first|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th|time of writing)/gi
const NUCLEUS_REACH = 32

const WORD = /(?<![\p{L}\p{N}])(?:['’](?=\d\d)|[\p{L}\p{N}])/gu

/** How much of its surroundings a rule sees. */
const AROUND = 24

export function findTimePhrases(text: string, [start, end]: Span): Found[] {
  const block = text.slice(start, end)
  const found: Found[] = []
  let from = 0
  for (let nucleus = firstFrom(NUCLEUS, block, 0); nucleus < block.length; ) {
    const at = firstFrom(WORD, block, Math.max(from, nucleus - NUCLEUS_REACH))
    if (at > nucleus) {
      from = at
      nucleus = firstFrom(NUCLEUS, block, at)
      continue
    }
    const best = longestAt(block, at, rulesFor(block, at))
    from = at + (best?.length ?? 1)
    if (best) found.push({ span: [start + at, start + from], expression: best.expression })
    if (nucleus < from) nucleus = firstFrom(NUCLEUS, block, from)
  }
  return found
}

/** Where the pattern matches next; the text's length where it does not. */
function firstFrom(pattern: RegExp, text: string, at: number): number {
  // From within a pair of surrogates a search would go back to the pair's beginning, and round in a circle.
  pattern.lastIndex = /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at
  return pattern.exec(text)?.index ?? text.length
}

interface Taken {
  length: number
  expression: Found['expression']
}

function longestAt(block: string, at: number, rules: readonly Rule[]): Taken | null {
  let best: Taken | null = null
  for (const { pattern, read } of rules) {
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
