// Articles and incidents -> FollowTheMoney entities, one a line: Article, Person or Organization with a Mention for each, and Event
// with the articles that report it as proof. Nothing is said of anybody but that an article names them.

import { incidentRow } from '../record/incidents/row.ts'
import type { Entity, Incident } from '../types.ts'
import { type CitedArticle, titleOf } from './articles.ts'
import { articlesBehind, type CitedIncident, partiesOf } from './cited.ts'
import { hashOf, isWebAddress } from './identify.ts'
import { disputedAspects, isDisputed, partiesClaimed } from './settled.ts'
import { oneLine } from './shape.ts'
import { tollOf } from './tolls.ts'

interface FtmEntity {
  id: string
  schema: string
  properties: Record<string, string[]>
}

export function* ftmArticles(articles: Iterable<CitedArticle>): Generator<string> {
  for (const cited of articles) for (const entity of entitiesIn(cited)) yield line(entity)
}

/** Each article goes before the first event that it is proof of. */
export function* ftmIncidents(incidents: Iterable<CitedIncident>): Generator<string> {
  const told = new Set<string>()
  for (const cited of incidents) {
    for (const article of articlesBehind(cited)) {
      const id = articleId(article)
      if (told.has(id)) continue
      told.add(id)
      for (const entity of entitiesIn(article)) yield line(entity)
    }
    for (const entity of eventOf(cited)) yield line(entity)
  }
}

const line = (entity: FtmEntity): string => `${JSON.stringify(entity)}\n`

const articleId = ({ reading, number }: CitedArticle): string => hashOf('article', reading.document.sha256, number)
const namedId = ({ reading }: CitedArticle, { id }: Entity): string => hashOf('named', reading.document.sha256, id)

/** What has no value is left out. */
function ftm(
  id: string,
  schema: string,
  properties: Record<string, readonly (string | null | undefined)[]>,
): FtmEntity {
  const kept = Object.entries(properties).map(([name, values]): [string, string[]] => [
    name,
    [...new Set(values.flatMap((value) => value || []))],
  ])
  return { id, schema, properties: Object.fromEntries(kept.filter(([, values]) => values.length > 0)) }
}

function* entitiesIn(cited: CitedArticle): Generator<FtmEntity> {
  const { reading, article } = cited
  const { document } = reading
  const id = articleId(cited)
  yield ftm(id, 'Article', {
    name: [titleOf(cited) ?? document.origin],
    title: [titleOf(cited)],
    fileName: [document.origin],
    mimeType: [document.mediaType],
    author: article.bylines ?? [],
    publisher: [article.outlet],
    sourceUrl: [isWebAddress(article.url) ? article.url : null],
    publishedAt: [article.published && instant(article.published.value)],
    retrievedAt: [document.retrievedAt && instant(document.retrievedAt)],
    language: [article.language.startsWith('en') ? 'eng' : null],
    bodyText: [document.text.slice(...article.span)],
    notes: [`sha256 ${document.sha256}`],
    processingAgent: [`hearsay ${reading.reader.version}`],
  })
  for (const entity of article.entities) {
    const schema = schemaOf(entity)
    if (schema === null) continue
    const country = entity.actor?.country?.toLowerCase()
    yield ftm(namedId(cited, entity), schema, { name: [entity.name], country: [country], proof: [id] })
    yield ftm(hashOf('mention', document.sha256, entity.id), 'Mention', {
      document: [id],
      name: [entity.name],
      detectedSchema: [schema],
      contextCountry: [country],
      resolved: [namedId(cited, entity)],
    })
  }
}

/** Of persons and bodies given by name; "gunmen" and "residents" are nobody in particular. */
function schemaOf({ type, mentions }: Entity): 'Person' | 'Organization' | null {
  if (!mentions.some(({ kind }) => kind === 'name')) return null
  if (type === 'person') return 'Person'
  return type === 'organisation' || type === 'outlet' || type === 'group' ? 'Organization' : null
}

function* eventOf(cited: CitedIncident): Generator<FtmEntity> {
  const { incident } = cited
  const { id, type, mode, place, accounts, credibility } = incident
  const { title, gist } = incidentRow(incident)
  const { quoted } = tollOf(cited, 'killed')
  const address = place && hashOf('place', place.name, place.lat, place.lon)
  const country = place?.country?.toLowerCase()
  if (place && address)
    yield ftm(address, 'Address', {
      full: [place.name],
      country: [country],
      latitude: [String(place.lat)],
      longitude: [String(place.lon)],
      remarks: [`precision: ${place.precision}`],
    })
  const dates = datesOf(incident)
  const parties = [...partiesInvolved(cited, 'actor'), ...partiesInvolved(cited, 'recipient')]
  yield ftm(hashOf('event', id), 'Event', {
    name: [cited.labels.title ?? title],
    keywords: [type, mode, ...cited.labels.tags],
    ...dates,
    location: [place?.name],
    country: [country],
    addressEntity: [address],
    summary: [oneLine(accounts[0].sentence)],
    notes: [
      ...(gist === '' ? [] : [gist]),
      ...(quoted === null ? [] : [`killed, as quoted: ${quoted}`]),
      ...cited.labels.notes.map(({ text, who }) => `note by ${who}: ${text}`),
      `information graded ${credibility.grade} (Admiralty code): ${credibility.why.join('; ')}`,
      ...disputedAspects(incident).map(({ name, why }) => `disputed, ${name}: ${why}`),
    ].map(oneLine),
    recordId: [id],
    involved: parties.flatMap(({ entity, account }) =>
      entity && schemaOf(entity) !== null ? [namedId(account.cited, entity)] : [],
    ),
    proof: articlesBehind(cited).map(articleId),
    sourceUrl: articlesBehind(cited).map(({ article: { url } }) => (isWebAddress(url) ? url : null)),
  })
}

/** Of those that the articles name in a part, the ones that an account still claims to have had it; none if the part is in dispute. */
function partiesInvolved(cited: CitedIncident, role: 'actor' | 'recipient'): ReturnType<typeof partiesOf> {
  if (isDisputed(cited.incident, role)) return []
  const claimed = partiesClaimed(cited.incident, role).map(({ name }) => oneLine(name).toLowerCase())
  return partiesOf(cited, role).filter(({ text, entity }) =>
    [text, entity?.name ?? text].some((name) => claimed.includes(oneLine(name).toLowerCase())),
  )
}

/** A month or a year is written as one, as far as FollowTheMoney knows of precision; other spans as two dates. */
function datesOf({ time }: Incident): Record<string, string[]> {
  if (!time) return {}
  if (time.start === time.end) return { date: [time.start] }
  if (time.precision === 'month') return { date: [time.start.slice(0, 7)] }
  if (time.precision === 'year') return { date: [time.start.slice(0, 4)] }
  return { startDate: [time.start], endDate: [time.end] }
}

/** In UTC, which is all that FollowTheMoney knows; a day without a time stays one. */
function instant(iso: string): string {
  const time = iso.includes('T') ? Date.parse(iso) : Number.NaN
  return Number.isNaN(time) ? iso.slice(0, 10) : new Date(time).toISOString().slice(0, 19)
}
