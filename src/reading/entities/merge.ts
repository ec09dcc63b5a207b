// Mentions of names -> one group for each thing: short forms, acronyms and misspellings joined, namesakes kept apart.

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
  /** Under what name the lexicon has it. */
  known?: string
}

/** In order of first mention. */
export function mergeNames(mentions: readonly NameMention[], text: string): NamedThing[] {
  const keyed = mentions.map((mention) => ({ mention, words: wordsOf(mention.surface) }))
  // The fullest forms first, so that a headline's "Abadi" finds the text's "Haider Abadi"; text order among equals.
  keyed.sort((a, b) => b.words.length - a.words.length || a.mention.span[0] - b.mention.span[0])
  const things: Keyed[] = []
  const byWord = new Map<string, Keyed[]>()
  for (const { mention, words } of keyed) {
    const candidates = new Set(
      [...keysOf(mention, words), ...(mention.type === 'person' ? [] : [`initials ${words.join('')}`])].flatMap(
        (word) => byWord.get(word) ?? [],
      ),
    )
    const home = homeOf(mention, words, [...candidates])
    if (home) {
      join(home.thing, mention)
      continue
    }
    const keyedThing = { thing: found(mention), words }
    things.push(keyedThing)
    for (const word of [...keysOf(mention, words), `initials ${initialsOf(words)}`]) {
      const list = byWord.get(word)
      if (list) list.push(keyedThing)
      else byWord.set(word, [keyedThing])
    }
  }
  const named = joinBracketed(
    things.map(({ thing }) => thing),
    mentions,
    text,
  )
  for (const thing of named) thing.mentions.sort((a, b) => a.span[0] - b.span[0])
  return named.sort((a, b) => a.mentions[0].span[0] - b.mentions[0].span[0])
}

/** "the Manuel Ortega Popular Front (FPMO)": a short form introduced in brackets, which may come from another language. */
function joinBracketed(things: readonly NamedThing[], mentions: readonly NameMention[], text: string): NamedThing[] {
  const inOrder = mentions.toSorted((a, b) => a.span[0] - b.span[0])
  const of = new Map(things.flatMap((thing) => thing.mentions.map((mention) => [mention, thing] as const)))
  const joined = new Set<NamedThing>()
  for (const [at, second] of inOrder.entries()) {
    const first = inOrder[at - 1]
    if (!first || !isBracketed(text, first.span, second.span)) continue
    const [full, short] = first.surface.length > second.surface.length ? [first, second] : [second, first]
    const [home, guest] = [of.get(full), of.get(short)]
    if (!home || !guest || home === guest || joined.has(home) || joined.has(guest)) continue
    if ([home, guest].some(({ type }) => type === 'person' || type === 'place') || !isShortFor(short, full)) continue
    for (const mention of guest.mentions) join(home, mention)
    joined.add(guest)
  }
  return things.filter((thing) => !joined.has(thing))
}

const isBracketed = (text: string, [, end]: NameMention['span'], [start, close]: NameMention['span']): boolean =>
  start - end < 12 &&
  /^\s*[([]\s*(?:the\s+)?$/i.test(text.slice(end, start)) &&
  /^\s*[)\]]/.test(text.slice(close, close + 3))

/** At least half of its letters begin words of the full name; "Buenos Aires (AFP)" is a place and an agency. */
function isShortFor({ surface: short }: NameMention, { surface: full }: NameMention): boolean {
  const letters = short.replace(/[.-]/g, '').toLowerCase()
  if (!/^\p{Lu}[\p{Lu}.-]+$/u.test(short) || letters.length > 8) return false
  const initials = [...initialsOf(wordsOf(full))]
  if (initials.length < 2) return false
  const found = [...letters].filter((letter) => {
    const at = initials.indexOf(letter)
    if (at >= 0) initials.splice(at, 1)
    return at >= 0
  })
  return found.length * 2 >= letters.length && found.length >= 2
}

/** A thing with the words of its fullest form, lower case. */
interface Keyed {
  thing: NamedThing
  words: readonly string[]
}

/** By what a mention finds a thing: its words, and what the lexicon knows it as. */
const keysOf = ({ known }: NameMention, words: readonly string[]): string[] =>
  known === undefined ? [...words] : [...words, `known ${known}`]

/** "Qutaiba al-Zawbari" and "Zawbari" have their last word in common, whatever the article between. */
function wordsOf(surface: string): string[] {
  const words = keyOf(surface).split(/[\s-]+/)
  const own = words.filter((word) => !/^(?:al|el|ul|an|as|ash|ad|ar|at|az)$/.test(word))
  return own.length > 0 ? own : words
}

/** "north atlantic treaty organisation" -> "nato" */
const initialsOf = (words: readonly string[]) =>
  words
    .filter((word) => !/^(?:of|for|the|and|in)$/.test(word))
    .map((word) => word[0])
    .join('')

const found = (mention: NameMention): NamedThing => ({
  mentions: [mention],
  name: mention.surface.replace(/['’]s?$/, ''),
  type: mention.type,
  roles: new Set(mention.roles),
  officesOf: new Set(mention.officeOf ? [mention.officeOf] : []),
  ...(mention.gender ? { gender: mention.gender } : {}),
  ...(mention.country ? { country: mention.country } : {}),
  ...(mention.sector ? { sector: mention.sector } : {}),
  ...(mention.known ? { known: mention.known } : {}),
})

function join(thing: NamedThing, mention: NameMention): void {
  thing.mentions.push(mention)
  thing.type ??= mention.type
  for (const role of mention.roles) thing.roles.add(role)
  if (mention.officeOf) thing.officesOf.add(mention.officeOf)
  if (mention.gender) thing.gender ??= mention.gender
}

/** The nearest before it among those it may be, so that a surname goes to who was last spoken of. */
function homeOf(mention: NameMention, words: readonly string[], things: readonly Keyed[]): Keyed | null {
  const fitting = things.filter((keyed) => sameThing(keyed, mention, words))
  // "P. Ilvan" may be Petar or Pavel.
  if (fitting.length > 1 && words.length > 1 && words.some(isInitial)) return null
  if (fitting.length < 2) return fitting[0] ?? null
  const distance = ({ thing }: Keyed) =>
    Math.min(
      ...thing.mentions.map(({ span }) => (span[0] < mention.span[0] ? mention.span[0] - span[0] : FAR + span[0])),
    )
  return fitting.toSorted((a, b) => distance(a) - distance(b))[0]
}

/** What comes only later is farther than anything before. */
const FAR = 1e9

function sameThing({ thing, words: full }: Keyed, mention: NameMention, short: readonly string[]): boolean {
  if (full.join('') === short.join('')) return true
  if (thing.known !== undefined && thing.known === mention.known) return true
  if (thing.type === 'person')
    return (mention.type === 'person' || mention.type === null) && samePerson(full, short, thing, mention)
  if (mention.type === 'person')
    return thing.type === null && full.length > 1 && samePerson(full, short, thing, mention)
  const acronym = /^\p{Lu}{2,}$/u.test(mention.surface.replace(/[.'’s]/g, ''))
  return short.length === 1 && full.length >= 2 && acronym && initialsOf(full) === short[0]
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
  if (short.some(isInitial) || full.some(isInitial)) return initialsFit(full, short)
  // "Albin Kurti", "Alban Kurti": one letter off in a first name long enough to be the same, and no rival office.
  if (short[short.length - 1] === surname && short[0] !== given) {
    const shared =
      mention.roles.length === 0 || thing.roles.size === 0 || mention.roles.some((role) => thing.roles.has(role))
    return shared && given.length >= 4 && distanceIsOne(given, short[0])
  }
  // "Recep Tayyip Erdogan", "Tayyip Erdogan"
  return short.every((word) => full.includes(word))
}

const isInitial = (word: string): boolean => word.length === 1

/** "P. Ilvan", "John D.", "M. T. Valdez" for "Maria Teresa Valdez": each word or initial in its place, at least one of them whole. */
function initialsFit(full: readonly string[], short: readonly string[]): boolean {
  const last = full.length - 1
  const begins = (a: string, b: string) => a === b || ((isInitial(a) || isInitial(b)) && a[0] === b[0])
  if (!begins(full[0], short[0]) || !begins(full[last], short[short.length - 1])) return false
  const whole = short.some((word) => !isInitial(word) && full.includes(word))
  return whole && short.slice(1, -1).every((word) => full.slice(1, -1).some((other) => begins(other, word)))
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
