// What the trained model hands over of an article: spans alone. Who a source is, manner, nesting and relays, what an event's
// parties, place and time are, is settled after it.

import type { ArticleText, EventMention, Span, Stance, Word } from '../../types.ts'

export interface StatementDraft {
  /** Empty where the text names none. */
  source: Span[]
  cue: Span[]
  content: Span[]
  stance: Stance
  /** To whom it was said: "told Sputnik". */
  addressee?: Span
}

/** Something that the text says happened, is denied, is feared, ... */
export interface EventDraft {
  trigger: Span
  /** PLOVER category, or HAZARD. */
  type: string
  /** PLOVER mode, where a stage knows it better than the words of the trigger. */
  mode?: string
  status: EventMention['status']
  /** 0 to 1: how likely it is that its sentence only refers to it, "after the attack". */
  refers: number
  /** 0 to 1, as the model gives it. */
  sure: number
  /** 0 to 1: how likely it is what its sentence reports, and not its background. */
  main: number
  actor: Span[]
  recipient: Span[]
  instrument: Span[]
  place: Span[]
  time: Span[]
  parts: PartDraft[]
}

/** Who or what has a part in violence, and which. */
export interface PartDraft {
  span: Span
  role: 'actor' | 'recipient' | 'instrument'
  part: 'attacker' | 'organisation' | 'target' | 'victim' | 'weapon'
}

/** A stretch that speaks of a person, a body, a place, a weapon: by name, described, or by a pronoun. */
export interface MentionDraft {
  span: Span
  type: 'person' | 'organisation' | 'place' | 'weapon'
  /** 0 to 1. */
  sure: number
  /** The stretch is a name and nothing else. */
  named: boolean
}

/** Each list in text order. */
export interface Drafts {
  statements: StatementDraft[]
  events: EventDraft[]
  mentions: MentionDraft[]
  /** Words that take a side. */
  loaded: Span[]
}

/** @returns the same article, its words with lemma and part of speech, and what was found in it */
export type Finder = (article: ArticleText<Word>) => Promise<{ article: ArticleText; drafts: Drafts }>
