// Drafts of events -> the drafts without attacks that are turns of phrase, sport or fiction: "killed the game", "under fire in parliament",
// "the film shows how soldiers killed".

import type { Sentence, Span } from '../../types.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import { wordsBefore, wordsBehind } from './near-trigger.ts'
import type { Grounds } from './parties.ts'

export function withoutFigures(drafts: readonly EventDraft[], { sentences, text }: Grounds): EventDraft[] {
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
      beside.some(({ trigger }) => isFigure(text, trigger, sentence.span)) && !HARM.test(text.slice(...sentence.span))
        ? [sentence]
        : [],
    ),
  )
  return drafts.filter((draft) => {
    const sentence = sentenceOf(draft)
    return !sentence || !(figures.has(sentence) || isFiction(text, draft.trigger, sentence.span))
  })
}

const HARM =
  /\b(?:dead|died|deaths?|wounded|injured|casualt(?:y|ies)|bodies|gunm[ae]n|militants?|rebels?|insurgents?|police(?:m[ae]n)?|soldiers?|troops|shell(?:s|ed|ing)|explo\w+|kidnap\w*|abduct\w*|hospital)\b/i

const isFigure = (text: string, span: Span, sentence: Span): boolean => {
  const trigger = text.slice(...span)
  const behind = wordsBehind(text, span, sentence)
  const before = wordsBefore(text, span, sentence)
  if (KILLS.test(trigger)) return NO_VICTIM.test(behind)
  if (/\bunder (?:[\w-]+ )?fire$/i.test(`${before}${trigger}`)) return CRITICS.test(behind)
  return PLAYERS.test(`${before}${behind}`) && SHOTS.test(trigger)
}

const KILLS = /^(?:kill(?:s|ed|ing)?(?: off)?|murder(?:s|ed|ing)?|slaughter(?:s|ed|ing)?|massacr(?:e|es|ed|ing))$/i
/** What is killed only in a manner of speaking, if nothing else is its object. */
const NO_VICTIM =
  /^ (?:off )?(?:(?:an?|the|any|all|his|her|its|their|our|this|that)(?: [\w-]+)? )?(?:games?|match(?:es)?|tie|contest|bills?|deals?|plans?|projects?|proposals?|ideas?|hopes?|dreams?|jokes?|mood|debates?|reforms?|motions?|amendments?|program(?:me)?s?|schemes?|budgets?|momentum|industry|economy|trade|business|jobs?|chances?|conversation|careers?|show|series|stor(?:y|ies)|rumou?rs?|railways?|services?|tax(?:es)?|laws?|time)(?=$|[,.;:!?]| (?:in|on|at|by|with|for|after|before|when|as|and|off|of|late|early|that|which|this|last|\w+day|to|from|over|because|while|but)\b)/i
/** "under fire over", "under fire from critics"; not "under fire from the hills", "under fire for two hours". */
const CRITICS =
  /^ (?:in (?:parliament|congress|the (?:press|media|senate|house|commons))|over|for (?!(?:an?|the|about|some|nearly|more|over|\w+) (?:hours?|minutes?|days?|weeks?|nights?|\w+ hours?))|from (?:the |his |her |its )?(?:own )?(?:[\w-]+ )?(?:opposition|critics|lawmakers|mps|senators|deputies|unions?|press|media|campaigners|fans|shareholders|investors|voters|rights groups?|backbenchers))\b/i
const PLAYERS =
  /\b(?:striker|midfielder|goalkeeper|winger|batsman|bowler|quarterback|hat-trick|equali[sz]er|half-time|penalty shoot-?out)\b/i
const SHOTS =
  /^(?:shots?|shot|strikes?|attack(?:s|ed|ing)?|hit|beat(?:en)?|fir(?:e|ed|ing)|shoot(?:ing)?|shoot-?out|struck|kill(?:s|ed)?)$/i

/** "the film Massacre at Dawn", "the novel tells how soldiers killed"; a documentary may report what was so. */
const isFiction = (text: string, trigger: Span, sentence: Span): boolean => {
  const before = wordsBefore(text, trigger, sentence)
  const title = /^\p{Lu}/u.test(text.slice(...trigger)) && TITLE.test(before)
  return title || TELLS.test(before)
}
const WORK = '(?:film|movie|novel|stage play|opera|thriller|video ?game|feature film|musical)'
const TITLE = new RegExp(`\\b${WORK}s?,? [“"‘']?$`, 'i')
const TELLS = new RegExp(
  `\\b(?:the|an?|her|his|new|this) (?:[\\w-]+ )?${WORK}\\b(?!-?makers?)[^.!?]*\\b(?:shows?|tells?|depicts?|portrays?|recounts?|imagines?|in which|about|plot)\\b[^.!?]*$`,
  'i',
)
