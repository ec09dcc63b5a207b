// A mention -> with what it was done, in classes: by the instruments that it names, else by its own words.

import type { MeansClass } from '../types.ts'
import { classOf, type Means } from './means.ts'
import { type Mention, triggerWords } from './mention.ts'

/** What the reader found to be its means, where its own words say no more. */
const BY_MEANS: Readonly<Partial<Record<NonNullable<Means>, MeansClass>>> = {
  blast: 'explosion',
  air: 'air strike',
  artillery: 'artillery',
  gunfire: 'firearms',
  stabbing: 'knife',
  fire: 'fire',
  bomb: 'bomb',
}

/** By the words of its trigger, "bombed" and "bombarded" apart: from the air or from the ground, they do not say. */
export function classOfWords(
  mention: Pick<Mention, 'trigger' | 'sentence' | 'sentenceText' | 'means'>,
): MeansClass | null {
  const { means } = mention
  const words = triggerWords(mention)
  if (words.toLowerCase().startsWith('bombard')) return null
  const own = BOMBED.has(words.toLowerCase()) ? null : classOf(words)
  return own ?? (means === null ? null : (BY_MEANS[means] ?? null))
}

const BOMBED: ReadonlySet<string> = new Set(['bombed', 'bombs', 'bombing', 'bombings'])

/** Of each instrument that is named, else of the words for the event. */
export function classesOfMention(mention: Mention): MeansClass[] {
  const named = mention.parties.flatMap(({ role, text }) => (role === 'instrument' ? (classOf(text) ?? []) : []))
  return named.length > 0 ? named : [classOfWords(mention) ?? []].flat()
}
