// The text of a model's reader.json -> what comes with its weights: name, heads, thresholds, calibration. What is wrong with the
// text is one sentence that names the field. zod/mini checks it: the type is read off the schema, and a browser that
// bundles the library takes few kilobytes of it.

import * as z from 'zod/mini'
import type { UserError } from '../user-error.ts'

/** Heads and links that the reader cannot do without; a model may have others. */
const TAG_HEADS = ['cue', 'mention', 'name', 'trigger', 'status', 'lead', 'part', 'loaded'] as const
const LINKS = ['source', 'content', 'actor', 'recipient', 'instrument', 'place', 'time'] as const

export type TagHead = (typeof TAG_HEADS)[number]
export type Link = (typeof LINKS)[number]

/** Heads whose classes are O, B-kind, I-kind, B-other, I-other, ... */
const STRETCHES: readonly TagHead[] = ['cue', 'mention', 'name', 'trigger', 'part', 'loaded']

const number = () => z.number('a number')
const whole = (least: number, most: number) => {
  const what = `a whole number from ${least} to ${most}`
  return z.int(what).check(z.gte(least, what), z.lte(most, what))
}
const share = () => {
  const what = 'a number from 0 to 1'
  return z.number(what).check(z.gte(0, what), z.lte(1, what))
}
const hash = () => z.string('a SHA-256').check(z.regex(/^[0-9a-f]{64}$/, 'a SHA-256'))

const DECODING = z.object(
  {
    /** The least probability of a cue. */
    cue: share(),
    /** Added to the log odds of every piece to be of a source. */
    source: number(),
    /** A source is given if its log odds add up to this. */
    least_source: number(),
    /** Added to the log odds of every piece to be of a content. */
    content: number(),
    /** What each stretch of a content costs. */
    price: number(),
    /** Of two contents that share more than this part of either, the one of the surer cue stays. */
    overlap: share(),
  },
  'an object',
)

const THRESHOLDS = z.object(
  {
    /** The least probability of a trigger, a mention, a name, a loaded word, a part in violence. */
    trigger: share(),
    mention: share(),
    name: share(),
    loaded: share(),
    part: share(),
    /** The least probability of a cue inside somebody's words. */
    nested_cue: share(),
    /** What a further party to an event must be worth, in log odds. */
    party_price: number(),
    /** How far a part may be from what an event links to, in log odds. */
    part_link: number(),
    /** In text in capitals: how much the part counts beside the link, and what the two must come to, in log odds. */
    part_weight: number(),
    party_total: number(),
    /** An actual event of less confidence is left out. */
    event: share(),
  },
  'an object',
)

/** A logistic regression (Platt 1999): how likely it is that an event is what its sentence reports, of the category given. */
const CALIBRATION = z.object(
  {
    /** Weights of the log odds of the trigger and of the head `lead`. */
    trigger: number(),
    lead: number(),
    bias: number(),
    /** Probabilities are taken for no surer than this. */
    surest: share(),
  },
  'an object',
)

const FACTS = z.object(
  {
    name: z
      .string('a name')
      .check(z.regex(/^[\w.-]{1,40}$/, 'a name of at most 40 letters, digits, full stops and hyphens')),
    /** Of the files beside this one, as they were exported. */
    sha256: z.object({ 'reader.onnx': hash(), 'vocab.txt': hash() }, 'an object'),
    /** Pieces of a passage at most. */
    limit: whole(16, 512),
    /** Distances that are kept apart, to either side. */
    buckets: whole(1, 512),
    /** The classes of each tag head, in the order of the columns. */
    tags: z.record(z.string(), z.array(z.string('a text'), 'a list of classes'), 'an object of tag heads'),
    /** How many numbers each link head asks and answers with, in the order of the columns. */
    links: z.record(z.string(), whole(1, 4096), 'an object of link heads'),
    /** The bias of each distance. */
    near: z.record(z.string(), z.array(number(), 'a list of numbers'), 'an object of link heads'),
    decoding: DECODING,
    thresholds: THRESHOLDS,
    calibration: CALIBRATION,
  },
  'an object',
)

export type ModelFacts = z.infer<typeof FACTS>

/** What is wrong with a file of a model, as an error that names the file and says what to do. */
export type Fault = (file: string, what: string) => UserError

export function parseFacts(text: string, fault: Fault): ModelFacts {
  const wrong = (what: string) => fault('reader.json', what)
  const { data: facts, error } = FACTS.safeParse(parse(text, wrong))
  if (error) {
    const [{ path, message }] = error.issues
    throw wrong(path.length > 0 ? `needs ${message} as ${path.join('.')}` : `is not ${message}`)
  }
  for (const head of TAG_HEADS) if (!facts.tags[head]) throw wrong(`lacks the tag head tags.${head}`)
  for (const head of STRETCHES)
    if (!isStretches(facts.tags[head])) throw wrong(`needs the classes O, B-kind, I-kind, ... as tags.${head}`)
  if (facts.tags.cue.length !== 3) throw wrong('needs the classes O, B-cue and I-cue as tags.cue')
  if (!facts.tags.lead.includes('main')) throw wrong('lacks the class main in tags.lead')
  if (!facts.tags.status.includes('actual')) throw wrong('lacks the class actual in tags.status')
  for (const link of LINKS) if (!facts.links[link]) throw wrong(`lacks the link head links.${link}`)
  const distances = 2 * facts.buckets + 1
  for (const link of Object.keys(facts.links))
    if (facts.near[link]?.length !== distances)
      throw wrong(`needs ${distances} numbers, twice the buckets and one, as near.${link}`)
  return facts
}

function parse(text: string, wrong: (what: string) => UserError): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw wrong('is no JSON')
  }
}

const isStretches = ([none, ...kinds]: readonly string[]): boolean =>
  none === 'O' &&
  kinds.length > 0 &&
  kinds.length % 2 === 0 &&
  kinds.every((name, at) => (at % 2 === 0 ? name.startsWith('B-') : name === kinds[at - 1].replace('B-', 'I-')))
