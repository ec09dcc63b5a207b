// The phrase for a source -> what its words say of how it knows, where it does not know by itself: news media and rumours, which have it from
// somebody; footage, which shows something and says nothing; nobody, of an "it" that stands for nothing.

import type { Source } from '../../types.ts'
import { keyOf, type NameLexicon } from '../entities/lexicon.ts'
import type { SourceWords } from './source-words.ts'

export function secondHandOf(
  phrase: string,
  { kind }: Pick<Source, 'kind'>,
  { sources, names }: { sources: SourceWords; names: NameLexicon },
): Source['secondHand'] {
  if (kind === 'person' || OWN.test(phrase)) return undefined
  const head = headOf(phrase)
  if (sources.nobody.test(phrase)) return kind === 'unknown' || kind === 'outlet' ? 'nobody' : undefined
  if (sources.footage.test(head)) return 'footage'
  return kind === 'outlet' || sources.press.test(head) || isMedium(head, names) ? 'media' : undefined
}

/** "a war monitor", "the Observatory for Human Rights": it counts and watches what others do; not "a monitor and residents". */
export const isMonitor = (phrase: string, { monitor }: Pick<SourceWords, 'monitor'>): boolean =>
  !/\band\b/i.test(phrase) && monitor.test(headOf(phrase))

/** "the Gao Tribune", which a reader may take for a body like any other. */
function isMedium(head: string, { known, heads }: NameLexicon): boolean {
  const name = keyOf(head)
  const last = name.split(' ').at(-1) ?? name
  return (
    known.get(name)?.type === 'outlet' ||
    // "Iran's news agency IRNA"
    (known.get(last)?.type === 'outlet' &&
      !known.get(last)?.ambiguous &&
      /^\p{Lu}{3}/u.test(head.slice(-last.length))) ||
    (name !== last && /^\p{Lu}/u.test(head.slice(-last.length)) && heads.get(last)?.type === 'outlet')
  )
}

/** What a body publishes itself is its own word: "on their website". */
const OWN = /^(?:its|their|his|her|our) /i

/** "An amateur video posted by residents" -> "An amateur video" */
export const headOf = (phrase: string): string => phrase.trim().split(BEHIND)[0]

/** What a noun is followed by, and no part of it. */
const BEHIND =
  /,|\s\(|\s(?:of|for|in|at|from|on|by|with|to|near|inside|who|whose|which|that|posted|released|published|carried|aired|broadcast|captured|taken|showing|known|reaching|speaking|living|working|close|familiar)\b/i
