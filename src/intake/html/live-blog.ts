// A page's tree and runs -> the posts of a live blog on it, each with its own time; none where the page is no live blog.

import type { BlockKind, Metadata } from '../../types.ts'
import { readStated } from '../metadata.ts'
import type { Part } from '../parts.ts'
import { findPostElements } from './live-blog-elements.ts'
import { findUpdates, type Update } from './live-blog-updates.ts'
import { tellKinds } from './main-text.ts'
import { HEADING_TAG } from './main-text-cues.ts'
import type { Box, Run } from './pieces.ts'
import { findPlaces, upward } from './places.ts'
import type { Tree, TreeNode } from './tree.ts'
import { isText } from './tree.ts'

interface Post {
  /** Its runs: from ... to, not included. */
  from: number
  to: number
  kinds: BlockKind[]
  metadata: Metadata
}

export interface LiveBlog {
  posts: Post[]
  /** Posts that only the page's metadata has; a browser loads them as one scrolls. */
  unseen: { parts: Part[]; metadata: Metadata }[]
}

/** A page of one or two is an article. */
const FEWEST_POSTS = 2

export function findLiveBlog(tree: Tree, runs: readonly Run[], scripts: readonly string[]): LiveBlog | null {
  const updates = findUpdates(scripts)
  const byElements = apart(findPostElements(tree, updates !== null), rangesIn(runs))
  const ranges = byElements.length >= FEWEST_POSTS ? byElements : byWords(runs, updates ?? [])
  const posts = ranges.map((range) => toPost(runs, range, updates ?? []))
  const told = new Set(posts.map(({ update }) => update))
  const unseen = (updates ?? []).filter((update) => !told.has(update) && update.body !== '').map(toUnseen)
  return posts.length + unseen.length < FEWEST_POSTS ? null : { posts, unseen }
}

interface Range {
  from: number
  to: number
  published?: string | undefined
  update?: Update
}

/** For an element the runs that its text is in. */
function rangesIn(runs: readonly Run[]): (node: TreeNode) => Range | null {
  const places = new Map<TreeNode, number>()
  for (const [index, { nodes }] of runs.entries()) for (const node of nodes) places.set(node, index)
  const visit = (node: TreeNode, range: Range): Range => {
    const at = isText(node) ? places.get(node) : undefined
    if (at !== undefined) return { from: Math.min(range.from, at), to: Math.max(range.to, at + 1) }
    let grown = range
    for (let child = node.firstChild; child; child = child.nextSibling) grown = visit(child, grown)
    return grown
  }
  return (node) => {
    const range = visit(node, { from: Number.POSITIVE_INFINITY, to: 0 })
    return range.to === 0 ? null : range
  }
}

/** In the order of the page, none within or over another. */
function apart(
  elements: readonly { element: TreeNode; published: string | undefined }[],
  rangeOf: (node: TreeNode) => Range | null,
): Range[] {
  const ranges = elements
    .flatMap(({ element, published }): Range[] => {
      const range = rangeOf(element)
      return range ? [{ ...range, published }] : []
    })
    .toSorted((one, other) => one.from - other.from || other.to - one.to)
  return ranges.filter(({ from }, index) =>
    ranges.slice(Math.max(0, index - 1), index).every((before) => before.to <= from),
  )
}

/** Where only the metadata tells of posts: the runs that say what it says. */
function byWords(runs: readonly Run[], updates: readonly Update[]): Range[] {
  const found = new Map<Update, Range>()
  const whole = updates.map(({ title, body }) => `${bare(title ?? '')} ${bare(body)}`)
  for (const [index, { text }] of runs.entries()) {
    const words = bare(text)
    if (words.length < SHORTEST) continue
    const at = whole.findIndex((each) => each.includes(words))
    if (at < 0) continue
    const range = found.get(updates[at]) ?? { from: index, to: index, update: updates[at] }
    // What stands far below says the same by chance.
    if (index <= range.to + REACH) found.set(updates[at], { ...range, to: index + 1 })
  }
  const ranges = [...found.values()].toSorted((one, other) => one.from - other.from)
  return ranges.filter(({ from }, index) => index === 0 || ranges[index - 1].to <= from)
}

/** In characters. */
const SHORTEST = 25
const REACH = 6

const bare = (text: string): string => text.replace(/\s+/g, ' ').trim()

function toPost(runs: readonly Run[], range: Range, updates: readonly Update[]): Post & { update: Update | undefined } {
  const { from, to } = range
  const own = slice(runs, from, to)
  const words = bare(own.map(({ text }) => text).join(' '))
  const update = range.update ?? updates.find((each) => isSame(each, words))
  const heading = own.find(({ box }) => upward(box).some(({ tag }) => HEADING_TAG.test(tag)))?.text
  const metadata = readStated({
    title: update?.title ?? heading,
    url: update?.url,
    authors: update?.authors,
    published: update?.published ?? range.published,
  })
  const kept = own.map(() => true)
  const titles = [metadata.title, heading].flatMap((title) => title ?? [])
  const kinds = tellKinds({ runs: own, kept, places: findPlaces(own, kept), titles, bylines: metadata.bylines ?? [] })
  return { from, to, kinds, metadata, update }
}

/** By its headline, or by how its text begins. */
const isSame = ({ title, body }: Update, words: string): boolean =>
  (title !== undefined && title.length >= SHORTEST && words.includes(bare(title))) ||
  (body.length >= SHORTEST && words.includes(bare(body).slice(0, 80)))

/** The runs as if they were all there is of the page. */
function slice(runs: readonly Run[], from: number, to: number): Run[] {
  const copies = new Map<Box, Box>()
  const within = (index: number): number => Math.min(Math.max(index, from), to) - from
  const copy = (box: Box): Box => {
    const known = copies.get(box)
    if (known) return known
    const made = { ...box, parent: box.parent && copy(box.parent), first: within(box.first), end: within(box.end) }
    copies.set(box, made)
    return made
  }
  return runs.slice(from, to).map((run) => ({ ...run, box: copy(run.box) }))
}

function toUnseen({ title, body, url, authors, published }: Update): LiveBlog['unseen'][number] {
  const metadata = readStated({ title, url, authors, published })
  const paragraphs = body.split(/\n+/).map((text): Part => ({ text: bare(text), kind: 'paragraph' }))
  const heading: Part[] = metadata.title === undefined ? [] : [{ text: metadata.title, kind: 'title' }]
  return { parts: [...heading, ...paragraphs.filter(({ text }) => text !== '')], metadata }
}
