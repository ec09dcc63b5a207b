// Drafts of events -> the drafts without attacks that are turns of phrase, sport or fiction: "killed the game", "under fire in parliament",
// "the film shows how soldiers killed".

import type { Sentence, Span } from '../../types.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import type { Grounds } from './parties.ts'

export function withoutFigures(drafts: readonly EventDraft[], { sentences, text }: Grounds): EventDraft[] {
  const attacks = drafts.filter(({ type }) => type === 'ASSAULT')
  const figures = new Set<Sentence>()
  for (const draft of attacks) {
    const sentence = sentences.touching(draft.trigger)[0]
    if (sentence && isFigure(text, draft.trigger, sentence.span)) figures.add(sentence)
  }
  return drafts.filter((draft) => {
    const sentence = draft.type === 'ASSAULT' ? sentences.touching(draft.trigger)[0] : undefined
    if (!sentence) return true
    // One figure of speech carries its sentence, unless somebody is dead.
    return (
      !(figures.has(sentence) && !HARM.test(text.slice(...sentence.span))) &&
      !isFiction(text, draft.trigger, sentence.span)
    )
  })
}

const HARM =
  /\b(?:dead|died|deaths?|wounded|injured|casualt(?:y|ies)|bodies|gunm[ae]n|militants?|rebels?|insurgents?|police(?:m[ae]n)?|soldiers?|troops|shell(?:s|ed|ing)|explo\w+|kidnap\w*|abduct\w*|hospital)\b/i

const isFigure = (text: string, [start, end]: Span, [from, to]: Span): boolean => {
  const trigger = text.slice(start, end)
  const behind = text.slice(end, to).replace(/\s+/g, ' ')
  const before = text.slice(from, start).replace(/\s+/g, ' ')
  if (KILLS.test(trigger)) return NO_VICTIM.test(behind)
  if (ILLS.test(`${trigger}${behind}`)) return true
  if (/\bunder (?:[\w-]+ )?fire$/i.test(`${before}${trigger}`)) return CRITICS.test(behind)
  return PLAYERS.test(`${before}${behind}`) && SHOTS.test(trigger)
}

/** "fighting a war against malaria", "the battle against corruption" */
const ILLS =
  /^(?:fight(?:s|ing)?|fought|war|battl(?:e|es|ed|ing)|campaign|crusade|offensive)\b(?: (?:a|the|its|their|his|her|this|long|losing|uphill|war|battle|fight)){0,4}(?: (?:on|against))? (?:malaria|cancer|aids|hiv|covid\S*|polio|cholera|ebola|tuberculosis|diseases?|(?:the )?(?:virus|pandemic|epidemic)|poverty|hunger|corruption|inflation|crime|drugs|obesity|illiteracy|climate change|fires?|wildfires?|flames|floods?|discrimination|racism)\b/i

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
const isFiction = (text: string, [start, end]: Span, [from]: Span): boolean => {
  const before = text.slice(from, start).replace(/\s+/g, ' ')
  const title = /^\p{Lu}/u.test(text.slice(start, end)) && TITLE.test(before)
  return title || TELLS.test(before)
}
const WORK = '(?:film|movie|novel|stage play|opera|thriller|video ?game|feature film|musical)'
const TITLE = new RegExp(`\\b${WORK}s?,? [“"‘']?$`, 'i')
const TELLS = new RegExp(
  `\\b(?:the|an?|her|his|new|this) (?:[\\w-]+ )?${WORK}\\b(?!-?makers?)[^.!?]*\\b(?:shows?|tells?|depicts?|portrays?|recounts?|imagines?|in which|about|plot)\\b[^.!?]*$`,
  'i',
)
