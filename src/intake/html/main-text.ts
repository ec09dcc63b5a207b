// A page's runs, and which of them an extractor kept -> the kind of each: the parts of the article, and furniture.

import type { BlockKind } from '../../types.ts'
import { LIST_HEADS, READ_MORE, READING_TIME } from './list-heads.ts'
import * as cues from './main-text-cues.ts'
import type { Run } from './pieces.ts'
import { type Place, type Places, upward } from './places.ts'
import { findTitle } from './title.ts'

export interface Page {
  runs: readonly Run[]
  /** By the extractor. */
  kept: readonly boolean[]
  places: Places
  /** What the page says its title is. */
  titles: readonly string[]
  /** Who it says wrote it. */
  bylines: readonly string[]
}

type Pass = (kinds: readonly BlockKind[], page: Page) => BlockKind[]

const PASSES: readonly Pass[] = [markTitle, markDeck, markLists, trimTail, restoreLabels]

export function tellKinds(page: Page): BlockKind[] {
  const first = page.runs.map((_, index) => kindOf(page, index))
  return PASSES.reduce((kinds, pass) => pass(kinds, page), first)
}

export const isBody = (kind: BlockKind): boolean =>
  kind === 'paragraph' || kind === 'heading' || kind === 'list' || kind === 'quote'

/** What a run is by itself: by where it stands, by its wording and its links, by the shape the markup gives it. */
function kindOf(page: Page, index: number): BlockKind {
  const run = page.runs[index]
  if (!page.kept[index] && !isLost(page, index)) return 'furniture'
  const place = page.places.of(run.box)
  if (place === 'furniture' || isNotice(run) || isPointer(run)) return 'furniture'
  if (place === 'quote') return 'quote'
  if (isCredit(run, place)) return 'credit'
  if (place === 'caption' || (wordCount(run) < 60 && cues.CAPTION.test(run.text))) return 'caption'
  const shape = shapeOf(run, page.places)
  return shape === 'paragraph' && isUnderPicture(run) ? 'caption' : shape
}

/** Not kept, but with the article on both sides and most of what is round it: a heading, an item, a quotation set apart. */
function isLost({ runs, kept, places }: Page, index: number): boolean {
  const run = runs[index]
  if (linkShare(run) > 0.5) return false
  const holder = upward(run.box).find((box) => places.lengths(box).article > 0)
  if (!holder) return false
  const { article, all } = places.lengths(holder)
  const before = kept.indexOf(true, holder.first)
  if (article < all / 2 || before > index) return false
  if (places.of(run.box) === 'quote') return true
  const after = kept.indexOf(true, index)
  const closed = after >= 0 && after < holder.end
  return closed && (shapeOf(run, places) !== 'paragraph' || /^(?:p|ul|ol|td)$/.test(run.box.tag))
}

/** Right under a picture, and as a whole in italics or small letters. */
function isUnderPicture(run: Run): boolean {
  if (!run.pictured || wordCount(run) > CAPTION_WORDS || run.text.endsWith('?')) return false
  const { tag, hints } = run.box
  return (
    /^(?:em|i|small)$/.test(tag) || (/^(?:span|font)$/.test(tag) && /(?:^|[ -])(?:small|legend|gr[ae]y)\b/.test(hints))
  )
}

const CAPTION_WORDS = 40

const linkShare = ({ linked, text }: Run): number => linked / text.length
/** No rule asks about more than this. */
const MANY_WORDS = 100
const wordCount = ({ text }: Run): number => (text.length > 20 * MANY_WORDS ? MANY_WORDS : text.split(/\s+/).length)

/** Ends as a sentence does; "a.m." and "..." end none. */
const stops = ({ text }: Run): boolean => /(?<!\.\.|[ap]\.m)[.!?]["”’)]*$/i.test(text)

/** Labels, appeals, notices, heads of lists of other articles. */
function isNotice(run: Run): boolean {
  const words = wordCount(run)
  if (cues.LABEL.test(run.text) || isListHead(run)) return true
  if (words < 12 && READING_TIME.test(run.text)) return true
  return isAppeal(run, words) || (words < 40 && cues.COPYRIGHT.test(run.text))
}

/** A line that asks for something; a longer one if it begins so or has the link to do it. */
function isAppeal(run: Run, words: number): boolean {
  // Somebody's words are no appeal of the page's.
  if (words >= 60 || /["“”«»]/.test(run.text)) return false
  const found = cues.APPEAL.exec(run.text)
  return found !== null && (words < 30 || found.index === 0 || run.linked > 0)
}

/** Points to another article: "Read more: ...", or a headline that is one link. */
function isPointer(run: Run): boolean {
  if (upward(run.box).some(({ tag }) => cues.HEADING_TAG.test(tag))) return false
  const share = linkShare(run)
  if (share > 0.3 && (cues.READ_MORE.test(run.text) || READ_MORE.test(run.text))) return true
  return share > (/ [|·•–] /.test(run.text) ? 0.5 : 0.85) && wordCount(run) >= 5
}

function isCredit(run: Run, place: Place): boolean {
  const words = wordCount(run)
  if (place === 'credit' || place === 'byline') return words < 30
  // Alone on its line: "10 March", "2 hours ago", the hour of a post.
  if (words < 8 && run.box.tag === 'time') return true
  if (words < 60 && cues.SIGN_OFF.test(run.text)) return true
  if (words < 20 && (cues.CREDIT.test(run.text) || cues.BYLINE.test(run.text))) return true
  if (words < 10 && !stops(run) && cues.SOURCE_LINE.test(run.text)) return true
  return words < 15 && !stops(run) && cues.DATE_LINE.test(run.text)
}

/** An item that holds more of the article than this lays it out. */
const LARGE_ITEM = 0.3
/** A bold line that is longer is a paragraph in bold. */
const HEADING_WORDS = 14

function shapeOf(run: Run, places: Places): BlockKind {
  for (const box of upward(run.box)) {
    if (cues.HEADING_TAG.test(box.tag)) return 'heading'
    if (/^(?:li|tr|dd|dt)$/.test(box.tag) && places.share(box) < LARGE_ITEM) return 'list'
    if (/^(?:article|section|main)$/.test(box.tag)) break
  }
  const isBold = run.box.tag === 'b' || run.box.tag === 'strong'
  return isBold && wordCount(run) <= HEADING_WORDS && !/[.:;,]["”’]?$/.test(run.text) ? 'heading' : 'paragraph'
}

const KICKER_WORDS = 15

function markTitle(kinds: readonly BlockKind[], { runs, titles }: Page): BlockKind[] {
  const index = findTitle(runs, kinds, titles)
  const prose = kinds.findIndex((kind, at) => kind === 'paragraph' && wordCount(runs[at]) > KICKER_WORDS)
  return kinds.map((kind, at) => {
    if (at === index) return 'title'
    // Over the title: the section, the site's name.
    if (at < index && index < prose && isBody(kind)) return 'furniture'
    return index >= 0 && isBody(kind) && runs[at].text === runs[index].text ? 'furniture' : kind
  })
}

/** The lines between the title and the text that stand apart from the text's own paragraphs go with the title. */
function markDeck(kinds: readonly BlockKind[], { runs, places }: Page): BlockKind[] {
  const title = kinds.indexOf('title')
  const next = [...kinds]
  for (let i = title + 1; i < next.length && title >= 0; i++) {
    if (!isBody(next[i])) continue
    if (wordCount(runs[i]) <= 4 && linkShare(runs[i]) > 0.85) {
      next[i] = 'furniture' // the section
      continue
    }
    const holder = upward(runs[i].box).find(({ tag }) => !cues.LINE_TAG.test(tag))
    if (!holder || places.share(holder) > 0.5) break
    if (!isDeck(runs[i])) break
    next[i] = 'title'
  }
  return next
}

const DECK_WORDS = 5
const isDeck = ({ box }: Run): boolean =>
  upward(box).some(({ tag, hints }) => tag === 'header' || cues.DECK_PLACE.test(hints))

/** What follows the head of a list of other articles, as far as each has a link or is no prose. */
function markLists(kinds: readonly BlockKind[], { runs, kept }: Page): BlockKind[] {
  const next = [...kinds]
  for (const [head, run] of runs.entries()) {
    if (kinds[head] !== 'furniture' || !kept[head] || !isListHead(run)) continue
    const isLast = isListToTheEnd(runs, next, head)
    for (let i = head + 1; i < runs.length && (!isBody(next[i]) || isLast || isTeaser(runs[i])); i++)
      if (isBody(next[i])) next[i] = 'furniture'
  }
  return next
}

/** No more prose after it: several headlines with links, and a line about each at most. */
function isListToTheEnd(runs: readonly Run[], kinds: readonly BlockKind[], head: number): boolean {
  const rest = runs.slice(head + 1)
  const lines = rest.filter((_, index) => isBody(kinds[head + 1 + index]))
  const links = rest.filter(({ linked }) => linked > 0)
  return links.length >= Math.max(FEWEST_LINKS, lines.length / 2) && lines.every((run) => wordCount(run) < TEASER_WORDS)
}

const FEWEST_LINKS = 3

const isListHead = (run: Run): boolean => wordCount(run) < 8 && !stops(run) && isNamedList(run.text)
const isNamedList = (text: string): boolean => cues.LIST_HEAD.test(text) || LIST_HEADS.test(text)

/** A headline of another article with its link, and no sentence; a link within a sentence of the article is another thing. */
const TEASER_WORDS = 25
const isTeaser = (run: Run): boolean =>
  run.linked > 0 && wordCount(run) < TEASER_WORDS && (linkShare(run) > 0.3 || !stops(run))

/** From the end back to the first that reads like text: links, the heads of their lists, who wrote this. */
function trimTail(kinds: readonly BlockKind[], { runs, bylines }: Page): BlockKind[] {
  const next = [...kinds]
  for (let i = next.length - 1; i >= 0; i--) {
    if (!isBody(next[i])) continue
    const run = runs[i]
    const isLinks = linkShare(run) > (wordCount(run) < 4 ? 0.85 : 0.3) && !/[.!?…"”’]$|^https?:/.test(run.text)
    if (isLinks || isAuthorNote(run, bylines) || isListHead(run)) next[i] = 'furniture'
    else break
  }
  return next
}

/** About who wrote this: by the byline's name, or with a link or in italics; others that it is said of are reported on. */
function isAuthorNote(run: Run, bylines: readonly string[]): boolean {
  if (wordCount(run) >= 80) return false
  const named = bylines.some((name) => run.text.startsWith(name.split(/[ ,]/)[0]))
  const setApart = run.linked > 0 || run.box.tag === 'em' || run.box.tag === 'i'
  return cues.CONTACT.test(run.text) || ((named || setApart) && cues.AUTHOR.test(run.text))
}

/** Between the title and the end: captions, credits, bylines, dates and decks that the extractor left out. */
function restoreLabels(kinds: readonly BlockKind[], { runs, kept, places }: Page): BlockKind[] {
  const title = kinds.indexOf('title')
  const first = kinds.findIndex((kind, index) => index > title && isBody(kind))
  const last = kinds.findLastIndex(isBody)
  return kinds.map((kind, index) => {
    const run = runs[index]
    if (kind !== 'furniture' || kept[index] || index > last || (index < title && title < first)) return kind
    const place = places.of(run.box)
    const words = wordCount(run)
    if (place === 'furniture' || words > 60) return kind
    if (place === 'caption' || place === 'credit') return place
    if (index > first || index < title) return kind
    if (isCredit(run, place)) return 'credit'
    return title >= 0 && words >= DECK_WORDS && linkShare(run) < 0.3 && isDeck(run) ? 'title' : kind
  })
}
