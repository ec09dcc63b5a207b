// What a person typed as a title, tag or note for an incident -> the decisions that this makes; none for what is so already.

import type { Anchor, OnLabel } from './decision.ts'

export interface Labelling {
  /** Null takes a title back. */
  title?: string | null | undefined
  tags?: readonly string[] | undefined
  untags?: readonly string[] | undefined
  note?: string | undefined
}

/** @param now what the incident is called and tagged already */
export function labelDecisions(
  { title, tags = [], untags = [], note }: Labelling,
  now: { title: string | null; tags: readonly string[] },
  at: Anchor[],
): OnLabel[] {
  const changes = title !== undefined && title !== now.title
  return [
    ...(changes ? [{ kind: 'title' as const, at, before: now.title, after: title }] : []),
    ...without(tags, now.tags).map((tag): OnLabel => ({ kind: 'tag', at, before: null, after: tag })),
    ...untags
      .filter((tag) => now.tags.includes(tag))
      .map((tag): OnLabel => ({ kind: 'tag', at, before: tag, after: null })),
    ...(note === undefined ? [] : [{ kind: 'note' as const, on: 'incident' as const, at, before: null, after: note }]),
  ]
}

const without = (tags: readonly string[], known: readonly string[]): string[] =>
  [...new Set(tags)].filter((tag) => !known.includes(tag))
