// A decision -> its description in words: what it is about, and the values before and after.

import type { Anchor, CountWords, Decision, EventWords, PlaceWords, StatementWords, TimeWords } from './decision.ts'
import type { Quote } from './quote.ts'

export interface Put {
  name: string
  before: string | null
  after: string | null
}

/** The words that the decision is about. */
export function subjectOf(decision: Decision): string {
  switch (decision.kind) {
    case 'statement':
      return wordsOf((decision.before ?? decision.after)?.content)
    case 'event':
      return decision.before?.trigger.words ?? decision.after?.trigger.words ?? ''
    case 'place':
      return decision.before?.name ?? decision.after?.name ?? ''
    case 'time':
    case 'count':
      return decision.before?.words.words ?? decision.after?.words.words ?? ''
    case 'incident':
      return some(decision.after.flat().map(({ quote }) => quote.words))
    case 'party':
      return decision.about === 'identity' ? some(decision.after.flat()) : decision.party
    case 'note':
      if (decision.source) return decision.source.name
      return decision.of === undefined ? some(wordsAt(decision.at)) : `proposal ${decision.of}`
    case 'title':
    case 'tag':
      return some(wordsAt(decision.at))
    case 'account':
      return wordsOf((decision.before ?? decision.after)?.statement.content)
  }
}

/** Only what differs; everything if it was rejected or added. */
export function changesOf(decision: Decision): Put[] {
  switch (decision.kind) {
    case 'statement':
      return differing(decision.before, decision.after, statementFields)
    case 'event':
      return differing(decision.before, decision.after, eventFields)
    case 'place':
      return differing(decision.before, decision.after, placeFields)
    case 'time':
      return differing(decision.before, decision.after, timeFields)
    case 'count':
      return differing(decision.before, decision.after, countFields)
    case 'incident':
      return differing(decision.before, decision.after, (groups) => ({
        Incidents: String(groups.length),
        Mentions: groups.map((group) => String(group.length)).join(' and '),
      }))
    case 'title':
      return differing(decision.before, decision.after, (title) => ({ Title: title }))
    case 'tag':
      return differing(decision.before, decision.after, (tag) => ({ Tag: tag }))
    case 'account':
      // What the program read in the words at first is of no interest: they are a person's.
      return differing(null, decision.after ?? decision.before, ({ statement }) => {
        const { Source, Named, Stance } = statementFields(statement)
        return { Source, Named, Stance }
      })
    case 'party':
      return decision.about === 'identity'
        ? differing(decision.before, decision.after, (groups) => ({ Parties: groups.map(some).join(' and ') }))
        : [{ name: BELONGING[decision.about], before: decision.before, after: decision.after }]
    case 'note':
      return []
  }
}

const BELONGING = { part: 'Part of', side: 'Side' } as const

function differing<Words>(
  before: Words | null,
  after: Words | null,
  fieldsOf: (words: Words) => Record<string, string | null | undefined>,
): Put[] {
  const [was, is] = [before && fieldsOf(before), after && fieldsOf(after)]
  return Object.keys(was ?? is ?? {}).flatMap((name) => {
    const put = { name, before: was?.[name] ?? null, after: is?.[name] ?? null }
    return put.before === put.after ? [] : [put]
  })
}

const statementFields = ({ source, cue, content, manner, stance, relay, addressee }: StatementWords) => ({
  Source: source && wordsOf(source.words),
  Named: source && (source.named ? 'yes' : 'no'),
  Kind: source?.kind ?? null,
  Cue: wordsOf(cue) || null,
  Content: wordsOf(content),
  Manner: manner,
  Stance: stance,
  'Came through': (relay ?? []).map(({ words }) => wordsOf(words)).join(', then ') || null,
  'Said to': wordsOf(addressee ?? []) || null,
})

const eventFields = ({ trigger, type, mode, status, participants, place, time, counts, statement }: EventWords) => ({
  Words: trigger.words,
  Type: type.toLowerCase(),
  Mode: mode ?? null,
  Status: status,
  Place: place?.words,
  Time: time?.words,
  ...partiesIn(participants),
  Counts: counts.map(({ words }) => words).join('; ') || null,
  'On whose word': statement ? statement.words : "the reporter's own",
})

const placeFields = ({ name, place }: PlaceWords) => ({
  Name: name,
  Point: place && `${place.lat.toFixed(3)}, ${place.lon.toFixed(3)}`,
  Country: place?.country ?? null,
  GeoNames: place?.geonameId === undefined ? null : String(place.geonameId),
})

/** Who acts, is hit, or serves as the means: each role with its words. */
const partiesIn = (participants: EventWords['participants']): Record<string, string | null> =>
  Object.fromEntries(
    ROLES.map(([role, name]) => [
      name,
      participants
        .flatMap((party) => (party.role === role ? [`${wordsOf(party.words)} (${kindOf(party)})`] : []))
        .join('; ') || null,
    ]),
  )

const ROLES = [
  ['actor', 'Actor'],
  ['recipient', 'Recipient'],
  ['instrument', 'Instrument'],
] as const

const kindOf = ({ kind, named }: EventWords['participants'][number]): string => `${kind}${named ? ', named' : ''}`

/** An article says "killed" of several events. */
function withWhatFollows({ words, suffix }: Quote): string {
  const follows = suffix.replace(/\s+/g, ' ')
  return `“${words}${follows.slice(0, Math.max(0, follows.lastIndexOf(' ')))} …”`
}

const countFields = ({ words, low, high, approximate, of, fate, side, events }: CountWords) => ({
  Words: words.words,
  'How many': `${approximate ? 'about ' : ''}${low === high ? low : high === null ? `${low} or more` : `${low} to ${high}`}`,
  'Of whom': of,
  Side: side ?? null,
  Fate: fate ?? null,
  'Toll of': events?.map(({ trigger }) => withWhatFollows(trigger)).join('; ') || null,
})

const timeFields = ({ words, value }: TimeWords) => ({ Words: words.words, Value: value })

const wordsOf = (quotes: readonly Quote[] | undefined): string =>
  (quotes ?? []).map(({ words }) => words.replace(/\s+/g, ' ').trim()).join(' … ')

const wordsAt = (anchors: readonly Anchor[]): string[] =>
  anchors.map(({ quote }) => quote.words.replace(/\s+/g, ' ').trim())

const MOST = 4

/** The first of many words. */
function some(words: readonly string[]): string {
  const different = [...new Set(words)]
  return different.slice(0, MOST).join(', ') + (different.length > MOST ? ' …' : '')
}
