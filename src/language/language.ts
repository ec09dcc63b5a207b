// An article's layout -> its sentences with their words, and its quotations.

import { plainWords } from '../layout/lines.ts'
import type { ArticleText, Block, Layout, Sentence, Span, Warning, Word } from '../types.ts'
import { detectLanguage } from './detect.ts'
import { findQuotations } from './quotations.ts'
import { splitSentences } from './sentences.ts'
import { splitTokens } from './tokens.ts'

export interface LanguageRead {
  article: ArticleText<Word>
  language: string
  warnings: Warning[]
}

/** @param stated language by the page's own word, believed where the text is too short to tell */
export function readLanguage(text: string, layout: Layout, stated?: string): LanguageRead {
  const { blocks, span, dateline, outlet } = layout
  const prose = blocks.filter(({ kind }) => kind !== 'furniture' && kind !== 'credit')
  const detected = detectLanguage(prose.map((block) => text.slice(...block.span)).join('\n'))
  const language = detected === 'und' ? (stated ?? detected) : detected === stated?.split('-')[0] ? stated : detected
  const quotations = findQuotations(text, blocks)
  if (detected !== 'en' && detected !== 'und') {
    const message = `the text reads as ${detected}, not English; no statements were looked for`
    return {
      article: { text, ...(outlet ? { outlet } : {}), blocks, sentences: [], quotations },
      language,
      warnings: [{ code: 'not-english', message, span }],
    }
  }
  const repeated = repeatedBlocks(text, blocks)
  const known = new Map<string, string>()
  const sentences = blocks.flatMap((block, index) =>
    repeated.has(block)
      ? []
      : readBlock(text, block, index, dateline?.span[0] === block.span[0] ? dateline.span[1] : block.span[0], known),
  )
  const warnings = quotations
    .filter(({ closed }) => !closed)
    .map(
      ({ spans }): Warning => ({
        code: 'unclosed-quotation',
        message: 'a quotation is opened and never closed',
        span: spans[spans.length - 1],
      }),
    )
  return { article: { text, ...(outlet ? { outlet } : {}), blocks, sentences, quotations }, language, warnings }
}

/** A title or caption printed a second time says nothing new. */
function repeatedBlocks(text: string, blocks: readonly Block[]): Set<Block> {
  const seen = new Set<string>()
  const again = blocks.filter((block) => {
    const words = plainWords(text.slice(...block.span))
    const known = seen.has(words)
    seen.add(words)
    return known && (block.kind === 'title' || block.kind === 'caption' || block.kind === 'heading')
  })
  return new Set(again)
}

/** Furniture and credits are nobody's words, nor is a dateline: `start` lies behind it. */
function readBlock(
  text: string,
  { kind, span: [, end] }: Block,
  index: number,
  start: number,
  known: Map<string, string>,
): Sentence<Word>[] {
  if (kind === 'furniture' || kind === 'credit') return []
  const surface = text.slice(start, end)
  const tokens = wordsIn(text, [start, end], known)
  let next = 0
  return splitSentences(surface).flatMap((local) => {
    const span = moved(local, start)
    const first = next
    while (next < tokens.length && tokens[next].span[0] < span[1]) next++
    return cutLong({ span, block: index, tokens: tokens.slice(first, next) })
  })
}

/**
 * Nobody speaks a sentence as long. What is (a table without a stop, a word written a thousand times) is cut, because the stages
 * compare much with all else in its sentence.
 */
const MAX_SENTENCE_TOKENS = 500

function cutLong(sentence: Sentence<Word>): Sentence<Word>[] {
  const { span, block, tokens } = sentence
  if (tokens.length <= MAX_SENTENCE_TOKENS) return [sentence]
  const pieces: Sentence<Word>[] = []
  for (let from = 0; from < tokens.length; from += MAX_SENTENCE_TOKENS) {
    const piece = tokens.slice(from, from + MAX_SENTENCE_TOKENS)
    const isLast = from + MAX_SENTENCE_TOKENS >= tokens.length
    const [start, end] = [from === 0 ? span[0] : piece[0].span[0], isLast ? span[1] : piece[piece.length - 1].span[1]]
    pieces.push({ span: [start, end], block, tokens: piece })
  }
  return pieces
}

/** @param known words by themselves: a long text has the same ones again and again, and each is held once */
export const wordsIn = (text: string, [start, end]: Span, known = new Map<string, string>()): Word[] =>
  splitTokens(text.slice(start, end)).map((local) => {
    const span = moved(local, start)
    const surface = text.slice(...span)
    const before = known.get(surface)
    if (before === undefined) known.set(surface, surface)
    return { span, text: before ?? surface }
  })

const moved = ([start, end]: Span, by: number): Span => [start + by, end + by]
