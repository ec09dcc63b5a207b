// Sentences -> statements whose source and cue close them, which the model passed over: "..., a priest told this station by telephone."

import type { ArticleText, Sentence, Span, Token } from '../../types.ts'
import { nounPhraseAfter } from '../statements/noun-phrase.ts'
import type { Found } from './distinct.ts'

/** @param known what the model found */
export function withClosing(known: readonly Found[], { sentences }: ArticleText): Found[] {
  const taken = new Set(known.flatMap(({ cue }) => endsOf(cue[0])))
  const isNew = ({ cue: [[start, end]] }: Found) => !taken.has(start) && !taken.has(end)
  const found = sentences.flatMap((sentence) => closingOf(sentence) ?? []).filter(isNew)
  return [...known, ...found].sort((one, other) => one.cue[0][0] - other.cue[0][0])
}

const endsOf = ([start, end]: Span): number[] => [start, end]

/** Verbs that hardly ever close a sentence but to say whose word it is. */
const SAYS = /^(?:said|says|told|tells|announced|reported|confirmed|added)$/
/** "When funds were cut, Mexico said no." */
const SUPPOSES = /^(?:when|while|as|after|before|because|since|if|although|though|until|once|but|and)$/i
/** How many words may stand behind the cue: whom it was said to, where and when. */
const TAIL = 8
/** How many words a clause with "who" may have. */
const MAX_CLAUSE = 8
/** How many words are at least said. */
const LEAST = 4

function closingOf({ tokens, span }: Sentence): Found | null {
  const comma = tokens.findLastIndex(({ text }) => text === ',')
  const phrase = comma < LEAST ? null : nounPhraseAfter(tokens, comma + 1)
  if (!phrase || phrase.from !== comma + 1) return null
  const to = withClause(tokens, phrase.to)
  const verb = tokens[to]
  const tail = tokens.slice(to + 1)
  if (!verb || !SAYS.test(verb.text) || tail.length > TAIL || tail.some(goesOn)) return null
  const said = tokens.slice(0, comma)
  // "After a long night in the mill, Petrova told a lie"; taggers miss some verbs: "the raid cost lives".
  if (SUPPOSES.test(said[0].text) || (said[0].pos === 'ADP' && !said.some(({ pos }) => pos === 'VERB'))) return null
  return {
    source: [[tokens[phrase.from].span[0], tokens[to - 1].span[1]]],
    cue: [verb.span],
    content: [[span[0], tokens[comma].span[0]]],
    sure: 1,
  }
}

/** "four people who were there", where that is one. */
function withClause(tokens: readonly Token[], to: number): number {
  if (!/^(?:who|which)$/i.test(tokens[to]?.text ?? '')) return to
  const says = tokens.findLastIndex(({ text }, at) => at > to + 1 && at <= to + MAX_CLAUSE && SAYS.test(text))
  return says < 0 ? to : says
}

/** "the army said that it had left": what is said comes behind, and this is no end. */
const goesOn = ({ pos, text }: Token): boolean =>
  pos === 'VERB' || pos === 'AUX' || pos === 'SCONJ' || /^(?:that|:|["“‘])$/i.test(text)
