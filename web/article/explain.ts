// A mark -> its explanation: a title, then facts with links.

import type { ArticleAnswer } from '../../src/server/answers.ts'
import { count, date, fieldName, kindOf, MANNERS, plain, STANCES, STATUS, shown, sourceAddress } from '../words.ts'
import { type Article, type Span, signalId } from './marks.ts'

interface Fact {
  name: string
  value: string
  /** An address, or another mark of this article. */
  href?: string
  mark?: string
}

export interface Explanation {
  kind: 'statement' | 'event' | 'place' | 'time' | 'count' | 'signal'
  title: string
  /** The words that are marked. */
  quote: string
  facts: Fact[]
}

export type TextOf = (spans: readonly Span[]) => string

/** Separate parts are joined by " … "; white space becomes one space. */
export const textOf =
  ({ text, offset }: Pick<ArticleAnswer, 'text' | 'offset'>): TextOf =>
  (spans) =>
    shown(
      spans
        .map(([start, end]) =>
          text
            .slice(start - offset, end - offset)
            .replace(/\s+/g, ' ')
            .trim(),
        )
        .join(' … '),
    )

/** The source's name, or else the words for it, as the lists of sources have it. */
export function sourceOf(article: Article, { source }: Article['statements'][number], words: TextOf): string | null {
  if (!source) return null
  return source.name ?? article.entities.find(({ id }) => id === source.entity)?.name ?? words(source.spans)
}

/** Of news media whom they cite. */
export function citedOf(article: Article, { source }: Article['statements'][number], words: TextOf): string | null {
  const cites = source?.cites
  if (!cites) return null
  return cites.name ?? article.entities.find(({ id }) => id === cites.entity)?.name ?? words([cites.span])
}

/** Whose word it is: "local media, citing the army". */
function wordOf(article: Article, statement: Article['statements'][number], words: TextOf): string {
  const cited = citedOf(article, statement, words)
  const source = shown(sourceOf(article, statement, words) ?? 'nobody named')
  return cited === null ? source : `${source}, citing ${shown(cited)}`
}

export function explain(article: Article, id: string, words: TextOf): Explanation | null {
  const statement = article.statements.find((candidate) => candidate.id === id)
  if (statement) return explainStatement(article, statement, words)
  const event = article.events.find((candidate) => candidate.id === id)
  if (event) return explainEvent(article, event, words)
  const entity = article.entities.find((candidate) => candidate.id === id)
  if (entity?.place) return explainPlace(entity, entity.place)
  const signal = article.signals?.find((_, index) => signalId(index) === id)
  if (signal) return explainSignal(signal, words)
  const time = article.times.find((candidate) => candidate.id === id)
  if (time) return explainTime(time, words)
  const number = article.counts.find((candidate) => candidate.id === id)
  return number ? explainCount(article, number, words) : null
}

function explainStatement(article: Article, statement: Article['statements'][number], words: TextOf): Explanation {
  const { id, source, cue, content, manner, stance, relay, addressee, within } = statement
  const name = sourceOf(article, statement, words)
  const told = article.events.filter((event) => event.statement === id)
  return {
    kind: 'statement',
    title: name === null ? 'No source named' : shown(name),
    quote: words(content),
    facts: [
      ...(source && name !== null
        ? [
            { name: 'Source', value: `${plain(source.kind)}, ${source.named ? 'named' : 'unnamed'}` },
            ...(words(source.spans) === name ? [] : [{ name: 'Called here', value: `“${words(source.spans)}”` }]),
          ]
        : []),
      { name: 'Words of saying', value: `“${words(cue)}”: ${STANCES[stance] ?? stance}` },
      { name: 'How', value: MANNERS[manner] ?? manner },
      ...(addressee ? [{ name: 'Said to', value: words(addressee.spans) }] : []),
      ...(relay ?? []).map((entity) => ({ name: 'Relayed by', value: shown(nameOf(article, entity)) })),
      ...(within === undefined ? [] : [{ name: 'Within', value: 'another statement', mark: within }]),
      ...told.map(({ id: event, type, mode, trigger }) => ({
        name: 'Event',
        value: `${mode === undefined ? kindOf(type) : plain(mode)}: “${words([trigger])}”`,
        mark: event,
      })),
      ...signalFacts(article, { statement: id }),
      ...(name === null ? [] : [{ name: 'More', value: 'everything this source said', href: sourceAddress(name) }]),
    ],
  }
}

function explainEvent(article: Article, event: Article['events'][number], words: TextOf): Explanation {
  const { type, mode, trigger, participants, place, time, counts, status, course, denies, statement, confidence } =
    event
  const denied = article.events.find(({ id }) => id === denies?.event)
  const voice = article.statements.find(({ id }) => id === (denies?.statement ?? statement))
  return {
    kind: 'event',
    title: [kindOf(type), ...(mode === undefined ? [] : [plain(mode).toLowerCase()])].join(': '),
    quote: words([trigger]),
    facts: [
      ...participants.map(({ role, spans, entity }) => {
        const said = words(spans)
        const name = entity === undefined ? said : nameOf(article, entity)
        return { name: fieldName(plain(role)), value: name === said ? said : `${said} (${shown(name)})` }
      }),
      ...(place === undefined ? [] : [{ name: 'Place', value: shown(nameOf(article, place)), mark: place }]),
      ...timeFacts(article, time, words),
      ...counts.flatMap((id) => {
        const found = article.counts.find((candidate) => candidate.id === id)
        return found ? [{ name: 'How many', value: `${words([found.span])}: ${bounds(found)}`, mark: id }] : []
      }),
      { name: 'Did it happen', value: STATUS[status] ?? status },
      ...(course === undefined ? [] : [{ name: 'Course', value: plain(course) }]),
      ...(denied ? [{ name: 'Denies', value: words([denied.trigger]), mark: denied.id }] : []),
      voice
        ? { name: 'On whose word', value: wordOf(article, voice, words), mark: voice.id }
        : { name: 'On whose word', value: "the reporter's own" },
      ...signalFacts(article, { event: event.id }),
      { name: 'Confidence', value: `${Math.round(confidence * 100)} %` },
    ],
  }
}

const timeFacts = ({ times }: Article, id: string | undefined, words: TextOf): Fact[] => {
  const time = times.find((candidate) => candidate.id === id)
  return time ? [{ name: 'Time', value: `${words([time.span])}: ${dayRange(time)}`, mark: time.id }] : []
}

function explainPlace(
  { name, mentions }: Article['entities'][number],
  place: NonNullable<Article['entities'][number]['place']>,
): Explanation {
  const { lat, lon, country, precision, relation, confidence, geonameId } = place
  return {
    kind: 'place',
    title: shown(name),
    quote: '',
    facts: [
      ...(relation === undefined ? [] : [{ name: 'Relation', value: relation }]),
      { name: 'Precision', value: PRECISIONS[precision] ?? precision },
      { name: 'Point', value: `${lat.toFixed(3)}, ${lon.toFixed(3)}` },
      ...(country === undefined ? [] : [{ name: 'Country', value: countryName(country) }]),
      ...(geonameId === undefined ? [] : [{ name: 'GeoNames', value: String(geonameId) }]),
      { name: 'Mentioned', value: count(mentions.length, 'time') },
      { name: 'Confidence', value: `${Math.round(confidence * 100)} %` },
    ],
  }
}

function explainTime(time: Article['times'][number], words: TextOf): Explanation {
  return {
    kind: 'time',
    title: dayRange(time),
    quote: words([time.span]),
    facts: [
      { name: 'Value', value: time.value },
      { name: 'Precision', value: time.precision },
      { name: 'Worked out from', value: BASES[time.basis] ?? time.basis },
    ],
  }
}

function explainSignal(
  { why, spans, statement, event }: NonNullable<Article['signals']>[number],
  words: TextOf,
): Explanation {
  return {
    kind: 'signal',
    title: shown(why),
    quote: words(spans),
    facts: [
      ...(statement === undefined ? [] : [{ name: 'About', value: 'this statement', mark: statement }]),
      ...(event === undefined ? [] : [{ name: 'About', value: 'this event', mark: event }]),
    ],
  }
}

/** What a careful reader would notice about a statement or an event. */
const signalFacts = ({ signals = [] }: Article, of: { statement?: string; event?: string }): Fact[] =>
  signals.flatMap(({ why, statement, event }, index) =>
    (of.statement !== undefined && statement === of.statement) || (of.event !== undefined && event === of.event)
      ? [{ name: 'Worth noticing', value: shown(why), mark: signalId(index) }]
      : [],
  )

function explainCount(article: Article, found: Article['counts'][number], words: TextOf): Explanation {
  const whole = article.counts.find(({ id }) => id === found.partOf)
  const tolls = article.events.filter(({ counts }) => counts.includes(found.id))
  return {
    kind: 'count',
    title: `${bounds(found)} ${shown(found.of)}`,
    quote: words([found.span]),
    facts: [
      ...(found.fate === undefined ? [] : [{ name: 'Fate', value: plain(found.fate) }]),
      ...(found.side === undefined ? [] : [{ name: 'They are', value: found.side }]),
      { name: 'Approximate', value: found.approximate ? 'yes' : 'no' },
      ...tolls.map(({ id, trigger }) => ({ name: 'Toll of', value: words([trigger]), mark: id })),
      ...(whole ? [{ name: 'Part of', value: words([whole.span]), mark: whole.id }] : []),
    ],
  }
}

function bounds({ low, high }: { low: number; high: number | null }): string {
  if (high === null) return `${low} or more`
  return low === high ? String(low) : `${low} to ${high}`
}

function dayRange({ start, end, value }: Article['times'][number]): string {
  if (start === undefined) return value.startsWith('XXXX') ? `${value}, year unknown` : value
  return end === undefined || end === start ? date(start) : `${date(start)} to ${date(end)}`
}

const nameOf = ({ entities }: Article, entity: string): string =>
  entities.find(({ id }) => id === entity)?.name ?? entity

const regions = new Intl.DisplayNames(['en'], { type: 'region' })

function countryName(code: string): string {
  try {
    return regions.of(code) ?? code
  } catch {
    return code
  }
}

const PRECISIONS: Record<string, string> = {
  exact: 'the exact place',
  settlement: 'the settlement',
  district: 'only the district',
  region: 'only the region',
  country: 'only the country',
}

const BASES: Record<string, string> = {
  absolute: 'the words alone',
  publication: 'the day of publication',
  narrative: 'a date earlier in the text',
}
