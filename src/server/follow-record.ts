// The record -> its index of statements, as the record is now. A decision touches what it is about; everything is indexed anew where a
// document was read again.

import { contentsOf, lastDocument, versionOf } from '../record/browse.ts'
import { happenedSince, lastEntry } from '../record/happened.ts'
import type { OpenRecord } from '../record/open.ts'
import { numberOf } from '../record/write.ts'
import { columnsOf, replaceIn } from './columns.ts'
import type { IndexedArticle, IndexedStatement, StatementIndex } from './indexed.ts'
import { append, byDay, emptyIndex, extend, forget } from './statement-index.ts'

interface Following {
  /** The same one as long as nothing in it has changed. */
  index: () => StatementIndex
  /** Indexes some documents of a record of which nobody has asked yet, in a moment; false once there is nothing to do ahead. */
  ahead: () => boolean
}

const AHEAD = 100

export function followRecord(record: OpenRecord): Following {
  let index = emptyIndex()
  let version = ''
  let readers: string | null = null
  /** Of the log, and of the documents that are indexed ahead. */
  let [last, reached] = [0, 0]
  return {
    index() {
      const now = versionOf(record)
      if (now === version) return index
      if (version === '' && reached === 0) begin()
      const happened = happenedSince(record, last)
      const decided = new Set((happened.documents ?? []).flatMap((sha256) => numberOf(record, sha256) ?? []))
      if (version === '') index = finished(happened.documents === null, decided)
      else if (happened.documents === null) index = withAdded(index, decided)
      else if (decided.size > 0) index = withDecided(index, record, decided)
      version = now
      last = happened.last
      return index
    },
    ahead() {
      if (version !== '') return false
      if (reached === 0) begin()
      const end = lastDocument(record)
      if (reached >= end) return false
      append(index, record, reached, reached + AHEAD)
      reached = Math.min(reached + AHEAD, end)
      return true
    },
  }

  function begin(): void {
    last = lastEntry(record)
    readers = contentsOf(record, 0).readers
  }

  /** @param isOther documents came or were read again since it was begun */
  function finished(isOther: boolean, decided: Set<number>): StatementIndex {
    if (isOther) return withAdded(emptyIndex(), new Set())
    forget(index, decided)
    extend(index, record, reached, decided)
    return { ...inOrder(index), spoken: {} }
  }

  function withAdded(before: StatementIndex, decided: Set<number>): StatementIndex {
    let reached = before.articles.at(-1)?.document ?? 0
    forget(before, decided)
    const contents = contentsOf(record, before.statements.at(-1)?.number ?? 0)
    const isWhole = contents.readers === readers && contents.statements === before.statements.length
    if (!isWhole) reached = 0
    readers = contents.readers
    const made = isWhole ? before : emptyIndex()
    extend(made, record, reached, isWhole ? decided : new Set())
    return { ...inOrder(made), spoken: {} }
  }
}

function inOrder(index: StatementIndex): StatementIndex {
  const newest = [...index.articles].sort(byDay).flatMap(({ said }) => said)
  return { ...index, newest, columns: columnsOf(newest, index) }
}

/** In the places of what they were before, if they are as many and of the same day. */
function withDecided(index: StatementIndex, record: OpenRecord, documents: ReadonlySet<number>): StatementIndex {
  const before = index.articles.filter(({ document }) => documents.has(document))
  const reached = index.articles.at(-1)?.document ?? 0
  forget(index, documents)
  extend(index, record, reached, documents)
  const pairs = before.map((was): Pair => [was, index.byId.get(`${was.id} ${was.article}`)])
  const spoken = pairs.every(([was, now]) => now && saysTheSame(was, now, index)) ? index.spoken : {}
  const isPatched =
    index.articles.filter(({ document }) => documents.has(document)).length === before.length &&
    pairs.every((pair) => putInPlace(index, pair))
  return { ...(isPatched ? index : inOrder(index)), spoken }
}

type Pair = [was: IndexedArticle, now: IndexedArticle | undefined]

function putInPlace(index: StatementIndex, [was, now]: Pair): boolean {
  if (!now || now === was || now.day !== was.day || now.said.length !== was.said.length) return false
  if (was.said.length === 0) return true
  const at = index.newest.indexOf(was.said[0])
  if (at < 0) return false
  for (const [i, statement] of now.said.entries()) index.newest[at + i] = statement
  return replaceIn(index.columns, index, at, now.said.length)
}

const saysTheSame = (was: IndexedArticle, now: IndexedArticle, { sources }: StatementIndex): boolean =>
  was.outlet === now.outlet &&
  was.said.length === now.said.length &&
  // Names that were cut may differ where they were cut.
  was.said.every((one, i) => isSameWord(one, now.said[i]) && !sources.words[one.source].endsWith('…'))

const isSameWord = (one: IndexedStatement, other: IndexedStatement): boolean =>
  one.source === other.source &&
  one.kind === other.kind &&
  one.named === other.named &&
  (one.relay === null) === (other.relay === null)
