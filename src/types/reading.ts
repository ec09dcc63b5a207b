// The published contract of a reading; schema/reading.json is generated from it.

/** `[start, end)`: UTF-16 indices into `document.text`, so `text.slice(start, end)` is the surface. */
export type Span = [start: number, end: number]

/** What the program says about one document. */
export interface Reading {
  schema: 'hearsay/reading/1'
  document: {
    /** The caller's id; otherwise the sha256. */
    id: string
    /** Of the bytes exactly as received, in hex: the first link in the chain of custody. */
    sha256: string
    /** Path, URL or feed entry it came from. */
    origin: string
    mediaType: string
    text: string
    /** ISO 8601 instant. */
    retrievedAt?: string
    /** Where it came on pages, as a PDF does: those that hold text. */
    pages?: Page[]
  }
  /** One file often holds several: pages saved from the web run together. */
  articles: Article[]
  /** Nothing is dropped in silence. */
  warnings: Warning[]
  /** Enough to reproduce this reading. */
  reader: { version: string; model: string; settings: string }
  /** How many decisions of people it carries; absent where it is the reader's alone. */
  decisions?: number
}

/** What a person made of what the reader found: as it was, otherwise, or missed by the reader. */
export type Decided = 'confirmed' | 'corrected' | 'added'

/** A page's label as the file counts ("iv", "12"), and its text; a paragraph may go on from one to the next. */
export interface Page {
  label: string
  span: Span
}

export interface Warning {
  /** Stable, for programs: `unclosed-quotation`, `not-english`, ... */
  code: string
  /** One sentence, for people. */
  message: string
  span?: Span
}

export interface Article {
  span: Span
  title?: Span
  outlet?: string
  bylines?: string[]
  /** Who passed it on, where that is not who wrote it: the channel that forwarded a post. */
  relayedBy?: string[]
  url?: string
  dateline?: { place?: string; span: Span }
  /** Other news media that its text is from, by its dateline or a credit. */
  wires?: { name: string; span: Span }[]
  /** Where its outlet says that it reports itself: the dateline of its correspondent, "our reporter saw". */
  firsthand?: Span[]
  /** ISO date or instant, and how it is known. */
  published?: { value: string; basis: 'metadata' | 'dateline' | 'text' | 'given' }
  /** BCP 47; `und` where it could not be told. */
  language: string
  blocks: Block[]
  /** In the order of the text, without credits and furniture; absent from readings of older programs. */
  sentences?: SentenceSpan[]
  statements: Statement[]
  events: EventMention[]
  entities: Entity[]
  times: Time[]
  counts: Count[]
  /** Wording that takes a side. */
  loaded?: { span: Span; why: string }[]
  /** What a careful reader would notice; no verdict. */
  signals?: Signal[]
}

/** What of an article can be asked for by itself. */
export type Layer = 'sentences' | 'statements' | 'events' | 'entities' | 'times' | 'counts' | 'loaded' | 'signals'

/** A reading of the layers that were asked for: each is what the whole reading has, the others are absent. */
export interface PartOfReading extends Omit<Reading, 'schema' | 'articles'> {
  schema: 'hearsay/part-of-reading/1'
  articles: PartOfArticle[]
}

export type PartOfArticle = Omit<Article, Layer> & Partial<Pick<Article, Layer>>

/** Where a report rests on little, or on somebody with a stake; `src/reading/signals` has the rule of each. */
export interface Signal {
  code:
    | 'unnamed-source'
    | 'no-source'
    | 'interested-source'
    | 'hearsay'
    | 'unsourced-number'
    | 'headline-stronger'
    | 'loaded-wording'
  /** What it is about. */
  spans: Span[]
  /** One plain sentence: what was noticed. */
  why: string
  statement?: string
  event?: string
}

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'caption' | 'credit' | 'quote' | 'list' | 'furniture'

export interface Block {
  kind: BlockKind
  span: Span
}

export interface SentenceSpan {
  span: Span
  /** Index into the article's blocks. */
  block: number
}

/** Who said what. A statement without a source that the text names has `source: null`, never an invented one. */
export interface Statement {
  id: string
  source: Source | null
  /** "said", "according to", "told". */
  cue: Span[]
  /** What is said; several spans where the cue interrupts it. */
  content: Span[]
  /** Verbatim in quotation marks, reported, or both. */
  manner: 'direct' | 'indirect' | 'mixed'
  stance: Stance
  /** Entity ids that it came through, in that order: "told Sputnik", "Al Sumaria reported". */
  relay?: string[]
  /** To whom it was said, as far as a person says so: "told the court". */
  addressee?: { spans: Span[]; entity?: string }
  /** The statement that this one is nested in. */
  within?: string
  decided?: Decided
}

/** Whose word a statement is. */
export interface Source {
  spans: Span[]
  /** Entity id, pronouns and short names resolved. */
  entity?: string
  kind: 'person' | 'group' | 'organisation' | 'outlet' | 'document' | 'unknown'
  /** False: "a source close to the intelligence services". */
  named: boolean
  /** What to call it, where that is neither its entity's name nor its own words: "South Sudanese army". */
  name?: string
  /** What it is in other reports: a person with a name, a body that is one everywhere ("the army", "the mayor of Dol"), or hidden. */
  identity?: Identity
  /** Of a person, as far as the text gives it: "the provincial police chief". */
  office?: string
  /** The body that it is or speaks for: of "the Gao police chief" the police; of hidden people the one that they are of, "a police official". */
  body?: Body
  /** Where its words say that it does not know by itself: news media or rumours ("state media", "reports"), footage, or nobody, of an "it". */
  secondHand?: 'media' | 'footage' | 'nobody'
  /** It counts and watches what others do: "a war monitor", "the Observatory". */
  monitor?: true
  /** Of hidden people: the noun under which the article may speak of them again, "resident"; absent for "another resident". */
  noun?: string
  /** Of news media: whom they cite, whose word it is in the end. */
  cites?: { span: Span; entity?: string; name?: string; identity: Identity; body?: Body }
}

/** A body as other reports may call it too. */
export interface Body {
  /** In small letters, without its nationality and those who speak for it: "army"; of one that everybody knows its full name. */
  name: string
  /** The country that it is of, as far as its words say: ISO 3166-1 alpha-2, XK for Kosovo. */
  country?: string
  /** The town or province that it is of. */
  place?: string
}

export type Identity = 'person' | 'body' | 'hidden'

export type Stance = 'asserts' | 'denies' | 'doubts' | 'believes' | 'predicts' | 'intends' | 'demands' | 'asks'

/** What is said to have happened. */
export interface EventMention {
  id: string
  /** PLOVER category, e.g. ASSAULT; or HAZARD, which PLOVER lacks: an accident, a disaster or a disease, with no attacker. */
  type: string
  /** PLOVER mode, e.g. explosives. */
  mode?: string
  /** By what means, or in which way, it was done, as far as its words or its mode say. */
  means?: Means
  trigger: Span
  /** Index into the article's sentences: the one that its trigger stands in. */
  sentence?: number
  /** Of fighting: "an offensive was launched", "fighting continues", "the town was liberated", "the attack was repelled". */
  course?: 'begun' | 'going on' | 'over' | 'repelled'
  /** "a second bomb", "another attack": by its words not the event of which the text has spoken before. */
  another?: true
  /** "the attack": it refers back to an event of which the text has spoken before. */
  refersBack?: true
  /** Its sentence tells of many events at once: "is regularly shelled", "hundreds have been killed since 2014". */
  general?: true
  /** The event of this article that somebody denies here without saying it again ("rejected the accusation"), and the statement by which. */
  denies?: { event: string; statement: string }
  /** Of a denial: "denied that anyone had been taken", not only that they had taken anyone. */
  deniedAltogether?: true
  /** Of a denial: "denied responsibility for the attack" grants the attack. */
  deniesBlame?: true
  /**
   * It only followed another event of this article, or surrounds it: the rescue, a burial, a condemnation, an inquiry, a permission; or it is
   * its background, what happens again and again or went on for months.
   */
  follows?: { what: Following; event: string }
  /** The parties to something mutual (a meeting, an agreement, a clash) are all actors, as in PLOVER. */
  participants: {
    role: 'actor' | 'recipient' | 'instrument'
    kind: 'person' | 'group' | 'organisation' | 'facility' | 'thing'
    /** False: "five peasants", "unidentified gunmen". */
    named: boolean
    spans: Span[]
    entity?: string
    side?: Side
    camp?: Camp
    /** The body that it is, where its words say so: "the Sudanese army", "soldiers"; not "gunmen" or "three soldiers". */
    body?: Body
  }[]
  /** Id into entities. */
  place?: string
  /** What the place rests on: the event's own sentence, or, where that names none, the headline or the dateline. Absent without a place. */
  placeBasis?: 'sentence' | 'headline' | 'dateline'
  /** Id into times. */
  time?: string
  /** Ids into counts. */
  counts: string[]
  status: 'actual' | 'denied' | 'possible' | 'planned' | 'demanded' | 'hypothetical'
  /** On whose word; null is the reporter's own voice. */
  statement: string | null
  /** 0 to 1, calibrated on held-out text. */
  confidence: number
  decided?: Decided
}

/** What only followed an event, or surrounds it. */
export type Following = 'rescue' | 'burial' | 'condemnation' | 'inquiry' | 'permission' | 'background'

/** What a word for people says of them: "soldiers" fight, "villagers" do not; "people" leaves it open. */
export type Side = 'fighters' | 'civilians'

/** Whose people they are by the word for them; "gunmen" may be anybody's. */
export type Camp = 'state' | 'rebels' | 'bandits' | 'paramilitaries'

export type Means =
  | 'bomb'
  | 'blast'
  | 'gunfire'
  | 'air'
  | 'artillery'
  | 'stabbing'
  | 'fire'
  | 'abduction'
  | 'arrest'
  | 'release'
  | 'control'

export interface Entity {
  /** Unique in the document, as all ids here. */
  id: string
  type: EntityType
  /** The fullest form in the article. */
  name: string
  /** All that refers to it in the article. */
  mentions: { span: Span; kind: 'name' | 'description' | 'pronoun' }[]
  place?: {
    lat: number
    lon: number
    geonameId?: number
    /** ISO 3166-1 alpha-2, XK for Kosovo. */
    country?: string
    admin1?: string
    featureCode?: string
    precision: PlacePrecision
    /** "42 miles west of". */
    relation?: string
    confidence: number
  }
  /** Country, and PLOVER sector code: GOV, MIL, REB, ... */
  actor?: { country?: string; sector?: string }
  /** Of its place. */
  decided?: Decided
}

export type PlacePrecision = 'exact' | 'settlement' | 'district' | 'region' | 'country'

export type EntityType = 'person' | 'group' | 'organisation' | 'outlet' | 'place' | 'facility' | 'weapon' | 'document'

export interface Time {
  id: string
  span: Span
  type: 'date' | 'time' | 'duration' | 'set'
  /** TIMEX3 value: 2016-06-26, 2014, P25Y, 2016-W25; XXXX-09-29 where the year stays open. */
  value: string
  /** First day that the value covers. */
  start?: string
  /** Last day that the value covers, included. */
  end?: string
  precision: 'minute' | 'day' | 'week' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'vague'
  /** What it was resolved against. */
  basis: 'absolute' | 'publication' | 'narrative'
  decided?: Decided
}

export interface Count {
  id: string
  span: Span
  low: number
  /** "at least 40": low 40, high null, for no upper bound. */
  high: number | null
  approximate: boolean
  /** What is counted: "people", "women", "families", "camps". */
  of: string
  fate?: Fate
  /** Whom it counts: "12 soldiers" are fighters. */
  side?: Side
  /** Id of the count that this one replaces: "from 19 to 14". */
  was?: string
  /** Id of the count that this one is a part of: "314 ..., among them 38 women". */
  partOf?: string
  decided?: Decided
}

export type Fate = 'killed' | 'injured' | 'detained' | 'abducted' | 'displaced' | 'missing'
