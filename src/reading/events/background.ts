// The events of an article -> the same, those that are no event of their own marked as its background: what happens again and again, what went
// on for months, the war, who holds a town. They tell of the setting, and no report of one day's event should be compared with them.

import type { ArticleText, EventMention, Span } from '../../types.ts'
import { clauseSpan } from './clause-span.ts'
import { PHYSICAL } from './elsewhere.ts'

/** Sentences of the body that tell of the news itself, whatever words they choose. */
const LEAD_SENTENCES = 2

export function withBackground(
  events: readonly EventMention[],
  { text, sentences, blocks }: Pick<ArticleText, 'text' | 'sentences' | 'blocks'>,
): EventMention[] {
  const triggers = events.map(({ trigger }) => trigger)
  const kindAt = (sentence: number) => blocks[sentences[sentence]?.block ?? -1]?.kind
  const body = sentences.flatMap((_, at) => (kindAt(at) === 'title' || kindAt(at) === 'heading' ? [] : [at]))
  const news = new Set(body.slice(0, LEAD_SENTENCES))
  const isSetting = ({ sentence, trigger, time }: EventMention) =>
    sentence !== undefined &&
    !news.has(sentence) &&
    kindAt(sentence) !== 'title' &&
    (isBackground(text, trigger, sentences[sentence].span, triggers) ||
      (time === undefined && REIGN.test(text.slice(...sentences[sentence].span))))
  const settings = new Set(events.filter((event) => PHYSICAL.has(event.type) && isSetting(event)))
  // "Hundreds have been killed since 2004 and thousands displaced": what is not dated goes with the rest of its sentence.
  const said = new Set([...settings].map(({ sentence }) => sentence))
  const isBehind = (event: EventMention) =>
    WAR.test(text.slice(...event.trigger)) ||
    settings.has(event) ||
    (said.has(event.sentence) && event.time === undefined)
  const heavy = events.filter(({ type, follows }) => PHYSICAL.has(type) && !follows)
  const background = new Set(heavy.filter(isBehind))
  const isNews = (event: EventMention) => !background.has(event) && event.status === 'actual'
  // "The war has killed thousands" is no news of an article on talks either.
  const main = heavy.find(isNews) ?? events.find((event) => isNews(event) && !event.follows)
  return events.map((event) =>
    main && background.has(event) ? { ...event, follows: { what: 'background', event: main.id } } : event,
  )
}

/** "the war", "the insurgency": no day's event. */
const WAR = /^(?:(?:civil )?(?:war|conflict)|insurgency|uprising|rebellion|revolution)s?$/i

export function isBackground(text: string, trigger: Span, sentence: Span, triggers: readonly Span[]): boolean {
  const [from, to] = clauseSpan(text, trigger, sentence, triggers)
  const before = text.slice(from, trigger[0])
  const clause = text.slice(from, to)
  const words = text.slice(...trigger)
  return (
    HABIT.test(clause) ||
    (/s$/i.test(words) && OTHERS.test(before)) ||
    (CONTROLS.test(words) && !TAKES.test(clause)) ||
    (LONG.test(clause) && !UNIQUE.test(clause)) ||
    FORCE.test(clause) ||
    LONG_BEFORE.test(text.slice(sentence[0], trigger[0])) ||
    SUM.test(clause) ||
    MONTHS.test(text.slice(...sentence))
  )
}

/** "regularly bomb", "has often been attacked", "has claimed previous attacks"; not "shot him repeatedly". */
const HABIT =
  /\b(?:regularly|frequently|routinely|periodically|sporadically|occasionally|often)\b|\b(?:has|have|had)(?: also)? (?:been )?(?:repeatedly|previously|long|since)\b|\b(?:near-)?(?:daily|weekly) (?:\p{L}+ ){0,2}(?:attacks?|bombings?|bombardments?|shelling|strikes|raids|clashes|protests)\b|\bin the past\b(?! (?:\p{L}+|\d+) (?:minutes|hours|days))/iu

/** "in previous attacks", "recent kidnappings"; "an earlier attack" is one event. */
const OTHERS =
  /\b(?:previous|past|earlier|similar|occasional|recent|other|frequent|regular|repeated|numerous) (?:[\p{L}-]+ ){0,2}$/iu

/** "The rebels control the town": how things stand. */
const CONTROLS = /^(?:control(?:s|led|ling)?)$/i
const TAKES = /\b(?:after|since|when|as|by) (?:captur|seiz|tak|overr)/i

/** "have been a key force fighting the rebels", "are backed by air strikes": what they are. */
const FORCE =
  /\b(?:has|have) (?:long )?been (?:an?|the|one of the) (?:[\p{L}-]+ ){0,2}(?:force|forces|fighters|ally|allies|groups?|targets?|scene)\b|\b(?:is|are) (?:[\p{L}-]+ )?backed by\b/iu

/** "over the past two years", "in recent months", "since the war began", "since 2011", "since then", "this year"; not "since Monday". */
const LONG =
  /\b(?:over|in|during|for|within|throughout|across) (?:the )?(?:past|last|recent|previous)(?: few| several| many| couple of| \p{L}+| \d+)? (?:weeks|months|years|decades?)\b|\bsince (?:(?:the )?(?:start|beginning|outbreak|onset|fall|end)\b|(?:the |\p{L}+ ){0,4}(?:war|conflict|uprising|insurgency|invasion|rebellion)\b|(?:early |late |mid-?)?(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)\b|last (?:month|year))|\b(?:earlier|so far) this month\b|\bthis year\b(?!['’]s)|\bsince then\b/iu
const LONG_BEFORE =
  /^\W*(?:in|over|during|for) (?:the )?(?:past|last|recent|previous) (?:\p{L}+ )?(?:weeks|months|years)\b/iu

/** "the deadliest attack since the war began": that is the event itself. */
const UNIQUE =
  /(?:\b(?:first|second|third|worst|biggest|largest|bloodiest|deadliest|latest|most|only|no|not)|\p{L}iest)\b/iu

/** "the war has killed 300,000", "have been killed this year", "died in the war", "weeks of clashes have left", "in May alone", "over a two-month period" */
const SUM =
  /\b(?:war|conflict|insurgency|uprising|rebellion|violence|fighting|campaign|crackdown) (?:in (?:the )?\p{Lu}\p{L}+ )?(?:that |which )?(?:has|have|had) (?:so far |already |since )?(?:killed|claimed|left|cost|displaced|forced|driven)\b|\b(?:in|during|throughout) (?:the|a|its|their|this) (?:["“]?[\p{L}\d'’-]+ ){0,2}(?:war|conflict|insurgency|uprising)\b|\b(?:have|has|had)(?: \p{L}{1,40})? (?:been \p{L}{1,40}|died)(?!\p{L})[^.;]{0,60}\bthis year\b|\b(?:weeks|months|years|decades) of (?:[\p{L}-]+ ){0,3}(?:air ?strikes|bombing|bombardment|shelling|attacks|clashes|fighting|violence|war|protests|unrest|siege)\b|\b(?:in|for) (?:(?:January|February|March|April|May|June|July|August|September|October|November|December)|\d{4}) alone\b|\b(?:over|in|during|within) an? (?:[\p{L}\d]+[- ]){1,2}(?:week|month|year)s?[- ]period\b/iu

/** Of what has no day: "during his rule some 3,000 people were executed", "his 17-year rule that left 3,000 dead" */
const REIGN =
  /\b(?:under|during|throughout) (?:his|her|their|its|the) (?:[\p{L}\d-]+ ){0,2}(?:rule|regime|dictatorship|reign|junta)\b(?! forces)|[\p{L}\d]-year (?:rule|regime|dictatorship|reign)\b/iu

/** "between May and July": of the sentence, since the clause ends at the "and" */
const MONTHS =
  /\bbetween (?:(?:January|February|March|April|May|June|July|August|September|October|November|December)|\d{4}) and (?:(?:January|February|March|April|May|June|July|August|September|October|November|December)|\d{4})\b/i
