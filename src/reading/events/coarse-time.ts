// A time in the sentence of an event -> whether it can be when the event happened. A year, or a stretch of years, often tells of something else
// in its sentence: since when a war has gone on, when a party was founded, when whoever spoke was elected.

import type { Span, Time } from '../../types.ts'

export function canDate(time: Time, trigger: Span, sentence: Span, triggers: readonly Span[], text: string): boolean {
  if (!COARSE.has(time.precision)) return true
  if (time.type === 'duration' && time.precision !== 'month') return false
  const [start, end] = time.span
  const before = text.slice(sentence[0], start)
  const since = SINCE.exec(before)
  // "since the raid in March": the raid has a date, what went on since has none
  if (since && !(trigger[0] >= start - since[1].length && trigger[1] <= start)) return false
  if (time.precision === 'month') return true
  if (THIS_YEAR.test(text.slice(start, end))) return false
  if (trigger[1] <= start) return !triggers.some(([from, to]) => from >= trigger[1] && to <= start)
  const between = text.slice(end, trigger[0])
  return POSSESSIVE.test(between) || (OPENS.test(before) && !/^['’]s\b/.test(between))
}

const COARSE: ReadonlySet<string> = new Set(['month', 'season', 'year', 'decade', 'century'])

/** "since 2011", "since the old regime fell in 2001" */
const SINCE = /$(?<=(\bsince\b[^,;:.]*))/i

/** It says no more than that it was not long ago, and mostly counts what happened again and again. */
const THIS_YEAR = /\bthis year$/i

/** "last year's bloody raid" */
const POSSESSIVE = /^['’]s (?:[\p{L}-]+ ){0,2}$/u

/** "In 1996, ...", "..., when in 1996 ..."; not "the party, founded in 1996, ..." */
const OPENS =
  /$(?<=(?:^|[,;:“"–-]|\b(?:and|but|that|when|where)\s)\W*(?:(?:back |early |late )?in |during )?(?:the )?)/i
