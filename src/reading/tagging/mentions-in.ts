// A passage's scores -> its mentions of people, bodies, places and weapons, and its proper names.

import { typedRuns } from './decode.ts'
import type { MentionDraft } from './drafts.ts'
import type { Run } from './links.ts'
import { allChances, isKept, type PassageRead, spanOf } from './passage-read.ts'

const MENTIONED: readonly MentionDraft['type'][] = ['person', 'organisation', 'place', 'weapon']

export function mentionsIn(read: PassageRead): MentionDraft[] {
  const marked = (head: 'mention' | 'name'): MentionDraft[] => {
    const { tags, thresholds } = read.heads.facts
    return typedRuns(allChances(read, head), tags[head], thresholds[head], read.continues).flatMap(
      ({ run, kind, sure }) => {
        const type = MENTIONED.find((known) => known === kind)
        return type && isKept(read, run[0]) && !isSmallWord(read, run)
          ? [{ span: spanOf(read, run), type, sure, named: head === 'name' }]
          : []
      },
    )
  }
  return [...marked('mention'), ...marked('name')]
}

/** "the", "of": nothing is mentioned by an article or a preposition alone. */
const isSmallWord = ({ pieces, tokenizer }: PassageRead, [first, last]: Run): boolean =>
  first === last && SMALL_WORDS.some((word) => tokenizer.idOf(word) === pieces.ids[first])

const SMALL_WORDS = [
  'the',
  'a',
  'an',
  'of',
  'in',
  'on',
  'at',
  'and',
  'to',
  'for',
  'by',
  'from',
  'with',
  "'",
  's',
  ',',
  '-',
]
