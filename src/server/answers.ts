// What the server answers: schemas for its OpenAPI page, and the types that the pages are written against.

import { z } from '@hono/zod-openapi'
import type { Article, Reading } from '../types.ts'

export const failure = z.object({ error: z.string() }).openapi('Failure')

const articleHead = z
  .object({
    sha256: z.string(),
    article: z.number().int(),
    origin: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    published: z.string().nullable(),
  })
  .openapi('ArticleHead')
export type ArticleHead = z.infer<typeof articleHead>

export const citedStatement = articleHead
  .extend({
    id: z.string(),
    source: z.string().nullable(),
    kind: z.string().nullable(),
    named: z.boolean(),
    relay: z.string().nullable(),
    cue: z.string(),
    content: z.string(),
    manner: z.string(),
    stance: z.string(),
    nested: z.boolean(),
  })
  .openapi('CitedStatement')
export type StatementAnswer = z.infer<typeof citedStatement>

const tally = z.object({ value: z.string(), count: z.number().int() }).openapi('Tally')
export type Tally = z.infer<typeof tally>

/** Admiralty code for sources: A completely reliable ... E unreliable, F cannot be judged. */
export const reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']).openapi('Reliability')

export const citedSource = z
  .object({
    name: z.string(),
    kind: z.string(),
    named: z.boolean(),
    statements: z.number().int(),
    articles: z.number().int(),
    outlets: z.number().int(),
    /** With an account that rests on it; those of them that an independent origin tells too, and those in dispute. */
    incidents: z.number().int(),
    shared: z.number().int(),
    disputed: z.number().int(),
    /** Its key in the registry of parties; null for an unnamed source. */
    party: z.string().nullable(),
    /** The names that reports give it, and the keys that are this party. */
    names: z.array(z.string()),
    keys: z.array(z.string()),
    /** What it is a part of, and on whose side it is: their titles. */
    part: z.string().nullable(),
    side: z.string().nullable(),
  })
  .openapi('Source')
export type SourceAnswer = z.infer<typeof citedSource>

export const incidentHead = z
  .object({
    id: z.string(),
    type: z.string(),
    mode: z.string().optional(),
    /** A person's own, or made from what nobody disputes. */
    title: z.string(),
    /** One line: the tolls, and what is disputed. */
    gist: z.string(),
    tags: z.array(z.string()),
    /** The sentence of the first account. */
    told: z.string(),
    start: z.string().nullable(),
    end: z.string().nullable(),
    timePrecision: z.string().nullable(),
    place: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    country: z.string().nullable(),
    placePrecision: z.string().nullable(),
    accounts: z.number().int(),
    /** Of these, how many are of documents outside the collection that was asked for. */
    outside: z.number().int(),
    origins: z.number().int(),
    /** Questions in words: "who was hit", "how many killed". */
    disputed: z.array(z.string()),
    grade: z.string(),
    oneUnnamed: z.boolean(),
  })
  .openapi('IncidentHead')
export type IncidentHead = z.infer<typeof incidentHead>

const day = z.object({ day: z.string(), count: z.number().int() })

export const overview = z
  .object({
    documents: z.number().int(),
    articles: z.number().int(),
    statements: z.number().int(),
    named: z.number().int(),
    unnamed: z.number().int(),
    nobody: z.number().int(),
    restOnOneUnnamed: z.number().int(),
    /** When articles were published: ISO days. */
    days: z.array(day),
    undated: z.number().int(),
    /** Articles without a date that somebody could say: not those of accounts that people added. */
    toDate: z.number().int(),
    /** Which named source speaks most of those whose reliability nobody has said. */
    ungraded: z.string().nullable(),
    stances: z.array(tally),
    sources: z.array(citedSource),
    latest: z.array(articleHead.extend({ statements: z.number().int(), unnamed: z.number().int() })),
    /** Null is the whole record. */
    collection: z.string().nullable(),
    incidents: z.object({
      total: z.number().int(),
      accounts: z.number().int(),
      /** Of these, how many are of documents outside the collection. */
      outside: z.number().int(),
      types: z.array(
        tally.extend({
          /** Those with a date, by the day on which they began. */
          days: z.array(day),
        }),
      ),
      oneUnnamed: z.number().int(),
      disputes: z.array(incidentHead),
    }),
  })
  .openapi('Overview')
export type OverviewAnswer = z.infer<typeof overview>

export const articleList = z
  .object({
    total: z.number().int(),
    page: z.number().int(),
    pages: z.number().int(),
    articles: z.array(
      articleHead.extend({ statements: z.number().int(), unnamed: z.number().int(), language: z.string() }),
    ),
  })
  .openapi('ArticleList')
export type ArticleListAnswer = z.infer<typeof articleList>

/** A part of a reading goes out as it is; the schema of a reading describes it, so it is not described twice. */
const partOfReading = <Part>(description: string) =>
  z.custom<Part>().openapi({ type: 'object', description, externalDocs: { url: 'schema/reading.json' } })

/** What a person decided. */
const VERDICTS = ['confirm', 'correct', 'reject', 'add', 'merge', 'split', 'note', 'grade'] as const

const by = z.object({ who: z.string(), at: z.string() })

export const decisionAnswer = z
  .object({
    /** Of its entry in the log. */
    number: z.number().int(),
    at: z.string(),
    who: z.string(),
    verdict: z.enum(VERDICTS),
    /** What it is about: statement, event, place, time, incident, article, passage, source, proposal. */
    on: z.string(),
    /** The words that it is about. */
    subject: z.string(),
    changes: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    note: z.string().nullable(),
    /** Who approved it, where `who` only proposed it. */
    approved: by.nullable(),
    withdrawn: by.extend({ approved: by.nullable() }).nullable(),
    /** Null if it took effect; otherwise it is only proposed. */
    proposal: z
      .object({
        /** Of a proposal to withdraw or restore a decision. */
        turns: z.enum(['withdraw', 'restore']).nullable(),
        /** False where what it is about has changed since. */
        applies: z.boolean(),
        closed: by.extend({ how: z.enum(['approved', 'declined']), why: z.string().nullable() }).nullable(),
        notes: z.array(by.extend({ text: z.string() })),
      })
      .nullable(),
    /** False where its words are not in the text any more. */
    found: z.boolean(),
    /** Where it stands now. */
    sha256: z.string().nullable(),
    article: z.number().int().nullable(),
    /** Id of the statement, event, entity or time in the article. */
    mark: z.string().nullable(),
    /** Of a passage, where it stands in the document's text. */
    span: z.tuple([z.number().int(), z.number().int()]).nullable(),
    incident: z.string().nullable(),
  })
  .openapi('Decision')
export type DecisionAnswer = z.infer<typeof decisionAnswer>

export const articlePage = z
  .object({
    document: z.object({
      id: z.string(),
      sha256: z.string(),
      origin: z.string(),
      mediaType: z.string(),
      receivedAt: z.string(),
      reader: z.string(),
    }),
    number: z.number().int(),
    of: z.number().int(),
    /** Index into the document's text at which `text` begins; spans count from the document's start. */
    offset: z.number().int(),
    text: z.string(),
    article: partOfReading<Article>('An article of a reading; its spans count from the start of the document'),
    warnings: z.array(partOfReading<Reading['warnings'][number]>('A warning')),
    /** What people decided on it, and what of the document's decisions is not found any more. */
    decisions: z.array(decisionAnswer),
  })
  .openapi('ArticlePage')
export type ArticleAnswer = z.infer<typeof articlePage>

export const FACETS = ['outlet', 'source', 'kind', 'stance', 'manner', 'type', 'place', 'month', 'signal'] as const
export type Facet = (typeof FACETS)[number]

export const searchResult = z
  .object({
    total: z.number().int(),
    page: z.number().int(),
    pages: z.number().int(),
    statements: z.array(citedStatement),
    facets: z.object({
      outlet: z.array(tally),
      source: z.array(tally),
      kind: z.array(tally),
      stance: z.array(tally),
      manner: z.array(tally),
      /** Categories of the events that it tells of. */
      type: z.array(tally),
      place: z.array(tally),
      month: z.array(tally),
      signal: z.array(tally),
    }),
  })
  .openapi('SearchResult')
export type SearchAnswer = z.infer<typeof searchResult>

export const sourceList = z
  .object({
    total: z.number().int(),
    page: z.number().int(),
    pages: z.number().int(),
    sources: z.array(citedSource),
    /** Who cites whom, among those that are cited most. */
    citations: z.array(z.object({ outlet: z.string(), source: z.string(), count: z.number().int() })),
  })
  .openapi('SourceList')
export type SourceListAnswer = z.infer<typeof sourceList>

export const sourcePage = citedSource
  .extend({
    stances: z.array(tally),
    citedBy: z.array(tally),
    relays: z.array(tally),
    months: z.array(tally),
    page: z.number().int(),
    pages: z.number().int(),
    /** Each with the incidents of which it is an account. */
    said: z.array(citedStatement.extend({ became: z.array(incidentHead) })),
    became: z.array(incidentHead),
    /** What people said of which party it is. */
    decisions: z.array(z.lazy(() => decisionAnswer)),
    /** By the user of this record. */
    reliability,
    why: z.string().nullable(),
  })
  .openapi('SourcePage')
export type SourcePageAnswer = z.infer<typeof sourcePage>

export const added = z
  .object({
    name: z.string(),
    sha256: z.string(),
    known: z.boolean(),
    articles: z.array(articleHead.extend({ statements: z.number().int(), unnamed: z.number().int() })),
    warnings: z.array(z.string()),
    /** How a table was read, and what was guessed. */
    notes: z.array(z.string()),
  })
  .openapi('Added')
export type AddedAnswer = z.infer<typeof added>

export const incidentList = z
  .object({
    /** False while they are worked out anew, because readings came or changed. */ fresh: z.boolean(),
    incidents: z.array(incidentHead),
    /** How many more there are that lists leave out: talks, plans, words and mentions in passing. */
    left: z.number().int(),
  })
  .openapi('IncidentList')
export type IncidentListAnswer = z.infer<typeof incidentList>

export const incidentsInside = z.object({ /** Ids. */ incidents: z.array(z.string()) }).openapi('IncidentsInside')
export type IncidentsInsideAnswer = z.infer<typeof incidentsInside>

const account = z.object({
  sha256: z.string(),
  article: z.number().int(),
  event: z.string(),
  statement: z.string().nullable(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  /** The file or address that the document came from. */
  file: z.string(),
  published: z.string().nullable(),
  /** Whose word it is in the end: a source's name, or the outlet's own. */
  origin: z.string(),
  named: z.boolean(),
  reliability,
  /** The outlet's own word. */
  voice: z.boolean(),
  sentence: z.string(),
  /** From whom it rests on to the outlet that printed it, and what it rests on. */
  chain: z.array(
    z.object({ name: z.string(), role: z.enum(['person', 'body', 'hidden', 'relay', 'agency', 'outlet']) }),
  ),
  basis: z.enum(['first-hand', 'own words', 'retold', 'reaction']),
  /** Accounts of one origin have one number. */
  originNumber: z.number().int(),
  /** Of a document outside the collection that was asked for. */
  outside: z.boolean(),
})
export type AccountAnswer = z.infer<typeof account>

const places = z.tuple([z.number().int(), z.number().int()])

/** The words of a report that a claim stands on. */
const passage = z.object({
  account: z.number().int(),
  event: z.string(),
  /** Where what is claimed stands in the document's text. */
  at: places,
  words: z.string(),
  /** Where it stands in `words`; null where it stands outside of them. */
  mark: places.nullable(),
})

const question = z.object({
  /** status, actor, recipient, instrument, place, time, count:killed, ... */
  name: z.string(),
  state: z.enum(['agreed', 'disputed', 'single', 'not comparable']),
  /** What is said, each answer once. */
  stands: z.array(
    z.object({
      /** In the words of the first who says so; days as "first/last". */
      words: z.string(),
      /** Of a party that speaks in reports: its key, by which its page among the sources opens. */
      source: z.string().nullable(),
      denied: z.boolean(),
      bounds: z.object({ low: z.number(), high: z.number().nullable() }).nullable(),
      /** Of a number: a part of another number. */
      isPart: z.boolean(),
      /** In a dispute, from 0: answers of different sides cannot both be right. Null if it takes no side. */
      side: z.number().int().nullable(),
      says: z.array(
        z.object({
          account: z.number().int(),
          event: z.string(),
          /** Its own words. */
          words: z.string(),
          /** Where they stand in the document's text. */
          at: places,
          /** The account has said otherwise since. */
          revised: z.boolean(),
        }),
      ),
    }),
  ),
  /** Of a dispute: passages that cannot both be right, and places in `stands`. */
  pairs: z.array(z.object({ stands: places, one: passage, other: passage })),
})
export type QuestionAnswer = z.infer<typeof question>

/** What accounts seem to say, and the incident does not state. */
const unsureAnswer = z.object({
  /** actor, recipient, instrument, count:killed, ... */
  question: z.string(),
  words: z.string(),
  /** Why the incident does not state it. */
  why: z.string(),
  says: z.array(z.object({ account: z.number().int(), event: z.string(), at: places })),
})
export type UnsureAnswer = z.infer<typeof unsureAnswer>

export const incidentPage = incidentHead
  .extend({
    accountList: z.array(account),
    questions: z.array(question),
    unsure: z.array(unsureAnswer),
    reasons: z.array(z.string()),
    /** The person's own title; null if it has none. */
    ownTitle: z.string().nullable(),
    decisions: z.array(decisionAnswer),
  })
  .openapi('IncidentPage')
export type IncidentAnswer = z.infer<typeof incidentPage>
