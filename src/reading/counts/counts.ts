// An article and its times -> its counts: how many of what, what happened to them, which are part of others.

import type { Resources } from '../../resources.ts'
import type { ArticleText, Count, Sentence, Span, Time } from '../../types.ts'
import { NUMBER } from '../numbers.ts'
import { indexSpans, tokenFrom } from '../spans.ts'
import { countedBy } from './counted.ts'
import { type Fate, fateIn } from './fate.ts'
import { linkFormer } from './former.ts'
import { isCount } from './look-alikes.ts'
import { findQuantities, type Quantity } from './quantity.ts'

/** How much of its surroundings a number is judged by. */
const AROUND = 24

/**
 * Percentages, fractions and measures are no counts: they say how much, not how many.
 * @param times of the article: a number that tells the time counts nothing
 * @param id of the article: counts are called `a1.c1`, `a1.c2`, ... in the order of the text
 */
export function findCounts(
  { text, sentences }: ArticleText,
  times: readonly Time[],
  id: string,
  { sides, names }: Pick<Resources, 'sides' | 'names'>,
): Count[] {
  const timed = indexSpans(times.map((time) => [time.span, time] as const))
  const counts: Count[] = []
  const byId = new Map<string, Count>()
  for (const sentence of sentences) {
    const before = counts.length
    const quantities: (Quantity | Single)[] = [...findQuantities(text, sentence.span), ...singlesIn(sentence, names)]
    for (const quantity of quantities.toSorted((a, b) => a.span[0] - b.span[0])) {
      if (timed.touching(quantity.span).length > 0) continue
      const found =
        'single' in quantity
          ? toSingle(sentence, quantity)
          : (toCount(text, sentence, quantity) ?? toGapped(text, quantity, counts.slice(before).at(-1)))
      if (!found) continue
      const { next: _, ...count } = found
      const whole = wholeOf(count.span, quantity.span, counts, before, text)
      const own = {
        id: `${id}.c${counts.length + 1}`,
        ...withWhole(count, whole === undefined ? undefined : byId.get(whole)),
      }
      counts.push(own)
      byId.set(own.id, own)
    }
    shareFates(counts, before, text)
    linkFormer(counts, before, text)
  }
  return counts.map((count) => {
    const side = sides.sideOf(count.of)
    return side ? { ...count, side } : count
  })
}

type Found = Omit<Count, 'id' | 'partOf'> & { next: number }

function toCount(text: string, { span, tokens }: Sentence, quantity: Quantity): Found | null {
  const [start, end] = quantity.span
  // "2440 Over 100 people": what counts the readers of a page, run into the text below it.
  if (ANOTHER_NUMBER.test(text.slice(end, Math.min(span[1], end + AROUND)))) return null
  const around = (from: number, to: number) => text.slice(from, to).replace(/\s+/g, ' ')
  if (
    !isCount(
      quantity,
      text.slice(start, end),
      around(Math.max(span[0], start - AROUND), start),
      around(end, Math.min(span[1], end + AROUND)),
    )
  )
    return null
  const from = tokenFrom(tokens, start)
  const counted = countedBy(tokens, tokenFrom(tokens, end))
  const { next, modifiers } = counted
  // "freed 9 of the 31 hostages": what is said is said of the nine.
  const fate = isWhole(text.slice(Math.max(span[0], start - CLAUSE), start))
    ? null
    : fateIn({ tokens, from, next, of: counted.of, modifiers })
  const of = counted.of ?? (fate || meansPeople(text, quantity.span) ? 'people' : null)
  if (of === null || isName(tokens, from, of, quantity, text)) return null
  const last = counted.of === null || counted.ofWhole ? end : (tokens[next - 1]?.span[1] ?? end)
  const { low, high, approximate } = quantity
  return { span: [start, Math.max(end, last)], low, high, approximate, of, ...(fate ? { fate } : {}), next }
}

const ANOTHER_NUMBER = /^\s+(?:Over|At least|More than|About|Around|Some|Nearly|Almost|Up to|Another)\s+\d/

/** A number, a share or a few "of the" that come before. */
const isWhole = (before: string): boolean => WHOLE.test(before)
const WHOLE = new RegExp(
  `\\b(?:${NUMBER}|one|some|most|many|several|half|none|few|all but \\S+)\\s+of\\s+(?:the|its|their|his|her|these|those)\\s+(?:\\p{Ll}+\\s+)?$`,
  'iu',
)

const CLAUSE = 60

/** "40 protesters in Karim and 12 in Dol", "three were killed in Karim, one in Dol": of the same, with the same fate. */
function toGapped(text: string, { span: [start, end], ...bounds }: Quantity, before: Count | undefined): Found | null {
  if (!before || !/^\s(?:in|near|at|outside)\s(?:the\s)?\p{Lu}/u.test(text.slice(end, end + AROUND))) return null
  if (
    /^\s\w+(?:\s[\p{Lu}'’-][\p{L}'’-]*)+\s(?:was|were|is|are|had|have|has|who|said)\b/u.test(
      text.slice(end, end + CLAUSE),
    )
  )
    return null
  const between = text.slice(before.span[1], start)
  if (!/(?:,|,?\sand|,?\splus)\s$/.test(between) || !/\b(?:in|near|at|outside)\s(?:the\s)?\p{Lu}/u.test(between))
    return null
  const { of, fate } = before
  return { span: [start, end], ...bounds, of, ...(fate ? { fate } : {}), next: 0 }
}

interface Single extends Quantity {
  single: true
  /** Index of its article, and of the first token behind it. */
  from: number
  next: number
  of: string
}

/** "a soldier", "an Afghan woman": one person, where something became of them. */
function singlesIn({ tokens }: Sentence, { personNouns }: Resources['names']): Single[] {
  return tokens.flatMap((token, from): Single[] => {
    if (!/^(?:an?|another)$/i.test(token.text)) return []
    const { of, next } = countedBy(tokens, behindAge(tokens, from + 1))
    const noun = of === null ? undefined : personNouns.get(of.toLowerCase())
    if (!noun || of === null || noun.plural || noun.group) return []
    return [
      {
        single: true,
        span: [token.span[0], tokens[next - 1].span[1]],
        low: 1,
        high: 1,
        approximate: false,
        from,
        next,
        of,
      },
    ]
  })
}

/** "a 7-year-old boy": from the boy on. */
function behindAge(tokens: Sentence['tokens'], from: number): number {
  const ahead = tokens.slice(from, from + AGE_TOKENS)
  const old = ahead.findIndex(({ text }) => /^(?:.*-)?old$/i.test(text))
  const isAge = old >= 0 && ahead.slice(0, old + 1).some(({ text }) => /year|month|week|day/i.test(text))
  return isAge ? from + old + 1 : from
}

/** "7", "-", "year", "-", "old" */
const AGE_TOKENS = 5

const HARMED: ReadonlySet<Fate | null> = new Set<Fate | null>(['killed', 'injured', 'detained', 'abducted', 'missing'])

function toSingle({ tokens }: Sentence, { span, low, high, approximate, from, next, of }: Single): Found | null {
  const fate = fateIn({ tokens, from, next, of, modifiers: [] })
  return fate && HARMED.has(fate) ? { span, low, high, approximate, of, fate, next } : null
}

/** "Boeing 737 jets", "10 Downing Street", "Brigade 12 fighters" */
function isName(tokens: Sentence['tokens'], from: number, of: string, { low, high }: Quantity, text: string): boolean {
  if (/^(?:Street|St|Avenue|Ave|Road|Rd|Lane|Square|Boulevard|Drive)$/.test(of)) return true
  const before = tokens[from - 1]
  const number = tokens[from]
  return (
    before !== undefined &&
    low === high &&
    /^\d/.test(number?.text ?? '') &&
    before.pos === 'PROPN' &&
    /^\p{Lu}/u.test(before.text) &&
    text.slice(before.span[1], number.span[0]) === ' ' &&
    !/^(?:people|persons|men|women|children|civilians|soldiers|dead|others)$/.test(of)
  )
}

/** "12 of them", "with 60 on board": people, where nothing else is said. */
const OF_THEM = /^\s*(?:of|among)\s+(?:them|whom|which|those|these)\b/i
const ABOARD = /^\s*(?:on board|aboard)\b/i
const meansPeople = (text: string, [, end]: Span): boolean =>
  OF_THEM.test(text.slice(end, end + 16)) || ABOARD.test(text.slice(end, end + 16))

const PART =
  /(?:\bincluding|\bamong (?:them|whom|those)(?: (?:were|are|was|is))?|\bof (?:them|whom|which|these)) (?:at least |also )?$/i

/** The count that one is a part of: "314 ..., among them 38 women"; "12 of them". */
function wholeOf(
  [start, end]: Span,
  [, numberEnd]: Span,
  counts: readonly Count[],
  first: number,
  text: string,
): string | undefined {
  const last = counts.at(-1)
  if (!last) return undefined
  const sibling = counts.length > first ? last : undefined
  const before = text.slice(Math.max(0, start - AROUND), start).replace(/\s+/g, ' ')
  // "including 5 children and 3 women": both are parts of the same. "..., and 3 soldiers" goes on behind the remark.
  if (sibling?.partOf !== undefined && /^(?:,| and) $/i.test(text.slice(sibling.span[1], start).replace(/\s+/g, ' ')))
    return sibling.partOf
  if (PART.test(before)) return sibling?.partOf ?? sibling?.id
  return OF_THEM.test(text.slice(end, end + 16)) || OF_THEM.test(text.slice(numberEnd, numberEnd + 16))
    ? last.id
    : undefined
}

/** A part shares the fate of the whole, where nothing else is said of it. */
function withWhole(count: Omit<Count, 'id'>, whole: Count | undefined): Omit<Count, 'id'> {
  if (!whole) return count
  const fate: Fate | undefined = count.fate ?? whole.fate
  return { ...count, ...(fate ? { fate } : {}), partOf: whole.id }
}

const LISTED = /^(?:,| and|, and|, as well as| as well as| or| plus)(?: (?:also|wounded|the))? $/i

/** "killed three soldiers and two policemen": what is listed with others shares their fate. */
function shareFates(counts: Count[], first: number, text: string): void {
  for (let i = first + 1; i < counts.length; i++) {
    const [before, count] = [counts[i - 1], counts[i]]
    if (count.fate !== undefined || before.fate === undefined) continue
    if (LISTED.test(text.slice(before.span[1], count.span[0]).replace(/\s+/g, ' ')))
      counts[i] = { ...count, fate: before.fate }
  }
  // "14 rebels, two soldiers and one hostage died": what was listed before the last, too.
  for (let i = counts.length - 2; i >= first; i--) {
    const [count, next] = [counts[i], counts[i + 1]]
    if (count.fate !== undefined || next.fate === undefined || next.partOf !== undefined) continue
    const listed = /^(?:,| and|, and) $/i.test(text.slice(count.span[1], next.span[0]).replace(/\s+/g, ' '))
    const last = counts.findLast(({ fate }) => fate === next.fate)
    if (listed && last && ENDED.test(text.slice(last.span[1], last.span[1] + AROUND)))
      counts[i] = { ...count, fate: next.fate }
  }
}

/** What follows is said of all that are listed before. */
const ENDED =
  /^\s(?:(?:were|was|are|have been|had been|have|had)\s)*(?:killed|died|dead|injured|wounded|arrested|detained|abducted|kidnapped|missing|perished|drowned|among the)\b(?!\s(?:an?|the|\d|two|three|four|five)\b)/i
