// The draft of an event in its sentence -> when it is said to have happened.

import type { Sentence, Span, Statement, Time } from '../../types.ts'
import type { SpanIndex } from '../spans.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import { clauseSpan } from './clause-span.ts'
import { canDate } from './coarse-time.ts'

/** The date right before it; else the time that the model points at, else the only one of the sentence; never the day on which somebody said so. */
export function timeOf(
  draft: EventDraft,
  sentence: Sentence | undefined,
  { times, text, triggers }: { times: SpanIndex<Time>; text: string; triggers: SpanIndex<{ span: Span }> },
  said: Statement | undefined,
): Time | undefined {
  const all = sentence ? triggers.touching(sentence.span).map(({ span }) => span) : []
  const isDated = (time: Time) =>
    isInTime(time) && (!sentence || canDate(time, draft.trigger, sentence.span, all, text))
  const isInTime = ({ type, span, start, end }: Time) =>
    // "in the past 15 days" has a beginning and an end
    (type === 'date' || type === 'time' || (type === 'duration' && start !== undefined && end !== undefined)) &&
    !(sentence && COUNTED_FROM.test(text.slice(Math.max(sentence.span[0], span[0] - COUNTED_CHARACTERS), span[0]))) &&
    !(sentence && datesReaction(span, draft.trigger, sentence.span, text)) &&
    !(said && sentence && datesSaying(span, said, sentence) && !/^['’]s\b/.test(text.slice(span[1], span[1] + 3)))
  const dated = sentence && dateBefore(text, draft.trigger, sentence.span, times)
  if (dated) return dated
  const looksBack = sentence && lookingBack(text, draft.trigger, sentence.span)
  const inside = sentence
    ? times.touching(sentence.span).filter((time) => isDated(time) && (!looksBack || isWithin(time.span, looksBack)))
    : []
  if (looksBack) return inside.length === 1 ? inside[0] : undefined
  const pointed = draft.time.flatMap((span) => times.touching(span).filter(isDated))[0]
  if (!sentence) return pointed
  const [from, to] = clauseSpan(text, draft.trigger, sentence.span, all)
  const own = inside.filter(({ span: [start, end] }) => from <= start && end <= to)
  // "A rocket hit Karim on Monday, and a drone killed five on Tuesday"
  if (own.length === 1 && (!pointed || !own.includes(pointed))) return own[0]
  const chosen = pointed ?? (inside.length === 1 ? inside[0] : undefined)
  const after = own.filter(({ span: [start] }) => start >= draft.trigger[1])
  // "A convoy that had left Karim on Sunday was hit near Dol on Monday"
  if (chosen && datesRelative(chosen.span, draft.trigger, sentence.span, text))
    return after.length === 1 ? after[0] : undefined
  // "Police who had arrested him on Sunday released him on Tuesday": each verb has the day right behind it.
  const next = Math.min(to, ...all.filter(([start]) => start >= draft.trigger[1]).map(([start]) => start))
  const behind = after.filter(({ span: [, end] }) => end <= next)
  const isAnothers =
    chosen && all.some(([start, end]) => chosen.span[1] <= draft.trigger[0] && end <= chosen.span[0] && start >= from)
  const between = text.slice(draft.trigger[1], behind[0]?.span[0])
  return behind.length === 1 && (isAnothers ? IN_CLAUSE.test(between) : !chosen && RIGHT_BEHIND.test(between))
    ? behind[0]
    : chosen
}

/** "Five years after gunmen killed 50, a man was arrested on Monday": the clause that the trigger stands in, if it looks back so far. */
function lookingBack(text: string, [from, to]: Span, sentence: Span): Span | undefined {
  const [start, end] = [Math.max(sentence[0], from - CLAUSE_CHARACTERS), Math.min(sentence[1], to + CLAUSE_CHARACTERS)]
  const before =
    /\b(?:[\p{L}\d-]+) (?:weeks?|months?|years?|decades?) (?:to the day )?after (?!(?:that|this)\b)[^,;:]*$/iu.exec(
      text.slice(start, from),
    )
  const behind = before && /^[^,;:]*,/.exec(text.slice(to, end))
  return before && behind && /\w(?:ed|t|ew|oke|ung|ook)\b/.test(text.slice(from, to))
    ? [start + before.index, to + behind[0].length]
    : undefined
}
const CLAUSE_CHARACTERS = 200
const isWithin = ([from, to]: Span, [start, end]: Span): boolean => start <= from && to <= end

/** "three days after the vote on 12 May": a day from which another is counted. */
const COUNTED_FROM =
  /\b(?:hours?|days?|weeks?|months?|years?|decades?) (?:to the day )?(?:after|before|since) (?!(?:dawn|midnight|noon)\b)[^.,;:]*$/i
const COUNTED_CHARACTERS = 70

/** "the man on": few words and a preposition. */
const RIGHT_BEHIND = /^(?: [\p{L}\p{N}’'-]+){0,4} (?:on|in|early|late)(?: the)? $/u

/** No comma and no new clause between a verb and its day. */
const IN_CLAUSE = /^(?:(?!\b(?:who|which|that|when|while|after|before|since|as|and|but|said|says)\b)[^,;:.“”"])*$/

/** It stands at the end of a clause with "that", "which", "who", behind which the trigger's own verb comes. */
function datesRelative([start, end]: Span, [trigger]: Span, [from]: Span, text: string): boolean {
  return (
    end <= trigger &&
    /$(?<=\b(?:that|which|who)\s(?:had|have|has|was|were|is|are|will|would|could|should|\p{Ll}{1,30}ed)\b[^,;]*)/u.test(
      text.slice(from, start),
    ) &&
    /^,?\s(?:was|were|is|are|has|have|had)\s(?:been\s)?(?:\p{Ll}+ly\s)?$/u.test(text.slice(end, trigger))
  )
}

/** "The bridge was shelled, the army said on Friday", "said on Friday that": a time beside the cue, and no part of what is said. */
function datesSaying(time: Span, { cue, content }: Statement, { span: [from, to] }: Sentence): boolean {
  const [start, end] = cue[0]
  if (start < from || end > to || time[0] < start) return false
  const goesOn = content.some(([, last]) => start < last && last <= time[0])
  return !goesOn && !content.some(([first, last]) => first <= time[0] && time[1] <= last)
}

/** "The front on Monday claimed responsibility for the bombing", "Rao on Friday honoured those who died": the day right before what came of it. */
function datesReaction([, end]: Span, [trigger]: Span, [, to]: Span, text: string): boolean {
  const reaction = REACTION.exec(text.slice(end, Math.min(to, end + REACTION_CHARACTERS)))
  return reaction !== null && end + reaction[0].length < trigger
}
const REACTION_CHARACTERS = 40
const REACTION =
  /^,?\s(?:(?:\p{Ll}+ly|has|have|had|also|again)\s)*(?:said|told|announced|reported|claimed (?:responsibility|that|to)|confirmed|denied|admitted|acknowledged|condemned|denounced|deplored|praised|hailed|welcomed|honou?red|mourned|commemorated|marked|remembered|buried|blamed|accused|warned|vowed|pledged|promised|threatened|urged|demanded|called (?:for|on)|expressed|apologi[sz]ed|regretted|visited|discussed|agreed|adopted|approved|rejected|critici[sz]ed|signed|appealed|asked|decided|thanked|congratulated|paid tribute)\b/u

const YEAR_BEFORE = /\b(?:1[89]\d\d|20\d\d)(?: |(?<=\p{L}{3}\.? \d{1,2}, \d{4}), )(?:[\p{L}-]+ ){0,2}$/u
/** "in 1986 and bombed", "in 1986 as a new bombing": what follows is no noun that the year belongs to. */
const LEADS_AWAY =
  /\b(?:and|or|to|but|when|that|who|which|as|while|was|were|is|are|has|have|had|been|(?:as|while) (?:a )?[\p{L}-]+) $/iu
const REACH_CHARACTERS = 36

/** "the 1986 car bombing", "the May 3, 1986, bombing" */
export function dateBefore(text: string, [at]: Span, [from]: Span, times: SpanIndex<Time>): Time | undefined {
  const before = text.slice(Math.max(from, at - REACH_CHARACTERS), at)
  const year = YEAR_BEFORE.exec(before)
  if (!year || LEADS_AWAY.test(before)) return undefined
  const start = at - before.length + year.index
  return times.touching([start, start + 4]).find(({ type }) => type === 'date')
}
