// A passage's scores -> its statements: a cue each, the source and the content that the cue links to.

import { CASING } from '../../language/pieces.ts'
import type { Stance } from '../../types.ts'
import { bestRun, bestRuns, cueRuns, weigh, wholeWords } from './decode.ts'
import type { Found } from './distinct.ts'
import type { Run } from './links.ts'
import { allChances, isKept, likeliestOf, linked, type PassageRead, spanOf } from './passage-read.ts'

export function statementsIn(read: PassageRead): Found[] {
  const { tokenizer, continues } = read
  const { ids, casing, start, end } = read.pieces
  const { decoding } = read.heads.facts
  const tags = allChances(read, 'cue')
  const touches = start.map((at, piece) => piece > 0 && at === end[piece - 1])
  const colon = tokenizer.idOf(':')
  const found: Found[] = []
  for (const run of cueRuns(tags, touches, decoding.cue)) {
    const [first, last] = run
    const says = range(run).some((piece) => casing[piece] !== CASING.none || ids[piece] === colon)
    if (!says || !isKept(read, first)) continue
    const cue = wholeWords(run, continues)
    const best = bestRun(weigh(linked(read, 'source', run), decoding.source, [cue]))
    const source = best && best.total >= decoding.least_source ? wholeWords(best.run, continues) : null
    const odds = linked(read, 'content', run)
    const content = bestRuns(weigh(odds, decoding.content, source ? [cue, source] : [cue]), decoding.price)
    if (content.length === 0) continue
    found.push({
      source: source ? [spanOf(read, source)] : [],
      cue: [spanOf(read, cue)],
      content: content.map((stretch) => spanOf(read, stretch)),
      stance: likeliestOf(read, 'stance', first, STANCES),
      sure: range(run).reduce((sum, piece) => sum + 1 - tags[piece][0], 0) / (last + 1 - first),
    })
  }
  return found
}

const STANCES: readonly Stance[] = ['asserts', 'denies', 'doubts', 'believes', 'predicts', 'intends', 'demands', 'asks']

const range = ([first, last]: Run): number[] => Array.from({ length: last + 1 - first }, (_, index) => first + index)
