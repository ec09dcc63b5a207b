// Statements and blocks -> the statements, each quotation that is a paragraph of its own whole in the mouth of whom the one before it lets
// speak: "She was adamant that:", and below it what she said.

import type { ArticleText, Block, Span } from '../../types.ts'
import type { CueIndex } from '../statements/cues.ts'
import type { Found } from './distinct.ts'

export function withSetApart(
  found: readonly Found[],
  { text, blocks, sentences, quotations }: ArticleText,
  cues: CueIndex,
): Found[] {
  const statements = found.map((one) => ({ ...one }))
  const quotationOf = new Map(quotations.flatMap(({ spans }) => spans.map((span) => [String(span), spans])))
  let before: Block | undefined
  for (const block of blocks) {
    const announced = before && announces(text, before) ? before.span : null
    const spoken = quotationOf.get(String(block.span)) ?? (block.kind === 'quote' ? [block.span] : null)
    const last = announced && spoken && sentences.findLast(({ span }) => isIn(span, announced))
    const speaker = last && statements.findLast(({ source, cue }) => source.length > 0 && isIn(cue[0], last.span))
    if (speaker && spoken && !statements.some((one) => one !== speaker && saysFromOutside(one, block.span))) {
      speaker.content = [...speaker.content.filter((span) => !spoken.some((each) => touch(span, each))), ...spoken]
      if (/\bto:\s*$/.test(text.slice(...announced))) giveVerb(statements, speaker, block.span, text, cues)
    }
    if (!BETWEEN.has(block.kind) || announces(text, block)) before = block
  }
  return statements
}

/** What a page may put between a sentence and the quotation that it announces. */
const BETWEEN: ReadonlySet<Block['kind']> = new Set(['caption', 'credit', 'furniture'])

const announces = (text: string, { span }: Block): boolean => /:\s*$/.test(text.slice(...span))

const isIn = ([from, to]: Span, [start, end]: Span): boolean => from >= start && to <= end
const touch = ([from, to]: Span, [start, end]: Span): boolean => from < end && start < to

/** Whether somebody else says it, with a cue that is no part of the quotation. */
const saysFromOutside = ({ source, cue, content }: Found, block: Span): boolean =>
  source.length > 0 && !isIn(cue[0], block) && content.some((span) => touch(span, block))

/** "intended to: ‘refute all that was said’": the verb has the speaker for its subject, and one that denies makes a denial. */
function giveVerb(statements: Found[], { source }: Found, block: Span, text: string, { verbs }: CueIndex): void {
  const [, marks = '', word = ''] = /^([^\p{L}\p{N}]*)(\p{L}[\p{L}-]*)\s/u.exec(text.slice(...block)) ?? []
  const cue: Span = [block[0] + marks.length, block[0] + marks.length + word.length]
  const known = statements.find((one) => touch(one.cue[0], cue))
  if (known) known.source = known.source.length > 0 ? known.source : source
  else if (verbs.get(word.toLowerCase())?.some((entry) => entry.stance === 'denies' && !entry.with))
    statements.push({ source, cue: [cue], content: [[cue[1] + 1, block[1]]], sure: 1 })
}
