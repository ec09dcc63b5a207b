// The draft of an event in its sentence -> the entity that is its place.

import type { Entity, Sentence, Span } from '../../types.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import type { Grounds, Mention, Participant } from './parties.ts'

/**
 * The place that the model points at; else what the trigger hits or is called after; else the last one named before or after it in its
 * sentence, behind "in", "at", "near".
 */
export function placeOf(
  draft: EventDraft,
  sentence: Sentence | undefined,
  { mentions, text }: Grounds,
): Entity | undefined {
  // "was in one town and not in the other"
  const isNegated = ([start]: Span) => /\bnot\s+(?:in|at|near)\s+$/.test(text.slice(Math.max(0, start - 12), start))
  const isPlace = ({ entity, span, kind }: Mention) =>
    (entity.type === 'place' || entity.type === 'facility') && kind !== 'pronoun' && !isNegated(span)
  const pointed = finest(draft.place.flatMap((span) => mentions.touching(span).filter(isPlace)))
  if (pointed && isKnown(pointed)) return pointed.entity
  if (!sentence || (!pointed && draft.place.some((span) => !isNegated(span)))) return pointed?.entity
  const inside = mentions.touching(sentence.span).filter(isPlace)
  const beside = finest(
    inside.filter(
      ({ span, entity }) => isHit(draft.trigger, span, text) || isCalledAfter(draft.trigger, span, entity, text),
    ),
  )
  if (pointed || beside) return (beside && isKnown(beside) ? beside : (pointed ?? beside))?.entity
  const located = inside.filter(
    ({ span }) =>
      WHERE.test(text.slice(Math.max(sentence.span[0], span[0] - WHERE_CHARACTERS), span[0])) &&
      // "the attack by men who are now in the capital"
      !/\bwho\b/.test(text.slice(draft.trigger[1], span[0])),
  )
  const away = ({ span: [start] }: Mention) => Math.abs(start - draft.trigger[0])
  const [nearest] = located.toSorted((a, b) => away(a) - away(b))
  return (
    nearest &&
    (finest(located.filter(({ span }) => span[0] < nearest.span[1] && nearest.span[0] < span[1])) ?? nearest).entity
  )
}

const WHERE = /\b(?:in|at|near|outside|around|inside|across|throughout|off)\s+(?:the\s+)?(?:[\p{L}-]+\s+){0,3}$/iu
const WHERE_CHARACTERS = 40

/** "hit Karim", "shelled rebel-held parts of Karim", "the attack on Karim", "withdraw from Karim" */
const HITS =
  /^(?:attack|bomb|shell|hit|hits|struck|strike|strikes|target|raid|storm|captur|seiz|took|retook|overr[au]n|invad|enter|visit|assault|offensive|siege|besieg|rock|land|blast|march|rall|advance)/i
const LEAVES = /^(?:withdr|pull|evacuat|flee|fled|retreat|leave|left)/i
const isHit = ([from, to]: Span, [start, end]: Span, text: string): boolean => {
  if (start < to || start - to > HIT_CHARACTERS || end <= to) return false
  const trigger = text.slice(from, to)
  const between = text.slice(to, start)
  if (/[.,;:()"“”]|\b(?:in|at|near|by|with|who|which|that|and|for)\b/i.test(between)) return false
  if (LEAVES.test(trigger)) return /\bfrom\s+(?:the\s+)?(?:[\p{L}-]+\s+){0,2}$/iu.test(between)
  return HITS.test(trigger) && !/\bfrom\b/.test(between)
}
const HIT_CHARACTERS = 35

/** "the Karim bombings", "Karim's market attack"; "Mali attacked" and "the Mali offensive" say who did it. */
const isCalledAfter = ([from, to]: Span, [start, end]: Span, { place }: Entity, text: string): boolean =>
  place !== undefined &&
  (place.precision === 'settlement' || place.precision === 'district') &&
  end <= from &&
  from - end < CALLED_CHARACTERS &&
  /^(?:attacks?|bombings?|blasts?|explosions?|massacres?|shootings?|killings?|siege|clashes|protests?|riots?|raids?|airstrikes?|offensive|attacks)$/i.test(
    text.slice(from, to),
  ) &&
  /^(?:['’]s)?\s+(?:(?!(?:in|on|at|of|by|with|and|or|police|army|troops|forces|said)\b)\p{L}+\s+){0,2}$/u.test(
    text.slice(end, from),
  ) &&
  start < from
const CALLED_CHARACTERS = 30

const RANKS = ['exact', 'settlement', 'district', 'region', 'country'] as const
const isKnown = ({ entity }: Mention): boolean => entity.place !== undefined

/** Of several places that contain each other the smallest, by its name; but "42 miles west of Karim" before Karim. */
function finest(found: readonly Mention[]): Mention | undefined {
  const rank = ({ entity: { place } }: Mention) => (place ? RANKS.indexOf(place.precision) : RANKS.length)
  const related = found.find(({ entity: { place } }) => place?.relation !== undefined && place.relation !== 'in')
  const named = found.toSorted((a, b) => rank(a) - rank(b) || Number(b.kind === 'name') - Number(a.kind === 'name'))
  const [best] = named
  const holds = related && best && related.span[0] <= best.span[0] && best.span[1] <= related.span[1]
  return holds ? related : best
}

/** "The rebels shelled Karim": without a place of its own, it happened in the town that was hit or lost. */
export function townHit(
  type: string,
  participants: readonly Participant[],
  entities: ReadonlyMap<string, Entity>,
): Entity | undefined {
  if (type !== 'ASSAULT' && type !== 'RETREAT') return undefined
  return participants
    .filter(({ role }) => role === 'recipient')
    .map(({ entity }) => entities.get(entity ?? ''))
    .find((entity) => entity?.type === 'place' && entity.place?.precision === 'settlement')
}
