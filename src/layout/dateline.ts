// A paragraph's opening, or a line of its own -> place and date of writing, byline.

import { isoDate, monthOf } from '../calendar.ts'
import type { Article, Span } from '../types.ts'

const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
const MONTH = `(?:${MONTHS})[a-z]*\\.?`
const DATE = `(?:${MONTH} \\d{1,2}(?:,? \\d{4})?|\\d{1,2} ${MONTH}(?:,? \\d{4}| \\d{2}\\b)?)`
const PLACE_CAPITALS = "\\p{Lu}[\\p{Lu}'’ -]{2,30}"
const PLACE_NAME = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+){0,3}"
/** "Congo", "Ala.", "N.C." */
const CONTAINER = `(?:, (?:${PLACE_NAME}\\.?|(?:\\p{Lu}\\.){2,3}))?`
const AGENCY = '(?:\\([^()\\n]{2,40}\\)|/[^/\\n]{2,40}/)'
/** "KHARTOUM/NAIROBI" */
const SECOND_PLACE = "(?:/\\p{Lu}[\\p{Lu}'’ -]{2,30})?"
const DASH = '(?:—|–|--|-|:|\\s{3,})'

/** "BRELIN (Dorava), 12 March": what the place lies in. */
const WITHIN = `(?: \\(\\p{Lu}[\\p{L}'’ -]{2,30}\\))?`

/**
 * "NEW YORK, Nov. 19 (UPI) —", "BAGHDAD (AP) -", "KYIV, Ukraine —", "BEIRUT      Since May",
 * "Tabqa, 12 March (Agency) —", "ERBIL (Post) Fighting"; not "WASHINGTON and London".
 */
const DATELINES: readonly RegExp[] = [
  new RegExp(
    `^(?<place>${PLACE_CAPITALS}${SECOND_PLACE}${CONTAINER})(?:${WITHIN}(?:,|\\.) (?<date>${DATE}\\.?))?(?: ?${AGENCY})?\\s*${DASH}\\s*`,
    'u',
  ),
  // "JERUSALEM. April 4 (Interfax)", "TROY, N.C. (AP)": the dash lost, and a sentence after it.
  new RegExp(
    `^(?<place>${PLACE_CAPITALS}${SECOND_PLACE}${CONTAINER})(?:(?:,|\\.) (?<date>${DATE}\\.?))? ${AGENCY}\\.?\\s+(?=[\\p{Lu}“"])`,
    'u',
  ),
  new RegExp(`^(?<place>${PLACE_NAME}${CONTAINER}), (?<date>${DATE})(?: ?${AGENCY})?\\s*${DASH}\\s*`, 'u'),
  // "Hisar, Sept 21 (Agency) The": the dash lost; a mark in brackets and a sentence after it.
  new RegExp(`^(?<place>${PLACE_NAME}${CONTAINER}), (?<date>${DATE}) ${AGENCY}\\s+(?=[\\p{Lu}“"])`, 'u'),
  // "(Nairobi, May 9, 2023) – ", as organisations open what they publish.
  new RegExp(`^\\((?<place>${PLACE_NAME}${CONTAINER}), (?<date>${DATE})\\)\\s*${DASH}\\s*`, 'u'),
  new RegExp(`^(?<place>${PLACE_NAME}${CONTAINER}) ${AGENCY}\\s*(?:—|–|--|-)\\s*`, 'u'),
  new RegExp(`^(?<place>${PLACE_CAPITALS}) ${AGENCY}\\s+(?=[\\p{Lu}“"])`, 'u'),
]

export interface Dateline {
  dateline: NonNullable<Article['dateline']>
  /** ISO date, where the dateline has a year. */
  date?: string
}

export function findDateline(text: string, [start, end]: Span): Dateline | null {
  const opening = text.slice(start, Math.min(end, start + 120))
  for (const pattern of DATELINES) {
    const match = pattern.exec(opening)
    if (!match?.groups || match[0].length >= end - start) continue
    const place = match.groups.place.trim()
    // "WARNING: ..." is no place, nor is a whole line of capitals with a hyphen in it.
    if (
      /^(?:WARNING|UPDATED?|PUBLISHED|POSTED|MODIFIED|BREAKING|EXCLUSIVE|WATCH|READ|VIDEO|PHOTOS?|LIVE|NOTE|OPINION|EDITORIAL|CORRECTION)\b/.test(
        place,
      )
    )
      continue
    if (
      /[—–]\s*$/.test(match[0]) &&
      !match[0].includes('(') &&
      /^\p{Ll}[^.]*\s[—–]\s/u.test(text.slice(start + match[0].length, end))
    ) {
      continue // "NATO — the alliance — denied it" is a parenthesis
    }
    const date = match.groups.date === undefined ? null : parseDate(match.groups.date)
    const span: Span = [start, start + match[0].trimEnd().length]
    return { dateline: { place, span }, ...(date ? { date } : {}) }
  }
  return null
}

/** "By Ana Ruiz", "By ANA RUIZ and Joe Bloggs, Staff writer", "Reporting by Ana Ruiz" -> the names. */
export function findBylines(line: string): string[] | null {
  const match = /^(?:(?:Story|Report|Reporting|Words|Text|Written) )?by:?\s+(\p{Lu}.{2,100})$/iu.exec(line.trim())
  if (!match || /[.!?]$/.test(line.trim().replace(/\b[A-Z]\.$/, ''))) return null
  const [people] = match[1].split(
    /\s*[|•·]\s*|\s+[-–—]\s+|, (?!and\b)(?=[\p{L} ]*\b(?:correspondent|writer|editor|reporter|staff|in)\b)/iu,
  )
  const names = people
    .replace(/\s+for \p{Lu}.*$/u, '')
    .split(/\s*(?:,|&|\band\b|\bwith\b)\s*/)
    .filter(Boolean)
  return names.length > 0 &&
    names.every((name) =>
      /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|d[aei]|van|von|bin|al-\p{Lu}\p{L}+))*$/u.test(name),
    )
    ? names
    : null
}

/** A day in words, as ISO, or in numbers, as lines of their own have it; and the hour behind it. */
const FULL_DATE = `${DATE}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}`
const CLOCK = '(?:[ ,T|-]*(?:at )?\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: ?[A-Z]{2,5}(?:[+-]\\d+)?)?)?'

const DATE_LINE = new RegExp(
  `^(?:(?:first )?(?:published|posted|updated|last updated|last modified|date)(?: on| at)?:?\\s*)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?<date>${FULL_DATE})${CLOCK}\\s*$`,
  'iu',
)

const IMPRINT = new RegExp(
  `^(?<outlet>\\p{Lu}[\\p{L}'’&.-]*(?: (?:\\p{Lu}[\\p{L}'’&.-]*|of|the|and)){0,4}?)(?:, ${PLACE_NAME})?(?:,| [|•·–—-]) (?<date>${FULL_DATE})\\.?${CLOCK}$`,
  'u',
)

/** "Hisar, September 21": a place and a day without its year; whoever prints their own name on such a line gives the year too. */
const PLACE_LINE = new RegExp(`^(?<place>${PLACE_NAME}${CONTAINER}), (?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})\\.?$`, 'u')

/** A line of its own that says where and on which day it was written. */
export function findPlaceLine(text: string, span: Span): Dateline | null {
  const line = text.slice(...span)
  const match = line.length <= 90 ? PLACE_LINE.exec(line.trim()) : null
  if (!match?.groups || /^(?:by|on|since|until|from|posted|published|updated)\b/i.test(match.groups.place)) return null
  return { dateline: { place: match.groups.place, span } }
}

/** "By Ana Ruiz | March 12, 2021", "Published 12 Mar 2021 Updated 5 minutes ago" */
const PARTS = /\s*[|•·]\s*|(?<!\blast)\s+(?=(?:last )?(?:updated|modified)\b)/i
const OF_CHANGE = /^(?:last )?(?:updated|modified)\b/i
/** "Updated 5 minutes ago" */
const AGO =
  /^(?:first |last )?(?:published|posted|updated|modified)?:?\s*(?:an?|\d+) (?:second|minute|hour|day|min|hr)s? ago$/i
const MAX_DATE_LINE = 120

/** A line that is nothing but dates (and times) of publication and change, and perhaps a byline -> ISO date, or null where it has no year. */
export function findDateLine(line: string): { date: string | null } | null {
  if (line.length > MAX_DATE_LINE) return null
  const dates: { date: string | null; isChange: boolean }[] = []
  for (const part of line.trim().split(PARTS)) {
    const match = part.length <= 90 ? DATE_LINE.exec(part) : null
    if (match?.groups) dates.push({ date: parseDate(match.groups.date), isChange: OF_CHANGE.test(part) })
    else if (!AGO.test(part) && findBylines(part) === null) return null
  }
  const found = dates.find(({ isChange }) => !isChange) ?? dates[0]
  return found === undefined ? null : { date: found.date }
}

/** "Lens, 22 Feb. 2022", "Line, Baku, 19.04.2021 11:20": who printed it and when, on a line of their own. */
export function findImprint(line: string): { outlet: string; date: string | null } | null {
  const match = line.length <= 90 ? IMPRINT.exec(line.trim()) : null
  if (!match?.groups || /^by\b/i.test(match.groups.outlet) || PLACE_LINE.test(line.trim())) return null
  return { outlet: match.groups.outlet, date: parseDate(match.groups.date) }
}

/** A day with its year -> ISO; null without a year, or where day and month could be either. */
function parseDate(date: string): string | null {
  const iso = /^\d{4}-\d{2}-\d{2}$/.exec(date)?.[0]
  if (iso) return iso
  const numeric = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(date)
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])]
    if (first > 12 && second <= 12) return isoDate(Number(numeric[3]), second, first)
    return second > 12 && first <= 12 ? isoDate(Number(numeric[3]), first, second) : null
  }
  const month = monthOf(new RegExp(MONTHS, 'i').exec(date)?.[0] ?? '')
  const day = /\b(\d{1,2})\b/.exec(date)?.[1]
  const year = /\b(\d{4})\b/.exec(date)?.[1]
  return month !== null && day && year ? isoDate(Number(year), month, Number(day)) : null
}
