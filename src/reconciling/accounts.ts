// The mentions of one event -> its accounts: one for each article and origin. Accounts with the same originNumber rest on one origin.

import type { Account } from '../types.ts'
import { isGeneric } from './bodies.ts'
import { chainOfWord } from './chain-of-word.ts'
import { articleOf } from './event-chain.ts'
import type { Mention } from './mention.ts'
import { type AreReprints, reprintsAmong } from './reprints.ts'
import { isSameOrigin } from './same-origin.ts'
import { onWhoseWord } from './whose-word.ts'

/** An account, with the mentions that it consists of: what the aspects of an incident are read from. */
export interface DetailedAccount extends Account {
  mentions: readonly Mention[]
}

/** @param shinglesOf those of an article, by its document and article (articleOf) */
export function accountsOf(
  mentions: readonly Mention[],
  shinglesOf: (article: string) => ReadonlySet<number>,
): DetailedAccount[] {
  const areReprints = reprintsAmong([...new Set(mentions.map(articleOf))], shinglesOf)
  const attributed = onWhoseWord(mentions, areReprints).toSorted(byPublication)
  const originNumbers = numberOrigins(attributed, areReprints)
  const groups = new Map<string, { originNumber: number; mentions: Mention[] }>()
  for (const [at, mention] of attributed.entries()) {
    const originNumber = originNumbers[at]
    // A hidden source stays hidden where the body that it is of speaks, too.
    const key = `${articleOf(mention)}\u0000${originNumber}\u0000${mention.origin.kind === 'unnamed'}`
    const group = groups.get(key) ?? { originNumber, mentions: [] }
    group.mentions.push(mention)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ originNumber, mentions: own }) => accountOf(own, originNumber))
}

/** Those without a day come last. */
const byPublication = (a: Mention, b: Mention): number =>
  compareTexts(a.published ?? '9', b.published ?? '9') ||
  compareTexts(a.document, b.document) ||
  a.article - b.article ||
  a.trigger[0] - b.trigger[0]

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The number of each mention's origin: that of the first group with a mention of the same origin; if there is none, the mention begins a group. */
function numberOrigins(mentions: readonly Mention[], areReprints: AreReprints): number[] {
  const groups: Mention[][] = []
  return mentions.map((mention) => {
    const isSame = (other: Mention) =>
      isSameOrigin(mention.origin, other.origin, areReprints(articleOf(mention), articleOf(other)))
    const found = groups.findIndex((group) => group.some(isSame))
    const number = found >= 0 ? found : groups.push([]) - 1
    // Of one article and source, one is enough to compare with.
    if (!groups[number].some((other) => isOneSource(other, mention))) groups[number].push(mention)
    return number
  })
}

const isOneSource = (one: Mention, other: Mention): boolean =>
  articleOf(one) === articleOf(other) && one.origin.own === other.origin.own && one.origin.label === other.origin.label

function accountOf(mentions: readonly Mention[], originNumber: number): DetailedAccount {
  const [first] = mentions
  const [best] = mentions.toSorted((a, b) => detailOf(b) - detailOf(a) || a.trigger[0] - b.trigger[0])
  const { origin } =
    mentions.find(hasOwnName) ?? mentions.find((mention) => mention.origin.office !== undefined) ?? first
  return {
    document: first.document,
    article: first.article,
    event: best.event,
    events: mentions.map(({ event }) => event),
    sentence: best.sentenceText,
    statement: best.statement,
    origin: origin.label,
    originNumber,
    originKind: origin.kind,
    ...chainOfWord(mentions, origin),
    ...(first.outlet === undefined ? {} : { outlet: first.outlet }),
    ...(first.published === undefined ? {} : { published: first.published }),
    mentions,
  }
}

/** "Kosovo's President" and "Vjosa Osmani" are one origin, and so are a trust and its director: the better label is a name, and of two the body's. */
const hasOwnName = ({ origin: { body, person } }: Mention): boolean =>
  body !== undefined && person === undefined && !isGeneric(body)

/** How much of the event a mention says. */
const detailOf = ({ place, when, parties, tallies, confidence }: Mention): number =>
  confidence + (place ? 1 : 0) + (when ? 1 : 0) + parties.length + tallies.length
