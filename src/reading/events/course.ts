// An event in its sentence -> how it stands with the fighting: whether it has begun, goes on, is over, or was beaten off.

import type { EventMention, Span } from '../../types.ts'

/** "liberated", "recaptured": the town is somebody's. */
const OVER = /\b(?:liberat|recaptur|retak|retook|captured|cleared|overran)/i
/** "fell to the rebels", "fell on Sunday": a town; not "fell ill", "fell into a ravine". */
const FELL = /^(?:fell|fallen)$/i
const TO_SOMEBODY =
  /^(?:\s*(?:$|[.,;])| (?:to|last|early|late|after|within|without|under)\b| on (?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day))/i
/** "shells fell on the town": nobody has it. */
const FALLING =
  /\b(?:shells?|rockets?|missiles?|bombs?|mortars?|grenades?|rounds?|projectiles?|drones?|debris|shrapnel)\b[^.;]*$/i
/** "took control of the town", "seized the village of Karim", "overrun" */
const TAKES = /^(?:took|taken|tak(?:es|ing)|seiz\w+|storm\w+|overr[au]n\w*|captur\w+)/i
const TOWN =
  /^(?: (?:over|full|complete|back|the|control|of|strategic|key|northern|southern|eastern|western|central|nearby|small|border|port|army|military|government)\b){0,5} (?:towns?|cit(?:y|ies)|villages?|capital|districts?|ports?|bases?|airports?|barracks|garrisons?|hamlets?|suburbs?|islands?)\b/i
/** "seized the town in June 2014", "two years ago": how a battle of today stands it does not say. */
const LONG_AGO =
  /\b(?:in|since|until) (?:[a-z]+[ -])?(?:\p{Lu}[a-z]+ )?(?:1[89]|20)\d\d\b|\b(?:years?|months?|decades?|weeks?|days) (?:ago|earlier|before)\b|\blast (?:year|month)\b/u
/** "repelled an attack", "drove the rebels back" */
const REPELLED =
  /^(?:repel|repuls|beat(?:en|ing)? (?:back|off)|dr[io]v(?:e|en|ing) (?:\S+ ){0,3}?(?:back|off)|fought off|fend)/i
const FIGHTING = /\b(?:fight|clash|battl|resist|combat|hold(?:s|ing)? out|offensive|shelling|shooting)/i
/** "fighting continues", "pockets of resistance" */
const GOES_ON =
  /\b(?:continu|ongoing|still|rag(?:es?|ing)|persist|under ?way|goes on|going on|remain(?!ing)|not (?:yet )?over|pockets)/i
/** "whether they were still alive when the shelling started": a clause that begins says nothing of the one before it. */
const NEXT_CLAUSE = /;|\b(?:when|while|after|before|as|whether|because|until|although|though|if|but|where)\b/gi
/** "launched an offensive", "opened a new offensive" */
const BEGINS_BEFORE = /\b(?:launch(?:ed|es|ing)?|beg[au]n|begins|start(?:ed|s)?|opened)\s+(?:[\p{L}-]+\s+){0,3}$/iu
/** "fighting broke out", "clashes have erupted" */
const BEGINS_BEHIND = /^\s+(?:has |have |had )?(?:broke(?:n)? out|erupted|flared|began|begun|started)\b/i

export function courseOf(
  text: string,
  trigger: Span,
  [from, to]: Span,
  status: EventMention['status'],
  participants: EventMention['participants'] = [],
): EventMention['course'] {
  const before = text.slice(from, trigger[0])
  // "launched the offensive to retake the town": it is not retaken.
  if (status !== 'actual' || /\bto\s+$/.test(before)) return undefined
  const words = text.slice(...trigger)
  // "captured the governor": no town changed hands.
  if (/^captur/i.test(words) && takesOnlyPeople(participants)) return undefined
  if (REPELLED.test(words)) return 'repelled'
  if (/^f[ae]ll/i.test(words) && FALLING.test(before)) return undefined
  const behind = text.slice(trigger[1], to)
  const takesTown = TAKES.test(words) && TOWN.test(behind) && !LONG_AGO.test(text.slice(from, to))
  if (OVER.test(words) || (FELL.test(words) && TO_SOMEBODY.test(behind)) || takesTown) return 'over'
  if (!FIGHTING.test(words)) return undefined
  if (GOES_ON.test(clauseAround(trigger, text, [from, to]))) return 'going on'
  return BEGINS_BEFORE.test(before) || BEGINS_BEHIND.test(text.slice(trigger[1], to)) ? 'begun' : undefined
}

function clauseAround([start, end]: Span, text: string, [from, to]: Span): string {
  const before = text.slice(from, start).split(NEXT_CLAUSE).at(-1)
  const behind = text.slice(end, to).split(NEXT_CLAUSE)[0]
  return `${before}${text.slice(start, end)}${behind}`
}

const takesOnlyPeople = (participants: EventMention['participants']): boolean => {
  const taken = participants.filter(({ role }) => role === 'recipient')
  return taken.length > 0 && taken.every(({ kind }) => kind === 'person' || kind === 'group')
}

/** Who is freed is no town: "liberated the hostages". */
const FREED =
  /\b(?:hostages?|captives?|prisoners?|detainees?|inmates?|slaves?|girls|women|children|passengers|sailors|workers|journalists?|civilians|people)\b/i
/** Categories under which the model has a town that changes hands: of who leaves it, of who helps it. */
const CHANGES_HANDS: ReadonlySet<string> = new Set(['RETREAT', 'AID', 'CONCEDE'])

/** "Army liberates Karim": to take a town by force is an attack in PLOVER, whoever it belongs to. */
export const typeOfTaking = (type: string, text: string, trigger: Span, [from, to]: Span): string =>
  DISOWNS.test(text.slice(...trigger))
    ? 'REJECT'
    : type === 'AID' && EVICTS.test(text.slice(...trigger))
      ? 'COERCE'
      : CHANGES_HANDS.has(type) && TAKEN.test(text.slice(...trigger)) && !FREED.test(text.slice(from, to))
        ? 'ASSAULT'
        : type

const DISOWNS = /^(?:disown|disavow)/i
/** "moved in to evict 400 families" helps nobody. */
const EVICTS = /\b(?:evict|expel|deport|disperse)/i

const TAKEN = /\b(?:liberat|recaptur|retak|retook|captured|overran)/i

/** "captured 15 militants": nobody is abducted. */
export const takesFighters = (trigger: string, participants: EventMention['participants']): boolean => {
  const taken = participants.filter(({ role }) => role === 'recipient')
  return /^captur/i.test(trigger) && taken.length > 0 && taken.every(({ side }) => side === 'fighters')
}

/** "captured the town": nobody is taken away. */
export const takesPlace = (trigger: string, participants: EventMention['participants']): boolean =>
  /^(?:re)?(?:captur|seiz|tak|took)/i.test(trigger) &&
  participants.some(({ role, kind }) => role === 'recipient' && kind === 'facility')
