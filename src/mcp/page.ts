// Things one by one -> a page of them that fits into an answer, and a cursor to go on with. A cursor works only with the arguments it came from.

import { createHash } from 'node:crypto'
import { EXIT, UserError } from '../user-error.ts'

/** Characters of an answer's items as JSON. */
const LARGEST_PAGE = 40_000

export interface Page<Item> {
  items: Item[]
  next_cursor: string | null
}

/** @param found items with the position after each; null for one that was looked at and passed over */
export function pageOf<Item>(
  found: Iterable<{ at: number; item: Item | null }>,
  {
    limit,
    most = Number.MAX_SAFE_INTEGER,
    cursorAt,
  }: { limit: number; most?: number; cursorAt: (at: number) => string },
): Page<Item> {
  const items: Item[] = []
  let size = 0
  let last: number | null = null
  let looked = 0
  for (const { at, item } of found) {
    const grown = item === null ? size : size + JSON.stringify(item).length
    const isFull = items.length >= limit || (grown > LARGEST_PAGE && items.length > 0) || looked >= most
    if (isFull) return { items, next_cursor: last === null ? null : cursorAt(last) }
    if (item !== null) items.push(item)
    size = grown
    last = at
    looked++
  }
  return { items, next_cursor: null }
}

interface Asked {
  cursor?: string | undefined
  limit?: number | undefined
}

/** The arguments without the cursor and the limit. */
const fingerprint = (tool: string, { cursor: _, limit: __, ...rest }: Asked & Record<string, unknown>): string =>
  createHash('sha256')
    .update(JSON.stringify([tool, Object.entries(rest).sort()]))
    .digest('base64url')
    .slice(0, 10)

export const cursorFor =
  (tool: string, asked: Asked & Record<string, unknown>) =>
  (at: number): string =>
    `${at}.${fingerprint(tool, asked)}`

/** Null for the beginning. */
export function positionIn(tool: string, asked: Asked & Record<string, unknown>): number | null {
  if (asked.cursor === undefined) return null
  const [, at, print] = /^(\d{1,15})\.([\w-]{10})$/.exec(asked.cursor) ?? []
  if (at === undefined || print !== fingerprint(tool, asked))
    throw new UserError(
      'the cursor is not one that this tool gave for these arguments; leave it out to begin',
      EXIT.usage,
    )
  return Number(at)
}

export function* counted<Item>(items: Iterable<Item>, after = 0): Generator<{ at: number; item: Item }> {
  let at = after
  for (const item of items) yield { at: ++at, item }
}
