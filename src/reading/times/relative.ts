// Phrases relative to the day of writing or to an earlier time -> expressions: "yesterday", "a week later".

import { type From, type Rule, rule } from './expression.ts'
import { durationOf } from './lengths.ts'
import { AMOUNT, amountOf, GAP, PART, PHASE, partOf, phaseOf, UNIT, unitOf } from './vocabulary.ts'

const CALENDAR_UNIT = '(?:day|weekend|week|month|quarter|year|decade|century)'
const LENGTH = `(?<amount>${AMOUNT})(?:${GAP}|-)(?<unit>${UNIT})`
/** "a year and a half ago" */
const AND_A_HALF = `(?<half>${GAP}and${GAP}a${GAP}half)?`
const DAY_PART = `(?:${GAP}(?<part>${PART}))?`

const shift = (unit: string, by: number, from: From, part?: string, phase?: string) =>
  ({ kind: 'shift', unit: unitOf(unit), by, from, part: partOf(part), phase: phaseOf(phase) }) as const

/** "five days before his death": from what happened, which is no date. */
const endsHere = (after: string) =>
  /^(?:\s*(?:$|[.,;:!?)"”’—–]|(?:that|when|and|but|in|on|at|was|were|had|he|she|they|it)\b))/i.test(after)

/** "still in use today", "known today as", "in what is today a park", "more than ever" and "as much today as" mean no day. */
const MEANS_NOWADAYS = (before: string, after: string): boolean =>
  /\b(?:still (?:used|found|seen|spoken|played|read|visible|standing|in use|exists?|stands?|survives?|lives?|own)|known|in use|(?:what|which|that) (?:is|are)|lives? on) $/.test(
    before,
  ) ||
  /^ than ever\b/.test(after) ||
  (/\bas \p{Ll}+ $/u.test(before) && /^ as\b/.test(after))

const PUBLICATION: readonly Rule[] = [
  rule('today', (_, { before, matched, after }) => {
    // "News Today", "Yucatan Today" are papers.
    if (/^T/.test(matched) && /\p{Lu}[\p{L}]+ $/u.test(before)) return null
    // "Today is the last day"
    if (/^T/.test(matched) && /^ is\b/.test(after)) return shift('day', 0, 'publication')
    return MEANS_NOWADAYS(before, after) ? { kind: 'vague', value: 'PRESENT_REF' } : { kind: 'today' }
  }),
  rule(`today${GAP}(?<part>${PART})`, ({ part }) => shift('day', 0, 'publication', part)),
  rule(`(?<name>yesterday|tomorrow)${DAY_PART}`, ({ name = '', part }) =>
    shift('day', /^y/i.test(name) ? -1 : 1, 'publication', part),
  ),
  rule(`this${GAP}(?:very${GAP})?day`, (_, { before }) =>
    /\bto $/i.test(before) ? { kind: 'vague', value: 'PRESENT_REF' } : { kind: 'today' },
  ),
  rule(`the${GAP}time${GAP}of${GAP}writing`, () => shift('day', 0, 'publication')),
  // "the week before last"
  rule(
    `the${GAP}(?<unit>weekend|week|month|year)${GAP}(?<which>before${GAP}last|after${GAP}next)`,
    ({ unit = '', which = '' }) => shift(unit, /last/i.test(which) ? -2 : 2, 'publication'),
  ),
  rule('the day before yesterday', () => shift('day', -2, 'publication')),
  rule('the day after tomorrow', () => shift('day', 2, 'publication')),
  rule('tonight|to-night', () => shift('day', 0, 'publication', 'night')),
  rule(`(?:(?:early|earlier|late|later)${GAP})?this${GAP}(?<part>${PART})`, ({ part }) =>
    shift('day', 0, 'publication', part),
  ),
  rule(`(?:late${GAP}|early${GAP})?last${GAP}(?<part>night|nite|evening)`, ({ part }, { before }) =>
    /\b(?:the|our|my|his|her|their|your|its) $/i.test(before) ? null : shift('day', -1, 'publication', part),
  ),
  // "killed overnight", "overnight shelling"; not "an overnight stay"
  rule('overnight', (_, { before, after }) =>
    /\b(?:stay|stays|stayed|staying|spend|spent|keep|kept|park|parked|leave|soak|sit|camp|camped|an|happen|do (?:that|this|it)) $/i.test(
      before,
    ) ||
    /^ (?:stays?|bus(?:es)?|trains?|flights?|ferr(?:y|ies)|success|sensation|guests?|bags?|delivery|parking|camps?|accommodation|trips?|visits?|hike|journey|hours)\b/i.test(
      after,
    )
      ? null
      : { kind: 'overnight' },
  ),
  // "last week", "early next month", "later this year"
  rule(
    `(?:(?<phase>${PHASE}|the end of|the beginning of|the start of)(?:${GAP}in)?${GAP})?(?<which>this past|this coming|this last|this|last|next|current)${GAP}(?<unit>${CALENDAR_UNIT})`,
    ({ phase, which = '', unit = '' }, { before }) => {
      if (/\bthe $/i.test(before) && /^(?:last|next)$/i.test(which))
        return unit === 'day'
          ? null
          : { kind: 'window', unit: unitOf(unit), amount: 1, sign: /last/i.test(which) ? -1 : 1 }
      if (unit === 'day' || (unit === 'weekend' && /last/i.test(which) && /^this/i.test(which))) return null
      const by = /past|last/i.test(which) ? -1 : /next|coming/i.test(which) ? 1 : 0
      return shift(unit, by, 'publication', undefined, phase)
    },
  ),
  // "over the weekend", "by the end of the week"
  rule(`(?:over|during|throughout|at|on|all|through)${GAP}the${GAP}weekend`, () => shift('weekend', 0, 'publication')),
  rule(
    `the${GAP}(?<phase>end|beginning|start)${GAP}of${GAP}the${GAP}(?<unit>week|month|year)`,
    ({ phase, unit = '' }) => shift(unit, 0, 'publication', undefined, phase),
  ),
  rule(`(?<unit>year)(?:['’]s)?[ -](?<phase>end)`, ({ unit = '', phase }) =>
    shift(unit, 0, 'publication', undefined, phase),
  ),
  // "two days ago", "ten years back"
  rule(`${LENGTH}${AND_A_HALF}${GAP}(?:ago|back(?=${GAP}?(?:[.,;]|$)))`, ({ amount = '', unit = '', half }) => ({
    kind: 'offset',
    unit: unitOf(unit),
    amount: amountOf(amount + (half ?? '')),
    sign: -1,
    from: 'publication',
  })),
  rule(`${LENGTH}${GAP}from${GAP}(?:now|today)`, ({ amount = '', unit = '' }) => ({
    kind: 'offset',
    unit: unitOf(unit),
    amount: amountOf(amount),
    sign: 1,
    from: 'publication',
  })),
  // "the past two years", "the next few days", "the last decade"
  rule(
    `(?:the|these|this)${GAP}(?<which>past|last|next|coming)${GAP}(?:(?<amount>${AMOUNT})${GAP})?(?<unit>${UNIT})`,
    ({ which = '', amount, unit = '' }) => {
      const sign = /past|last/i.test(which) ? -1 : 1
      if (amount === undefined && /s$/i.test(unit))
        return { kind: 'vague', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' }
      if (/^days?$/i.test(unit) && amount === undefined) return null
      return { kind: 'window', unit: unitOf(unit), amount: amount === undefined ? 1 : amountOf(amount), sign }
    },
  ),
  rule(`recently|(?:in${GAP})?(?:very${GAP})?recent${GAP}(?:hours|days|weeks|months|years|decades|times)`, () => ({
    kind: 'vague',
    value: 'PAST_REF',
  })),
  rule(
    `(?:in${GAP})?(?:the${GAP})?(?:coming|upcoming)${GAP}(?:hours|days|weeks|months|years)|the${GAP}(?:days|weeks|months|years)${GAP}(?:ahead|to come)`,
    () => ({
      kind: 'vague',
      value: 'FUTURE_REF',
    }),
  ),
]

const NARRATIVE: readonly Rule[] = [
  // "the next day", "the following month", "the previous night"
  rule(
    `(?:the${GAP})(?:very${GAP})?(?<which>next|following|previous|preceding)${GAP}(?:(?<part>morning|afternoon|evening|night)|(?<unit>day|weekend|week|month|year))`,
    ({ which = '', part, unit = 'day' }) => shift(unit, /next|following/i.test(which) ? 1 : -1, 'narrative', part),
  ),
  rule(`(?<which>next${GAP}day|next${GAP}morning)`, ({ which }) => shift('day', 1, 'narrative', which?.slice(5))),
  // "that day", "the same year", "later that night"
  rule(
    `(?:(?<phase>${PHASE})${GAP})?(?:that(?:${GAP}same|${GAP}very)?|the${GAP}(?:very${GAP})?same)${GAP}(?:(?<part>morning|afternoon|evening|night)|(?<unit>day|weekend|week|month|year))`,
    ({ phase, part, unit = 'day' }, { matched, after }) =>
      /^ (?:that|as|when|of)\b/i.test(after) ||
      (/\bthe (?:very )?same\b/i.test(matched) && /^ (?:he|she|they|it|the|a)\b/i.test(after))
        ? null
        : shift(unit, 0, 'narrative', part, phase),
  ),
  // "the day before", "the year after": with nothing behind it; "the week before that"
  rule(
    `the${GAP}(?:(?<part>night|evening|morning)|(?<unit>day|weekend|week|month|year))${GAP}(?<sign>before|after|earlier)(?:${GAP}that)?`,
    ({ part, unit = 'day', sign }, { after }) =>
      /^\s*(?:$|[.,;:!?)"”])/.test(after) ? shift(unit, sign === 'after' ? 1 : -1, 'narrative', part) : null,
  ),
  // "a week later", "two days earlier", "five days after" with nothing behind it
  rule(
    `${LENGTH}${GAP}(?<sign>earlier|before|previously|prior|later|afterwards?|after|on)(?:${GAP}(?:that${GAP})?(?<part>morning|night))?`,
    ({ amount = '', unit = '', sign = '', part }, { after }) => {
      if (/^on$/i.test(sign) && !/^\s*[,.;]/.test(after)) return null
      if (/^(?:before|prior|after)$/i.test(sign) && !endsHere(after)) return null
      // "six minutes later": nobody told the hour, so that only the length is sure.
      if (/^(?:sec|min|h)/i.test(unit)) return { kind: 'duration', value: durationOf(amountOf(amount), unitOf(unit)) }
      return {
        kind: 'offset',
        unit: unitOf(unit),
        amount: amountOf(amount),
        sign: /^(?:earlier|before|prev|prior)/i.test(sign) ? -1 : 1,
        from: 'narrative',
        part: partOf(part),
      }
    },
  ),
  // "earlier in the day", "later in the year"
  rule(
    `(?<phase>early|earlier|late|later)${GAP}(?:in|on in|on)${GAP}the${GAP}(?<unit>day|week|month|year)`,
    ({ phase, unit = '' }) => shift(unit, 0, 'narrative', undefined, phase),
  ),
]

export const RELATIVE: readonly Rule[] = [...PUBLICATION, ...NARRATIVE]
