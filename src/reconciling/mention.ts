// What reconciling knows of one mention of an event: what telling it from others needs, and nothing of the rest.

import type { Day } from '../calendar.ts'
import type { Body, Camp, EventMention, EventName, Fate, PlacePrecision, Side, Span, Time } from '../types.ts'
import type { Means } from './means.ts'
import type { Origin } from './origins.ts'

/** Where something is said to have happened, as far as coordinates are known. */
export interface Spot {
  name: string
  lat: number
  lon: number
  precision: PlacePrecision
  country?: string
  admin1?: string
  geonameId?: number
  span: Span
}

export interface When {
  first: Day
  last: Day
  precision: Time['precision']
  /** Of a part of its day, from and to: "Monday morning" is 4 to 12; a night ends at 30. */
  hours?: readonly [from: number, to: number]
  span: Span
}

export interface Party {
  role: 'actor' | 'recipient' | 'instrument'
  kind: EventMention['participants'][number]['kind']
  named: boolean
  /** As the text has it, and the entity's full name where it has one. */
  text: string
  words: readonly string[]
  country?: string
  sector?: string
  side?: Side
  camp?: Camp
  /** The body that it is, in the country that the article is about unless its words say another; of a person, that it is one. */
  body?: Body
  person?: true
  /** Its key in the registry of parties; absent for those without a name or a body: "gunmen". */
  key?: string
  /** What people say: the party of the registry that it is one with, and those that it is not (as-said.ts). */
  said?: { party: string; apart: readonly string[] }
  /** Of a party with the name of a place: a country acts, a town does not. */
  where?: PlacePrecision
  span: Span
}

export interface Tally {
  fate: Fate | null
  of: string
  side?: Side
  low: number
  high: number | null
  approximate: boolean
  text: string
  span: Span
  /** "from 19 to 14": what it was before. */
  former?: true
  /** "among them 20 children": a part of another count. */
  part?: true
}

export interface Mention {
  /** Of the whole record: document, article and event. */
  key: string
  document: string
  article: number
  event: string
  statement: string | null
  origin: Origin
  outlet?: string
  published?: string
  /** Day of publication, else the day of the dateline or the first date of the text. */
  publishedOn: Day | null
  type: string
  mode?: string
  status: EventMention['status']
  /** "denied that anyone had been taken", not only that they had taken anyone. */
  deniedAltogether: boolean
  /** "denied responsibility": the event itself is granted. */
  deniesBlame?: true
  confidence: number
  trigger: Span
  means: Means
  /** Of a battle for a place: whether it is won, goes on, or was beaten off. */
  course: 'over' | 'going on' | 'repelled' | null
  /** "a second bomb", "another attack": by its words not the one told of before. */
  another: boolean
  /** "the attack": it points back to what was told before. */
  definite: boolean
  /** Its sentence tells of many events at once: "is regularly shelled". */
  general?: true
  /** Its sentence turns from what was told before to something else: "Meanwhile, ..." (turns-elsewhere.ts). */
  turns?: true
  place: Spot | null
  /** What its place rests on; a dateline is where the reporter was. */
  placeBasis?: EventMention['placeBasis']
  /** Where no place of its own is told: the place that the article is most about. */
  around: Spot | null
  /** The words of its place, known to the gazetteer or not: "the grain silo"; a country is no site. */
  site: readonly string[]
  /** The words of the place that the article names most. */
  town: readonly string[]
  /** The words of the names of people in the article, those named most. */
  company: readonly string[]
  when: When | null
  parties: readonly Party[]
  tallies: readonly Tally[]
  /** Of the sentence, as numbers (wordNumbers in words.ts). */
  words: readonly number[]
  /** Its sentence among those of the article, by the offset of its first character, and its block. */
  sentence: Span
  sentenceText: string
  block: number
  /** Of the title or a heading. */
  headline: boolean
  /** How many sentences of the article's text stand above its own, headings not counted; absent in a heading. */
  below?: number
  /** That it only followed another event of the article, or surrounds it. */
  follows?: { what: NonNullable<EventMention['follows']>['what']; event: EventName }
  /** Of an account that a person added: compared with nothing (by-hand.ts). */
  byHand?: true
  /** A person confirmed, corrected or added it in the reading. */
  decided?: true
  /** The mention that it denies without telling of it: "rejected the claim". */
  rebuts?: string
}

/** Between the parts of a key; SQL handles it, and ids seldom hold it. */
export const SEPARATOR = '\u001f'

/** Tells a mention from all others of the record. */
export const keyOf = ({ document, article, event }: EventName): string => [document, article, event].join(SEPARATOR)

/** The words of the text that name the event: "killed", "air strike". */
export const triggerWords = ({
  trigger,
  sentence,
  sentenceText,
}: Pick<Mention, 'trigger' | 'sentence' | 'sentenceText'>): string =>
  sentenceText.slice(trigger[0] - sentence[0], trigger[1] - sentence[0])

/** "Six of the wounded died on the way to Dol": where and when they died, and not where and when it happened. */
export const isDying = (mention: Pick<Mention, 'trigger' | 'sentence' | 'sentenceText'>): boolean =>
  DYING.has(triggerWords(mention).toLowerCase())
const DYING: ReadonlySet<string> = new Set(['die', 'dies', 'died', 'dying', 'death', 'deaths'])
