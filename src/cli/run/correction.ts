// What was typed about a number, an event or a statement of an article -> what the pages would send, which the server's own check settles.

import { mentionNear, relayKind } from '../../review/chain.ts'
import type { RelayWords } from '../../review/decision.ts'
import { wordsIn } from '../../review/words-in.ts'
import type { DecisionBody } from '../../server/review-answers.ts'
import type { Article, Count, EventMention, Span, Statement } from '../../types.ts'
import { EXIT, UserError } from '../../user-error.ts'

export interface Correction {
  article: number
  confirm?: boolean
  reject?: boolean
  /** Of a number. */
  words?: string
  least?: number
  /** Infinite: the text gives no such bound. */
  most?: number
  about?: boolean
  of?: string
  fate?: string
  theyAre?: string
  tollOf?: string[]
  /** Of an event. */
  party?: TypedParty[]
  withoutParty?: string[]
  toll?: string[]
  /** Of a statement. */
  through?: string[]
  saidTo?: string
}

export interface TypedParty {
  role: 'actor' | 'recipient' | 'instrument'
  kind?: EventMention['participants'][number]['kind']
  named?: boolean
  words: string
}

/** Takes away what was there. */
export const NONE = 'none'
/** Instead of an id: one that the reader missed. */
export const NEW_NUMBER = 'number'

/** Of each kind the options that say something of it. */
const OPTIONS = {
  count: ['words', 'least', 'most', 'about', 'of', 'fate', 'theyAre', 'tollOf'],
  event: ['party', 'withoutParty', 'toll'],
  statement: ['through', 'saidTo'],
} as const satisfies Record<string, readonly (keyof Correction)[]>

type Found =
  | { kind: 'count'; thing: Count | null }
  | { kind: 'event'; thing: EventMention }
  | { kind: 'statement'; thing: Statement }

/** @param text of the document, which spans count in */
export function correctionBody(
  text: string,
  sha256: string,
  article: Article,
  what: string,
  typed: Correction,
): object {
  const found = findThing(article, what, typed.article)
  const own: readonly string[] = OPTIONS[found.kind]
  const strange = Object.values(OPTIONS)
    .flat()
    .find((name) => typed[name] !== undefined && !own.includes(name))
  if (strange !== undefined)
    throw usage(`--${flag(strange)} says nothing of ${found.kind === 'event' ? 'an event' : `a ${nameOf(found.kind)}`}`)
  const says = own.some((name) => typed[name as keyof Correction] !== undefined)
  if (Number(says) + Number(typed.confirm ?? false) + Number(typed.reject ?? false) !== 1)
    throw usage(`say what is right: --confirm, --reject, or ${own.map((name) => `--${flag(name)}`).join(', ')}`)
  const on = { kind: found.kind, document: sha256, article: typed.article }
  if (found.thing === null)
    return { ...on, verdict: 'add', to: countTo(finder(text, article, article.span[0]), null, article, typed) }
  const seen = found.thing
  if (typed.confirm || typed.reject) return { ...on, verdict: typed.confirm ? 'confirm' : 'reject', seen }
  return { ...on, verdict: 'correct', seen, to: valuesFor(text, article, found, typed) }
}

function findThing(article: Article, what: string, number: number): Found {
  if (what === NEW_NUMBER) return { kind: 'count', thing: null }
  const count = article.counts.find(({ id }) => id === what)
  if (count) return { kind: 'count', thing: count }
  const event = article.events.find(({ id }) => id === what)
  if (event) return { kind: 'event', thing: event }
  const statement = article.statements.find(({ id }) => id === what)
  if (statement) return { kind: 'statement', thing: statement }
  throw usage(`article ${number} has no number, event or statement "${what}"; without one, the command lists them`)
}

function valuesFor(text: string, article: Article, found: Found, typed: Correction): object {
  switch (found.kind) {
    case 'count':
      return countTo(finder(text, article, found.thing?.span[0] ?? article.span[0]), found.thing, article, typed)
    case 'event':
      return eventTo(finder(text, article, found.thing.trigger[0]), found.thing, typed)
    case 'statement':
      return statementTo(finder(text, article, startOf(found.thing)), found.thing, article, typed)
  }
}

type Find = (words: string) => Span

const finder =
  (text: string, { span }: Article, near: number): Find =>
  (words) => {
    const found = wordsIn(text, span, words, near)
    if (!found) throw usage(`the article does not say "${words}"; write its very words`)
    return found
  }

type CountTo = NonNullable<Extract<DecisionBody, { kind: 'count' }>['to']>

function countTo(find: Find, was: Count | null, { events }: Article, typed: Correction): object {
  const { words, least = was?.low, most, about = was?.approximate ?? false, of = was?.of ?? 'people' } = typed
  if (least === undefined) throw usage('a number that the reader missed needs --words and --least')
  const kept = (value: string | undefined, before: string | undefined) =>
    value === NONE ? null : (value ?? before ?? null)
  const to: Omit<CountTo, 'fate' | 'side'> = {
    ...(words === undefined ? {} : { span: find(words) }),
    low: least,
    high: most === undefined ? highAfter(was, least, typed.least !== undefined) : Number.isFinite(most) ? most : null,
    approximate: about,
    of,
    ...(typed.tollOf === undefined ? {} : { events: idsIn(typed.tollOf, events) }),
  }
  return { ...to, fate: kept(typed.fate, was?.fate), side: kept(typed.theyAre, was?.side) }
}

/** Whoever says only the lower bound of one number means that number. */
const highAfter = (was: Count | null, least: number, isSaid: boolean): number | null => {
  if (!was) return least
  return isSaid && was.high === was.low ? least : was.high
}

function idsIn(typed: readonly string[], things: readonly { id: string }[]): string[] {
  if (typed.length === 1 && typed[0] === NONE) return []
  const missing = typed.find((id) => things.every((thing) => thing.id !== id))
  if (missing !== undefined) throw usage(`the article has no event "${missing}"`)
  return [...typed]
}

function eventTo(find: Find, was: EventMention, { party = [], withoutParty = [], toll }: Correction): object {
  const { trigger, type, mode, status, place = null, time = null, statement } = was
  const parties = was.participants.map(({ role, kind, named, spans }) => ({ role, kind, named, spans }))
  const isAt = (span: Span) => (one: { spans: Span[] }) =>
    one.spans.some(([start, end]) => start < span[1] && span[0] < end)
  for (const words of withoutParty) {
    const at = parties.findIndex(isAt(find(words)))
    if (at < 0) throw usage(`"${words}" is no party of this event`)
    parties.splice(at, 1)
  }
  for (const { role, kind, named, words } of party) {
    const span = find(words)
    const at = parties.findIndex(isAt(span))
    const before = at < 0 ? { kind: 'group' as const, named: false } : parties[at]
    const now = { role, kind: kind ?? before.kind, named: named ?? before.named, spans: [span] }
    if (at < 0) parties.push(now)
    else parties[at] = now
  }
  return {
    trigger,
    type,
    ...(mode === undefined ? {} : { mode }),
    status,
    place,
    time,
    statement,
    participants: parties,
    counts: toll === undefined ? was.counts : toll.length === 1 && toll[0] === NONE ? [] : toll,
  }
}

function statementTo(find: Find, was: Statement, { entities }: Article, { through, saidTo }: Correction): object {
  const { source, cue, content, manner, stance, relay = [] } = was
  const kept = relay.flatMap((id) => {
    const entity = entities.find((one) => one.id === id)
    const span = entity && mentionNear(entity, [startOf(was), startOf(was)])
    return span ? [{ spans: [span], kind: relayKind(entity) }] : []
  })
  return {
    source: source && { spans: source.spans, kind: source.kind, named: source.named },
    cue,
    content,
    manner,
    stance,
    relay: through === undefined ? kept : linksIn(find, through),
    ...(saidTo === undefined ? {} : { addressee: saidTo === NONE ? null : [find(saidTo)] }),
  }
}

/** "Radio Dol", or "person: his brother". */
function linksIn(find: Find, typed: readonly string[]): { spans: Span[]; kind: RelayWords['kind'] }[] {
  if (typed.length === 1 && typed[0] === NONE) return []
  return typed.map((one) => {
    const [, kind = 'outlet', words = one] = /^(person|group|organisation|outlet): *(\S.*)$/s.exec(one) ?? []
    return { spans: [find(words)], kind: kind as RelayWords['kind'] }
  })
}

const startOf = ({ cue, content }: Statement): number => [...cue, ...content][0]?.[0] ?? 0

const nameOf = (kind: Found['kind']): string => (kind === 'count' ? 'number' : kind)
const flag = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const usage = (message: string): UserError => new UserError(message, EXIT.usage)
