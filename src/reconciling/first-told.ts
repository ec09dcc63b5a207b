// The mentions of an event -> those with which each article begins to tell of it. There it says what happened, where and when; what it adds further
// down is often another event of the same war, or its background.

import type { Mention } from './mention.ts'

/** So many sentences below the first that tells of an event its day may be told. */
export const TIME_SENTENCES = 1

/** @param within so many sentences below the first that tells of the event; what a headline says comes before all of them */
export function firstTold<Told extends Pick<Mention, 'document' | 'article' | 'below'>>(
  mentions: readonly Told[],
  within: number,
): Told[] {
  const first = new Map<string, number>()
  for (const mention of mentions) {
    const article = articleOf(mention)
    first.set(article, Math.min(first.get(article) ?? Number.POSITIVE_INFINITY, depthOf(mention)))
  }
  return mentions.filter((mention) => depthOf(mention) <= (first.get(articleOf(mention)) ?? 0) + within)
}

const depthOf = ({ below }: Pick<Mention, 'below'>): number => below ?? 0

const articleOf = ({ document, article }: Pick<Mention, 'document' | 'article'>): string => `${document} ${article}`
