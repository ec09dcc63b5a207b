// What an article has mentioned so far: things it names, things it only describes, and where.

import type { Entity, EntityType, Span } from '../../types.ts'
import { indexSpans, type SpanIndex } from '../spans.ts'
import type { Gender } from './lexicon.ts'
import type { NamedThing } from './merge.ts'

export type MentionKind = Entity['mentions'][number]['kind']

/** A thing in the making: named, or only described. */
export interface Referent {
  thing: NamedThing | null
  name: string
  type: EntityType
  plural: boolean
  /** The text says who it is: by name, or as the one body or office of its kind ("the Serbian government"). */
  identified: boolean
  /** A person or people by name, or by a noun that the lexicon knows for people. */
  human: boolean
  /** A statement was laid to it. */
  spoke: boolean
  gender?: Gender
  /** Countries that its offices are said to be of. */
  officesOf: Set<string>
  /** Head nouns that a later "the ..." may take up. */
  nouns: Set<string>
  mentions: { span: Span; kind: MentionKind }[]
  /** Whom it turned out to be: "a prisoner" once the text says "the prisoner, Josef Halm,". */
  same?: Referent
}

export interface Discourse {
  referents: Referent[]
  /** Where the names stand, all over the article. */
  names: SpanIndex<Referent>
  /** The same, each with its start. */
  called: SpanIndex<{ referent: Referent; at: number }>
  /** Where what was described or stood for by a pronoun stands, in text order, as far as the article was read. */
  taken: { at: number; referent: Referent }[]
  /** By the words of the description, lower case. */
  described: Map<string, Referent>
}

export function openDiscourse(things: readonly NamedThing[]): Discourse {
  const referents = things.map(referentOf)
  const named = referents.flatMap((referent) => referent.mentions.map(({ span }) => [span, referent] as const))
  return {
    referents,
    names: indexSpans(named),
    called: indexSpans(named.map(([span, referent]) => [span, { referent, at: span[0] }] as const)),
    taken: [],
    described: new Map(),
  }
}

function referentOf(thing: NamedThing): Referent {
  return {
    thing,
    name: thing.name,
    type: thing.type ?? (thing.name.includes(' ') ? 'person' : 'organisation'),
    plural: thing.type === 'group',
    identified: true,
    human: thing.type === 'person',
    spoke: false,
    officesOf: thing.officesOf,
    ...(thing.gender ? { gender: thing.gender } : {}),
    nouns: new Set([
      ...[...thing.roles].flatMap((role) => [role, lastOf(role)]),
      // "the ministry" for the Interior Ministry
      ...(/^(?:organisation|outlet)$/.test(thing.type ?? '') && thing.name.includes(' ')
        ? [lastOf(thing.name).toLowerCase()]
        : []),
    ]),
    mentions: thing.mentions.map(({ span }) => ({ span, kind: 'name' })),
  }
}

/** "Ministry" of "Ministry of Defence" */
const lastOf = (phrase: string): string =>
  phrase
    .split(/ (?:of|for) /)[0]
    .split(' ')
    .at(-1) ?? phrase

/** Notes that `span` refers to it; spans must come in text order. */
export function takeUp(
  discourse: Discourse,
  referent: Referent | null,
  span: Span,
  kind: MentionKind,
): Referent | null {
  if (!referent) return null
  referent.mentions.push({ span, kind })
  discourse.taken.push({ at: span[0], referent })
  return referent
}

export const firstAt = ({ mentions }: Referent): number =>
  mentions.reduce((at, { span }) => Math.min(at, span[0]), Number.POSITIVE_INFINITY)

/** From now on both are the second. */
export function unite(discourse: Discourse, one: Referent, other: Referent): void {
  if (one === other || one.same) return
  one.same = other
  for (const mention of one.mentions) other.mentions.push(mention)
  other.spoke ||= one.spoke
  for (const noun of one.nouns) other.nouns.add(noun)
  for (const country of one.officesOf) other.officesOf.add(country)
  if (one.gender) other.gender ??= one.gender
  discourse.referents.splice(discourse.referents.indexOf(one), 1)
}

export const settled = (referent: Referent): Referent => (referent.same ? settled(referent.same) : referent)

/** What was spoken of in the `reach` characters before `at`, with the start of its last mention there; nearest first. */
export function spokenOf(
  { called, taken }: Discourse,
  at: number,
  reach: number,
): { referent: Referent; last: number }[] {
  const last = new Map<Referent, number>()
  const see = (referent: Referent, start: number) => last.set(referent, Math.max(start, last.get(referent) ?? -1))
  for (const name of called.touching([Math.max(0, at - reach), at]))
    if (name.at >= at - reach) see(name.referent, name.at)
  for (let i = taken.length - 1; i >= 0 && taken[i].at >= at - reach; i--) {
    if (taken[i].at < at) see(settled(taken[i].referent), taken[i].at)
  }
  return [...last].map(([referent, start]) => ({ referent, last: start })).sort((a, b) => b.last - a.last)
}
