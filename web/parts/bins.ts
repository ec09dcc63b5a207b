// Series of days with counts -> bars of one unit, as fine as can be drawn: weeks, months, quarters or years.

export interface Dated {
  /** ISO day. */
  day: string
  count: number
}

export interface Bin {
  start: string
  /** Last day, included. */
  end: string
  label: string
  /** One for each series. */
  counts: number[]
}

type Unit = 'week' | 'month' | 'quarter' | 'year'

const DAY = 86_400_000
const MOST_BARS = 54

export function binsOf(series: readonly (readonly Dated[])[]): { unit: Unit; bins: Bin[] } {
  const starts = series.flatMap((days) => days.map(({ day }) => day)).sort()
  const [first, last] = [starts[0], starts.at(-1)]
  if (first === undefined || last === undefined) return { unit: 'week', bins: [] }
  const days = (Date.parse(last) - Date.parse(first)) / DAY + 1
  const unit: Unit =
    days / 7 <= MOST_BARS ? 'week' : days / 30 <= MOST_BARS ? 'month' : days / 91 <= MOST_BARS ? 'quarter' : 'year'
  const bins: Bin[] = []
  for (let start = startOf(first, unit); start <= last; start = nextOf(start, unit)) {
    const end = iso(Date.parse(nextOf(start, unit)) - DAY)
    bins.push({ start, end, label: labelOf(start, unit), counts: series.map(() => 0) })
  }
  for (const [at, dated] of series.entries()) {
    for (const { day, count } of dated) {
      const bin = bins.find(({ end }) => end >= day)
      if (bin) bin.counts[at] += count
    }
  }
  return { unit, bins }
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)

function startOf(day: string, unit: Unit): string {
  if (unit === 'week') return mondayBefore(day)
  const month = Number(day.slice(5, 7))
  if (unit === 'year') return `${day.slice(0, 4)}-01-01`
  const first = unit === 'month' ? month : month - ((month - 1) % 3)
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`
}

const mondayBefore = (day: string): string => iso(Date.parse(day) - ((new Date(day).getUTCDay() + 6) % 7) * DAY)

function nextOf(day: string, unit: Unit): string {
  if (unit === 'week') return iso(Date.parse(day) + 7 * DAY)
  const months = { month: 1, quarter: 3, year: 12 }[unit]
  return iso(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1))
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function labelOf(day: string, unit: Unit): string {
  const year = day.slice(0, 4)
  const month = Number(day.slice(5, 7))
  switch (unit) {
    case 'week':
      return `week of ${Number(day.slice(8))} ${MONTHS[month - 1]} ${year}`
    case 'month':
      return `${MONTHS[month - 1]} ${year}`
    case 'quarter':
      return `${MONTHS[month - 1]} to ${MONTHS[month + 1]} ${year}`
    case 'year':
      return year
  }
}
