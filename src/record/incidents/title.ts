// An incident -> the title that a person would write, made of what nobody disputes: "Air strike on a religious school in Dasht-e Archi,
// Kunduz, Afghanistan, 2 April 2018".

import { COUNTRIES } from '../../countries.ts'
import type { Aspect, Claim, Incident, MeansClass } from '../../types.ts'

export const titleOf = (incident: Incident): string => {
  const what = [...whetherOf(incident), whatOf(incident)].join(' ')
  const where = whereOf(incident)
  // "near Tibú", "on the outskirts of Tibú", "42 miles west of Kirkuk", "about six kilometres from Dol"
  const joint =
    /^(?:(?:near|outside|around|between|off|on the (?:\p{L}+ ){0,2}(?:edge|outskirts) of)\b|\d|[^,]{0,60}\b(?:km|kilomet\w+|miles?)\b[^,]{0,60}\b(?:of|from|outside)\b|(?:north|south|east|west)\w* of\b)/iu.test(
      where,
    )
      ? ' '
      : ' in '
  const title = [[`${what}${whomOf(incident)}`, where].filter(Boolean).join(joint), whenOf(incident)]
  return capital(title.filter(Boolean).join(', '))
}

export const aspectNamed = ({ aspects }: Incident, name: Aspect['name']): Aspect | undefined =>
  aspects.find((aspect) => aspect.name === name)

/** What accounts still claim, and do not deny. */
export const standing = ({ claims }: Aspect): Claim[] =>
  claims.filter(({ polarity, revised }) => polarity === 'yes' && !revised)

/** What nobody disputes. */
const undisputed = (incident: Incident, name: Aspect['name']): Claim[] => {
  const aspect = aspectNamed(incident, name)
  return aspect && aspect.state !== 'disputed' ? standing(aspect) : []
}

/** "planned", "possible": only if no account says that it happened. */
function whetherOf(incident: Incident): string[] {
  const said = new Set(
    undisputed(incident, 'status').flatMap(({ value }) => (value.kind === 'status' ? [value.status] : [])),
  )
  const [only] = said
  return said.size === 1 && UNREAL.has(only) ? [only === 'demanded' ? 'called-for' : only] : []
}

const UNREAL: ReadonlySet<string> = new Set(['planned', 'possible', 'demanded', 'hypothetical'])

/** By what means, if that is one thing to all who say it, a car bomb being also a bomb and an explosion; else the kind of event. With the word that joins whom it hit. */
function kindOf(incident: Incident): readonly [what: string, joint: 'on' | 'of' | 'against' | null] {
  const means = new Set(
    undisputed(incident, 'instrument').flatMap(({ value }) => (value.kind === 'means' ? [value.means] : [])),
  )
  for (const [vague, exact] of MORE_EXACT) if (exact.some((one) => means.has(one))) means.delete(vague)
  const [only] = means
  const { type, mode } = incident
  if (type === 'ASSAULT' && mode === undefined && isBattle(incident)) return ['fighting', null]
  if (type === 'ASSAULT' && means.size === 1 && (mode === undefined || !OWN_WORD.has(mode))) return BY_MEANS[only]
  return BY_KIND[`${type} ${mode}`] ?? BY_KIND[type] ?? [type.toLowerCase(), null]
}

/** To half of those who speak of it, or more, a place changed hands, or is fought over. */
function isBattle(incident: Incident): boolean {
  const claims = aspectNamed(incident, 'status')?.claims ?? []
  const told = claims.filter(({ value }) => value.kind === 'status' && BATTLE.has(value.status))
  return told.length > 0 && told.length * 2 >= claims.length
}

const BATTLE: ReadonlySet<string> = new Set(['over', 'going on'])

const MORE_EXACT: readonly (readonly [MeansClass, readonly MeansClass[]])[] = [
  ['explosion', ['bomb', 'car bomb', 'roadside bomb', 'suicide bomb', 'mine', 'grenade', 'missile', 'artillery']],
  ['bomb', ['car bomb', 'roadside bomb', 'suicide bomb']],
]

const whatOf = (incident: Incident): string => kindOf(incident)[0]

const BY_MEANS: Readonly<Record<MeansClass, readonly [what: string, joint: 'on' | 'of' | 'against' | null]>> = {
  'air strike': ['air strike', 'on'],
  drone: ['drone strike', 'on'],
  artillery: ['shelling', 'of'],
  missile: ['missile strike', 'on'],
  firearms: ['shooting', 'of'],
  bomb: ['bombing', 'of'],
  'car bomb': ['car bombing', null],
  'roadside bomb': ['roadside bombing', null],
  mine: ['mine explosion', null],
  grenade: ['grenade attack', 'on'],
  'suicide bomb': ['suicide bombing', null],
  explosion: ['explosion', null],
  vehicle: ['vehicle attack', 'on'],
  fire: ['arson attack', 'on'],
  knife: ['stabbing', 'of'],
  'blunt force': ['beating', 'of'],
  chemical: ['chemical attack', 'on'],
  'tear gas': ['use of tear gas', null],
}

/** What was done, whatever it was done with. */
const OWN_WORD: ReadonlySet<string> = new Set(['abduct', 'torture', 'sexual', 'targeted', 'destroy', 'crowd-control'])

const BY_KIND: Readonly<Record<string, readonly [what: string, joint: 'on' | 'of' | 'against' | null]>> = {
  ASSAULT: ['attack', 'on'],
  'ASSAULT abduct': ['abduction', 'of'],
  'ASSAULT torture': ['torture', 'of'],
  'ASSAULT sexual': ['sexual violence', null],
  'ASSAULT targeted': ['targeted killing', 'of'],
  'ASSAULT destroy': ['destruction', 'of'],
  'ASSAULT crowd-control': ['dispersal of a crowd', null],
  'ASSAULT beat': ['beating', 'of'],
  'ASSAULT aerial': ['air strike', 'on'],
  'ASSAULT drone': ['drone strike', 'on'],
  'ASSAULT heavy-weapons': ['shelling', 'of'],
  'ASSAULT firearms': ['shooting', 'of'],
  'ASSAULT suicide-attack': ['suicide bombing', null],
  'ASSAULT explosives': ['explosion', null],
  COERCE: ['use of force', 'against'],
  'COERCE arrest': ['arrest', 'of'],
  'COERCE seize': ['seizure', null],
  'COERCE deport': ['deportation', 'of'],
  'COERCE curfew': ['curfew', null],
  'COERCE censor': ['censorship', null],
  'COERCE restrict': ['restriction', null],
  'COERCE martial-law': ['martial law', null],
  PROTEST: ['protest', null],
  'PROTEST demo': ['demonstration', null],
  'PROTEST riot': ['riot', null],
  'PROTEST strike': ['strike', null],
  'PROTEST hunger': ['hunger strike', null],
  'PROTEST boycott': ['boycott', null],
  'PROTEST obstruct': ['blockade', null],
  HAZARD: ['accident or disaster', null],
  'HAZARD earthquake': ['earthquake', null],
  'HAZARD flood': ['flood', null],
  'HAZARD storm': ['storm', null],
  'HAZARD landslide': ['landslide', null],
  'HAZARD eruption': ['eruption', null],
  'HAZARD disease': ['outbreak of disease', null],
  'HAZARD explosion': ['accidental explosion', null],
  'HAZARD fire': ['fire', null],
  'HAZARD crash': ['crash', null],
  'HAZARD sinking': ['sinking', null],
  'HAZARD collapse': ['collapse', null],
  'HAZARD stampede': ['stampede', null],
  CONSULT: ['meeting', null],
  'CONSULT visit': ['visit', null],
  'CONSULT phone': ['telephone call', null],
  AGREE: ['agreement', null],
  COOPERATE: ['cooperation', null],
  AID: ['aid', null],
  RETREAT: ['retreat', null],
  'RETREAT release': ['release', 'of'],
  'RETREAT ceasefire': ['ceasefire', null],
  'RETREAT resign': ['resignation', 'of'],
  'RETREAT withdraw': ['withdrawal', null],
  CONCEDE: ['concession', null],
  MOBILIZE: ['mobilization', null],
  SANCTION: ['sanction', null],
  'SANCTION convict': ['conviction', 'of'],
  'SANCTION expel': ['expulsion', 'of'],
  REQUEST: ['request', null],
  ACCUSE: ['accusation', null],
  'ACCUSE investigate': ['investigation', null],
  REJECT: ['rejection', null],
  THREATEN: ['threat', null],
  SUPPORT: ['support', null],
}

/** " on a religious school": what most origins name, if nobody names another; the number of people stands in the line below. */
function whomOf(incident: Incident): string {
  const [, joint] = kindOf(incident)
  if (joint === null || aspectNamed(incident, 'recipient')?.state === 'not comparable') return ''
  const parties = undisputed(incident, 'recipient').flatMap(({ value, account }) =>
    value.kind === 'party' ? [{ name: bare(value.name), origin: incident.accounts[account]?.originNumber }] : [],
  )
  const named = new Map<string, Set<number | undefined>>()
  for (const { name, origin } of parties) named.set(name, (named.get(name) ?? new Set()).add(origin))
  const [first, second] = [...named].toSorted(([, a], [, b]) => b.size - a.size)
  // "their husbands", "his car": a title cannot say whose.
  if (first && /^(?:their|his|her|its|our|my)\b/i.test(first[0])) return ''
  if (!first || (second && second[1].size === first[1].size)) return ''
  return first[0].length > MAX_PARTY || first[0] === '' ? '' : ` ${joint} ${first[0]}`
}

const MAX_PARTY = 60

/** "Five students" -> "students", "The school" -> "the school"; names keep their capitals. */
const bare = (name: string): string =>
  name
    .replace(/\s+/g, ' ')
    .trim()
    .replace(COUNTED, '')
    .replace(/^(?:The|An?)\b/, (article) => article.toLowerCase())

const COUNTED =
  /^(?:(?:at least|more than|about|around|nearly|some|over|up to|dozens of|scores of|hundreds of|several|many|all|both)\s+)*(?:(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\s+)?(?=[\p{L}])/iu

/** Place, division, country, each once; if the places are in dispute, only what contains them all. */
function whereOf(incident: Incident): string {
  const { place } = incident
  const aspect = aspectNamed(incident, 'place')
  const spots = (aspect ? standing(aspect) : []).flatMap(({ value }) => (value.kind === 'place' ? [value] : []))
  const countries = new Set([...spots.map(({ country }) => country), ...(place ? [place.country] : [])])
  const [only] = countries
  const country = countries.size === 1 && only !== undefined ? (COUNTRIES.get(only)?.name ?? null) : null
  if (place === null || aspect?.state === 'disputed') return country ?? ''
  const own = spots.find(({ lat, lon }) => lat === place.lat && lon === place.lon)
  const parts = place.precision === 'country' ? [country ?? place.name] : [place.name, own?.admin1, country]
  return (
    parts
      .flatMap((part) => (part ? [printed(part.replace(/\s+/g, ' ').trim())] : []))
      // "the capital", "the northwestern province": what it is called stands behind.
      .filter((part, at, all) => at > 0 || all.length === 1 || !/^the [\p{Ll} -]+$/u.test(part))
      .filter((part, at, all) => !all.slice(0, at).some((earlier) => isSameName(earlier, part)))
      .join(', ')
  )
}

/** "SANTIAGO" of a dateline; "UAE" stays. */
const printed = (name: string): string =>
  /^\p{Lu}[\p{Lu} .'’-]{4,}$/u.test(name)
    ? name.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    : name

/** "Deir Ezzor" and "Deir ez-Zor"; what contains "north of Baghdad" has no need to be called Baghdad again. */
const isSameName = (earlier: string, name: string): boolean =>
  folded(earlier) === folded(name) ||
  (/\b(?:of|near|outside|around|from)\s/i.test(earlier) && folded(earlier).endsWith(folded(name)))
const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<!\s)\s+(?:province|state|governorate|region)$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The day, a few days of one month, the month or the year; nothing if it is known less precisely, or in dispute. */
function whenOf(incident: Incident): string {
  const { time } = incident
  if (time === null || aspectNamed(incident, 'time')?.state === 'disputed') return ''
  const [[year, month, day], [lastYear, lastMonth, lastDay]] = [time.start, time.end].map((iso) =>
    iso.split('-').map(Number),
  )
  if (time.start === time.end) return `${day} ${MONTHS[month - 1]} ${year}`
  if (year !== lastYear) return ''
  if (time.precision === 'year' || month !== lastMonth) return time.precision === 'year' ? String(year) : ''
  const whole = `${MONTHS[month - 1]} ${year}`
  return time.precision === 'month' ? whole : `${day} to ${lastDay} ${whole}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
