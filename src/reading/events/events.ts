// Drafts of events, and all else that is known of the article -> events: parties, place, time, counts, status, on whose word.

import type { Resources } from '../../resources.ts'
import type { Article, ArticleText, Count, Entity, EventMention, Span, Statement, Time } from '../../types.ts'
import { indexBySpan, indexSpans } from '../spans.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import { wordsAt } from '../words-at.ts'
import { withAftermath } from './aftermath.ts'
import { withBackground } from './background.ts'
import { isBareReference } from './bare-reference.ts'
import { withCaptives } from './captors.ts'
import { withClashers } from './clashers.ts'
import { withClauseParties } from './clause-parties.ts'
import { confidenceOf } from './confidence.ts'
import { withContinued } from './continued.ts'
import { countsOf, withOwnCounts } from './counts.ts'
import { withoutCountsOfOthers } from './counts-of-others.ts'
import { courseOf, takesFighters, takesPlace, typeOfTaking } from './course.ts'
import { withDenials } from './denial.ts'
import { withPlaceFromElsewhere } from './elsewhere.ts'
import { withoutFigures } from './figurative.ts'
import { withGapped } from './gapped.ts'
import { withGeneral } from './general.ts'
import { withHazards } from './hazard.ts'
import { meansOf } from './means.ts'
import { withMines } from './mines.ts'
import { modeOf } from './modes.ts'
import { wordsBefore } from './near-trigger.ts'
import { withOwnTolls } from './own-tolls.ts'
import { type Grounds, type Mention, type Participant, withSharedEntities } from './parties.ts'
import { bodyOfParty, isOfRebels, isPartyOfRebels } from './party-body.ts'
import { placeOf, townHit } from './place.ts'
import { referenceOf } from './reference.ts'
import { withoutRescues } from './rescue.ts'
import { participantsOf, withDriven, withoutOtherFates } from './roles.ts'
import { withSaidToBe } from './said-to-be.ts'
import { statusOf } from './status.ts'
import { timeOf } from './time.ts'
import { wordsIn } from './word.ts'

/** What the other stages have found. */
export interface Known {
  statements: readonly Statement[]
  entities: readonly Entity[]
  times: readonly Time[]
  counts: readonly Count[]
  title?: Article['title']
  dateline?: Article['dateline']
}

/** It tells of nothing, whatever the model says: "remain [in] force". */
const LITTLE_WORD =
  /^(?:to|in|of|at|on|by|with|for|from|as|and|or|the|an?|it|its|he|she|they|was|were|is|are|be|been|had|has|have|that|who|which)$/i

export function settleEvents(
  article: ArticleText,
  drafts: readonly EventDraft[],
  known: Known,
  id: string,
  resources: Pick<Resources, 'names' | 'modes' | 'means' | 'sides' | 'hazards' | 'deeds' | 'model'>,
): EventMention[] {
  const grounds: Grounds = {
    text: article.text,
    sentences: indexBySpan(article.sentences),
    triggers: indexBySpan(drafts.map(({ trigger }) => ({ span: trigger }))),
    mentions: indexSpans(
      known.entities.flatMap((entity) =>
        entity.mentions.map(({ span, kind }): readonly [Span, Mention] => [span, { entity, span, kind }]),
      ),
    ),
  }
  const times = indexBySpan(known.times)
  const counts = indexBySpan(known.counts)
  const numbers = new Map(article.sentences.map((sentence, number) => [sentence, number]))
  const wordsOf = (spans: readonly Span[]) => spans.map((span) => article.text.slice(...span))
  const wordOf = wordsIn(article, known.statements)
  const { calibration, thresholds } = resources.model
  // Below the threshold an actual event is rather a turn of phrase; a demand or a plan is beside the point by its nature.
  const parted = drafts.map((draft) =>
    withSaidToBe(
      withClashers(withClauseParties(draft, grounds, resources), grounds, resources.names),
      grounds,
      resources.names,
    ),
  )
  const captive = withCaptives(withMines(parted, grounds), grounds, resources.deeds)
  const violent = withoutFigures(withoutRescues(captive, grounds, resources.deeds), grounds, resources.deeds)
  const typed = withHazards(violent, grounds, resources)
  const likely = withGapped(typed, grounds.sentences, { ...grounds, times })
    .map((draft) => {
      const sentence = grounds.sentences.touching(draft.trigger)[0]
      const type = sentence ? typeOfTaking(draft.type, article.text, draft.trigger, sentence.span) : draft.type
      return { ...draft, type, status: statusOf(draft, sentence) }
    })
    .filter((draft) => confidenceOf(draft, calibration) >= thresholds.event || draft.status !== 'actual')
    .filter(({ trigger }) => !LITTLE_WORD.test(article.text.slice(...trigger)))
  const parties = withSharedEntities(
    article.text,
    likely.map((draft) => participantsOf(draft, grounds, resources)),
  )
  const entities = new Map(known.entities.map((entity) => [entity.id, entity]))
  const withSidesAndBody = (party: Participant): Participant => {
    const entity = entities.get(party.entity ?? '')
    const said = wordsAt(article.text, party.spans)
    const words = (party.named ? entity?.name : undefined) ?? said
    // "four members of al-Qaeda", "nine Taliban"
    const isOfTheirs = party.kind === 'group' && isPartyOfRebels(said, party.spans, grounds)
    const side = resources.sides.sideOf(words) ?? (isOfTheirs ? 'fighters' : undefined)
    // "the National Liberation Army"
    const isRebels = isOfTheirs || (party.named && entity !== undefined && isOfRebels(entity))
    const camp = isRebels ? 'rebels' : resources.sides.campOf(words)
    const body = bodyOfParty(party, said, entity, resources.names)
    return { ...party, ...(side ? { side } : {}), ...(camp ? { camp } : {}), ...(body ? { body } : {}) }
  }
  const told = likely.map((draft, index) => {
    const sentence = grounds.sentences.touching(draft.trigger)[0]
    const [trigger] = wordsOf([draft.trigger])
    const counted = countsOf(
      draft,
      trigger,
      sentence,
      counts,
      sentence && wordsBefore(article.text, draft.trigger, sentence.span),
    )
    const own = withoutOtherFates(parties[index], trigger, (span) => counts.touching(span))
    const course = sentence && courseOf(article.text, draft.trigger, sentence.span, draft.status, own)
    return { draft, sentence, counted, participants: withDriven(own, counted).map(withSidesAndBody), course }
  })
  const reported = told.filter((one) => !isBareReference(one, thresholds.reference))
  const events = reported.map(({ draft, sentence, counted, participants }, index): EventMention => {
    const said = wordOf(draft.trigger, sentence)
    const place = placeOf(draft, sentence, grounds, said) ?? townHit(draft.type, participants, entities)
    const time = timeOf(draft, sentence, { ...grounds, times }, said)
    const coded =
      draft.mode ??
      modeOf(draft.type, wordsOf([draft.trigger, ...draft.instrument]), resources.modes) ??
      // "a quake that killed ten": its own words say no more than that it did harm.
      (draft.type === 'HAZARD' && sentence ? modeOf(draft.type, wordsOf([sentence.span]), resources.modes) : undefined)
    // "captured the town": nobody is abducted.
    // "captured 15 fighters": prisoners of a battle.
    const isTaking = (trigger: string) => takesPlace(trigger, participants) || takesFighters(trigger, participants)
    const mode = coded === 'abduct' && isTaking(wordsOf([draft.trigger])[0]) ? undefined : coded
    const instruments = participants.filter(({ role }) => role === 'instrument')
    const means = meansOf(mode, wordsOf([draft.trigger, ...instruments.flatMap(({ spans }) => spans)]), resources.means)
    // "UNITA denied having had a hand in the abduction": whatever it is to them, they do not say that it was so.
    const status = said?.stance === 'denies' && draft.status !== 'hypothetical' ? 'denied' : draft.status
    const course = sentence && courseOf(article.text, draft.trigger, sentence.span, status, participants)
    return {
      id: `${id}.v${index + 1}`,
      type: draft.type,
      ...(mode ? { mode } : {}),
      ...(means ? { means } : {}),
      trigger: draft.trigger,
      ...(sentence ? { sentence: numbers.get(sentence) } : {}),
      ...(course ? { course } : {}),
      ...(sentence ? referenceOf(article.text, draft.trigger, sentence.span) : {}),
      participants,
      ...(place ? { place: place.id } : {}),
      ...(time ? { time: time.id } : {}),
      counts: counted.map((count) => count.id),
      status,
      statement: said?.id ?? null,
      confidence: confidenceOf(draft, calibration),
    }
  })
  const byId = new Map(known.counts.map((count) => [count.id, count]))
  const apart = withOwnCounts(withoutCountsOfOthers(events, byId, known.statements), byId, entities, article.text)
  const situated = withPlaceFromElsewhere(apart, entities, article, known)
  const tolled = withOwnTolls(situated, { entities, counts: byId }, article)
  const denied = withDenials(withContinued(tolled, article.text), known.statements, known.entities, article)
  return withGeneral(withBackground(withAftermath(denied, article), article), article)
}
