// All examples -> an article's page and an incident's page say the same of the same words: where, whether it happened, on whose word.

import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { loadResources, openDocument, read, reconcile } from '../../src/index.ts'
import type { Incident, Reading, Span } from '../../src/types.ts'
import { STATUS } from '../words.ts'
import { citedOf, explain, sourceOf, type TextOf, textOf } from './explain.ts'
import type { Article } from './marks.ts'

const FOLDER = new URL('../../examples/', import.meta.url)
const readings = new Map<string, Reading>()
let incidents: Incident[]

beforeAll(async () => {
  const resources = await loadResources()
  for (const name of readdirSync(FOLDER).filter((name) => /^\d/.test(name))) {
    const document = await openDocument({ bytes: readFileSync(new URL(name, FOLDER)), origin: name })
    readings.set(document.id, await read(document, resources))
  }
  incidents = reconcile(readings.values())
}, 60_000)

interface OnPage {
  article: Article
  words: TextOf
  /** What the article's page says of each event of the account: of one fact, by the event. */
  facts: (name: string) => (string | undefined)[]
  events: Article['events']
}

function pageOf({ document, article: number, events: ids }: Incident['accounts'][number]): OnPage {
  const reading = readings.get(document)
  const article = reading?.articles[number - 1]
  if (!reading || !article) throw new Error(`no article ${number} in ${document}`)
  const words = textOf({ text: reading.document.text, offset: 0 })
  const events = article.events.filter(({ id }) => ids.includes(id))
  const factOf = (id: string, name: string) =>
    explain(article, id, words)?.facts.find((fact) => fact.name === name)?.value
  // What is denied without being said again happened where the event did that is denied.
  const facts = (name: string) =>
    events.map(({ id, denies }) => factOf(name === 'Place' ? (denies?.event ?? id) : id, name))
  return { article, words, facts, events }
}

/** Of one aspect what each account says, and where. */
const saidOf = ({ accounts, aspects }: Incident, name: string) =>
  aspects
    .filter((aspect) => aspect.name === name)
    .flatMap(({ values }) =>
      values.flatMap(({ value, grounds }) =>
        grounds.map(({ account, span }) => ({ value, span, page: pageOf(accounts[account]) })),
      ),
    )

const isSpan = (one: Span, other: Span): boolean => one.join() === other.join()

test('both name the same place', () => {
  const said = incidents.flatMap((incident) => saidOf(incident, 'place'))
  expect(said.length).toBeGreaterThan(20)
  expect(said.filter(({ value, page }) => !page.facts('Place').includes(value))).toEqual([])
})

test('both say whether it happened', () => {
  const said = incidents.flatMap((incident) => saidOf(incident, 'status'))
  expect(said.length).toBeGreaterThan(40)
  const onPage = ({ value, span, page }: (typeof said)[number]) => {
    const event = page.events.findIndex(({ trigger }) => isSpan(trigger, span))
    if (page.facts('Denies')[event] !== undefined) return 'denied'
    return page.facts('Course')[event]?.toLowerCase().replace('begun', '') || page.facts('Status')[event]
  }
  expect(said.filter((one) => onPage(one) !== one.value && onPage(one) !== STATUS[one.value])).toEqual([])
})

test('both name the same source', () => {
  const accounts = incidents.flatMap((incident) => incident.accounts)
  const sourcesOf = ({ article, words }: OnPage) =>
    article.statements.map(
      (said) => [said.id, citedOf(article, said, words) ?? sourceOf(article, said, words)] as const,
    )
  const wrong = accounts.filter((account) => {
    const page = pageOf(account)
    const sources = new Map(sourcesOf(page))
    const own = page.events.flatMap(({ statement, denies }) => denies?.statement ?? statement ?? [])
    // What an article says in its own voice can rest on one of its sources, or on that of the article of which it is a reprint.
    if (own.length === 0) return false
    return !own.some((id) => (sources.get(id) ?? 'nobody named') === account.origin)
  })
  expect(accounts.filter(({ originKind }) => originKind !== 'voice').length).toBeGreaterThan(20)
  expect(wrong).toEqual([])
})
