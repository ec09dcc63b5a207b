// A verb group, or "is" with an adjective -> the cue in it, with the entries of the lexicon that it may be.

import type { Token } from '../../types.ts'
import type { Chunk } from './chunks.ts'
import type { CueEntry, CueIndex, Takes } from './cues.ts'
import type { SentenceView } from './sentence.ts'

/** What a cue is worth that the corpus behind the lexicon hardly has. */
const UNMEASURED = 0.55

export const worth = ({ rate }: CueEntry) => rate ?? UNMEASURED

export interface Cue {
  entries: readonly CueEntry[]
  /** The whole group, with its particle. */
  group: Chunk
  /** The verb itself. */
  head: number
}

export const takes = ({ entries }: Cue, shape: Takes) => entries.some((entry) => entry.takes.includes(shape))

/** The verb of a group that attributes: the first that is followed by its "to", else the last; or "is" with an adjective. */
export function cueIn({ tokens }: SentenceView, group: Chunk, cues: CueIndex): Cue | null {
  for (let i = group.from; i < group.to; i++) {
    const beforeTo = tokens[i + 1]?.text === 'to' && i + 2 < group.to
    const goesOn = !beforeTo && tokens.slice(i + 1, group.to).some(({ pos }) => pos === 'VERB')
    // "so-called"
    const compound = tokens[i - 1]?.text === '-' && tokens[i - 1].span[1] === tokens[i].span[0]
    if (tokens[i].pos !== 'VERB' || goesOn || compound) continue
    const all = cues.verbs.get(tokens[i].lemma) ?? []
    const entries = beforeTo ? all.filter(({ takes, with: particle }) => !particle && takes.includes('to')) : all
    if (entries.length === 0 && !cues.phrases.has(tokens[i].lemma)) continue
    return withParticle(tokens, { entries, group: { from: group.from, to: i + 1 }, head: i }, cues)
  }
  return withAdjective(tokens, group, cues)
}

/** "was adamant that", "is not sure whether" */
function withAdjective(tokens: readonly Token[], group: Chunk, cues: CueIndex): Cue | null {
  let at = group.to
  while (tokens[at]?.pos === 'ADV' || tokens[at]?.text === 'n’t') at++
  const entries = cues.adjectives.get(tokens[at]?.text.toLowerCase() ?? '')
  if (!entries || tokens[group.to - 1].lemma !== 'be') return null
  return withParticle(tokens, { entries, group: { from: group.from, to: at + 1 }, head: at }, cues)
}

/** "called on", "ruled out", "made clear": what needs more words wins where they stand, and is nothing where they do not. */
function withParticle(tokens: readonly Token[], cue: Cue, { phrases }: CueIndex): Cue | null {
  const after = tokens.slice(cue.group.to, cue.group.to + 3).map(({ text }) => text.toLowerCase())
  const particled = cue.entries.filter(({ with: particle }) => particle && after.join(' ').startsWith(particle))
  if (particled.length > 0) {
    const words = particled[0].with?.split(' ').length ?? 1
    return { ...cue, entries: particled, group: { from: cue.group.from, to: cue.group.to + words } }
  }
  const phrase = phrases
    .get(tokens[cue.head].lemma)
    ?.find(({ words }) =>
      words.slice(1).every((word, index) => tokens[cue.group.to + index]?.text.toLowerCase() === word),
    )
  if (phrase)
    return {
      ...cue,
      entries: [phrase.entry],
      group: { from: cue.group.from, to: cue.group.to + phrase.words.length - 1 },
    }
  const plain = cue.entries.filter(({ with: particle }) => !particle)
  return plain.length > 0 ? { ...cue, entries: plain } : null
}
