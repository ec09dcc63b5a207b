// A post of a network, channel or chat -> a row that is read like the row of any table. Its bytes change only when the post does: counts of
// readers and reactions are no part of it.

import type { Columns } from '../../types.ts'
import type { Part } from '../container.ts'
import { ROW } from '../table/row.ts'

export interface Post {
  text: string
  /** The account or channel that says it. */
  account?: string | undefined
  /** Who signed it, where that is not the account. */
  author?: string | undefined
  /** As parseCellDate reads it; with an offset where one is stated. */
  date?: string | undefined
  url?: string | undefined
  language?: string | undefined
  /** Who wrote it first, where the account only passes it on. */
  forwardedFrom?: string | undefined
}

const COLUMNS: Columns = {
  text: 'text',
  outlet: 'account',
  author: 'author',
  date: 'date',
  url: 'url',
  language: 'language',
  relay: 'forwardedFrom',
}

/** @param name where in its file it is: its id, or "message 7" */
export function postPart(name: string, post: Post, order?: Columns['dates']): Part {
  const { text, ...rest } = post
  const cells = Object.fromEntries(
    Object.entries({ ...rest, text }).filter(([, cell]) => cell !== undefined && cell !== ''),
  )
  return {
    name,
    content: Buffer.from(JSON.stringify(cells)),
    known: { mediaType: ROW, columns: order === undefined ? COLUMNS : { ...COLUMNS, dates: order } },
  }
}
