// The spans that the model gives for an event's parties -> participants: which entity each is, of what kind, and whether it is named.

import type { Resources } from '../../resources.ts'
import type { Entity, EventMention, Sentence, Span, Token } from '../../types.ts'
import { headOf, nounOf } from '../entities/nouns.ts'
import { type SpanIndex, tokensInside } from '../spans.ts'
import type { PartDraft } from '../tagging/drafts.ts'
import { withWholeWords } from './cut-words.ts'

export type Participant = EventMention['participants'][number]

export interface Mention {
  entity: Entity
  span: Span
  kind: 'name' | 'description' | 'pronoun'
}

export interface Grounds {
  text: string
  sentences: SpanIndex<Sentence>
  mentions: SpanIndex<Mention>
  /** Where events are told: a phrase ends before them. */
  triggers: SpanIndex<{ span: Span }>
}

export function participantOf(
  role: Participant['role'],
  given: Span,
  { text, sentences, mentions, triggers }: Grounds,
  { names }: Pick<Resources, 'names'>,
  part?: PartDraft['part'],
): Participant | null {
  const whole = withWholeWords(text, trimmed(text, given))
  if (!whole) return null
  const span = withOwner(text, whole)
  const tokens = tokensInside(sentences.touching(span), span)
  const head = headOf(pastQuantity(tokens))
  if (!head || !/[\p{L}\p{N}]/u.test(head.text)) return null
  const words = text.slice(...span)
  // "two", "20 or 30": numbers left over from a phrase are nobody, and so are "no group" and "any group".
  if (FRAGMENT.test(words) || NOBODY.test(words)) return null
  if (part && tokens.every(({ pos }) => pos === 'NUM' || pos === 'DET' || pos === 'CCONJ' || pos === 'ADP')) return null
  const mention = mentionOf(span, head, mentions)
  if (OWNER.test(words) || /^\S+['’]s$/.test(words)) return null
  const named = mention?.kind === 'name' && role !== 'instrument'
  const noun = nounOf(tokens, head, names)
  const kind = kindOf(mention?.entity, noun.known ? noun.type : null, named)
  // "two car bombings", "group kidnappings": of what kind the deed is; in "police raid" somebody does it.
  const isBare = !named && tokens.length === 1 && KIND_OF_DEED.test(words)
  if (isBare && triggers.touching([span[1], span[1] + 2]).some(({ span: [at] }) => at === span[1] + 1)) return null
  return {
    role,
    kind: part ? kindInViolence(part, kind) : role === 'instrument' ? 'thing' : kind,
    named,
    spans: [named && !part && mention.entity.type === 'person' ? mention.span : span],
    ...(mention ? { entity: mention.entity.id } : {}),
  }
}

/** Before "bombing" or "kidnapping", not who did it or was hit; a "bus bombing" hits a bus. */
const KIND_OF_DEED = /^(?:group|gang|car|truck|lorry|van|motorcycle|motorbike|bicycle)$/i

/** "about half of whom", "most of them": what is left of a phrase about others. */
const FRAGMENT =
  /^(?:about |nearly |almost |more than )?(?:half|most|many|all|some|none|both|each|several)(?: of(?: (?:them|whom|which|these|those))?)?$/i

const NOBODY = /^(?:of )?(?:no|none|nobody|no one|neither|any)\b/i

/** Whose it is, of "their attack", is a word for somebody named elsewhere. */
const OWNER = /^(?:its|their|his|her|our|your|my|whose)$/i

/** "dozens of families", "a group of gunmen", "members of the 8th Front": what is counted, and who the members are of. */
const QUANTITY =
  /^(?:dozens|scores|hundreds|thousands|millions|hundred|thousand|million|number|group|groups|series|majority|handful|couple|pair|kg|kilos?|tons?|sticks?)$/i

function pastQuantity(tokens: readonly Token[]): readonly Token[] {
  const of = tokens.findIndex(({ text }) => text.toLowerCase() === 'of')
  return of > 0 && of < tokens.length - 1 && QUANTITY.test(tokens[of - 1].text) ? tokens.slice(of + 1) : tokens
}

/** What stands between coordinated parties; "2,000" is one number. */
const BETWEEN =
  /(?:(?<!\s)\s+)?(?:[,;]\s*(?:and|or|as well as)\s|[,;](?!\d)|[()])\s*|(?<!\s)\s+(?:and|or|as well as)\s+/giu

/**
 * "the embassy, two banks and the newspaper" are three parties; "Defence and Interior Ministry", "Jane Doe, the mayor" and "1,200" are one: parts
 * are parties if each begins as a phrase of its own does, with a determiner, a number, a name or a plural.
 */
export function partedOf(text: string, [start, end]: Span, mentions: SpanIndex<Mention>): Span[] {
  const parts: Span[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(BETWEEN)) {
    const at = start + match.index
    if (mentions.holding([at, at + match[0].length]).some(({ kind }) => kind === 'name')) continue
    parts.push([from, at])
    from = at + match[0].length
  }
  parts.push([from, end])
  // "the Liberation Army (LA)" is one party.
  const isShort = ([low, high]: Span) =>
    text[low - 1] === '(' && text[high] === ')' && /^\p{Lu}[\p{Lu}\d-]+$/u.test(text.slice(low, high))
  const whole = parts.filter((part) => /\p{L}{2}/u.test(text.slice(...part)) && !isShort(part))
  const phrase = ([low, high]: Span, index: number) =>
    index === 0 ||
    /^(?:an?|the|his|her|their|its|some|several|many|other|\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s/i.test(
      text.slice(low, high),
    ) ||
    mentions.touching([low, high]).some(({ span, kind }) => kind === 'name' && span[0] >= low && span[0] < low + 25)
  if (whole.length === 1 && parts.some(isShort)) return whole
  return whole.length > 1 && whole.every(phrase) ? whole : [[start, end]]
}

/** Whether a stretch speaks of people or a body of people, by its head noun or by name. */
export function isPeople(span: Span, { sentences, mentions }: Grounds, names: Resources['names']): boolean {
  const tokens = tokensInside(sentences.touching(span), span)
  const head = headOf(pastQuantity(tokens))
  if (!head) return false
  const mention = mentionOf(span, head, mentions)
  if (mention?.kind === 'name') return PEOPLE.has(mention.entity.type)
  const noun = nounOf(tokens, head, names)
  return (noun.known && PEOPLE.has(noun.type)) || (head.pos === 'PRON' && !/^(?:it|this|that|which)$/i.test(head.text))
}

const PEOPLE: ReadonlySet<Entity['type']> = new Set(['person', 'group', 'organisation'])

/** The mention that the party is: it takes in the party's head, and of several is the one most like it in extent. */
function mentionOf(span: Span, head: Token, mentions: SpanIndex<Mention>): Mention | undefined {
  const common = (other: Span) => Math.min(other[1], span[1]) - Math.max(other[0], span[0])
  const around = (other: Span) => Math.max(other[1], span[1]) - Math.min(other[0], span[0])
  const likeness = ({ span: other }: Mention) => common(other) / around(other)
  return mentions
    .holding(head.span)
    .filter(({ span: [start, end] }) => end - start <= 2 * (span[1] - span[0]))
    .toSorted((a, b) => Number(b.kind === 'name') - Number(a.kind === 'name') || likeness(b) - likeness(a))[0]
}

function kindOf(entity: Entity | undefined, noun: Entity['type'] | null, named: boolean): Participant['kind'] {
  switch (named ? entity?.type : (noun ?? entity?.type)) {
    case 'person':
      return 'person'
    case 'group':
      return 'group'
    case 'organisation':
    case 'outlet':
      return 'organisation'
    case 'facility':
      return 'facility'
    // A country acts as its government does.
    case 'place':
      return named ? 'organisation' : 'facility'
    default:
      return 'thing'
  }
}

/** The part that somebody plays says of what kind they are; where it leaves a choice, name and noun say. */
function kindInViolence(part: PartDraft['part'], kind: Participant['kind']): Participant['kind'] {
  switch (part) {
    case 'attacker':
    case 'victim':
      return kind === 'group' ? 'group' : 'person'
    case 'organisation':
      return 'organisation'
    case 'target':
      return kind === 'person' || kind === 'group' ? 'thing' : kind
    case 'weapon':
      return 'thing'
  }
}

/** "'s gunmen" of "Alia's gunmen" */
function withOwner(text: string, [start, end]: Span): Span {
  if (!/^['’]s\s/.test(text.slice(start, start + 3))) return [start, end]
  return [start - (/[\p{L}\p{N}-]+$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0].length ?? 0), end]
}

/** Without quotation marks and commas at its ends, nor what only stands before it: "[the rebels]", "2019 Army", "(AFP) Army". */
function trimmed(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end)
  const from = BEFORE.exec(words)?.[0].length ?? 0
  const behind = BEHIND.exec(words.slice(from))?.[0].length ?? 0
  return from + behind >= words.length ? [start, end] : [start + from, end - behind]
}

/** "two men, aged 31 and" 44 */
const BEHIND =
  /(?: (?:in|at|on|of|by|with|from|for|near)(?:,? aged(?: (?:between )?\d+)?(?: and)?(?: \d+)?|,? and)?|,? aged(?: (?:between )?\d+)?(?: and)?(?: \d+)?|,? and|(?<![\s,;:"“”'’)\]–—-]))[\s,;:"“”'’)\]–—-]*$/u
const BEFORE =
  /^(?:[\s,.;:"“”'‘([–—-]|(?:19|20)\d\d\s+(?=\p{Lu})|(?:AFP|AP|DPA|EFE|ANSA|TASS|UPI|Reuters|Xinhua|SANA|NNA|IRNA|WAFA|KUNA|SPA|MENA)\b[\s):,–—-]+(?=\p{Lu}))*/u

/** "the terrorists" here and "terrorists" there are the same ones, as far as an article goes: the entity that was there first. */
export function withSharedEntities(text: string, parties: readonly (readonly Participant[])[]): Participant[][] {
  const wordsOf = ({ spans }: Participant) =>
    spans
      .map((span) => text.slice(...span))
      .join(' ')
      .toLowerCase()
      .replace(/^(?:the|a|an|these|those)\s+/, '')
      .replace(/\s+/g, ' ')
  const known = new Map<string, string>()
  for (const party of parties.flat())
    if (party.entity !== undefined && !known.has(wordsOf(party))) known.set(wordsOf(party), party.entity)
  return parties.map((those) =>
    those.map((party) => {
      const entity = PRONOUN.test(wordsOf(party)) ? party.entity : (known.get(wordsOf(party)) ?? party.entity)
      return entity === undefined ? party : { ...party, entity }
    }),
  )
}

const PRONOUN = /^(?:he|she|it|they|them|him|her|we|us|you|i|one|some|others?|all|both|who|which|that)$/
