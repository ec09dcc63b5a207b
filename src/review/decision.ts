// A person's decision as the log keeps it: what was there before and what should be there, in the words of the text. It contains no
// ids of readings, since a newer reader gives others.

import type { Count, Entity, EventMention, Source, Statement, Time } from '../types.ts'
import type { Quote } from './quote.ts'

/** `before` null: the reader missed it. `after` null: it is not so. Both alike: it is so. */
interface On<Kind extends string, Words> {
  kind: Kind
  /** SHA-256 of the document. */
  document: string
  before: Words | null
  after: Words | null
}

export type OnStatement = On<'statement', StatementWords>
export type OnEvent = On<'event', EventWords>
export type OnPlace = On<'place', PlaceWords>
export type OnTime = On<'time', TimeWords>
export type OnCount = On<'count', CountWords>

/** Which mentions are one event: each group one, different groups different ones. */
export interface OnIncident {
  kind: 'incident'
  before: Anchor[][]
  after: Anchor[][]
}

/** Which keys of the registry are one party: each group one, different groups different ones. */
export interface OnIdentity {
  kind: 'party'
  about: 'identity'
  before: string[][]
  after: string[][]
}

/** What a party is a part of, by that one's key, or on whose side it is, in words; null for none. */
interface OnBelonging {
  kind: 'party'
  about: 'part' | 'side'
  party: string
  before: string | null
  after: string | null
}

export type OnParty = OnIdentity | OnBelonging

/** Words about something; they change nothing. */
export interface Note {
  kind: 'note'
  on: 'article' | 'passage' | 'statement' | 'event' | 'place' | 'time' | 'count' | 'incident' | 'source' | 'proposal'
  /** What it is about; of an incident, its mentions; empty for a source and for a proposal. */
  at: Anchor[]
  /** The source that it is on: its name, and its key in the registry of parties if it has one. */
  source?: { name: string; party: string | null }
  /** Number of the entry of the proposal that it is on. */
  of?: number
  before: null
  after: string
}

/** A person's own title for an incident, which its mentions tell; null is the one made from what is agreed. */
interface OnTitle {
  kind: 'title'
  at: Anchor[]
  before: string | null
  after: string | null
}

/** A tag that a person gave an incident (`before` is null) or took from it (`after` is null). */
interface OnTag {
  kind: 'tag'
  at: Anchor[]
  before: string | null
  after: string | null
}

/** An account that a person added to an incident by hand: a document of its own, what it says, and the mentions that it joins. */
export interface OnAccount extends On<'account', AccountWords> {
  at: Anchor[]
}

export interface AccountWords {
  statement: StatementWords
  event: EventWords
}

/** What changes a document's reading. */
export type OnDocument = OnStatement | OnEvent | OnPlace | OnTime | OnCount | OnAccount
/** What changes how an incident is shown, and nothing else. */
export type OnLabel = OnTitle | OnTag | Note
export type Decision = OnDocument | OnIncident | OnParty | OnTitle | OnTag | Note

/** Words in a document. */
export interface Anchor {
  /** SHA-256. */
  document: string
  quote: Quote
}

export interface StatementWords {
  source: { words: Quote[]; kind: Source['kind']; named: boolean } | null
  cue: Quote[]
  content: Quote[]
  manner: Statement['manner']
  stance: Statement['stance']
  /** Through whom it came, the first who was told first; left out where nobody decided on that. */
  relay?: RelayWords[]
  /** To whom it was said; null for nobody, left out where nobody decided on that. */
  addressee?: Quote[] | null
}

/** What somebody is who passed a statement on, where its words are no entity of the article yet. */
export const RELAYS = ['person', 'group', 'organisation', 'outlet'] as const

export interface RelayWords {
  words: Quote[]
  kind: (typeof RELAYS)[number]
}

export interface EventWords {
  trigger: Quote
  type: string
  mode?: string
  status: EventMention['status']
  participants: (Omit<EventMention['participants'][number], 'spans' | 'entity'> & { words: Quote[] })[]
  /** Words for its place, its time, what is counted: what they mean is decided there. */
  place: Quote | null
  time: Quote | null
  counts: Quote[]
  /** On whose word: what that statement says. Null is the reporter's own voice. */
  statement: Quote | null
}

export interface PlaceWords {
  name: string
  mentions: Quote[]
  /** Null: a place, but none that is known. */
  place: KnownPlace | null
}

export type KnownPlace = NonNullable<Entity['place']>

export interface TimeWords extends Pick<Time, 'type' | 'value' | 'start' | 'end' | 'precision' | 'basis'> {
  words: Quote
}

export interface CountWords extends Pick<Count, 'low' | 'high' | 'approximate' | 'of' | 'fate' | 'side'> {
  words: Quote
  /** Whose toll it is; left out where nobody decided on that. */
  events?: { trigger: Quote; type: string }[]
}

export type Verdict = 'confirm' | 'correct' | 'reject' | 'add' | 'merge' | 'split' | 'note'

export function verdictOf(decision: Decision): Verdict {
  const { kind, before, after } = decision
  if (kind === 'note') return 'note'
  if (kind === 'account') return after === null ? 'reject' : 'add'
  if (JSON.stringify(before) === JSON.stringify(after)) return 'confirm'
  if (kind === 'incident' || (kind === 'party' && decision.about === 'identity'))
    return decision.after.length < decision.before.length ? 'merge' : 'split'
  if (kind === 'party') return before === null ? 'add' : after === null ? 'reject' : 'correct'
  return before === null ? 'add' : after === null ? 'reject' : 'correct'
}

/** The keys that a decision on parties is about. */
export const partiesOf = (decision: OnParty): string[] =>
  decision.about === 'identity' ? [...new Set([...decision.before, ...decision.after].flat())] : [decision.party]

/** SHA-256 of the documents that it is about. */
export function documentsOf(decision: Decision): string[] {
  const { kind } = decision
  if (kind === 'party') return []
  if (kind === 'incident') return apart([...decision.before, ...decision.after].flat())
  if (isLabel(decision)) return apart(decision.at)
  return kind === 'account' ? [decision.document, ...apart(decision.at)] : [decision.document]
}

export const isLabel = <Other extends { kind: string }>(decision: Decision | Other): decision is OnLabel =>
  decision.kind === 'note' || decision.kind === 'title' || decision.kind === 'tag'

/** Whether it is found by an incident's mentions and not in one document. */
export const isOnIncident = (decision: Decision): boolean =>
  decision.kind === 'incident' ||
  decision.kind === 'title' ||
  decision.kind === 'tag' ||
  (decision.kind === 'note' && decision.on === 'incident')

/** The mentions by which the incident of a decision is found; none for what is about something else. */
export function anchorsOf(decision: Decision): readonly Anchor[] {
  switch (decision.kind) {
    case 'incident':
      return decision.after.flat()
    case 'title':
    case 'tag':
    case 'account':
      return decision.at
    case 'note':
      return decision.on === 'incident' ? decision.at : []
    default:
      return []
  }
}

const apart = (anchors: readonly Anchor[]): string[] => [...new Set(anchors.map(({ document }) => document))]
