// Drafts of events -> the drafts, those of type HAZARD where an accident, a disaster or a disease did the harm: "a bus fell into a ravine,
// killing twelve", not "shelling caused a fire that killed twelve".

import type { Sentence, Span } from '../../types.ts'
import type { NameLexicon } from '../entities/lexicon.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import type { Hazards } from './hazard-words.ts'
import { type Grounds, isPeople } from './parties.ts'

/** Not one of PLOVER's categories: those have no place for harm that nobody did. */
const HAZARD = 'HAZARD'

/** Under which the model has harm of any kind. */
const HARMFUL: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])

interface Words {
  hazards: Hazards
  names: NameLexicon
}

/** @param drafts in text order */
export function withHazards(drafts: readonly EventDraft[], grounds: Grounds, words: Words): EventDraft[] {
  let last: string | undefined
  return drafts.map((draft) => {
    const sentence = grounds.sentences.touching(draft.trigger)[0]
    if (draft.type === HAZARD && sentence && isViolent(draft.trigger, sentence.span, grounds.text, words.hazards))
      return { ...draft, type: 'ASSAULT' }
    if (draft.type === HAZARD && ITSELF.test(grounds.text.slice(...draft.trigger)))
      return withoutAttackers(draft, grounds, words)
    if (!HARMFUL.has(draft.type)) return draft
    const harm = sentence && harmOf(draft, sentence, grounds, words)
    const isHazard = harm === 'hazard' || (harm === 'open' && last === HAZARD)
    const settled = isHazard ? withoutAttackers(draft, grounds, words) : draft
    last = settled.type
    return settled
  })
}

/** "A nurse died as a shell struck": the words around say that it was done. */
function isViolent(trigger: Span, sentence: Span, text: string, hazards: Hazards): boolean {
  const words = hazards.withoutCauses(onOneLine(text.slice(...clausesAround(trigger, sentence, text))))
  return hazards.isViolence(words) || isExplosion(words)
}

/** "open": somebody died, and nothing says of what. */
function harmOf(
  draft: EventDraft,
  sentence: Sentence,
  grounds: Grounds,
  { hazards, names }: Words,
): 'hazard' | 'violence' | 'open' {
  const { text } = grounds
  const trigger = text.slice(...draft.trigger)
  const scope = clausesAround(draft.trigger, sentence.span, text)
  const words = withoutNamesakes(onOneLine(text.slice(...scope)))
  const nouns = withoutVerbs(sentence, scope, text)
  if (!hazards.isHarm(trigger) && !hazards.hasCause(trigger, withoutVerbs(sentence, draft.trigger, text)))
    return 'violence'
  if (isViolent(draft.trigger, sentence.span, text, hazards)) return 'violence'
  const doers = actorsOf(draft).filter((span) => isPeople(span, grounds, names) && !hasCauseAt(span))
  if (doers.length > 0 && !UNMEANT.test(words) && !isSuffered(trigger, draft)) return 'violence'
  if (hazards.hasCause(words, nouns)) return 'hazard'
  return DEATH.test(trigger) && actorsOf(draft).length === 0 && draft.instrument.length === 0 ? 'open' : 'violence'

  function hasCauseAt(span: Span): boolean {
    const those = text.slice(...span)
    return hazards.hasCause(those, those)
  }
}

const actorsOf = ({ actor, parts }: EventDraft): Span[] => [
  ...actor,
  ...parts.filter(({ role }) => role === 'actor').map(({ span }) => span),
]

/** An explosion of nothing in particular is a bomb's, as news goes. */
const isExplosion = (words: string): boolean => /\b(?:explo(?:sion|d)|blasts?\b|blew)/i.test(words)

const DEATH =
  /\b(?:kill(?:s|ed|ing)?|d(?:ie[sd]?|ying)|dead|deaths?|perish\w*|injur\w+|hurt|wounded|missing|fatalit(?:y|ies)|casualt(?:y|ies)|toll)\b/i

/** "two climbers died": who died, drowned or crashed did not do it to anybody. */
const ITSELF =
  /\b(?:d(?:ie[sd]?|ying)|perish\w*|drown\w*|crash\w*|collid\w*|collision|capsiz\w*|s[aiu]nk\w*|fell|fall\w*|plung\w*|suffocat\w*|overturn\w*|accident\w*|derail\w*|ran over|run over|trap\w*)\b/i
const isSuffered = (trigger: string, { recipient, parts }: EventDraft): boolean =>
  ITSELF.test(trigger) && recipient.length === 0 && !parts.some(({ role }) => role === 'recipient')

/** "the driver lost control and hit two boys" */
const UNMEANT = /\b(?:accident\w*|inadvertent\w*|mishap|lost control|crash\w*|collision|collided)\b/i

/** Behind these another story begins: "an earthquake hit the province, where rebels have fought since 2010". */
const OTHER_STORY =
  /,? (?:where|since|amid|in a (?:country|region|province|state|city|town)|(?:hours|days|weeks|months|years|a day|a week|a month|a year) (?:after|before))\s/gi

/** The part of the sentence, between such words, that the trigger stands in. */
function clausesAround(trigger: Span, [start, end]: Span, text: string): Span {
  let [from, to] = [start, end]
  for (const { index, 0: match } of text.slice(start, end).matchAll(OTHER_STORY)) {
    if (start + index + match.length <= trigger[0]) from = start + index + match.length
    else if (start + index >= trigger[1]) {
      to = start + index
      break
    }
  }
  return [from, to]
}

/** The words of a stretch with blanks for its verbs. */
function withoutVerbs({ tokens }: Sentence, [from, to]: Span, text: string): string {
  let words = ''
  let at = from
  for (const { span, pos } of tokens) {
    if (pos !== 'VERB' || span[0] < from || span[1] > to) continue
    words += `${text.slice(at, span[0])}_`
    at = span[1]
  }
  return onOneLine(words + text.slice(at, to))
}

/** "the Tigers attacked a convoy": an armed group, and no animal. */
const withoutNamesakes = (words: string): string =>
  words.replace(
    /(?<=\b(?:[Tt]he|Tamil|Black|Sea|Gr[ae]y|White|Red|Arkan['’]s) )(?:Tigers?|Lions?|Wolves|Bears?|Leopards?|Bulls?|Hyenas?|Cobras?)\b/g,
    'group',
  )

const onOneLine = (words: string): string => words.replace(/\s+/g, ' ')

/** Who died did nothing; the bus, the dog and the fever are what did it. */
function withoutAttackers(draft: EventDraft, grounds: Grounds, { names, hazards }: Words): EventDraft {
  const trigger = grounds.text.slice(...draft.trigger)
  const isNamed = (span: Span) => !hazards.hasCause(grounds.text.slice(...span), grounds.text.slice(...span))
  const people = (span: Span) => isPeople(span, grounds, names) && isNamed(span)
  const suffers = isSuffered(trigger, draft)
  const things = draft.actor.filter((span) => !people(span))
  const persons = draft.actor.filter(people)
  return {
    ...draft,
    type: HAZARD,
    actor: suffers ? [] : persons,
    recipient: suffers ? persons : draft.recipient,
    instrument: [...draft.instrument, ...things.filter(isNamed)],
    parts: draft.parts.flatMap((part) => {
      if (part.role !== 'actor') return [part]
      if (!people(part.span)) return [{ ...part, role: 'instrument', part: 'weapon' } as const]
      return suffers ? [{ ...part, role: 'recipient', part: 'victim' } as const] : [part]
    }),
  }
}
