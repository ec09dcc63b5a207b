// The events of an article -> the same, those marked whose sentence tells of many at once: what happens often, or all that happened since some
// month or year. Such a sentence is no report of any one of them.

import type { ArticleText, EventMention, Span } from '../../types.ts'

/** "is regularly targeted" */
const HABIT =
  /\b(?:regularly|routinely|often|frequently|repeatedly|usually|constantly|continually|continuously|consistently|occasionally)\b/i

const UPHEAVAL = '(?:war|civil war|conflict|uprising|revolt|insurgency|rebellion|siege|fighting|crisis|violence)'

const LONG = [
  // "Since then thousands have been killed"
  String.raw`\bsince (?:then|the (?:beginning|start|outbreak))\b`,
  // "since March 2011", "since mid-2012"
  String.raw`\bsince (?:(?:early|mid|late)[ -])?(?:[A-Z][a-z]+ )?(?:19|20)\d\d\b`,
  // "since the war began", "since it broke out"
  String.raw`\bsince (?:it|the)\b[^.]{0,40}\b(?:began|started|erupted|broke out)\b`,
  // "in recent weeks", "over the past two years"
  String.raw`\b(?:in|over|during) recent (?:days|weeks|months|years)\b`,
  String.raw`\b(?:in|over|during) (?:the )?(?:past|last) (?:\w+ )?(?:weeks|months|years)\b`,
  // "the five-year conflict", "years of war"
  String.raw`\b\w+-year(?:-old|-long)? ${UPHEAVAL}\b`,
  String.raw`\byears of ${UPHEAVAL}\b`,
]
const SINCE_LONG = new RegExp(LONG.join('|'), 'i')

/** So far from the event's words an adverb may stand. */
const NEAR_CHARACTERS = 30

export const withGeneral = (
  events: readonly EventMention[],
  { text, sentences }: Pick<ArticleText, 'text' | 'sentences'>,
): EventMention[] =>
  events.map((event) => {
    const sentence = sentences[event.sentence ?? -1]
    if (!sentence) return event
    const [start] = sentence.span
    const trigger: Span = [event.trigger[0] - start, event.trigger[1] - start]
    return isGeneral(text.slice(...sentence.span), trigger) ? { ...event, general: true } : event
  })

/** @param trigger within the sentence */
export const isGeneral = (sentence: string, [from, to]: Span): boolean =>
  SINCE_LONG.test(sentence) || HABIT.test(sentence.slice(Math.max(0, from - NEAR_CHARACTERS), to + NEAR_CHARACTERS))
