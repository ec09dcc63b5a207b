// Passages -> blocks with their kinds, from markup if it says, or else from wording and neighbours.

import type { Block, BlockKind, Passage } from '../types.ts'
import { findBylines, findDateLine, findImprint, findPlaceLine } from './dateline.ts'
import { type Line, lookAt, plainWords } from './lines.ts'
import type { Wording } from './wording.ts'

export interface Draft extends Line {
  kind: BlockKind | null
  /** Its kind was told by markup. */
  marked: boolean
}

type Refiner = (drafts: readonly Draft[], wording: Wording, title: string | undefined) => Draft[]

/** In order: the first to give a kind settles it, save where a later one says why not. */
const REFINERS: readonly Refiner[] = [
  markTitle,
  markCredits,
  markFurniture,
  markLists,
  markCaptions,
  markParagraphs,
  markQuotes,
  markSandwiched,
  markTail,
  markHeadings,
]

export function tellKinds(text: string, passages: readonly Passage[], wording: Wording, title?: string): Draft[] {
  const drafts = passages.map(({ span, kind }): Draft => ({ ...lookAt(text, span), kind, marked: kind !== null }))
  return REFINERS.reduce((refined, refine) => refine(refined, wording, title), drafts)
}

export const toBlock = ({ kind, span }: Draft): Block => ({ kind: kind ?? 'paragraph', span })

/** Gives `kind` to the drafts that have none yet and pass the test. */
const mark = (drafts: readonly Draft[], kind: BlockKind, test: (draft: Draft, index: number) => boolean): Draft[] =>
  drafts.map((draft, index) => (draft.kind === null && test(draft, index) ? { ...draft, kind } : draft))

/** The title that came with the document, where the text begins with it. */
function markTitle(drafts: readonly Draft[], _: Wording, title?: string): Draft[] {
  const wanted = plainWords(title ?? '')
  return mark(drafts, 'title', ({ plain }, index) => index < 3 && wanted !== '' && plain === wanted)
}

/** Longer passages are prose that mentions a photo. */
const CREDIT_WORDS = 25

function markCredits(drafts: readonly Draft[], { credits }: Wording): Draft[] {
  return mark(
    drafts,
    'credit',
    ({ surface, words }) =>
      words <= CREDIT_WORDS &&
      (credits.some((pattern) => pattern.test(surface)) ||
        findBylines(surface) !== null ||
        findDateLine(surface) !== null ||
        findImprint(surface) !== null ||
        findPlaceLine(surface, [0, surface.length]) !== null),
  )
}

/** An appeal is short; a report about donations or cookies is not furniture for a word. */
const APPEAL_WORDS = 60
/** Where markup says that it is prose, wording alone overrules it only for a line or two without anybody's words. */
const MARKED_APPEAL_WORDS = 30

function markFurniture(drafts: readonly Draft[], { furniture }: Wording): Draft[] {
  return drafts.map((draft) => {
    const open = draft.kind === null || draft.kind === 'paragraph' || draft.kind === 'list'
    const short = draft.marked
      ? draft.words <= MARKED_APPEAL_WORDS && !/[“”"«»]/.test(draft.surface)
      : draft.words <= APPEAL_WORDS
    const found = open && short && furniture.some((pattern) => pattern.test(draft.surface))
    const bare = draft.kind === null && !/\p{L}/u.test(draft.surface)
    return found || bare ? { ...draft, kind: 'furniture' } : draft
  })
}

function markLists(drafts: readonly Draft[]): Draft[] {
  return mark(drafts, 'list', ({ surface }) => /^(?:[-*•●▪–]|\d{1,2}[.)])\s+\S/.test(surface))
}

/** A caption is a line or two. */
const CAPTION_WORDS = 70

/** Captions say so, stand by a credit, are printed twice, or describe in a full line what a title's picture shows. */
function markCaptions(drafts: readonly Draft[], { captions }: Wording): Draft[] {
  // Printed twice with nothing between but a credit; a paragraph that recurs far below is a paragraph.
  const twice = ({ plain, words, titleCase }: Draft, index: number) =>
    !titleCase && words >= 6 && [-2, -1, 1, 2].some((step) => drafts[index + step]?.plain === plain)
  // Of the lines on both sides of a credit, the caption is the one that recurs, or that is no sentence.
  const byCredit = (index: number) =>
    [index - 1, index + 1].some((at) => drafts[at]?.kind === 'credit' && isPhotoCredit(drafts[at]))
  return mark(drafts, 'caption', (draft, index) => {
    const { surface, words, stops, titleCase } = draft
    if (words < 3 || words > CAPTION_WORDS || draft.quoted) return false
    if (captions.some((pattern) => pattern.test(surface)) && (words <= 40 || !stops)) return !quotes(surface)
    if (twice(draft, index)) return true
    if (byCredit(index) && !titleCase && !stops) return true
    return !stops && !titleCase && describes(surface, words) && !isDeck(drafts, index)
  })
}

/** A line of it says who said something in quotation marks. */
const quotes = (surface: string): boolean =>
  surface.split('\n').some((line) => {
    const mark = line.search(/[“"]/)
    return mark >= 0 && /said|told/.test(line.slice(mark))
  })

/** A byline or a date line is a credit too, but no picture stands by it. */
const isPhotoCredit = ({ surface }: Draft) =>
  findBylines(surface) === null &&
  findDateLine(surface) === null &&
  findImprint(surface) === null &&
  findPlaceLine(surface, [0, surface.length]) === null

/** "A training camp in the north", "Soldiers take positions on the outskirts on February 19, 2016": a picture in words. */
const describes = (surface: string, words: number) =>
  /^An?\s/.test(surface) ||
  (words >= 8 && (/^(?:The|Two|Three|Several|This)\s+\p{Ll}/u.test(surface) || /\b(?:19|20)\d\d\)?$/.test(surface)))

/** A line with a finite past or a colon straight under the title is a deck; pictures are told in the present. */
function isDeck(drafts: readonly Draft[], index: number): boolean {
  return (
    index === 1 &&
    /\b(?:said|says|after|amid|as|was|were|has|have|had)\b/.test(drafts[index].surface) &&
    !/\b(?:19|20)\d\d\)?$/.test(drafts[index].surface)
  )
}

/** What stops as a sentence does, or is too long for anything else. */
const HEADING_WORDS = 32

function markParagraphs(drafts: readonly Draft[]): Draft[] {
  return mark(drafts, 'paragraph', ({ stops, words, surface, quoted }) => {
    if (quoted || words > HEADING_WORDS) return words > HEADING_WORDS
    return (stops && (words >= 4 || !/^\S+[?!]$/.test(surface))) || /[:,;]$/.test(surface)
  })
}

/** A passage that is nothing but a quotation: pulled out, or set apart after a colon. */
function markQuotes(drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    const open = draft.kind === null || draft.kind === 'paragraph'
    return draft.quoted && open ? { ...draft, kind: 'quote' } : draft
  })
}

/** A paragraph within an appeal: furniture before it and after it, no other paragraph near. */
function markSandwiched(drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, index) => {
    const between = drafts[index - 1]?.kind === 'furniture' && drafts[index + 1]?.kind === 'furniture'
    const more = drafts[index - 2]?.kind === 'furniture' || drafts[index + 2]?.kind === 'furniture'
    return draft.kind === 'paragraph' && !draft.marked && between && more ? { ...draft, kind: 'furniture' } : draft
  })
}

/** After the last paragraph and the first appeal, the short lines that are left: addresses, names of firms, forms. */
function markTail(drafts: readonly Draft[]): Draft[] {
  const last = drafts.findLastIndex(({ kind }) => kind === 'paragraph' || kind === 'quote' || kind === 'list')
  const first = drafts.findIndex(({ kind }, index) => index > last && kind === 'furniture')
  return first < 0
    ? [...drafts]
    : drafts.map((draft, index) => (index > first ? { ...draft, kind: 'furniture' } : draft))
}

/** The short lines that are left, if any prose follows them; else they are prose of one line. */
function markHeadings(drafts: readonly Draft[]): Draft[] {
  const last = drafts.findLastIndex(({ kind }) => kind === 'paragraph' || kind === 'quote' || kind === 'list')
  return drafts.map((draft, index) =>
    draft.kind === null ? { ...draft, kind: index < last ? 'heading' : 'paragraph' } : draft,
  )
}
