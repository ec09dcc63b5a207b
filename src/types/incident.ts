// The published contract of an incident; schema/incident.json is generated from it.

import type { Fate, PlacePrecision, Span, Time } from './reading.ts'

/** The accounts of one event, side by side. */
export interface Incident {
  schema: 'hearsay/incident/1'
  /** Stays the same while the account that it is named after is among its accounts. */
  id: string
  /** PLOVER category, or HAZARD, that most accounts give. */
  type: string
  mode?: string
  /** First and last day, ISO 8601, as closely as the accounts tell. */
  time: { start: string; end: string; precision: Time['precision'] } | null
  place: {
    name: string
    lat: number
    lon: number
    country?: string
    geonameId?: number
    precision: PlacePrecision
  } | null
  /** One for each article and origin in it: the reporter's voice, or a source's word. */
  accounts: Account[]
  /** Who did it, to whom, how many, where, when, whether it happened at all. */
  aspects: Aspect[]
  /** Independent origins, not articles: ten reprints of one wire are one. */
  origins: number
  /** Admiralty code for information: 1 confirmed ... 5 improbable, 6 cannot be judged; and the rules that gave the grade. */
  credibility: { grade: '1' | '2' | '3' | '4' | '5' | '6'; why: string[] }
  /** Of its surest mention, from 0 to 1: how likely it is an event that its sentence reports, and no turn of phrase. */
  confidence: number
}

export interface Account {
  /** Id of the document. */
  document: string
  /** Place of the article in it, from 1. */
  article: number
  /** The mention that tells most of the event. */
  event: string
  /** All mentions of the event in this account. */
  events: string[]
  /** What it stands in, the sentence as it is printed; of a very long one the beginning. */
  sentence: string
  /** On whose word; null is the reporter's own voice. */
  statement: string | null
  /** Whom the account rests on in the end, relays unwound. */
  origin: string
  /** Accounts of one origin have one number, from 0. */
  originNumber: number
  /** How the origin is known: by name, hidden ("a source close to ..."), or as the voice of the outlet. */
  originKind: 'named' | 'unnamed' | 'voice'
  /** From whom it rests on to the outlet that printed it. */
  chain: Link[]
  /**
   * What the account rests on: a source, or an outlet that says that it reports itself (first-hand); an outlet that names no source (own words);
   * news media that another outlet names as its source (retold); or words that only demand, ask, intend or predict something (reaction).
   */
  basis: 'first-hand' | 'own words' | 'retold' | 'reaction'
  /** The party of the registry that it rests on; absent for hidden sources and outlets without a name. */
  party?: string
  outlet?: string
  published?: string
}

/** A step on the way of what is said, from source to page. */
export interface Link {
  name: string
  role: 'person' | 'body' | 'hidden' | 'relay' | 'agency' | 'outlet'
}

export interface Aspect {
  name: 'actor' | 'recipient' | 'instrument' | 'place' | 'time' | 'status' | `count:${Fate}`
  /** What the accounts say; those that can both be right are still listed apart. */
  values: AspectValue[]
  /** Disputed where independent origins give what cannot all be right; single where one origin alone speaks of it. */
  state: 'agreed' | 'disputed' | 'single'
  /** One sentence that a reader can check. */
  why: string
}

export interface AspectValue {
  value: string
  low?: number
  /** Null for no upper bound. */
  high?: number | null
  /** Places in `accounts`, from 0. */
  accounts: number[]
  /** Those of them that have said otherwise since. */
  revised?: number[]
  /** Where each account says so: spans of its document. */
  grounds: { account: number; span: Span }[]
}
