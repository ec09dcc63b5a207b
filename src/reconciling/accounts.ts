// The mentions of one event -> its accounts, one for each article and origin in it, and which of them rest on one origin.

import type { Account } from '../types.ts'
import type { Mention } from './mentions.ts'
import { isSameOrigin } from './origins.ts'
import { articleOf } from './profile.ts'
import { isReprint } from './reprints.ts'

export interface Told extends Account {
  mentions: readonly Mention[]
}

/** @param shinglesOf an article's, by document and article */
export function accountsOf(mentions: readonly Mention[], shinglesOf: (article: string) => ReadonlySet<number>): Told[] {
  const groups = new Map<string, Mention[]>()
  for (const mention of onWhoseWord(mentions)) {
    const { origin } = mention
    const key = `${articleOf(mention)}\u0000${origin.kind} ${origin.kind === 'named' ? origin.words.join(' ') : origin.own}`
    groups.set(key, [...(groups.get(key) ?? []), mention])
  }
  const ordered = [...groups.values()]
    .map((group) => group.toSorted((a, b) => a.trigger[0] - b.trigger[0]))
    .toSorted(
      ([a], [b]) =>
        compareTexts(a.published ?? '9', b.published ?? '9') ||
        compareTexts(a.document, b.document) ||
        a.article - b.article ||
        a.trigger[0] - b.trigger[0],
    )
  const isPrintedIn = reprintsAmong([...new Set(mentions.map(articleOf))], shinglesOf)
  const heads: Mention[][] = []
  return ordered.map((group): Told => {
    const [first] = group
    let number = heads.findIndex((others) =>
      others.some((other) => isSameOrigin(first.origin, other.origin, isPrintedIn(articleOf(first), articleOf(other)))),
    )
    if (number < 0) number = heads.push([]) - 1
    heads[number].push(first)
    const best = group.toSorted((a, b) => weight(b) - weight(a) || a.trigger[0] - b.trigger[0])[0]
    return {
      document: first.document,
      article: first.article,
      event: best.event,
      events: group.map(({ event }) => event),
      sentence: best.sentenceText,
      statement: best.statement,
      origin: first.origin.label,
      originNumber: number,
      originKind: first.origin.kind,
      ...(first.outlet === undefined ? {} : { outlet: first.outlet }),
      ...(first.published === undefined ? {} : { published: first.published }),
      mentions: group,
    }
  })
}

/**
 * What the text gives in its own voice may rest on a source all the same: in the sentence that ends with "police said", in a headline over
 * what one source says, in "the blast" that only points back.
 */
function onWhoseWord(mentions: readonly Mention[]): Mention[] {
  const attributed = new Map<string, Mention[]>()
  for (const mention of mentions)
    if (mention.origin.kind !== 'voice')
      attributed.set(articleOf(mention), [...(attributed.get(articleOf(mention)) ?? []), mention])
  return mentions.map((mention): Mention => {
    if (mention.origin.kind !== 'voice') return mention
    const told = attributed.get(articleOf(mention)) ?? []
    const beside = told.filter(({ sentence }) => sentence[0] === mention.sentence[0])
    const [origin] = beside.length > 0 ? beside : mention.headline || pointsBack(mention) ? told : []
    const one = (beside.length > 0 ? beside : told).every(
      (other) => origin && isSameOrigin(other.origin, origin.origin, false),
    )
    return origin && one ? { ...mention, origin: origin.origin } : mention
  })
}

const pointsBack = ({ parties, tallies, when, place, site }: Mention): boolean =>
  parties.length === 0 && tallies.length === 0 && when === null && place === null && site.length === 0

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
