// The events of an article -> the same, with what a denial denies: the event that somebody rejects without saying it again ("debunked the
// lies of the mayor", "rejected the accusation"), and whether it is denied altogether.

import type { ArticleText, Entity, EventMention, Span, Statement } from '../../types.ts'

/** What is only said; the rest is done. */
const SPEECH: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT'])

export function withDenials(
  events: readonly EventMention[],
  statements: readonly Statement[],
  entities: readonly Entity[],
  { text, sentences }: Pick<ArticleText, 'text' | 'sentences'>,
): EventMention[] {
  const inSentence = ({ sentence }: EventMention) => text.slice(...(sentences[sentence ?? -1]?.span ?? [0, 0]))
  return withRebuttals(events, statements, entities, text).map((event) => {
    if (event.status !== 'denied' && !event.denies) return event
    const words = inSentence(event)
    if (event.status === 'denied' && isUntold(event, { text, sentences })) return { ...event, status: 'actual' }
    if (event.status === 'denied' && !event.denies && isRefused(event, words)) return { ...event, status: 'planned' }
    if (ALTOGETHER.test(words) || isNobodysDeed(event, { text, sentences })) return { ...event, deniedAltogether: true }
    return BLAME.test(words) || isOwnPart(event, text) || isOwnDeed(event, text)
      ? { ...event, deniesBlame: true }
      : event
  })
}

/** Permission, access or bail that was denied says nothing of the event that it was for, save that somebody wanted it. */
const REFUSED =
  /\b(?:den(?:y|ies|ied|ying|ial of)|refus(?:e|es|ed|ing|al of)|withh[eo]ld(?:ing|s)?) (?:\S+ ){0,3}?(?:permission|permits?|licen[cs]es?|authori[sz]ation|access|entry|visas?|bail|requests?|passage|leave)\b/i

/** The refusal itself is no plan: "refused to let the convoy in". */
const isRefused = ({ type }: EventMention, words: string): boolean => type !== 'REJECT' && REFUSED.test(words)

/** "We do not bomb markets", "our men were not there": whoever speaks denies the own part. */
const isOwnPart = ({ participants }: EventMention, text: string): boolean =>
  participants.some(({ role, spans }) => role === 'actor' && /^(?:we|i|our|my|us)\b/i.test(text.slice(...spans[0])))

/** "made no mention of the attack", "did not say when it was hit", "declined to say who had planted it": what is not told is not denied. */
function isUntold(
  { trigger, sentence }: EventMention,
  { text, sentences }: Pick<ArticleText, 'text' | 'sentences'>,
): boolean {
  const span = sentences[sentence ?? -1]?.span
  return span !== undefined && UNTOLD.test(text.slice(span[0], trigger[0]))
}

const UNTOLD =
  /\b(?:(?:made|makes|making) no mention of|(?:did|does|do|would|could|had|has|have)(?: not|n['’]?t) (?:say|said|give|given|mention|mentioned|specify|specified|provide|provided|name|named|elaborate)|(?:declin|refus)\w+ to (?:say|comment|speak|give|name|identify|discuss|specify)|without (?:mentioning|giving|saying|specifying))\b[^.;]{0,120}$/i

/** "denied using gas", "denied having fired on the town": who denies does not say what others did. */
const isOwnDeed = ({ trigger }: EventMention, text: string): boolean =>
  /\bden(?:y|ies|ied|ying)\s+(?:(?:ever|having|deliberately|intentionally)\s+){0,2}$/i.test(
    text.slice(Math.max(0, trigger[0] - MAX_BEFORE), trigger[0]),
  )

/** "denied that women had been raped": it names nobody who did it, so that nobody did. */
function isNobodysDeed(
  { trigger, sentence, participants }: EventMention,
  { text, sentences }: Pick<ArticleText, 'text' | 'sentences'>,
): boolean {
  const span = sentences[sentence ?? -1]?.span
  if (!span || participants.some(({ role }) => role === 'actor')) return false
  return (
    /\bden(?:y|ies|ied|ying) (?:[\w ]+ )?that [^,;]*\b(?:had|has|have) been (?:\w+ly )?$/i.test(
      text.slice(span[0], trigger[0]),
    ) && !/^[^,;.]*\bby\b/i.test(text.slice(trigger[1], span[1]))
  )
}

/** Characters that "denied ever having" takes, and more. */
const MAX_BEFORE = 60

/** "denied responsibility for the attack", "had nothing to do with it": the blame is denied, and the attack granted. */
const BLAME =
  /\b(?:den(?:y|ies|ied|ying|ials? of)|reject(?:s|ed|ing)?|disclaim(?:s|ed|ing)?) (?:\S+ ){0,3}?(?:responsib\w+|involvement|having anything to do|blame|guilt|links?|complicity|knowledge|accusations?|allegations?|charges?|wrongdoing|role|part|hand)\b|\b(?:was|were|is|are|had|has|have) (?:not|no|nothing|never) (?:\S+ ){0,3}?(?:responsible|involved|behind|to do with|to blame|part in|role in|hand in)\b|n[o'’]t (?:behind|responsible for|involved in)\b/i

/** "denied that anyone had been taken", "no shelling took place", "there was no attack": not by them alone, but at all. */
const ALTOGETHER =
  /\bden(?:y|ies|ied|ying) that (?:any(?:one|body|thing)?|there)\b|\b(?:no|not a|not a single) (?:\S+ ){1,3}?(?:(?:has |had |have )?(?:taken|took) place|(?:has |had |have )?(?:happened|occurred))\b|\b(?:never|(?:did|had|has) not) (?:taken? place|happen(?:ed)?|occur(?:red)?)\b|\bthere (?:was|were|has been|had been) no\b/i

function withRebuttals(
  events: readonly EventMention[],
  statements: readonly Statement[],
  entities: readonly Entity[],
  text: string,
): EventMention[] {
  const denials = statements.filter(({ stance, source }) => stance === 'denies' && source !== null)
  if (denials.length === 0) return [...events]
  const reported = new Map<string, EventMention[]>()
  for (const event of events)
    if (event.statement !== null && !SPEECH.has(event.type))
      reported.set(event.statement, [...(reported.get(event.statement) ?? []), event])
  return events.map((event) => {
    const denial = denials.find(({ cue }) => cue.some((span) => touch(span, event.trigger)))
    const denied =
      denial && !reported.has(denial.id) ? deniedBy(denial, { statements, entities, text, reported }) : undefined
    return denial && denied ? { ...event, denies: { event: denied.id, statement: denial.id } } : event
  })
}

const touch = ([from, to]: Span, [start, end]: Span): boolean => from < end && start < to

/** How far back lies what is rejected without being named. */
const REACH_CHARACTERS = 1500

const CLAIM =
  /\b(?:claims?|accusations?|allegations?|charges?|assertions?|reports?|lies|hoax(?:es)?|rumou?rs?|version|account|involvement|responsibility|blame|part in)\b/i

interface Known {
  statements: readonly Statement[]
  entities: readonly Entity[]
  text: string
  /** By the statement that reports them. */
  reported: ReadonlyMap<string, readonly EventMention[]>
}

/** What the person whom the denial names has last reported, or the last report before "the claim". */
function deniedBy(
  { content, source, cue }: Statement,
  { statements, entities, text, reported }: Known,
): EventMention | undefined {
  const [start] = cue[0]
  const named = new Set(
    entities
      .filter(({ mentions }) => mentions.some(({ span }) => content.some((said) => touch(said, span))))
      .map(({ id }) => id),
  )
  const before = statements.filter(
    (other) =>
      other.cue[0][0] < start &&
      reported.has(other.id) &&
      other.source !== null &&
      other.source.entity !== source?.entity,
  )
  const byName = before.findLast((other) => other.source?.entity !== undefined && named.has(other.source.entity))
  const speaksOfClaim = content.some((span) => CLAIM.test(text.slice(...span)))
  const said =
    byName ?? (speaksOfClaim ? before.findLast((other) => start - other.cue[0][0] < REACH_CHARACTERS) : undefined)
  return said && reported.get(said.id)?.find(({ status }) => status === 'actual')
}
