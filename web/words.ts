// Values of a reading -> the words that the pages show for them.

/** Makes characters that change the direction of text visible, one for one: a report cannot reorder a line. */
export const shown = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '�')

/** Between two words, as long as that leaves most of it. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return shown(text)
  const cut = /\s/.test(text[most]) ? text.slice(0, most) : text.slice(0, most).replace(/\s+\S*$/, '')
  return shown(`${(cut.length > most * 0.6 ? cut : text.slice(0, most)).trimEnd()}…`)
}

/** What stands before something: its end counts. */
export function clippedBefore(text: string, most: number): string {
  if (text.length <= most) return shown(text)
  return shown(`… ${text.slice(-most).replace(/^\S*\s+/, '')}`)
}

/** A sentence for a page: "the record has no such incident" -> "The record has no such incident." */
export const sentence = (text: string): string =>
  text === '' ? '' : `${capital(text)}${/[.!?…]$/.test(text) ? '' : '.'}`

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const LONG_WORD = /\S{200}/
const PIECES = /\S{1,80}\s*|\s+/gu

/** Splits text if a word is so long that a browser would take minutes to break it; lines may break between pieces. */
export const pieces = (text: string): string[] => (LONG_WORD.test(text) ? (text.match(PIECES) ?? []) : [text])

// Made once: toLocaleString makes one for each number, which takes a tenth of a second for a few thousand.
const NUMBERS = new Intl.NumberFormat('en')

export const count = (n: number, noun: string): string => `${NUMBERS.format(n)} ${noun}${n === 1 ? '' : 's'}`

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** "2023-03-14T16:05:00+01:00" -> "14 Mar 2023"; a month or a year stays one. */
export function date(iso: string | null | undefined): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso ?? '') ?? []
  if (year === undefined) return 'no date'
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  return [...(day === undefined ? [] : [Number(day)]), ...(name ? [name] : []), year].join(' ')
}

/** "5 July 2016", "5 July 2016 to 7 July 2016"; a whole month or year by its name. */
export function days(start: string | null, end: string | null): string {
  if (start === null) return 'no date'
  if (end === null || end === start) return date(start)
  const month = start.slice(0, 7)
  if (start.endsWith('-01-01') && end === `${start.slice(0, 4)}-12-31`) return start.slice(0, 4)
  if (start.endsWith('-01') && end === lastDayOf(month)) return date(month)
  return `${date(start)} to ${date(end)}`
}

const lastDayOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)

/** "2023-03-14T16:05:00Z" -> "14 Mar 2023, 16:05". */
export const minute = (at: string): string => `${date(at)}, ${at.slice(11, 16)}`

/** "CONCEDE" -> "Concede"; "physical-assault" -> "physical assault". */
export const plain = (code: string): string => capital(code.toLowerCase().replace(/[-_]/g, ' '))

/** "examples/08-shirqat.txt" -> "08-shirqat.txt". */
export const fileName = (origin: string): string => origin.split(/[/\\]/).filter(Boolean).at(-1) ?? origin

/** An account that a person added; what it was "read" from says who. */
const addedBy = (origin: string): string | undefined => /^by hand, (.+)/.exec(origin)?.[1]

export const outletOf = ({ outlet, origin }: { outlet: string | null; origin: string }): string =>
  outlet ?? (addedBy(origin) === undefined ? 'no outlet' : 'added by hand')

export function titleOf({ title, origin }: { title: string | null; origin: string }): string {
  const by = addedBy(origin)
  return shown(title ?? (by === undefined ? fileName(origin) : `Account added by ${by}`))
}

/** The address of an article, with the mark to show in it. */
export function articleAddress(head: { sha256: string; article: number }, mark?: string): string {
  return `/articles/${head.sha256.slice(0, 12)}/${head.article}${mark === undefined ? '' : `?mark=${encodeURIComponent(mark)}`}`
}

export const sourceAddress = (name: string): string => `/source?name=${encodeURIComponent(name)}`

export const searchAddress = (fields: Record<string, string>): string => `/search?${new URLSearchParams(fields)}`

export const incidentsAddress = (fields: Record<string, string>): string => `/incidents?${new URLSearchParams(fields)}`

/** Kinds of events, by their categories in PLOVER, in everyday words. */
const KINDS: Record<string, string> = {
  ASSAULT: 'Violence',
  COERCE: 'Arrests and force',
  PROTEST: 'Protest',
  HAZARD: 'Disaster or accident',
  CONSULT: 'Talks and visits',
  AGREE: 'Agreement',
  COOPERATE: 'Cooperation',
  AID: 'Aid',
  RETREAT: 'Retreat or release',
  CONCEDE: 'Concession',
  MOBILIZE: 'Troop movement',
  SANCTION: 'Sanction or sentence',
  REQUEST: 'Request',
  ACCUSE: 'Accusation',
  REJECT: 'Refusal',
  THREATEN: 'Threat',
  SUPPORT: 'Support',
}
export const kindOf = (type: string): string => KINDS[type] ?? plain(type)

/** What each stance means, as a verb. */
export const STANCES: Record<string, string> = {
  asserts: 'says that it is so',
  denies: 'says that it is not so',
  doubts: 'doubts it',
  believes: 'believes it',
  predicts: 'says that it will happen',
  intends: 'intends to do it',
  demands: 'demands it',
  asks: 'asks whether it is so',
}

export const MANNERS: Record<string, string> = {
  direct: 'word for word, in quotation marks',
  indirect: "in the reporter's words",
  mixed: "partly word for word, partly in the reporter's words",
}

/** How an event is reported. */
export const STATUS: Record<string, string> = {
  actual: 'said to have happened',
  denied: 'said not to have happened',
  possible: 'said to be possible',
  planned: 'planned',
  demanded: 'demanded',
  hypothetical: 'hypothetical',
}

/** How far accounts bear an incident out: in words first, then by the Admiralty code. */
export const GRADES: Record<string, { title: string; code: string }> = Object.fromEntries(
  [
    ['1', 'Confirmed by others'],
    ['2', 'Probably true'],
    ['3', 'Possibly true'],
    ['4', 'Doubtful'],
    ['5', 'Improbable'],
    ['6', 'Truth cannot be judged'],
  ].map(([grade, title]) => [
    grade,
    { title, code: `Admiralty code ${grade}, on its scale from 1 (confirmed) to 6 (cannot be judged)` },
  ]),
)

/** What the parts of a decision are called. */
const FIELDS: Record<string, string> = {
  Cue: 'Words of saying',
  Stance: 'What the source does',
  Manner: 'How it is quoted',
  Type: 'Kind of event',
  Mode: 'More exactly',
  Status: 'Whether it happened',
  Actor: 'Who did it',
  Recipient: 'Who was hit',
  Instrument: 'With what',
  Fate: 'What became of them',
}
export const fieldName = (name: string): string => FIELDS[name] ?? name

/** Codes of the record as words; all else as it is. */
export function fieldValue(name: string, value: string): string {
  if (name === 'Named') return value === 'yes' ? 'by name' : 'without a name'
  if (name === 'Stance') return STANCES[value] ?? value
  if (name === 'Manner') return MANNERS[value] ?? value
  if (name === 'Status') return STATUS[value] ?? value
  if (name === 'Mode') return plain(value).toLowerCase()
  return name === 'Type' ? kindOf(value.toUpperCase()).toLowerCase() : value
}
