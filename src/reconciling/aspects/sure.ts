// A question and the accounts -> for each claim why an incident does not state it, or null if it does. Reports tell the news first and most surely; what stands further down is
// often another event, and whoever comes up there is often no party to this one (measured: benchmarks/RESULTS.md, cells). What does not pass stays in its account, and answers no question about the incident.

import type { Aspect } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import type { Mention, Party } from '../mention.ts'
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
  // What somebody denies, and what a person adds, is said on purpose.
  return (claim) => (claim.polarity === 'no' || claim.mention.byHand ? null : why(claim))
}

function ruleFor(question: Aspect['name'], accounts: readonly DetailedAccount[]): Judge {
  switch (question) {
    case 'actor': {
      const surest = surestSentences(accounts)
      return ({ mention }) => whyNoActor(mention, surest)
    }
    case 'recipient':
      return whyNoRecipient
    case 'instrument':
      return ({ mention }) =>
        isWithin(LEAD_SENTENCES, mention) || mention.confidence >= MIN_MEANS_CONFIDENCE ? null : FURTHER_DOWN
    default:
      return ({ mention }) =>
        question.startsWith('count:') && !isWithin(TOLL_SENTENCES, mention) ? FURTHER_DOWN : null
  }
}

function whyNoActor(mention: Mention, surest: ReadonlySet<string>): string | null {
  if (mention.status !== 'actual') return 'not told as having happened'
  return isWithin(LEAD_SENTENCES, mention) || surest.has(sentenceKey(mention)) ? null : FURTHER_DOWN
}

function whyNoRecipient({ mention, span }: DetailedClaim): string | null {
  if (!isWithin(RECIPIENT_SENTENCES, mention)) return FURTHER_DOWN
  if (mention.confidence < MIN_RECIPIENT_CONFIDENCE) return UNSURE_EVENT
  const party = mention.parties.find((one) => one.span[0] === span[0] && one.span[1] === span[1])
  return party && !canBeStated(party) ? 'a name or a thing beside the event, not surely hit' : null
}

/** People, also one without a name, and buildings; a person or body with a name beside the verb is too often one that speaks, helps or commands. */
const canBeStated = ({ kind, named, side }: Party): boolean =>
  kind === 'group' || kind === 'facility' || side !== undefined || (kind === 'person' && !named)

const FURTHER_DOWN = 'further down in the report'
const UNSURE_EVENT = 'the program is not sure that it is an event'

const isWithin = (sentences: number, { below }: Mention): boolean => (below ?? 0) < sentences

/** Of each article the sentence of the mention that the reader is surest of. */
function surestSentences(accounts: readonly DetailedAccount[]): ReadonlySet<string> {
  const surest = new Map<string, Mention>()
  for (const { mentions } of accounts)
    for (const mention of mentions) {
      const article = `${mention.document} ${mention.article}`
      const best = surest.get(article)
      if (!best || isSurer(mention, best)) surest.set(article, mention)
    }
  return new Set([...surest.values()].map(sentenceKey))
}

const isSurer = (one: Mention, other: Mention): boolean =>
  one.confidence > other.confidence || (one.confidence === other.confidence && one.trigger[0] < other.trigger[0])

const sentenceKey = ({ document, article, sentence }: Mention): string => `${document} ${article} ${sentence[0]}`
