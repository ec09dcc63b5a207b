// A question and the accounts -> for each claim why an incident does not state it, or null if it does. Reports tell the news first and most surely; what stands further down is
// often another event, and whoever comes up there is often no party to this one (measured: benchmarks/RESULTS.md, cells). What does not pass stays in its account, and answers no question about the incident.

import type { Aspect } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import { firstTold, TIME_SENTENCES } from '../first-told.ts'
import type { Mention, Party } from '../mention.ts'
import { comesBetween } from '../turns-elsewhere.ts'
import { hasName } from '../where.ts'
import { placingMentions } from '../where-told.ts'
import { hasPlace } from './another-event.ts'
import type { DetailedClaim } from './claim.ts'

/** Sentences of the body, the first being 0; a headline stands above them all. */
const LEAD_SENTENCES = 2
const RECIPIENT_SENTENCES = 4
const TOLL_SENTENCES = 8
const MIN_RECIPIENT_CONFIDENCE = 0.7
const MIN_MEANS_CONFIDENCE = 0.8

type Judge = (claim: DetailedClaim) => string | null

export function judgeOf(question: Aspect['name'], accounts: readonly DetailedAccount[]): Judge {
  const why = ruleFor(question, accounts)
  // What somebody denies, and what a person adds or decides, is said on purpose.
  return (claim) =>
    claim.polarity === 'no' || claim.mention.byHand || claim.mention.decided
      ? null
      : isAmongTags(claim)
        ? 'a keyword of the page, not its text'
        : why(claim)
}

function ruleFor(question: Aspect['name'], accounts: readonly DetailedAccount[]): Judge {
  switch (question) {
    case 'actor': {
      const mentions = mentionsOf(accounts)
      const first = new Set(firstTold(mentions, 0))
      return ({ mention }) => whyNoActor(mention, first, mentions)
    }
    case 'recipient':
      return whyNoRecipient
    case 'place': {
      const placing = new Set<Mention>(placingMentions(mentionsOf(accounts)))
      return ({ mention, value }) =>
        value.kind === 'place' && !hasName(value) ? 'no name' : placing.has(mention) ? null : FURTHER_DOWN
    }
    case 'time': {
      const first = new Set(firstTold(mentionsOf(accounts), TIME_SENTENCES))
      return ({ mention }) => (first.has(mention) ? null : FURTHER_DOWN)
    }
    case 'instrument':
      return ({ mention }) =>
        isWithin(LEAD_SENTENCES, mention) || mention.confidence >= MIN_MEANS_CONFIDENCE ? null : FURTHER_DOWN
    default:
      return question.startsWith('count:') ? whyNoTollAmong(accounts) : () => null
  }
}

const mentionsOf = (accounts: readonly DetailedAccount[]): Mention[] => accounts.flatMap(({ mentions }) => mentions)

function whyNoActor(mention: Mention, first: ReadonlySet<Mention>, mentions: readonly Mention[]): string | null {
  if (mention.status !== 'actual') return 'not told as having happened'
  if (!isWithin(LEAD_SENTENCES, mention) && !first.has(mention)) return FURTHER_DOWN
  return answersWhatIsTold(mention, mentions) ? 'of what came before it' : null
}

/** "Jets hit the town after rebels had launched an offensive": who did what the event answered did not do the event. */
const answersWhatIsTold = (mention: Mention, mentions: readonly Mention[]): boolean => {
  const before = mentions.findLast(
    ({ document, sentence, trigger, type }) =>
      document === mention.document &&
      sentence[0] === mention.sentence[0] &&
      trigger[1] <= mention.trigger[0] &&
      type === mention.type,
  )
  return (
    before !== undefined &&
    ANSWERS.test(
      mention.sentenceText.slice(before.trigger[1] - mention.sentence[0], mention.trigger[0] - mention.sentence[0]),
    )
  )
}
const ANSWERS = /\b(?:after|following|in response to|in retaliation for|respond(?:ed|ing) to|in revenge for)\b/i

function whyNoRecipient({ mention, span }: DetailedClaim): string | null {
  if (!isWithin(RECIPIENT_SENTENCES, mention)) return FURTHER_DOWN
  if (!isWithin(LEAD_SENTENCES, mention) && tellsOfMore(mention)) return OF_OTHERS
  if (mention.confidence < MIN_RECIPIENT_CONFIDENCE) return UNSURE_EVENT
  const party = mention.parties.find((one) => one.span[0] === span[0] && one.span[1] === span[1])
  return party && !canBeStated(party) ? 'a name or a thing beside the event, not surely hit' : null
}

/** People, also one without a name, and buildings; a person or body with a name beside the verb is too often one that speaks, helps or commands. */
const canBeStated = ({ kind, named, side }: Party): boolean =>
  kind === 'group' || kind === 'facility' || side !== undefined || (kind === 'person' && !named)

/** Further down a toll is that of the event if its sentence says which it is of, or if a lead or another report gives the same number. */
function whyNoTollAmong(accounts: readonly DetailedAccount[]): Judge {
  const givenBy = new Map<number, Set<string>>()
  for (const { document, article, mentions } of accounts)
    for (const mention of mentions) {
      const by = isWithin(LEAD_SENTENCES, mention) ? LEAD : `${document} ${article}`
      // "dozens" are not the same dozens.
      for (const { low } of mention.tallies.filter(({ approximate }) => !approximate))
        givenBy.set(low, (givenBy.get(low) ?? new Set()).add(by))
    }
  const isBorneOut = ({ value }: DetailedClaim) => {
    const by = givenBy.get(value.kind === 'number' ? value.low : Number.NaN)
    return by !== undefined && (by.has(LEAD) || by.size > 1)
  }
  return (claim) => {
    const { mention } = claim
    if (comesBetween(wordsBetween(claim))) return OF_OTHERS
    if (isWithin(LEAD_SENTENCES, mention)) return null
    if (!isWithin(TOLL_SENTENCES, mention)) return FURTHER_DOWN
    if (isBorneOut(claim)) return null
    if (tellsOfMore(mention)) return OF_OTHERS
    return mention.definite || hasPlace(mention) ? null : 'its sentence does not say of what'
  }
}
const LEAD = ''

/** Of the sentence, from the event's words to the claim. */
const wordsBetween = ({ mention: { sentence, sentenceText, trigger }, span }: DetailedClaim): string =>
  sentenceText.slice(trigger[1] - sentence[0], Math.max(0, span[0] - sentence[0]))

/** "Tags Dol army civilians Shells hit ...": the keywords of a page, run into its text. */
const isAmongTags = ({ mention: { sentence, sentenceText }, span }: DetailedClaim): boolean =>
  /\bTags:? (?:(?!(?:in|of|the|on|an?|was|were|has|have|and|by|to|at|for|from|with|that|who)\b)\S+ )*$/.test(
    sentenceText.slice(0, Math.max(0, span[0] - sentence[0])),
  )

/** "a total of 43 have been killed", "six days of shelling", "since Tuesday", "daily"; "- In May" is a line of a chronicle. */
const SUM =
  /^[*•–-]\s|\b(?:since|a total of|(?:hours|days|weeks|months|years) of|in (?:the )?(?:past|last|previous)|daily|every day)\b/i

const tellsOfMore = ({ turns, general, sentenceText }: Mention): boolean =>
  (turns ?? general ?? false) || SUM.test(sentenceText)

const OF_OTHERS = 'of another event, or of several'
const FURTHER_DOWN = 'further down in the report'
const UNSURE_EVENT = 'the program is not sure that it is an event'

const isWithin = (sentences: number, { below }: Mention): boolean => (below ?? 0) < sentences
