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
  const told = drafts.flatMap(({ kind }, at) => (kind === 'paragraph' || kind === 'quote' ? [at] : []))
  // An article that has not begun cannot end.
  let hasBegun = false
  let firstTitle: Draft | undefined
  for (const [i, draft] of drafts.entries()) {
    if (
      i > 0 &&
      draft.kind === 'heading' &&
      hasBegun &&
      weigh({ drafts, told }, i, starts[starts.length - 1], firstTitle) >= ENOUGH
    ) {
      starts.push(i)
      hasBegun = false
      firstTitle = undefined
    }
    hasBegun ||= draft.kind === 'paragraph' && draft.words >= 12
    if (draft.kind === 'heading' || draft.kind === 'title') firstTitle ??= draft
  }
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? drafts.length
    return { from, to, title: titleOf(drafts, from, to) }
  })
}

/** A title stands before the prose; of several lines there, the one that came with the document or the first. */
function titleOf(drafts: readonly Draft[], from: number, to: number): number | null {
  const opening = drafts.slice(from, to)
  const prose = opening.findIndex(({ kind }) => kind === 'paragraph' || kind === 'list')
  const before = prose < 0 ? opening : opening.slice(0, prose)
  const marked = before.findIndex(({ kind }) => kind === 'title')
  const first = marked >= 0 ? marked : before.findIndex(({ kind, words }) => kind === 'heading' && words >= 2)
  return first < 0 ? null : from + first
}

interface Blocks {
  drafts: readonly Draft[]
  /** Which of them are paragraphs and quotations. */
  told: readonly number[]
}

/** How far below a headline its prose begins, and how much of either side is looked at. */
const MAX_BETWEEN = 100

/** @param firstTitle of the article that would end; none where the headline is its first */
function weigh({ drafts, told }: Blocks, i: number, articleStart: number, firstTitle = drafts[i]): number {
  const head = drafts[i]
  const behind = firstAfter(told, i)
  const at = told.slice(behind, behind + MAX_BETWEEN).find((index) => drafts[index].kind === 'paragraph')
  if (at === undefined) return 0
  const between = drafts.slice(i + 1, Math.min(at, i + 1 + MAX_BETWEEN))
  const next = drafts[at]
  const same = (other: Draft) => other.plain === head.plain
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
  add('likeFirstTitle', head.titleCase === firstTitle.titleCase)
  add('afterFurniture', drafts[i - 1].kind === 'furniture')
  add('separator', drafts[i - 1].kind === 'furniture' && !/[\p{L}\p{N}]/u.test(drafts[i - 1].surface))
  const before = told.slice(Math.max(0, behind - WINDOW), behind).filter((index) => index >= articleStart)
  const after = told.slice(behind, behind + MAX_BETWEEN + WINDOW).filter((index) => index >= at)
  const shared = sharedNames(
    before.map((index) => drafts[index]),
    after.map((index) => drafts[index]),
  )
  add('newTopic', shared !== null && shared < NEW_TOPIC)
  add('sameTopic', shared !== null && shared > SAME_TOPIC)
  return weight
}

/** Where in a list of growing numbers the first one stands that is greater than this. */
function firstAfter(numbers: readonly number[], than: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle] > than) high = middle
    else low = middle + 1
  }
  return low
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
    for (const [name] of draft.surface.matchAll(/(?<=[\p{L},;] )\p{Lu}[\p{L}-]{2,}/gu)) names.add(name)
    words += draft.words
    if (words >= WINDOW) break
  }
  return names
}
