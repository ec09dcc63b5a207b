// The blocks of a file -> its articles, split where a new one begins.

import { findDateline } from './dateline.ts'
import type { Draft } from './kinds.ts'

/** How much each sign counts; `ENOUGH` of them together part two articles. */
const SIGNS = {
  repeatedTitle: 3,
  picture: 2,
  byline: 5,
  dateline: 4,
  titleCase: 1.5,
  likeFirstTitle: 0.5,
  afterFurniture: 1,
  newTopic: 2,
  sameTopic: -2,
  separator: 2,
} as const
const ENOUGH = 4

/** Words of prose on either side that topics are told from. */
const WINDOW = 220
/** Shares of names in common: below the first a topic is new, above the second it goes on. */
const NEW_TOPIC = 0.14
const SAME_TOPIC = 0.3

/** @returns for each article the range of its drafts, which together cover all drafts in order */
export function findArticles(drafts: readonly Draft[]): { from: number; to: number; title: number | null }[] {
  const starts = [0]
  for (let i = 1; i < drafts.length; i++) {
    const previous = starts[starts.length - 1]
    if (drafts[i].kind === 'heading' && hasProse(drafts.slice(previous, i)) && weigh(drafts, i, previous) >= ENOUGH)
      starts.push(i)
  }
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? drafts.length
    return { from, to, title: titleOf(drafts, from, to) }
  })
}

/** An article that has not begun cannot end. */
const hasProse = (drafts: readonly Draft[]) => drafts.some(({ kind, words }) => kind === 'paragraph' && words >= 12)

/** A title stands before the prose; of several lines there, the one that came with the document or the first. */
function titleOf(drafts: readonly Draft[], from: number, to: number): number | null {
  const opening = drafts.slice(from, to)
  const prose = opening.findIndex(({ kind }) => kind === 'paragraph' || kind === 'list')
  const before = prose < 0 ? opening : opening.slice(0, prose)
  const marked = before.findIndex(({ kind }) => kind === 'title')
  const first = marked >= 0 ? marked : before.findIndex(({ kind, words }) => kind === 'heading' && words >= 2)
  return first < 0 ? null : from + first
}

function weigh(drafts: readonly Draft[], i: number, articleStart: number): number {
  const head = drafts[i]
  const prose = drafts.findIndex(({ kind }, index) => index > i && kind === 'paragraph')
  if (prose < 0) return 0
  const between = drafts.slice(i + 1, prose)
  const next = drafts[prose]
  const same = (other: Draft) => other.plain === head.plain
  const firstTitle = drafts.slice(articleStart).find(({ kind }) => kind === 'heading' || kind === 'title')
  let weight = 0
  const add = (sign: keyof typeof SIGNS, holds: boolean) => {
    if (holds) weight += SIGNS[sign]
  }
  add('repeatedTitle', between.some(same))
  add(
    'picture',
    between.some(({ kind }) => kind === 'caption'),
  )
  add(
    'byline',
    between.some(({ kind, surface }) => kind === 'credit' && /^by\b|\d{4}/i.test(surface)),
  )
  add('dateline', findDateline(next.surface, [0, next.surface.length]) !== null)
  add('titleCase', head.titleCase)
  add('likeFirstTitle', head.titleCase === firstTitle?.titleCase)
  add('afterFurniture', drafts[i - 1].kind === 'furniture')
  add('separator', drafts[i - 1].kind === 'furniture' && !/[\p{L}\p{N}]/u.test(drafts[i - 1].surface))
  const shared = sharedNames(drafts.slice(articleStart, i), drafts.slice(prose))
  add('newTopic', shared !== null && shared < NEW_TOPIC)
  add('sameTopic', shared !== null && shared > SAME_TOPIC)
  return weight
}

/** Share of the names soon after that were also in the text before; null where there is too little to tell. */
function sharedNames(before: readonly Draft[], after: readonly Draft[]): number | null {
  const [old, fresh] = [namesIn(before.toReversed()), namesIn(after)]
  if (old.size < 3 || fresh.size < 3) return null
  return [...fresh].filter((name) => old.has(name)).length / fresh.size
}

/** Capitalized words that do not open a sentence, from the first `WINDOW` words of prose. */
function namesIn(drafts: readonly Draft[]): Set<string> {
  const names = new Set<string>()
  let words = 0
  for (const draft of drafts) {
    if (draft.kind !== 'paragraph' && draft.kind !== 'quote') continue
    for (const [name] of draft.surface.matchAll(/(?<=[\p{L},;] )\p{Lu}[\p{L}-]{2,}/gu)) names.add(name)
    words += draft.words
    if (words >= WINDOW) break
  }
  return names
}
