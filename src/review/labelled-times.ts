// A reviewed article -> its dates with their values, in GUM's format (TEI). `discard` lists what nobody reviewed.

import type { Time } from '../types.ts'
import { headOf, merged, type Reviewed, within } from './labelled.ts'

export function labelledTimes(reviewed: Reviewed) {
  const { article, who } = reviewed
  const { id, date, text } = headOf(reviewed)
  return {
    id,
    genre: 'news',
    created: date,
    annotator: who,
    text,
    times: article.times
      .flatMap((time) => (time.decided ? [{ span: within(reviewed, time.span), value: teiOf(time) }] : []))
      .toSorted((a, b) => a.span[0] - b.span[0])
      .map(({ span: [start, end], value }) => ({ start, end, surface: text.slice(start, end), ...value })),
    discard: merged(article.times.filter(({ decided }) => !decided).map(({ span }) => within(reviewed, span))),
  }
}

/** "2016-06-26" is when; "2016-W25" is from Monday to Sunday; "XXXX-09-29" is "--09-29"; a clock time is its hour. */
function teiOf({ value, start, end }: Time): { clock?: true; when?: string; from?: string; to?: string } {
  const clock = /T(\d\d:\d\d)(:\d\d)?/.exec(value)
  if (clock) return { clock: true, when: `${clock[1]}${clock[2] ?? ':00'}` }
  if (/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value)) return { when: value }
  if (/^XXXX-\d\d(?:-\d\d)?$/.test(value)) return { when: value.replace('XXXX', '-') }
  return start === undefined || end === undefined ? {} : { from: start, to: end }
}
