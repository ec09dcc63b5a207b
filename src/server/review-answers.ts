// What the server takes and answers when people decide: schemas for its OpenAPI page, and the types that the pages are written against.

import { z } from '@hono/zod-openapi'
import { DECIDES } from '../record/incidents/waiting.ts'
import { type KnownPlace, RELAYS } from '../review/decision.ts'
import type { Count, EventMention, Fate, Side, Statement } from '../types.ts'
import { citedSource, citedStatement, decisionAnswer, incidentHead } from './answers.ts'
import { line, who } from './query.ts'

export const made = z.object({ number: z.number().int(), decision: decisionAnswer }).openapi('Made')
export type MadeAnswer = z.infer<typeof made>

const waiting = z.object({
  sha256: z.string(),
  article: z.number().int(),
  title: z.string().nullable(),
  origin: z.string(),
  outlet: z.string().nullable(),
  published: z.string().nullable(),
  /** Id of the mention of the event. */
  mark: z.string(),
  /** Why it matters, and where that shows. */
  decides: z.enum(DECIDES),
  /** In words: "how many killed". */
  question: z.string().nullable(),
  incident: z.object({ id: z.string(), title: z.string(), accounts: z.number().int(), origins: z.number().int() }),
  words: z.string(),
  /** What stands around them. */
  before: z.string(),
  behind: z.string(),
})

export const reviewPage = z
  .object({
    /** Who decides where no other name is given. */
    user: z.string(),
    /** Whether a decision takes effect only once somebody else approves it. */
    approval: z.boolean(),
    /** What waits for that. */
    proposals: z.object({ total: z.number().int(), waiting: z.array(decisionAnswer) }),
    deciding: z.object({
      /** Of each kind, how many wait. */
      total: z.record(z.enum(DECIDES), z.number().int()),
      things: z.array(waiting),
    }),
    /** Sources that nobody graded, those that speak most first. */
    cited: z.array(citedSource),
    unnamed: z.object({ total: z.number().int(), statements: z.array(citedStatement) }),
    disputed: z.object({ total: z.number().int(), incidents: z.array(incidentHead) }),
    total: z.number().int(),
    page: z.number().int(),
    pages: z.number().int(),
    /** The last that was made first. */
    decisions: z.array(decisionAnswer),
  })
  .openapi('Review')
export type ReviewAnswer = z.infer<typeof reviewPage>

export const foundPlaces = z
  .object({
    places: z.array(
      z.object({
        name: z.string(),
        within: z.array(z.string()),
        place: z.custom<KnownPlace>().openapi({ type: 'object', description: 'As in a reading' }),
      }),
    ),
  })
  .openapi('FoundPlaces')
export type FoundPlacesAnswer = z.infer<typeof foundPlaces>

export const whereabouts = z
  .object({
    /** False while incidents are worked out anew. */
    fresh: z.boolean(),
    incident: z.string().nullable(),
  })
  .openapi('Whereabouts')
export type WhereaboutsAnswer = z.infer<typeof whereabouts>

export const likelyIncidents = z.object({ incidents: z.array(incidentHead) }).openapi('LikelyIncidents')
export type LikelyIncidentsAnswer = z.infer<typeof likelyIncidents>

// ── What people send ────────────────────────────────────────────────────────────────────────────────────────────────

const index = z.number().int().min(0)
const span = z.tuple([index, index])
const spans = z.array(span).max(40)
const id = z.string().min(1).max(200)

const MANNERS = ['direct', 'indirect', 'mixed'] as const satisfies readonly Statement['manner'][]
const STANCES = ['asserts', 'denies', 'doubts', 'believes', 'predicts', 'intends', 'demands', 'asks'] as const
const KINDS = ['person', 'group', 'organisation', 'outlet', 'document', 'unknown'] as const
const STATUSES = [
  'actual',
  'denied',
  'possible',
  'planned',
  'demanded',
  'hypothetical',
] as const satisfies readonly EventMention['status'][]

const statementTo = z.object({
  source: z.object({ spans: spans.min(1), kind: z.enum(KINDS), named: z.boolean() }).nullable(),
  cue: spans,
  content: spans.min(1),
  manner: z.enum(MANNERS),
  stance: z.enum(STANCES),
  relay: z
    .array(z.object({ spans: spans.min(1), kind: z.enum(RELAYS) }))
    .max(10)
    .optional()
    .openapi({ description: 'Through whom it came, whoever was told first first; left out: as it was' }),
  addressee: spans.min(1).nullable().optional().openapi({ description: 'To whom it was said; left out: as it was' }),
})

const ROLES = ['actor', 'recipient', 'instrument'] as const satisfies readonly Party['role'][]
const PARTIES = ['person', 'group', 'organisation', 'facility', 'thing'] as const satisfies readonly Party['kind'][]
type Party = EventMention['participants'][number]

const eventTo = z.object({
  trigger: span,
  type: z.string().regex(/^[A-Z]{2,20}$/),
  mode: z
    .string()
    .max(40)
    .regex(/^[a-z-]+$/)
    .optional(),
  status: z.enum(STATUSES),
  place: id.nullable().openapi({ description: 'Id of an entity of the article' }),
  time: id.nullable(),
  statement: id.nullable().openapi({ description: "The statement that it rests on; null is the reporter's own voice" }),
  participants: z
    .array(z.object({ role: z.enum(ROLES), kind: z.enum(PARTIES), named: z.boolean(), spans: spans.min(1) }))
    .max(40)
    .optional()
    .openapi({ description: 'All of them; left out: as they were' }),
  counts: z
    .array(id)
    .max(40)
    .optional()
    .openapi({ description: 'Ids of counts that are its toll; left out: as they were' }),
})

const degrees = (most: number) => z.number().min(-most).max(most)
const placeTo = z.object({
  span: span.optional().openapi({ description: 'The words, if the reader did not take them for a place' }),
  place: z
    .object({
      lat: degrees(90),
      lon: degrees(180),
      geonameId: z.number().int().optional(),
      country: z.string().max(2).optional(),
      admin1: z.string().max(200).optional(),
      featureCode: z.string().max(10).optional(),
      precision: z.enum(['exact', 'settlement', 'district', 'region', 'country']),
      relation: z.string().max(200).optional(),
      confidence: z.number().min(0).max(1),
    })
    .nullable()
    .openapi({ description: 'Null: a place that the gazetteer does not have' }),
})

const timeTo = z.object({
  span: span.optional().openapi({ description: 'The words, if the reader did not take them for a time' }),
  value: z.string().max(40).openapi({ description: '2016-06-26, 2016-06, 2016 or 2016-06-26/2016-06-28' }),
})

const FATES = ['killed', 'injured', 'detained', 'abducted', 'displaced', 'missing'] as const satisfies readonly Fate[]
const SIDES = ['fighters', 'civilians'] as const satisfies readonly Side[]
/** Nobody counts more people than ever lived. */
const most = z.number().int().min(0).max(1e11)

const countTo = z
  .object({
    span: span.optional().openapi({ description: 'The words; left out: as they were' }),
    low: most,
    high: most.nullable().openapi({ description: 'Null: "at least 40"' }),
    approximate: z.boolean(),
    of: line(100).openapi({ description: 'Whom or what it counts: "people", "women", "camps"' }),
    fate: z.enum(FATES).nullable(),
    side: z.enum(SIDES).nullable(),
    events: z
      .array(id)
      .max(40)
      .optional()
      .openapi({ description: 'Ids of events whose toll it is; left out: as it was' }),
  } satisfies Partial<Record<keyof Count, z.ZodType>> & { events: z.ZodType })
  .refine(({ low, high }) => high === null || low <= high, 'the lower bound is above the upper one')

const onArticle = {
  document: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .openapi({ description: 'SHA-256' }),
  article: z.number().int().min(1),
}
const inArticle = <Kind extends string, To extends z.ZodType>(kind: Kind, to: To) =>
  z.object({
    ...onArticle,
    who: who.optional(),
    kind: z.literal(kind),
    verdict: z.enum(['confirm', 'correct', 'reject', 'add']),
    seen: z.looseObject({ id }).optional().openapi({
      description: 'What the decision is about, as the article gave it; if that has changed, nothing is decided',
    }),
    to: to.optional().openapi({ description: 'The new values, for correct and add' }),
  })

/** Of a party in the registry. */
const key = z.string().min(1).max(1000)

export const decisionBody = z
  .discriminatedUnion('kind', [
    inArticle('statement', statementTo),
    inArticle('event', eventTo),
    inArticle('place', placeTo),
    inArticle('time', timeTo),
    inArticle('count', countTo),
    z.object({
      who: who.optional(),
      kind: z.literal('incident'),
      verdict: z.enum(['confirm', 'merge', 'split']),
      incidents: z.array(id).min(1).max(2),
      accounts: z
        .array(z.object({ sha256: z.string().max(500), article: z.number().int().min(1), event: id }))
        .max(500)
        .optional()
        .openapi({ description: 'The accounts to split off' }),
    }),
    z.object({
      who: who.optional(),
      kind: z.literal('title'),
      incident: id,
      seen: line(300).nullable().openapi({ description: "The person's own title until now" }),
      to: line(300).nullable().openapi({ description: 'Null: the title made from what the accounts agree on' }),
    }),
    z.object({
      who: who.optional(),
      kind: z.literal('tag'),
      verdict: z.enum(['add', 'reject']),
      incident: id,
      tag: line(60).regex(/^[^;]*$/),
    }),
    z.object({
      who: who.optional(),
      kind: z.literal('party'),
      wish: z.enum(['same', 'apart', 'part', 'side']).openapi({
        description: 'One with another party; some of its names are another party; a part of one; on a side',
      }),
      party: key,
      other: key.optional().openapi({ description: 'The party that it is one with, or a part of; left out for none' }),
      keys: z.array(key).max(500).optional().openapi({ description: 'Its keys that are another party' }),
      side: z.string().trim().max(200).optional().openapi({ description: 'In words; left out for none' }),
    }),
    z.object({
      who: who.optional(),
      kind: z.literal('note'),
      on: z.enum([
        'article',
        'passage',
        'statement',
        'event',
        'place',
        'time',
        'count',
        'incident',
        'source',
        'proposal',
      ]),
      document: onArticle.document.optional(),
      article: onArticle.article.optional(),
      id: id.optional().openapi({ description: 'Id of the statement, event, entity, time, count or incident' }),
      span: span.optional().openapi({ description: 'Where the passage stands' }),
      source: z.string().min(1).max(5000).optional().openapi({ description: 'Name of the source, as its page has it' }),
      of: z.number().int().min(1).optional().openapi({ description: "Number of the proposal's entry" }),
      text: z.string().trim().min(1).max(5000),
    }),
  ])
  .openapi('Decide')
export type DecisionBody = z.infer<typeof decisionBody>

export const accountBody = z
  .object({
    who: who.optional(),
    incident: id,
    source: line(300).openapi({ description: 'Who says it' }),
    named: z.boolean().default(true).openapi({ description: 'False: "a nurse at the hospital"' }),
    words: z.string().trim().min(1).max(20_000).openapi({ description: 'What they say, in their own words' }),
    denies: z.boolean().default(false).openapi({ description: 'They say that it did not happen' }),
    said: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d$/)
      .optional()
      .openapi({ description: 'The day on which they said it' }),
    outlet: line(300).optional().openapi({ description: 'The outlet that printed it' }),
  })
  .openapi('AddAccount')
export type AccountBody = z.infer<typeof accountBody>

export const turnBody = z.object({ number: z.number().int().min(1), who: who.optional() })
