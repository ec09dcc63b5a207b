// Document -> its articles, each with its blocks.

import type { Resources } from '../resources.ts'
import type { Block, Document, Layout, Metadata, Post } from '../types.ts'
import { findBylines, findDateLine, findDateline, findImprint, findPlaceLine } from './dateline.ts'
import { type Draft, tellKinds, toBlock } from './kinds.ts'
import { splitPassages } from './passages.ts'
import { findArticles } from './segment.ts'

/** Articles in the order of the text, apart; every one has a block at least. */
export function layOut(document: Document, { wording }: Pick<Resources, 'wording'>): Layout[] {
  const { text, passages, metadata } = document
  const marked = passages.length > 0
  const drafts = tellKinds(text, marked ? passages : splitPassages(text), wording, metadata.title)
  // A page's markup already says what is the article; plain text may hold several.
  const ranges = document.posts
    ? findPosts(drafts, document.posts)
    : marked
      ? [{ from: 0, to: drafts.length, title: titleByMarkup(drafts, 0, drafts.length) }]
      : findArticles(drafts)
  return ranges.map(({ from, to, title, own }: Range) => ({
    ...layOutArticle(text, drafts.slice(from, to), title === null ? null : title - from),
    ...(own === undefined ? {} : { own }),
  }))
}

interface Range {
  from: number
  to: number
  title: number | null
  own?: Metadata
}

function titleByMarkup(drafts: readonly Draft[], from: number, to: number): number | null {
  const index = drafts.findIndex(({ kind }, at) => at >= from && at < to && kind === 'title')
  return index < 0 ? null : index
}

/** What stands before the first post is an article too, where it says more than the page's headline; what stands after a post goes with it. */
function findPosts(drafts: readonly Draft[], posts: readonly Post[]): Range[] {
  const starts = posts.map(({ span }) => drafts.findIndex((draft) => draft.span[0] >= span[0])).filter((at) => at >= 0)
  const first = starts[0] ?? drafts.length
  const hasLead = drafts
    .slice(0, first)
    .some(({ kind }) => kind !== 'furniture' && kind !== 'credit' && kind !== 'title')
  const ranges = starts.map((start, index): Range => {
    const from = index === 0 && !hasLead ? 0 : start
    const to = starts[index + 1] ?? drafts.length
    return { from, to, title: titleByMarkup(drafts, start, to), own: posts[index].metadata }
  })
  return hasLead ? [{ from: 0, to: first, title: titleByMarkup(drafts, 0, first) }, ...ranges] : ranges
}

function layOutArticle(text: string, drafts: readonly Draft[], title: number | null): Layout {
  const wanted = title === null ? null : drafts[title].plain
  const blocks = drafts.map(
    (draft, index): Block =>
      index === title || draft.plain === wanted ? { kind: 'title', span: draft.span } : toBlock(draft),
  )
  const credits = drafts.filter(({ kind }) => kind === 'credit').map(({ surface }) => surface)
  const bylines = credits.flatMap((line) => findBylines(line) ?? [])
  const imprint = credits.map(findImprint).find((found) => found !== null)
  const dateLine = imprint?.date ?? credits.map(findDateLine).find((found) => found?.date)?.date
  const opening = blocks.filter(({ kind }) => kind === 'paragraph').slice(0, 3)
  const placed = drafts.filter(({ kind }) => kind === 'credit').map(({ span }) => findPlaceLine(text, span))
  const dated = [...opening.map(({ span }) => findDateline(text, span)), ...placed].find((found) => found !== null)
  return {
    span: [blocks[0].span[0], blocks[blocks.length - 1].span[1]],
    ...(title === null ? {} : { title: drafts[title].span }),
    ...(dated ? { dateline: dated.dateline } : {}),
    ...(imprint ? { outlet: imprint.outlet } : {}),
    ...(bylines.length > 0 ? { bylines } : {}),
    ...publishedBy(dated?.date, dateLine ?? undefined),
    blocks,
  }
}

function publishedBy(dateline: string | undefined, dateLine: string | undefined): Pick<Layout, 'published'> {
  if (dateline !== undefined) return { published: { value: dateline, basis: 'dateline' } }
  return dateLine === undefined ? {} : { published: { value: dateLine, basis: 'text' } }
}
