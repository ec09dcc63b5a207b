// What a person heard or read outside the record -> a document of its own that says so; and, once it was read, the decision by which its
// account joins an incident.

import type { Article, EventMention, Incident, Reading, Received, Span, Statement } from '../types.ts'
import type { Anchor, EventWords, OnAccount, StatementWords } from './decision.ts'
import { eventWords } from './events.ts'
import { quoteOf } from './quote.ts'
import { statementWords } from './statements.ts'

export interface ByHand {
  /** Who says it: "Amina Yusuf, a nurse". */
  source: string
  words: string
  /** False: "a nurse at the hospital". */
  named: boolean
  /** They say that it did not happen. */
  denies: boolean
  /** ISO day on which they said it. */
  said?: string | undefined
  outlet?: string | undefined
}

/** How the origin of such a document begins; who wrote it follows. */
export const BY_HAND = 'by hand, '

const BETWEEN = ': '

/** The text is the source and the words, as in a transcript; who added it is its author, and nothing else is added. */
export const documentByHand = ({ source, words, said, outlet }: ByHand, who: string): Received => ({
  bytes: new TextEncoder().encode(`${oneLine(source)}${BETWEEN}${words.trim()}\n`),
  origin: `${BY_HAND}${who}`,
  mediaType: 'text/plain',
  as: 'text',
  given: {
    bylines: [who],
    ...(outlet === undefined ? {} : { outlet }),
    ...(said === undefined ? {} : { published: { value: said, basis: 'given' as const } }),
  },
})

/** @param at the mentions of the incident; null if the reader found no article in it */
export function accountDecision(
  { document, articles }: Reading,
  { source, named, denies }: ByHand,
  { type, mode }: Pick<Incident, 'type' | 'mode'>,
  at: Anchor[],
): OnAccount | null {
  const { text, sha256 } = document
  const [article] = articles
  if (!article) return null
  const end = text.trimEnd().length
  const name: Span = [0, oneLine(source).length]
  const content: Span = [name[1] + BETWEEN.length, end]
  if (content[1] <= content[0]) return null
  const said = article.statements.find((one) => isInside(one, content))
  const statement: StatementWords = {
    source: { words: [quoteOf(text, name)], kind: said?.source?.kind ?? 'person', named },
    cue: [],
    content: [quoteOf(text, content)],
    manner: 'direct',
    stance: denies ? 'denies' : 'asserts',
  }
  const told = mentionIn(article, content, type)
  const event: EventWords = {
    ...(told ? eventWords(text, article, told) : newEvent(text, article, content)),
    type,
    ...(mode === undefined ? {} : { mode }),
    status: denies ? 'denied' : 'actual',
    statement: quoteOf(text, content),
  }
  return {
    kind: 'account',
    document: sha256,
    at,
    before:
      said || told
        ? {
            statement: said ? statementWords(text, said) : statement,
            event: told ? eventWords(text, article, told) : event,
          }
        : null,
    after: { statement, event },
  }
}

/** Of the words' events the first of the incident's type, or else the first. */
function mentionIn({ events }: Article, [start, end]: Span, type: string): EventMention | null {
  const inside = events.filter(({ trigger }) => start <= trigger[0] && trigger[1] <= end)
  return inside.find((event) => event.type === type) ?? inside[0] ?? null
}

const isInside = ({ content }: Statement, [start, end]: Span): boolean =>
  content.length > 0 && content.every(([from, to]) => start <= from && to <= end)

/** An event that the reader missed stands on the first sentence; places, times and counts of people are what the reader found in the words. */
function newEvent(text: string, { entities, times, counts, sentences = [] }: Article, content: Span): EventWords {
  const [start, end] = content
  const within = ([from, to]: Span) => start <= from && to <= end
  const first = sentences.find(({ span }) => span[1] > start)?.span ?? content
  const place = entities.filter((one) => one.place).flatMap(({ mentions }) => mentions.map(({ span }) => span))
  const quote = (span: Span | undefined) => (span ? quoteOf(text, span) : null)
  return {
    trigger: quoteOf(text, [start, Math.min(first[1], end)]),
    type: '',
    status: 'actual',
    participants: [],
    place: quote(place.find(within)),
    time: quote(times.find(({ span }) => within(span))?.span),
    counts: counts
      .filter(({ fate, span }) => fate !== undefined && within(span))
      .map(({ span }) => quoteOf(text, span)),
    statement: null,
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
