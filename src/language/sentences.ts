// A block's text -> the spans of its sentences.

import type { Span } from '../types.ts'

/** Before a name or a number, a full stop after these never ends a sentence: "Gen. Smith", "Sept. 24", "No. 5". */
const LEADS =
  /(?:^|[\s("'“‘«[])(?:mr|mrs|ms|dr|prof|gen|lt|col|maj|capt|cmdr|adm|sgt|cpl|pvt|brig|gov|sen|rep|reps|sens|rev|hon|amb|st|messrs|mx|pres|supt|insp|det|no|nos|art|fig|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|vs|v|e\.g|i\.e|viz|cf|ca|approx)\.$/i

/** These may end a sentence or not; a capital after them decides nothing unless it opens a sentence by its own sense. */
const AMBIGUOUS =
  /(?:^|[\s("'“‘«[])(?:(?:[a-z]\.){2,}|inc|ltd|co|corp|bros|jr|sr|etc|al|dept|govt|univ|ave|blvd|rd|ft|mt|a\.m|p\.m|ph\.d|gmt)\.?$/i

/** "J. Smith", "George W. Bush": one capital and a full stop is an initial. */
const INITIAL = /(?:^|[\s("'“‘«[.-])\p{Lu}\.$/u

/** Words that open a sentence and hardly ever go on from "the U.S." or "Inc." inside one. */
const OPENER =
  /^["'“‘«([]*(?:the|a|an|he|she|it|they|we|i|you|this|that|these|those|there|in|on|at|but|and|however|meanwhile|when|while|if|after|before|since|as|for|his|her|its|their|our|my|some|many|most|no|not|what|who|why|how|according|earlier|later|last|also|so|such|both|several|officials|police|residents)\b/i

const END = /(?:[.!?…]+|[。！？]+)(?:["'”’»)\]›]+|\[\d+\])*/gu

/** @returns spans into `text`, in order, trimmed, covering everything but white space */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const match of text.matchAll(END)) {
    const at = match.index
    const next = at + match[0].length
    if (next >= text.length || !endsSentence(text, at, match[0], next)) continue
    push(spans, text, from, next)
    from = next
  }
  push(spans, text, from, text.length)
  return spans
}

function push(spans: Span[], text: string, from: number, to: number): void {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(text[start])) start++
  while (end > start && /\s/.test(text[end - 1])) end--
  if (start < end) spans.push([start, end])
}

/** How far back an abbreviation can reach. */
const REACH = 12
const AHEAD = 24

function endsSentence(text: string, at: number, mark: string, next: number): boolean {
  const after = text.slice(next, next + AHEAD)
  const rest = after.trimStart()
  const spaced = rest.length < after.length
  if (rest === '') return true
  if (!spaced) return endsUnspaced(text, at, mark, rest)
  const goesOn = /^["'“‘«([]*[\p{Ll}]/u.test(rest)
  if (!mark.startsWith('.') || mark.startsWith('...')) {
    // '"Is it over?" he asked', "we waited ... and then": a small letter goes on.
    return !goesOn && !/^[,;:—–-]/.test(rest)
  }
  if (goesOn || /^[,;:]/.test(rest)) return false
  const before = text.slice(Math.max(0, at - REACH), at + 1)
  if (LEADS.test(before))
    return /^["“‘«(]*(?:The|He|She|They|It|We|But|In)\b/.test(rest) && /\b(?:no|al|v)\.$/i.test(before)
  if (AMBIGUOUS.test(before)) return OPENER.test(rest) && !/^(?:and|in|for|as|on|at)\b/.test(rest)
  if (INITIAL.test(before)) return OPENER.test(rest)
  return true
}

/** A missing space: "told Sputnik.In an interview" ends, "3.5", "U.S.-led", "example.com", "v2.Beta" do not. */
function endsUnspaced(text: string, at: number, mark: string, rest: string): boolean {
  if (/^[.!?…]+["'”’»)\]]+$/.test(mark) && /^["“‘«]?\p{Lu}/u.test(rest)) return true
  const word = /\S*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  if (/[@/]|^www\b|^https?:/i.test(word) || /^\S*(?:\/|\.(?:com|org|net|html?)\b)/i.test(rest)) return false
  return (
    /[\p{Ll}\d)”’"]{2}$/u.test(text.slice(Math.max(0, at - 2), at)) && /^["“‘«(]?\p{Lu}(?:\p{Ll}|[\s’']|$)/u.test(rest)
  )
}
