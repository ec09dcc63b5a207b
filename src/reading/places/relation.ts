// The words before a place's name -> the relation to that place: "42 miles west of", "near the border with".

import type { Place } from '../../gazetteer/gazetteer.ts'
import type { Span } from '../../types.ts'

export interface Relation {
  /** From the relation's first word to the end of the name. */
  span: Span
  /** As the text has it: "42 miles west of". */
  words: string
  /** Where both are said, in kilometres and in degrees from north. */
  away?: { km: number; bearing: number }
}

const SIDE = '(?:north|south|east|west)(?:[- ]?(?:east|west))?'
const NUMBER =
  '(?:about |around |some |roughly |nearly |approximately |just |less than |more than |over )?(?:\\d[\\d,.]*|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|a few|several|dozens of|hundreds of)'
const UNIT = '(?:miles?|kilomet(?:er|re)s?|kms?|mi\\.?)'
const OTHER = '(?: \\([^()]{2,20}\\))?'

const PATTERNS: readonly RegExp[] = [
  // "42 miles (68 km) west of", "some 20 kilometres from"
  new RegExp(
    `(?<number>${NUMBER})[ -](?<unit>${UNIT})${OTHER}(?: to the)?(?: (?:due )?(?<side>${SIDE}))?(?: away)? (?:of|from|outside)(?: the (?:city|town|village|capital|border)(?: of| with)?)?$`,
    'i',
  ),
  // "in the north of"
  new RegExp(`in the (?:far |extreme )?(?:${SIDE}|centre|center|middle) of$`, 'i'),
  // "just north of", "west of"
  new RegExp(`(?:just |to the )?(?<side>${SIDE}) of(?: the (?:city|town|village|capital) of)?$`, 'i'),
  // "near the border with", "along the frontier with", "on the outskirts of"
  /(?:near|along|on|close to|at|across) (?:the|its) (?:northern |southern |eastern |western )?(?:border|borders|frontier|boundary|coast|outskirts|edge|shores?|banks) (?:with|of)$/i,
  // "near", "just outside", "close to the town of"
  /(?:just )?(?:near|outside|close to|not far from)(?: the (?:city|town|village|capital|border)(?: of| with)?)?$/i,
]

/** How far back a relation may reach, in characters. */
const REACH = 80

export function relationBefore(text: string, [start, end]: Span): Relation | null {
  const from = Math.max(0, start - REACH)
  // What stands between may be broken over lines; a "the" belongs to the name.
  const before = text
    .slice(from, start)
    .replace(/\s+$/, '')
    .replace(/\s+the$/i, '')
  if (/[\n]\s*$/.test(text.slice(from, start)) || before === '') return null
  const line = before.replace(/\s/g, ' ')
  for (const pattern of PATTERNS) {
    const match = pattern.exec(line)
    if (!match || /[\p{L}\d]$/u.test(line.slice(0, match.index))) continue
    const away = awayOf(match.groups ?? {})
    const at = from + match.index
    return {
      span: [at, end],
      words: text.slice(at, from + before.length).replace(/\s+/g, ' '),
      ...(away ? { away } : {}),
    }
  }
  return null
}

const MILE = 1.609344

function awayOf({ number, unit, side }: Record<string, string | undefined>): Relation['away'] | null {
  const digits = Number(/\d[\d,.]*/.exec(number ?? '')?.[0].replace(/,/g, ''))
  if (!unit || !side || !(digits > 0) || digits > 2000) return null
  return { km: digits * (/^mi/i.test(unit) ? MILE : 1), bearing: bearingOf(side) }
}

function bearingOf(side: string): number {
  const [north, south, east, west] = ['north', 'south', 'east', 'west'].map((word) => side.toLowerCase().includes(word))
  if (north) return east ? 45 : west ? 315 : 0
  if (south) return east ? 135 : west ? 225 : 180
  return east ? 90 : 270
}

/** The point that far away in that direction, on a sphere: close enough for "42 miles west of". */
export function pointAway({ lat, lon }: Pick<Place, 'lat' | 'lon'>, { km, bearing }: { km: number; bearing: number }) {
  const [angle, course, from] = [km / 6371, (bearing * Math.PI) / 180, (lat * Math.PI) / 180]
  const to = Math.asin(Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(course))
  const turn = Math.atan2(
    Math.sin(course) * Math.sin(angle) * Math.cos(from),
    Math.cos(angle) - Math.sin(from) * Math.sin(to),
  )
  const degrees = (radians: number) => Math.round((radians * 180e4) / Math.PI) / 1e4
  return { lat: degrees(to), lon: Math.round((((degrees(turn) + lon + 540) % 360) - 180) * 1e4) / 1e4 }
}
