// The draft of an event in its sentence -> the entity that is its place.

import type { Entity, Sentence, Span } from '../../types.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import type { Grounds, Mention, Participant } from './parties.ts'

/** The place that the model points at; else the last one named before or after the trigger in its sentence, behind "in", "at", "near". */
export function placeOf(
  draft: EventDraft,
  sentence: Sentence | undefined,
  { mentions, text }: Grounds,
): Entity | undefined {
  // "was in one town and not in the other"
  const isNegated = ([start]: Span) => /\bnot\s+(?:in|at|near)\s+$/.test(text.slice(Math.max(0, start - 12), start))
  const isPlace = ({ entity, span }: Mention) =>
    (entity.type === 'place' || entity.type === 'facility') && !isNegated(span)
  for (const span of draft.place) {
    const found = mentions.touching(span).filter(isPlace)
    if (found.length > 0) return (found.find(({ entity }) => entity.place) ?? found[0]).entity
  }
  if (!sentence || draft.place.some((span) => !isNegated(span))) return undefined
  const located = mentions.touching(sentence.span).filter(
    (mention) =>
      isPlace(mention) &&
      /\b(?:in|at|near|outside|around|inside)\s+(?:the\s+)?(?:\p{L}+\s+){0,3}$/u.test(
        text.slice(Math.max(sentence.span[0], mention.span[0] - 40), mention.span[0]),
      ) &&
      // "the attack by men who are now in the capital"
      !/\bwho\b/.test(text.slice(draft.trigger[1], mention.span[0])),
  )
  const away = ({ span: [start] }: Mention) => Math.abs(start - draft.trigger[0])
  return located.toSorted((a, b) => away(a) - away(b))[0]?.entity
}

/** "The rebels shelled Karim": without a place of its own, it happened in the town that was hit or lost. */
export function townHit(
  type: string,
  participants: readonly Participant[],
  entities: ReadonlyMap<string, Entity>,
): Entity | undefined {
  if (type !== 'ASSAULT' && type !== 'RETREAT' && type !== 'HAZARD') return undefined
  return participants
    .filter(({ role }) => role === 'recipient')
    .map(({ entity }) => entities.get(entity ?? ''))
    .find((entity) => entity?.type === 'place' && entity.place?.precision === 'settlement')
}
