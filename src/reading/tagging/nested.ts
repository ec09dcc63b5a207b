// Statements -> those within their contents.

import type { Span, Token } from '../../types.ts'
import { tokensInside } from '../spans.ts'
import type { CueIndex } from '../statements/cues.ts'
import { distinct, type Found } from './distinct.ts'
import { readPassages, type Trained } from './passage-read.ts'
import { statementsIn } from './statements-in.ts'
import type { Surroundings } from './surroundings.ts'

/** How sure a verb of speech must be, inside somebody's words. */
const SPEECH = 0.8

/**
 * The model was trained on outermost statements alone. What somebody is said to have said is read once more by itself, where it
 * has a verb of speech: "his brother told him that the well was poisoned".
 */
export async function readNested(
  kept: readonly Found[],
  near: Surroundings,
  trained: Trained,
  cues: CueIndex,
): Promise<Found[]> {
  const { decoding, thresholds } = trained.heads.facts
  const found: Found[] = []
  for (const span of kept.flatMap(({ content }) => content)) {
    const speaks = (at: Span) => tokensInside(near.sentences.touching(at), at).some((token) => isSpeech(token, cues))
    if (!speaks(span)) continue
    for await (const read of readPassages(near.text, [span], trained)) {
      const inside = statementsIn(read)
      found.push(
        ...inside.filter(
          ({ source, cue, sure }) => source.length > 0 && sure >= thresholds.nested_cue && speaks(cue[0]),
        ),
      )
    }
  }
  return distinct(found, decoding.overlap)
}

const isSpeech = ({ text, lemma, pos }: Token, { verbs, forms }: CueIndex): boolean =>
  pos === 'VERB' &&
  (verbs.get(forms.get(text.toLowerCase()) ?? lemma) ?? []).some(
    ({ speaks, rate = 0, takes }) => speaks && rate >= SPEECH && (takes.includes('quote') || takes.includes('that')),
  )
