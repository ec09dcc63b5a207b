// Blocks -> the stretches in quotation marks, of every style, over paragraphs, and unbalanced.

import type { Block, Quotation, Span } from '../types.ts'

interface Style {
  open: string
  close: string
  /** Single marks double as apostrophes. */
  single: boolean
}

const STYLES: readonly Style[] = [
  { open: '“„‟', close: '”“', single: false },
  { open: '"＂', close: '"＂', single: false },
  { open: '«', close: '»', single: false },
  { open: '‘‚', close: '’', single: true },
  { open: '‹', close: '›', single: true },
  { open: "'", close: "'", single: true },
]

const OPENING = new Set(STYLES.flatMap(({ open }) => [...open]))

const WORD = /[\p{L}\p{N}]/u
const STOP = /[.,!?;:…—–-]/

/** Words that begin with an apostrophe: 'tis, 'em, the '90s. */
const ELISION = /^(?:tis|twas|em|cause|til|bout|round|n|s|\d0s)\b/i

interface Opened {
  style: Style
  start: number
}

/**
 * Only the outermost quotation is given: marks inside it are its content. A paragraph that opens with the mark that the
 * one before left open continues it, as in print.
 */
export function findQuotations(text: string, blocks: readonly Block[]): Quotation[] {
  const found: Quotation[] = []
  let pending: { quotation: Quotation; style: Style } | null = null
  for (const { kind, span } of blocks) {
    if (kind === 'furniture') continue
    const first = firstMark(text, span)
    const continued: Quotation | null = pending && first && pending.style === first.style ? pending.quotation : null
    pending = null
    for (const { start, end, style, closed } of quotationsIn(text, span)) {
      const quotation: Quotation = continued && start === first?.start ? continued : { spans: [], closed: true }
      quotation.spans.push([start, end])
      quotation.closed = closed
      if (quotation !== continued) found.push(quotation)
      if (!closed && end === span[1]) pending = { quotation, style }
    }
  }
  return found
}

function firstMark(text: string, [start]: Span): Opened | null {
  const style = STYLES.find(({ open }) => open.includes(text[start]))
  return style ? { style, start } : null
}

function* quotationsIn(
  text: string,
  [from, to]: Span,
): Generator<{ start: number; end: number; style: Style; closed: boolean }> {
  for (let i = from; i < to; i++) {
    if (!OPENING.has(text[i])) continue
    const style = STYLES.find((candidate) => candidate.open.includes(text[i]) && opens(text, i, candidate, from))
    if (!style) continue
    const close = closing(text, i, style, to)
    const end = close === null ? unclosedEnd(text, i, to) : close + 1
    // A lone single mark is an apostrophe far more often than a quotation.
    if (close === null && style.single && !(i === from && end === to)) continue
    yield { start: i, end, style, closed: close !== null }
    i = end - 1
  }
}

/** An opening mark stands before a word and after a blank, a bracket or a dash. */
function opens(text: string, i: number, { single, open, close }: Style, from: number): boolean {
  const before = i > from ? text[i - 1] : ' '
  const after = text[i + 1] ?? ' '
  if (/\s/.test(after) || (close.includes(text[i]) && !open.includes(text[i]))) return false
  if (single && ELISION.test(text.slice(i + 1, i + 8))) return false
  if (text[i] === '‘') return !WORD.test(before) || !WORD.test(after)
  return !WORD.test(before) && !(open === close && STOP.test(before) && !/[—–:-]/.test(before))
}

function closing(text: string, start: number, { single, open, close }: Style, to: number): number | null {
  let possessive: number | null = null
  for (let i = start + 2; i < to; i++) {
    if (!close.includes(text[i]) || (text[i] === '“' && !opensLow(text[start]))) continue
    if (!single) return i
    const [before, after] = [text[i - 1], text[i + 1] ?? ' ']
    if (WORD.test(after) || (/\s/.test(before) && text[i] === "'" && WORD.test(after))) continue // apostrophe
    if (before === 's' && !STOP.test(after) && open !== close) {
      possessive ??= i // "the soldiers’ camp" goes on, if another mark closes
      continue
    }
    return i
  }
  return possessive
}

const opensLow = (mark: string) => mark === '„' || mark === '‟'

/** An unclosed quotation ends with its block: the next paragraph's opening mark may go on with it. */
function unclosedEnd(text: string, start: number, to: number): number {
  const lineEnd = text.indexOf('\n\n', start)
  return lineEnd >= 0 && lineEnd < to ? lineEnd : to
}
