// Drafts of events -> the drafts without attacks that are turns of phrase, sport or fiction: "killed the game", "under fire in parliament",
// "the film shows how soldiers killed".

import type { Sentence, Span } from '../../types.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import type { Deeds } from './deed-words.ts'
import { wordsBefore, wordsBehind } from './near-trigger.ts'
import type { Grounds } from './parties.ts'

export function withoutFigures(
  drafts: readonly EventDraft[],
  { sentences, text }: Grounds,
  deeds: Deeds,
): EventDraft[] {
  const sentenceOf = ({ type, trigger }: EventDraft) =>
    type === 'ASSAULT' ? sentences.touching(trigger)[0] : undefined
  const attacks = new Map<Sentence, EventDraft[]>()
  for (const draft of drafts) {
    const sentence = sentenceOf(draft)
    const beside = sentence && attacks.get(sentence)
    if (beside) beside.push(draft)
    else if (sentence) attacks.set(sentence, [draft])
  }
  // One figure of speech carries its sentence, unless somebody is dead.
  const figures = new Set(
    [...attacks].flatMap(([sentence, beside]) =>
      beside.some(({ trigger }) => isFigure(text, trigger, sentence.span, deeds)) &&
      !deeds.harm.test(text.slice(...sentence.span))
        ? [sentence]
        : [],
    ),
  )
  return drafts.filter((draft) => {
    const sentence = sentenceOf(draft)
    return (
      !sentence ||
      !(
        figures.has(sentence) ||
        isFiction(text, draft.trigger, sentence.span, deeds) ||
        isDismissal(text, draft.trigger, sentence.span) ||
        isPenalty(text, draft.trigger, sentence.span)
      )
    )
  })
}

/** "sentenced two of them to death", "a death sentence": nobody has died yet. */
const isPenalty = (text: string, span: Span, sentence: Span): boolean =>
  /^deaths?$/i.test(text.slice(...span)) &&
  (CONDEMNED_TO.test(wordsBefore(text, span, sentence)) || OF_PENALTY.test(wordsBehind(text, span, sentence)))
const CONDEMNED_TO = /\b(?:sentenc(?:e|ed|es|ing)|condemn(?:ed|s|ing)?) (?:\S+ ){0,4}to (?:a )?$/i
const OF_PENALTY = /^ (?:sentences?|verdicts?|penalt(?:y|ies)|row|warrants?)\b/i

const isFigure = (text: string, span: Span, sentence: Span, deeds: Deeds): boolean => {
  const trigger = text.slice(...span)
  const behind = wordsBehind(text, span, sentence)
  const before = wordsBefore(text, span, sentence)
  if (deeds.kills.test(trigger)) return deeds.noVictim.test(behind)
  if (deeds.againstIlls.test(`${trigger}${behind}`)) return true
  if (UNDER_FIRE.test(`${before}${trigger}${behind}`) && CRITICISES.test(trigger)) {
    const [, after = ''] = UNDER_FIRE.exec(`${before}${trigger}${behind}`) ?? []
    if (deeds.critics.test(after)) return true
  }
  if (/\bunder (?:[\w-]+ )?fire$/i.test(`${before}${trigger}`)) return deeds.critics.test(behind)
  return deeds.players.test(`${before}${behind}`) && deeds.shoots.test(trigger)
}

/** "came under fire in parliament and launched an attack on the opposition" */
const UNDER_FIRE = /\b(?:came|come|comes|coming) under (?:[\w-]+ )?fire(.*)$/is
const CRITICISES = /^(?:attack\w*|assault\w*|hit back|strik\w+|fire)$/i

/** "had been fired last week by the firm", "a fired accountant"; not "shots were fired", "rockets fired by rebels". */
const isDismissal = (text: string, span: Span, sentence: Span): boolean => {
  if (!/^(?:fired|sacked)$/i.test(text.slice(...span))) return false
  const before = wordsBefore(text, span, sentence).trim()
  return (
    !SHOOTS_BEHIND.test(wordsBehind(text, span, sentence)) &&
    !PROJECTILES.test(before) &&
    /\b(?:(?:was|were|been|being|get|got)(?: \p{L}+ly)?|an?|the|recently)$/iu.test(before)
  )
}
const SHOOTS_BEHIND =
  /^ (?:at|on|upon|into|from (?!(?:his|her|their|the) (?:job|post|company|firm))|across|over|towards?|shots?|rockets?|missiles?|bullets?)\b/i
const PROJECTILES =
  /\b(?:shots?|rounds?|rockets?|missiles?|shells?|mortars?|bullets?|grenades?|projectiles?|gas|canisters?|weapons?|guns?|rifles?|flares?|artillery|volleys?|drones?|cannons?)\b/i

/** "the film Massacre at Dawn", "the novel tells how soldiers killed"; a documentary may report what was so. */
const isFiction = (text: string, trigger: Span, sentence: Span, deeds: Deeds): boolean => {
  const before = wordsBefore(text, trigger, sentence)
  const title = /^\p{Lu}/u.test(text.slice(...trigger)) && deeds.title.test(before)
  return title || deeds.tells.test(before)
}
