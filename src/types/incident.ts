// The published contract of an incident; schema/incident.json is generated from it.

import type { Camp, Fate, Following, PlacePrecision, Side, Span, Time } from './reading.ts'
import type { EventName } from './stages.ts'

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
  /** Where it is no incident by itself, but what followed or surrounded others: of what kind, and mentions of those events. */
  follows?: { what: Following; events: EventName[] }
  /** One for each article and origin in it: the reporter's voice, or a source's word. */
  accounts: Account[]
  /** Whether it happened, who did it, to whom, how many, with what, where, when: the questions that any account answers. */
  aspects: Aspect[]
  /** What accounts seem to say, and the incident does not state: it is in no list, title, toll or dispute. Absent if there is nothing. */
  unsure?: UnsureClaim[]
  /** Independent origins, not articles: ten reprints of one wire are one. */
  origins: number
  /** How far the accounts bear each other out, in words first; the Admiralty code for information goes with them; and the rules that gave it. */
  credibility: { grade: '1' | '2' | '3' | '4' | '5' | '6'; words: GradeInWords; why: string[] }
  /** Of its surest mention, from 0 to 1: how likely it is an event that its sentence reports, and no turn of phrase. */
  confidence: number
  /** How many sentences of the body stand above its first mention, in the report that mentions it first; absent if none does. */
  below?: number
}

export type GradeInWords =
  | 'confirmed by others'
  | 'probably true'
  | 'possibly true'
  | 'doubtful'
  | 'improbable'
  | 'cannot be judged'

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
   * news media or footage that another outlet gives as its source (retold); or words that only demand, ask, intend or predict something (reaction).
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

/** One question about the event, and what the accounts claim of it: `claims` has every claim, `values` the same folded by what is claimed. */
export interface Aspect {
  name: 'actor' | 'recipient' | 'instrument' | 'place' | 'time' | 'status' | `count:${Fate}`
  claims: Claim[]
  /** What the accounts say, each value once; those that can both be right are still listed apart. */
  values: AspectValue[]
  /**
   * `disputed`: two claims that rest on different origins contradict each other. `agreed`: two origins claim the same, or one says more
   * exactly what the other says. `single`: told by one origin alone. `not comparable`: several origins, each about something else.
   */
  state: 'agreed' | 'disputed' | 'single' | 'not comparable'
  /** One sentence that a reader can check. */
  why: string
  /** The pairs of claims that make it disputed: one pair for each two values, told by the clearest passages. Empty if it is not. */
  disputes: Dispute[]
}

/** What one account claims. */
export interface Claim {
  /** Place in `accounts`, from 0: on whose word, with the chain by which it came. */
  account: number
  /** The mention of the event that says so; an id in the account's document. */
  event: string
  value: ClaimValue
  /** `no`: the account says that this is not so ("we did not shell the school"). */
  polarity: 'yes' | 'no'
  /** The value in the account's words, shortened to what is claimed. */
  text: string
  /** The words that it stands on. */
  span: Span
  /** The sentence around them. */
  passage: Span
  /** The same origin has said otherwise since. */
  revised?: true
}

/** What an account seems to say, and too often is not about this event: its words, and why the incident does not state them. */
export interface UnsureClaim {
  question: Aspect['name']
  /** Place in `accounts`, from 0. */
  account: number
  /** The mention of the event that says so; an id in the account's document. */
  event: string
  text: string
  span: Span
  /** In plain words: "further down in the report". */
  why: string
}

export type ClaimValue =
  | { kind: 'status'; status: ClaimedStatus }
  | PartyValue
  | NumberValue
  | { kind: 'means'; means: MeansClass }
  | PlaceValue
  /** First and last day, both included; the event lies within. */
  | { kind: 'interval'; start: string; end: string; precision: Time['precision'] }

export type ClaimedStatus =
  | 'actual'
  | 'going on'
  | 'over'
  | 'repelled'
  | 'planned'
  | 'possible'
  | 'demanded'
  | 'hypothetical'

/** Who did it, or who was hit. */
export interface PartyValue {
  kind: 'party'
  name: string
  /** False: "five peasants", "unidentified gunmen". */
  named: boolean
  /** Country, and PLOVER sector code, as far as known. */
  country?: string
  sector?: string
  side?: Side
  camp?: Camp
  /** Its key in the registry of parties; absent for those without a name or a body: "gunmen". */
  party?: string
}

/** How many, of a group of people. */
export interface NumberValue {
  kind: 'number'
  low: number
  /** Null for no upper bound. */
  high: number | null
  approximate: boolean
  group: PeopleGroup
  /** "among them 20 children": a part of another number, and no toll of the event. */
  part?: true
}

/** Whom a number counts. */
export interface PeopleGroup {
  /** "people", "women", "families" */
  of: string
  side?: Side
}

export interface PlaceValue {
  kind: 'place'
  name: string
  lat: number
  lon: number
  precision: PlacePrecision
  country?: string
  admin1?: string
  geonameId?: number
}

/** What harm is done with; "explosion" leaves open what exploded. */
export type MeansClass =
  | 'air strike'
  | 'drone'
  | 'artillery'
  | 'missile'
  | 'firearms'
  | 'bomb'
  | 'car bomb'
  | 'roadside bomb'
  | 'mine'
  | 'grenade'
  | 'suicide bomb'
  | 'explosion'
  | 'vehicle'
  | 'fire'
  | 'knife'
  | 'blunt force'
  | 'chemical'
  | 'tear gas'

/** Two claims that rest on different origins and cannot both be right; places in `claims`, from 0. */
export interface Dispute {
  claims: [one: number, other: number]
  /** One sentence: what cannot both be right. */
  why: string
}

/** One value, with the accounts that claim it: a fold of an aspect's claims. */
export interface AspectValue {
  value: string
  low?: number
  /** Null for no upper bound. */
  high?: number | null
  /** Of a number: a part of another number, and no toll of the event. */
  part?: true
  /** Those who claim it say that it is not so. */
  denied?: true
  /** Places in `accounts`, from 0. */
  accounts: number[]
  /** Those of them that have said otherwise since. */
  revised?: number[]
  /** Where each account says so: spans of its document. */
  grounds: { account: number; span: Span }[]
}
