// Article -> the part of speech of its words and drafts of its statements, events and mentions, by one pass of the trained model.

import type { Lemmatizer } from '../../language/lemma.ts'
import type { ArticleText, Quotation, Span, Word } from '../../types.ts'
import { indexSpans } from '../spans.ts'
import type { CueIndex } from '../statements/cues.ts'
import { withClosing } from './closing.ts'
import { withinBounds } from './content-bounds.ts'
import { isCue } from './cue-words.ts'
import { distinct, type Found, isWithin } from './distinct.ts'
import type { EventDraft, Finder, MentionDraft } from './drafts.ts'
import { eventsIn } from './events-in.ts'
import { loadedIn } from './loaded-in.ts'
import { withoutAuxiliaries, withoutLooseEnds } from './loose-ends.ts'
import { mentionsIn } from './mentions-in.ts'
import { partsOfSpeechIn, withPartsOfSpeech } from './parts-of-speech.ts'
import { readPassages, type Trained } from './passage-read.ts'
import { withSetApart } from './set-apart.ts'
import { signedIn } from './signed.ts'
import { statementsIn } from './statements-in.ts'
import { surroundingsOf } from './surroundings.ts'
import { toDraft } from './to-draft.ts'

export const trainedFinder =
  (trained: Trained, cues: CueIndex, lemmatize: Lemmatizer): Finder =>
  async (untagged) => {
    const found = signedIn(untagged)
    const words = untagged.sentences.flatMap(({ tokens }) => tokens)
    const parts: string[] = []
    const events: EventDraft[] = []
    const mentions: MentionDraft[] = []
    const loaded: Span[] = []
    for await (const read of readPassages(untagged.text, paragraphsOf(untagged), trained)) {
      for (const part of partsOfSpeechIn(read, words, parts.length)) parts.push(part)
      found.push(...statementsIn(read))
      events.push(...eventsIn(read))
      mentions.push(...mentionsIn(read))
      loaded.push(...loadedIn(read))
    }
    const article = withPartsOfSpeech(untagged, parts, lemmatize)
    const near = surroundingsOf(article)
    const isSomebody = ({ source }: Found) => !source.some((span) => NOBODY.test(article.text.slice(...span)))
    const told = distinct(
      found.map((one) => withinBounds(one, near)),
      trained.heads.facts.decoding.overlap,
    ).filter((one) => isSomebody(one) && isCue(one, near, cues))
    const kept = withSetApart(withClosing(told, article), article, cues)
    const { outer, inner } = apart(kept, trained.heads.facts.thresholds.nested_cue)
    // What is quoted around a nested statement is the outer one's quotation.
    const statements = [
      ...outer.map((one) => toDraft(one, near, cues)),
      ...inner.map((one) => toDraft(one, { ...near, quotations: indexSpans<Quotation>([]) }, cues)),
    ]
    statements.sort((one, other) => one.cue[0][0] - other.cue[0][0])
    return {
      article,
      drafts: {
        statements,
        events: withoutAuxiliaries(events, near.sentences),
        mentions: withoutLooseEnds(mentions, near.sentences),
        loaded,
      },
    }
  }

/** Those within another's words apart from the others. Of the former the model must be surer. */
function apart(found: readonly Found[], least: number): { outer: Found[]; inner: Found[] } {
  const around = indexSpans(found.flatMap((one) => one.content.map((span) => [span, one] as const)))
  const isInner = (one: Found) => around.touching(one.cue[0]).some((other) => other !== one && isWithin(one, other))
  const outer: Found[] = []
  const inner: Found[] = []
  for (const one of found) {
    if (!isInner(one)) outer.push(one)
    else if (one.sure >= least) inner.push(one)
  }
  return { outer, inner }
}

/** "No group has claimed it": nobody says so. */
const NOBODY = /^(?:no|none|nobody|nothing)\b/i

/** Of each block what its sentences take: furniture and credits have none, and a dateline stands before the first. */
function paragraphsOf({ sentences }: ArticleText<Word>): Span[] {
  const paragraphs = new Map<number, Span>()
  for (const { block, span } of sentences) paragraphs.set(block, [paragraphs.get(block)?.[0] ?? span[0], span[1]])
  return [...paragraphs.values()]
}
