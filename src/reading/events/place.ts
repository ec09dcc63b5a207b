// The draft of an event in its sentence -> the entity that is its place.

import type { Entity, Sentence, Span, Statement } from '../../types.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import { canBePlace } from './can-be-place.ts'
import { clauseSpan } from './clause-span.ts'
import type { Grounds, Mention, Participant } from './parties.ts'

/**
 * The place that the model points at; else what the trigger hits or is called after; else the last one named before or after it in its
 * sentence, behind "in", "at", "near". Never where somebody told of it.
 */
export function placeOf(
  draft: EventDraft,
  sentence: Sentence | undefined,
  { mentions, text, triggers }: Grounds,
  said?: Statement,
): Entity | undefined {
  // "was in one town and not in the other"
  const isNegated = ([start]: Span) => /\bnot\s+(?:in|at|near)\s+$/.test(text.slice(Math.max(0, start - 12), start))
  const doers = [...draft.actor, ...draft.parts.filter(({ role }) => role === 'actor').map(({ span }) => span)]
  // "kidnapped by gunmen from Karim": where they come from
  const isWhereFrom = ([start]: Span) =>
    doers.some(
      ([from, to]) =>
        from < start &&
        (start < to ? /\bfrom (?:the )?$/ : /^,? from (?:the )?$/).test(text.slice(start < to ? from : to, start)),
    )
  // "war with Alia", "an ultimatum for Alia to withdraw", "Alian troops", "in US air strikes": a state that acts
  const isPartyCountry = ({ place, name }: Entity, [start, end]: Span) =>
    place?.precision === 'country' &&
    (LEADS.test(text.slice(end, end + WHERE_CHARACTERS)) ||
      (/^(?:\p{Lu}\.?){2,4}$/u.test(text.slice(start, end)) &&
        ITS_DEEDS.test(text.slice(end, end + WHERE_CHARACTERS))) ||
      (/\b(?:with|against|for|by)\s(?:the\s)?$/i.test(text.slice(Math.max(0, start - 12), start)) &&
        !/^['’]s\b/.test(text.slice(end, end + 2))) ||
      (/(?:an|ese|ish|i)$/.test(text.slice(start, end)) && text.slice(start, end) !== name))
  const isPlace = ({ entity, span, kind }: Mention) =>
    (entity.type === 'place' || entity.type === 'facility') &&
    (entity.place === undefined ? canBePlace(text.slice(...span), kind) : kind !== 'pronoun') &&
    !isNegated(span) &&
    !isWhereFrom(span) &&
    !isPartyCountry(entity, span) &&
    !CONTINENT.test(entity.name) &&
    !(said && sentence && isWhereSaid(span, said, sentence, text))
  const inside = sentence ? mentions.touching(sentence.span).filter(isPlace) : []
  const pointed = finest(draft.place.flatMap((span) => mentions.touching(span).filter(isPlace)))
  if (!sentence) return pointed?.entity
  const [from, to] = clauseSpan(
    text,
    draft.trigger,
    sentence.span,
    triggers.touching(sentence.span).map(({ span }) => span),
  )
  const isLocated = ({ span: [start] }: Mention) =>
    WHERE.test(text.slice(Math.max(sentence.span[0], start - WHERE_CHARACTERS), start))
  // "protests in Karim, where two died, and in Dol, where police fired"
  const behindWhere = inside.findLast(({ span }) => isWhere(draft.trigger, span, text))
  const isPassed = behindWhere && pointed && ANOTHER.test(text.slice(pointed.span[1], behindWhere.span[0]))
  if (isPassed && isKnown(behindWhere)) return headOf(behindWhere, inside, text).entity
  const head = pointed && headOf(pointed, inside, text)
  const isOwn = ({ span: [start, end] }: Mention) => from <= start && end <= to
  // "A rocket hit Karim, and a drone killed five in Dol"
  const own = head && !isOwn(head) ? inside.filter((mention) => isOwn(mention) && isLocated(mention)) : []
  const better = finest(own.filter((mention) => mention.kind === 'name' && isKnown(mention)))
  if (better) return better.entity
  if (head && isKnown(head)) return head.entity
  const hit = inside.filter(
    ({ span, entity }) =>
      isHit(draft.trigger, span, text) ||
      isCalledAfter(draft.trigger, span, entity, text) ||
      isWhere(draft.trigger, span, text) ||
      hasSeen(draft.trigger, span, text),
  )
  // "shelled the mill at Karim": Karim rather than the mill
  const named = hit.filter(({ kind }) => kind === 'name')
  const beside = finest(
    named.length > 0 || inside.some((mention) => isLocated(mention) && isKnown(mention)) ? named : hit,
  )
  if (head || beside) return (beside && isKnown(beside) ? beside : (head ?? beside))?.entity
  const located = inside.filter(
    // "the attack by men who are now in the capital"
    (mention) => isLocated(mention) && !/\bwho\b/.test(text.slice(draft.trigger[1], mention.span[0])),
  )
  const away = ({ span: [start] }: Mention) => Math.abs(start - draft.trigger[0])
  const [nearest] = located.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || away(a) - away(b))
  if (!nearest) return undefined
  const [low, high] = nearest.span
  const same = finest(located.filter(({ span }) => span[0] < high && low < span[1])) ?? nearest
  return headOf(same, inside, text).entity
}

/** Behind a country: "-led coalition", "-backed rebels". */
const LEADS = /^-(?:led|backed|allied|supported|sponsored|funded|trained|made)\b/i
/** Behind the letters of a country, which stand for its adjective: "US raids"; "Syria raids" may be raids in Syria. */
const ITS_DEEDS =
  /^ (?:military |coalition |drone |missile |air )?(?:air ?strikes?|strikes?|raids?|missiles?|drones?|warplanes?|jets?|aircraft|helicopters?|bombings?|bombardments?|bombs?|shelling|attacks?|fire|forces|troops|soldiers)\b/i

/** Too large to be where anything happened. */
const CONTINENT =
  /^(?:the )?(?:entire )?(?:(?:Horn of |East |West |North |Central |Southern? |Sub-Saharan )?Africa|(?:(?:East|West|Central|Southeast|South|Western|Eastern) )?(?:Asia|Europe)|(?:Latin |North |South |Central )?Americas?|Middle East)(?: region)?$/i

/** Between two places of which the second is not what contains the first. */
const ANOTHER = /\b(?:where|and|but|while)\b/

/** "an official said in Karim", "told the court in Karim that": behind the cue, and no part of what is said. */
function isWhereSaid(
  [start, end]: Span,
  { cue, content, source }: Statement,
  { span: [from, to] }: Sentence,
  text: string,
): boolean {
  const isIn = ([first, last]: Span) => first < end && start < last
  const seat = source?.spans.find(isIn)
  if (seat && !content.some(isIn)) return SEATED.test(text.slice(seat[0], start))
  const behind = cue.findLast(([, last]) => last <= start)
  if (!behind || behind[1] < from || end > to || start - behind[1] > SAID_CHARACTERS) return false
  const between = text.slice(behind[1], start)
  return SAID_IN.test(between) && !content.some(isIn)
}
/** "the defence ministry in Karim": what speaks for a whole country or the world sits there. Police and residents speak of their town. */
const SEATED =
  /$(?<=\b(?:ministry|government|cabinet|presidency|parliament|senate|congress|headquarters|high command|general staff|secretariat|central bank|supreme court)\b[^,;]* (?:in|at) (?:the )?)/i
const SAID_CHARACTERS = 60
const SAID_IN = /^(?: (?!(?:in|at|that)\b)[\p{L}’'.-]+){0,5} (?:in|at) (?:the )?$/u

/** "in Karim in Dol province", "in the Karim district of Dol", "in Dol's northern Karim province": the smaller of two that are named as one. */
function headOf(found: Mention, inside: readonly Mention[], text: string): Mention {
  const [start, end] = found.span
  const place = found.entity.place
  if (place?.relation !== undefined && place.relation !== 'in') return found
  const coarse = place === undefined ? 0 : RANKS.indexOf(place.precision)
  const isFiner = ({ kind, entity }: Mention) =>
    kind === 'name' &&
    entity.id !== found.entity.id &&
    (entity.place === undefined || entity.place.relation === 'in' || RANKS.indexOf(entity.place.precision) < coarse)
  const before = inside.findLast(
    (other) =>
      isFiner(other) &&
      other.span[1] <= start &&
      start - other.span[1] < CHAIN_CHARACTERS &&
      CHAINED.test(text.slice(other.span[1], start)) &&
      WHERE.test(text.slice(Math.max(0, other.span[0] - WHERE_CHARACTERS), other.span[0])),
  )
  const after = inside.find(
    (other) =>
      isFiner(other) && other.span[0] >= end && /^['’]s (?:\p{Ll}+ ){0,2}$/u.test(text.slice(end, other.span[0])),
  )
  return after ?? before ?? found
}

/** Between a place and the one that it lies in. */
const CHAINED =
  /^(?:,? (?:(?:village|town|city|district|area|neighbou?rhood|camp|region|province),? )?(?:of|in|on|near)(?: the)?(?: [\p{Ll}-]+)?(?: (?:of|with))? |, (?:about |some )?\d[^.;:“”"]{0,60} )$/u
const CHAIN_CHARACTERS = 80

const WHERE =
  /\b(?:in|at|near|outside|around|inside|across|throughout|off|between)\s+(?:the\s+)?(?:[\p{L}-]+\s+){0,3}$/iu
const WHERE_CHARACTERS = 40

/** "hit Karim", "shelled rebel-held parts of Karim", "the attack on Karim", "withdraw from Karim" */
const HITS =
  /^(?:attack|bomb|shell|hit|hits|struck|strike|strikes|target|raid|storm|captur|seiz|took|retook|overr[au]n|invad|enter|visit|assault|offensive|siege|besieg|rock|land|blast|march|rall|advance)/i
const LEAVES = /^(?:withdr|pull|evacuat|flee|fled|retreat|leave|left)/i
const FIRES = /^(?:fir|launch)/i
const isHit = ([from, to]: Span, [start, end]: Span, text: string): boolean => {
  if (start < to || start - to > HIT_CHARACTERS || end <= to) return false
  const trigger = text.slice(from, to)
  const between = text.slice(to, start)
  if (/[.,;:()"“”]|\b(?:in|at|near|by|with|who|which|that|and|for)\b/i.test(between)) return false
  if (LEAVES.test(trigger)) return /\bfrom\s+(?:the\s+)?(?:[\p{L}-]+\s+){0,2}$/iu.test(between)
  // "fired a missile into Alia", "launching rockets from Karim"
  if (FIRES.test(trigger)) return /\b(?:into|from)\s+(?:the\s+)?(?:\p{Ll}+\s+)?$/u.test(between)
  return HITS.test(trigger) && !/\bfrom\b/.test(between)
}
const HIT_CHARACTERS = 35

/** "the Karim bombings", "Karim's market attack", "the Alia attack"; "Alia's offensive" and "the Alia attack on Karim" say who did it. */
const isCalledAfter = ([from, to]: Span, [start, end]: Span, { place }: Entity, text: string): boolean =>
  place !== undefined &&
  start < from &&
  end <= from &&
  from - end < CALLED_CHARACTERS &&
  DEEDS.test(text.slice(from, to)) &&
  (place.precision !== 'country' ||
    (from - end === 1 && !/^\s+(?:on|against|in|at|near)\b/.test(text.slice(to, to + 10)))) &&
  /^(?:['’]s)?\s+(?:(?!(?:in|on|at|of|by|with|and|or|police|army|troops|forces|said)\b)\p{L}+\s+){0,2}$/u.test(
    text.slice(end, from),
  )
const DEEDS =
  /^(?:attacks?|bombings?|blasts?|explosions?|massacres?|shootings?|killings?|siege|clashes|protests?|riots?|genocide)$/i
const CALLED_CHARACTERS = 30

/** "Karim, where two men were killed" */
const isWhere = ([from]: Span, [, end]: Span, text: string): boolean =>
  end <= from &&
  from - end < WHERE_CLAUSE_CHARACTERS &&
  /^(?:,? [\p{Ll} ]{0,20})?,? ?\bwhere\b[^.;:“”"]*$/u.test(text.slice(end, from))
const WHERE_CLAUSE_CHARACTERS = 90

/** "The Karim region saw clashes" */
const hasSeen = ([from]: Span, [, end]: Span, text: string): boolean =>
  end <= from &&
  from - end < SEEN_CHARACTERS &&
  /^(?: (?:region|area|province|district|city|town))?\s+(?:has |have )?(?:saw|seen|witnessed|experienced|suffered)\s[^.,;]*$/.test(
    text.slice(end, from),
  )
const SEEN_CHARACTERS = 45

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

/** "The rebels shelled Karim", "shelled Karim hospital": without a place of its own, it happened in the town that was hit or lost. */
export function townHit(
  type: string,
  participants: readonly Participant[],
  entities: ReadonlyMap<string, Entity>,
): Entity | undefined {
  if (type !== 'ASSAULT' && type !== 'RETREAT' && type !== 'HAZARD') return undefined
  return participants
    .filter(({ role }) => role === 'recipient')
    .map(({ entity }) => entities.get(entity ?? ''))
    .find(
      (entity) =>
        entity?.place?.precision === 'settlement' &&
        (entity.type === 'place' ||
          (entity.type === 'facility' && !/\b(?:embassy|consulate|mission)\b/i.test(entity.name))),
    )
}
