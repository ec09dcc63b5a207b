// An incident -> what quotes the passage that one of its claims stands on, cut to a length that a page can show.

import { articleNamed } from '../record/browse.ts'
import { readingOf } from '../record/documents.ts'
import { numberOf } from '../record/write.ts'
import type { Account, Claim, Incident, Span } from '../types.ts'
import type { QuestionAnswer } from './answers.ts'
import type { Desk } from './desk.ts'

type Passage = QuestionAnswer['pairs'][number]['one']

const MAX_PASSAGE = 420
/** A report may hold one line of a megabyte. */
const BEFORE = 160

export function quoter({ record }: Desk, { accounts }: Incident): (claim: Claim) => Passage {
  const texts = new Map<string, string>()
  const textOf = ({ document, article }: Account): string => {
    const known = texts.get(document)
    if (known !== undefined) return known
    const number = numberOf(record, articleNamed(record, document, article)?.sha256 ?? '')
    const text = number === null ? '' : readingOf(record, number).document.text
    texts.set(document, text)
    return text
  }
  return ({ account, event, span, passage }) => {
    const [from, to] = stretchOf(passage, span)
    const words = textOf(accounts[account]).slice(from, to)
    const isInside = span[0] >= from && span[1] <= from + words.length
    return { account, event, at: span, words, mark: isInside ? [span[0] - from, span[1] - from] : null }
  }
}

/** The whole passage; of a very long one what surrounds the words. */
function stretchOf([start, end]: Span, [at]: Span): Span {
  if (end - start <= MAX_PASSAGE) return [start, end]
  const from = at >= start && at < end ? Math.max(start, at - BEFORE) : start
  return [from, Math.min(end, from + MAX_PASSAGE)]
}
