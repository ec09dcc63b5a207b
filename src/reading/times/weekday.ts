// A weekday and its context -> its day.

import { isoOf, weekdayOf } from '../../calendar.ts'
import type { Which } from './expression.ts'
import type { Of, Resolved, Setting } from './setting.ts'
import type { Tense } from './tense.ts'
import { dayValue, openValue } from './value.ts'

/** In news a weekday is the last one up to publication, unless the sentence looks ahead. */
export function resolveWeekday(
  weekday: number,
  { which, from, part, night }: Of<'date'>,
  { publication, told, tense, repeated }: Setting,
): Resolved {
  const narrative = from === 'narrative'
  if (repeated && which === undefined && tense !== 'past')
    return { ...openValue(`XXXX-WXX-${weekday}`, 'day', 'set'), basis: 'absolute' }
  const base = narrative ? (told?.day ?? null) : publication
  if (base === null) {
    const open = `XXXX-WXX-${weekday}`
    const value =
      part === undefined || night === 'into' ? openValue(open, 'day') : openValue(`${open}T${part}`, 'day', 'time')
    return { ...value, basis: 'absolute' }
  }
  const ahead = (weekday - weekdayOf(base) + 7) % 7
  const back = ahead === 0 ? 0 : ahead - 7
  const basis = narrative ? 'narrative' : 'publication'
  const day = base + step(which, narrative, tense, { ahead, back })
  if (night === undefined) return { ...dayValue(day, part), basis }
  const evening = night === 'into' ? day - 1 : day
  return { ...dayValue(evening, 'NI'), end: isoOf(evening + 1), basis }
}

function step(
  which: Which | undefined,
  narrative: boolean,
  tense: Tense | null,
  { ahead, back }: { ahead: number; back: number },
): number {
  if (which === 1) return ahead === 0 ? 7 : ahead
  if (which === -1) return back === 0 ? -7 : back
  // "that Tuesday", after a Thursday was told of, is the nearest one.
  if (narrative) return -back <= ahead ? back : ahead
  if (which === 0) return tense === 'past' ? back : ahead
  return tense === 'future' ? ahead : back
}
