// The text of a model's reader.json -> what comes with its weights: name, heads, thresholds, calibration. What is wrong with the
// text is one sentence that names the field. The checks are our own: zod leaves two globals behind when it is imported, and
// importing the library must leave nothing (library.test.ts); browsers need not load it either.

import type { UserError } from '../user-error.ts'

/** Heads and links that the reader cannot do without; a model may have others. */
const TAG_HEADS = [
  'cue',
  'mention',
  'name',
  'trigger',
  'status',
  'lead',
  'stance',
  'look',
  'part',
  'loaded',
  'upos',
] as const
const LINKS = ['source', 'content', 'actor', 'recipient', 'instrument', 'place', 'time'] as const

export type TagHead = (typeof TAG_HEADS)[number]
export type Link = (typeof LINKS)[number]

/** Heads whose classes are O, B-kind, I-kind, B-other, I-other, ... */
const STRETCHES: readonly TagHead[] = ['cue', 'mention', 'name', 'trigger', 'part', 'loaded']

/** Parts of speech of Universal Dependencies that rules of the reader ask for. */
const USED_PARTS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'VERB',
]

type Parser<T> = (value: unknown, path: string, wrong: Wrong) => T
type Wrong = (what: string) => UserError

const is =
  <T>(what: string, test: (value: unknown) => value is T): Parser<T> =>
  (value, path, wrong) => {
    if (test(value)) return value
    throw wrong(path === '' ? `is not ${what}` : `needs ${what} as ${path}`)
  }

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const number = is('a number', isNumber)
const share = is('a number from 0 to 1', (value): value is number => isNumber(value) && value >= 0 && value <= 1)
const whole = (least: number, most: number) =>
  is(
    `a whole number from ${least} to ${most}`,
    (value): value is number => isNumber(value) && Number.isInteger(value) && value >= least && value <= most,
  )
const matching = (what: string, pattern: RegExp) =>
  is(what, (value): value is string => typeof value === 'string' && pattern.test(value))
const text = matching('a text', /(?:)/)
const hash = matching('a SHA-256', /^[0-9a-f]{64}$/)

const below = (path: string, key: string | number): string => (path === '' ? `${key}` : `${path}.${key}`)

const listOf =
  <T>(what: string, item: Parser<T>): Parser<T[]> =>
  (value, path, wrong) =>
    is(what, (one): one is unknown[] => Array.isArray(one))(value, path, wrong).map((one, at) =>
      item(one, below(path, at), wrong),
    )

/** The order of the keys is kept: it is the order of the columns. */
const recordOf =
  <T>(what: string, item: Parser<T>): Parser<Record<string, T>> =>
  (value, path, wrong) =>
    Object.fromEntries(
      Object.entries(is(what, isObject)(value, path, wrong)).map(([key, one]) => [
        key,
        item(one, below(path, key), wrong),
      ]),
    )

type Take = <T>(key: string, parser: Parser<T>) => T

/** @param build takes the fields one by one; those that it does not take are ignored */
const object =
  <T>(build: (take: Take) => T): Parser<T> =>
  (value, path, wrong) => {
    const fields = is('an object', isObject)(value, path, wrong)
    return build((key, parser) => parser(fields[key], below(path, key), wrong))
  }

const decoding = object((take) => ({
  /** The least probability of a cue. */
  cue: take('cue', share),
  /** Added to the log odds of every piece to be of a source. */
  source: take('source', number),
  /** A source is given if its log odds add up to this. */
  least_source: take('least_source', number),
  /** Added to the log odds of every piece to be of a content. */
  content: take('content', number),
  /** What each stretch of a content costs. */
  price: take('price', number),
  /** Of two contents that share more than this part of either, the one of the surer cue stays. */
  overlap: take('overlap', share),
}))

const thresholds = object((take) => ({
  /** The least probability of a trigger, a mention, a name, a loaded word, a part in violence. */
  trigger: take('trigger', share),
  mention: take('mention', share),
  name: take('name', share),
  loaded: take('loaded', share),
  part: take('part', share),
  /** From this probability on, a sentence that says nothing of an event only refers to it. */
  reference: take('reference', share),
  /** The least probability of a cue inside somebody's words. */
  nested_cue: take('nested_cue', share),
  /** What a further party to an event must be worth, in log odds. */
  party_price: take('party_price', number),
  /** How far a part may be from what an event links to, in log odds. */
  part_link: take('part_link', number),
  /** In text in capitals: how much the part counts beside the link, and what the two must come to, in log odds. */
  part_weight: take('part_weight', number),
  party_total: take('party_total', number),
  /** An actual event of less confidence is left out. */
  event: take('event', share),
}))

/** A logistic regression (Platt 1999): how likely it is that an event is what its sentence reports, of the category given. */
const calibration = object((take) => ({
  /** Weights of the log odds of the trigger and of the head `lead`. */
  trigger: take('trigger', number),
  lead: take('lead', number),
  bias: take('bias', number),
  /** Probabilities are taken for no surer than this. */
  surest: take('surest', share),
}))

const NAME = 'a name of at most 40 letters, digits, full stops and hyphens'

const modelFacts = object((take) => ({
  name: take('name', matching(NAME, /^[\w.-]{1,40}$/)),
  /** Of the files beside this one, as they were exported. */
  sha256: take(
    'sha256',
    object((own) => ({ 'reader.onnx': own('reader.onnx', hash), 'vocab.txt': own('vocab.txt', hash) })),
  ),
  /** Pieces of a passage at most. */
  limit: take('limit', whole(16, 512)),
  /** Distances that are kept apart, to either side. */
  buckets: take('buckets', whole(1, 512)),
  /** The classes of each tag head, in the order of the columns. */
  tags: take('tags', recordOf('an object of tag heads', listOf('a list of classes', text))),
  /** How many numbers each link head asks and answers with, in the order of the columns. */
  links: take('links', recordOf('an object of link heads', whole(1, 4096))),
  /** The bias of each distance. */
  near: take('near', recordOf('an object of link heads', listOf('a list of numbers', number))),
  decoding: take('decoding', decoding),
  thresholds: take('thresholds', thresholds),
  calibration: take('calibration', calibration),
}))

export type ModelFacts = ReturnType<typeof modelFacts>

/** What is wrong with a file of a model, as an error that names the file and says what to do. */
export type Fault = (file: string, what: string) => UserError

export function parseFacts(text: string, fault: Fault): ModelFacts {
  const wrong = (what: string) => fault('reader.json', what)
  const facts = modelFacts(parse(text, wrong), '', wrong)
  for (const head of TAG_HEADS) if (!facts.tags[head]) throw wrong(`lacks the tag head tags.${head}`)
  for (const head of STRETCHES)
    if (!isStretches(facts.tags[head])) throw wrong(`needs the classes O, B-kind, I-kind, ... as tags.${head}`)
  if (facts.tags.cue.length !== 3) throw wrong('needs the classes O, B-cue and I-cue as tags.cue')
  if (!facts.tags.lead.includes('main')) throw wrong('lacks the class main in tags.lead')
  if (!facts.tags.status.includes('actual')) throw wrong('lacks the class actual in tags.status')
  if (!facts.tags.look.includes('ref')) throw wrong('lacks the class ref in tags.look')
  for (const part of USED_PARTS)
    if (!facts.tags.upos.includes(part)) throw wrong(`lacks the class ${part} in tags.upos`)
  for (const link of LINKS) if (!facts.links[link]) throw wrong(`lacks the link head links.${link}`)
  const distances = 2 * facts.buckets + 1
  for (const link of Object.keys(facts.links))
    if (facts.near[link]?.length !== distances)
      throw wrong(`needs ${distances} numbers, twice the buckets and one, as near.${link}`)
  return facts
}

function parse(text: string, wrong: Wrong): unknown {
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
