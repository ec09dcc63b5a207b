// Incidents of the record -> each with the articles and mentions that its accounts come from.

import { documentNamed } from '../record/documents.ts'
import { type Labels, labelsOf, NO_LABELS } from '../record/incidents/labels.ts'
import { findIncident, type IncidentFilter, listIncidents } from '../record/incidents/list.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Account, Claim, Entity, EventMention, Fate, Incident } from '../types.ts'
import { articlesOf, type CitedArticle, type Parts, partsOf } from './articles.ts'
import { countingOnce } from './count-once.ts'

export interface CitedIncident {
  incident: Incident
  accounts: readonly CitedAccount[]
  /** What people call it, and how they tagged it. */
  labels: Labels
  /** Whether a number counts for this incident, and not for another one of the same export. */
  countsHere: (fate: Fate, claim: Claim) => boolean
}

export interface CitedAccount {
  account: Account
  cited: CitedArticle
  parts: Parts
  mentions: readonly EventMention[]
}

/** Neighbours in time are often told by the same articles, so that readings are kept: of so many characters in all. */
const MOST_KEPT = 1_000_000

export function* citeIncidents(record: OpenRecord, filter: IncidentFilter): Generator<CitedIncident> {
  const find = articleFinder(record)
  const labels = labelsOf(record)
  const counts = countingOnce(listIncidents(record, filter))
  for (const incident of listIncidents(record, filter)) yield cite(incident, find, { labels, counts })
}

/** Throws UserError where no incident, or several, have such an id. */
export function citeIncident(record: OpenRecord, id: string): CitedIncident {
  const incident = findIncident(record, id)
  return cite(incident, articleFinder(record), { labels: labelsOf(record), counts: () => true })
}

type ArticleFinder = (document: string, number: number) => { cited: CitedArticle; parts: Parts } | null

/** An account whose document has gone since incidents were worked out has nothing behind it, and is left out. */
function cite(
  incident: Incident,
  find: ArticleFinder,
  { labels, counts }: { labels: ReadonlyMap<string, Labels>; counts: ReturnType<typeof countingOnce> },
): CitedIncident {
  const accounts = incident.accounts.flatMap((account): CitedAccount[] => {
    const found = find(account.document, account.article)
    if (!found) return []
    return [{ account, ...found, mentions: account.events.flatMap((id) => found.parts.events.get(id) ?? []) }]
  })
  return {
    incident,
    accounts,
    labels: labels.get(incident.id) ?? NO_LABELS,
    countsHere: (fate, claim) => counts(incident, fate, claim),
  }
}

function articleFinder(record: OpenRecord): ArticleFinder {
  const kept = new Map<string, { articles: { cited: CitedArticle; parts: Parts }[]; size: number }>()
  let size = 0
  return (document, number) => {
    let found = kept.get(document)
    if (!found) {
      const reading = documentNamed(record, document)?.reading
      if (!reading) return null
      const articles = Array.from(articlesOf(reading), (cited) => ({ cited, parts: partsOf(cited.article) }))
      found = { articles, size: reading.document.text.length }
      kept.set(document, found)
      size += found.size
      for (const [oldest, { size: freed }] of kept) {
        if (size <= MOST_KEPT || oldest === document) break
        kept.delete(oldest)
        size -= freed
      }
    }
    return found.articles[number - 1] ?? null
  }
}

/** The articles behind the accounts, each once. */
export function articlesBehind({ accounts }: CitedIncident): CitedArticle[] {
  return [
    ...new Map(accounts.map(({ account: { document, article }, cited }) => [`${document}#${article}`, cited])).values(),
  ]
}

/** The parties that its accounts name in a role, each with the entity behind it where there is one. */
export function partiesOf(
  { accounts }: CitedIncident,
  role: 'actor' | 'recipient' | 'instrument',
): { text: string; entity?: Entity; account: CitedAccount }[] {
  return accounts.flatMap((account) =>
    account.mentions.flatMap(({ participants }) =>
      participants
        .filter((party) => party.role === role)
        .map(({ spans, entity: id }) => {
          const { text } = account.cited.reading.document
          const entity = id === undefined ? undefined : account.parts.entities.get(id)
          const words = spans.map((span) => text.slice(...span).replace(/\s+/g, ' ')).join(' ')
          return { text: words, ...(entity ? { entity } : {}), account }
        }),
    ),
  )
}

/** What the article says of the place that the incident was laid to: its division, its kind, "near". */
export function placeEntityOf({ incident: { place }, accounts }: CitedIncident): Entity | null {
  if (!place) return null
  for (const { mentions, parts } of accounts)
    for (const { place: id } of mentions) {
      const entity = id === undefined ? undefined : parts.entities.get(id)
      if (entity?.place?.lat === place.lat && entity.place.lon === place.lon && entity.name === place.name)
        return entity
    }
  return null
}
