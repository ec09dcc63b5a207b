// Name mentions -> one group for each thing named: short forms, acronyms and misspellings joined, namesakes kept apart.

import { type Gender, keyOf } from './lexicon.ts'
import type { NameMention } from './names.ts'

export interface NamedThing {
  mentions: NameMention[]
  /** Fullest form. */
  name: string
  type: NameMention['type']
  roles: Set<string>
  /** Countries that its offices are said to be of. */
  officesOf: Set<string>
  gender?: Gender
  country?: string
  sector?: string
}

/** In order of first mention. */
export function mergeNames(mentions: readonly NameMention[]): NamedThing[] {
  const things: NamedThing[] = []
  // The fullest forms first, so that a headline's "Abadi" finds the text's "Haider Abadi"; text order among equals.
  const order = mentions.toSorted((a, b) => wordsOf(b).length - wordsOf(a).length || a.span[0] - b.span[0])
  for (const mention of order) {
    const thing = homeOf(mention, things)
    if (thing) join(thing, mention)
    else things.push(found(mention))
  }
  for (const thing of things) thing.mentions.sort((a, b) => a.span[0] - b.span[0])
  return things.sort((a, b) => a.mentions[0].span[0] - b.mentions[0].span[0])
}

const wordsOf = ({ surface }: { surface: string }) => keyOf(surface).split(/[\s-]+/)

const found = (mention: NameMention): NamedThing => ({
  mentions: [mention],
  name: mention.surface.replace(/['’]s?$/, ''),
  type: mention.type,
  roles: new Set(mention.roles),
  officesOf: new Set(mention.officeOf ? [mention.officeOf] : []),
  ...(mention.gender ? { gender: mention.gender } : {}),
  ...(mention.country ? { country: mention.country } : {}),
  ...(mention.sector ? { sector: mention.sector } : {}),
})

function join(thing: NamedThing, mention: NameMention): void {
  thing.mentions.push(mention)
  thing.type ??= mention.type
  for (const role of mention.roles) thing.roles.add(role)
  if (mention.officeOf) thing.officesOf.add(mention.officeOf)
  if (mention.gender) thing.gender ??= mention.gender
}

/** The nearest before it among those it may be, so that a surname goes to who was last spoken of. */
function homeOf(mention: NameMention, things: readonly NamedThing[]): NamedThing | null {
  const fitting = things.filter((thing) => sameThing(thing, mention))
  if (fitting.length < 2) return fitting[0] ?? null
  const distance = (thing: NamedThing) =>
    Math.min(
      ...thing.mentions.map(({ span }) => (span[0] < mention.span[0] ? mention.span[0] - span[0] : 1e9 + span[0])),
    )
  return fitting.toSorted((a, b) => distance(a) - distance(b))[0]
}

function sameThing(thing: NamedThing, mention: NameMention): boolean {
  const [full, short] = [wordsOf({ surface: thing.name }), wordsOf(mention)]
  if (full.join(' ') === short.join(' ')) return true
  const types = new Set([thing.type, mention.type])
  const person = thing.type === 'person' && (mention.type === 'person' || mention.type === null)
  if (person) return samePerson(full, short, thing, mention)
  if (types.has('person')) return thing.type === null && full.length > 1 && samePerson(full, short, thing, mention)
  // "NATO" for "North Atlantic Treaty Organisation"; "the Center" for "Center for Balkan Studies" is a description.
  const initials = full
    .filter((word) => !/^(?:of|for|the|and|in)$/.test(word))
    .map((word) => word[0])
    .join('')
  return (
    short.length === 1 &&
    full.length >= 2 &&
    short[0].length >= 2 &&
    /^\p{Lu}+$/u.test(mention.surface.replace(/[.'’s]/g, '')) &&
    initials === short[0]
  )
}

function samePerson(
  full: readonly string[],
  short: readonly string[],
  thing: NamedThing,
  mention: NameMention,
): boolean {
  if (thing.gender && mention.gender && thing.gender !== mention.gender) return false
  const [given, surname] = [full[0], full[full.length - 1]]
  if (short.length === 1)
    return full.length > 1 && (short[0] === surname || (short[0] === given && mention.roles.length === 0))
  // "Albin Kurti", "Alban Kurti": one letter off in a first name long enough to be the same, and no rival office.
  if (short[short.length - 1] === surname && short[0] !== given) {
    const shared =
      mention.roles.length === 0 || thing.roles.size === 0 || mention.roles.some((role) => thing.roles.has(role))
    return shared && given.length >= 4 && distanceIsOne(given, short[0])
  }
  // "Recep Tayyip Erdogan", "Tayyip Erdogan"
  return short.every((word) => full.includes(word))
}

/** One letter added, dropped or changed. */
function distanceIsOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return Math.max(a.length, b.length) - start - end === 1
}
