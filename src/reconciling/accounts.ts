// The mentions of one event -> its accounts, one for each article and origin in it, and which of them rest on one origin.

import type { Account } from '../types.ts'
import { isReprint } from './article-shingles.ts'
import { articleOf } from './event-chain.ts'
import type { Mention } from './mentions.ts'
import { isSameOrigin } from './same-origin.ts'
import { onWhoseWord } from './whose-word.ts'

export interface Told extends Account {
  mentions: readonly Mention[]
}

/** @param shinglesOf an article's, by document and article */
export function accountsOf(mentions: readonly Mention[], shinglesOf: (article: string) => ReadonlySet<number>): Told[] {
  const isPrintedIn = reprintsAmong([...new Set(mentions.map(articleOf))], shinglesOf)
  const ordered = onWhoseWord(mentions, isPrintedIn).toSorted(
    (a, b) =>
      compareTexts(a.published ?? '9', b.published ?? '9') ||
      compareTexts(a.document, b.document) ||
      a.article - b.article ||
      a.trigger[0] - b.trigger[0],
  )
  const heads: Mention[][] = []
  const groups = new Map<string, { number: number; mentions: Mention[] }>()
  for (const mention of ordered) {
    const isOfOrigin = ({ origin, ...other }: Mention) =>
      isSameOrigin(mention.origin, origin, isPrintedIn(articleOf(mention), articleOf(other)))
    let number = heads.findIndex((others) => others.some(isOfOrigin))
    if (number < 0) number = heads.push([]) - 1
    if (!heads[number].some((head) => isAlike(head, mention))) heads[number].push(mention)
    const key = `${articleOf(mention)}\u0000${number}`
    const group = groups.get(key) ?? { number, mentions: [] }
    group.mentions.push(mention)
    groups.set(key, group)
  }
  return [...groups.values()].map(toldOf)
}

/** Of one article, and one source in it: nothing that the other does not show. */
const isAlike = (one: Mention, other: Mention): boolean =>
  articleOf(one) === articleOf(other) && one.origin.own === other.origin.own && one.origin.label === other.origin.label

function toldOf({ number, mentions }: { number: number; mentions: readonly Mention[] }): Told {
  const [first] = mentions
  const best = mentions.toSorted((a, b) => weight(b) - weight(a) || a.trigger[0] - b.trigger[0])[0]
  // "Kosovo's President" and "Vjosa Osmani" are one: the name says more than the post.
  const { origin } = mentions.find((mention) => mention.origin.office !== undefined) ?? first
  return {
    document: first.document,
    article: first.article,
    event: best.event,
    events: mentions.map(({ event }) => event),
    sentence: best.sentenceText,
    statement: best.statement,
    origin: origin.label,
    originNumber: number,
    originKind: origin.kind,
    ...(first.outlet === undefined ? {} : { outlet: first.outlet }),
    ...(first.published === undefined ? {} : { published: first.published }),
    mentions,
  }
}

/** How much of an event a mention tells. */
const weight = ({ place, when, parties, tallies, confidence }: Mention): number =>
  confidence + (place ? 1 : 0) + (when ? 1 : 0) + parties.length + tallies.length

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Of so many articles every pair is compared; of more those that share one of their lowest shingles. */
const FEW = 60
const LOWEST = 8

function reprintsAmong(
  articles: readonly string[],
  shinglesOf: (article: string) => ReadonlySet<number>,
): (one: string, other: string) => boolean {
  const family = new Map(articles.map((article) => [article, article]))
  const root = (article: string): string => {
    const above = family.get(article) ?? article
    return above === article ? article : root(above)
  }
  const compare = (one: string, other: string) => {
    if (root(one) !== root(other) && isReprint(shinglesOf(one), shinglesOf(other))) family.set(root(one), root(other))
  }
  if (articles.length <= FEW) {
    for (const [at, one] of articles.entries()) for (const other of articles.slice(at + 1)) compare(one, other)
  } else {
    const holders = new Map<number, string>()
    for (const article of [...articles].sort()) {
      const lowest = [...shinglesOf(article)].sort((a, b) => a - b).slice(0, LOWEST)
      for (const shingle of lowest) {
        const holder = holders.get(shingle)
        if (holder === undefined) holders.set(shingle, article)
        else compare(article, holder)
      }
    }
  }
  return (one, other) => root(one) === root(other)
}
