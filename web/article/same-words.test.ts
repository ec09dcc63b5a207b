// All examples -> an article's page and an incident's page say the same of the same words: where, whether it happened, on whose word.

import { beforeAll, expect, test } from 'vitest'
import type { ArticleAnswer, IncidentAnswer } from '../../src/server/answers.ts'
import { serveExamples } from '../../src/testing/example-server.ts'
import { STATUS } from '../words.ts'
import { citedOf, explain, sourceOf, textOf } from './explain.ts'
import type { Span } from './marks.ts'

type Account = IncidentAnswer['accountList'][number]

let incidents: IncidentAnswer[]
const articles = new Map<string, ArticleAnswer>()
const addressOf = ({ sha256, article }: Account) => `articles/${sha256}/${article}`

beforeAll(async () => {
  const base = await serveExamples()
  const get = async (path: string) => (await fetch(`${base}api/${path}`)).json()
  const heads: { id: string }[] = (await get('incidents')).incidents
  incidents = await Promise.all(heads.map(({ id }) => get(`incidents/${id}`)))
  for (const account of incidents.flatMap(({ accountList }) => accountList))
    if (!articles.has(addressOf(account))) articles.set(addressOf(account), await get(addressOf(account)))
}, 60_000)

function pageOf(account: Account) {
  const answer = articles.get(addressOf(account))
  if (!answer) throw new Error(`there is no ${addressOf(account)}`)
  const { article } = answer
  const words = textOf(answer)
  const factOf = (event: string, name: string) =>
    explain(article, event, words)?.facts.find((fact) => fact.name === name)?.value
  return { article, words, factOf }
}

/** Of one aspect what each account says, and where. */
const saidOf = (name: string) =>
  incidents.flatMap(({ accountList, questions }) =>
    questions
      .filter((question) => question.name === name)
      .flatMap(({ stands }) => stands)
      .flatMap(({ says }) =>
        says.map(({ words, at, account }) => ({ value: words, at, account: accountList[account] })),
      ),
  )

const isSpan = (one: Span, other: Span | null): boolean => one.join() === other?.join()

test('both name the same place', () => {
  const said = saidOf('place')
  expect(said.length).toBeGreaterThan(20)
  const isOnPage = ({ value, at, account }: (typeof said)[number]) => {
    const { article, factOf } = pageOf(account)
    const places = article.entities.filter(({ mentions }) => mentions.some(({ span }) => isSpan(span, at)))
    return article.events.some(
      ({ id, place }) => places.some((entity) => entity.id === place) && factOf(id, 'Place') === value,
    )
  }
  expect(said.filter((one) => !isOnPage(one))).toEqual([])
})

/** How an incident says it, and how an article does. */
const HAPPENED: Readonly<Record<string, string>> = {
  'it happened': STATUS.actual,
  'it did not happen': STATUS.denied,
  'it is going on': 'going on',
  'it is over': 'over',
  'it is planned': STATUS.planned,
  'it may have happened': STATUS.possible,
  'somebody calls for it': STATUS.demanded,
  'it is only supposed': STATUS.hypothetical,
}

test('both say whether it happened', () => {
  const said = saidOf('status')
  expect(said.length).toBeGreaterThan(40)
  const onPage = ({ at, account }: (typeof said)[number]) => {
    const { article, factOf } = pageOf(account)
    const event = article.events.find(({ trigger }) => isSpan(trigger, at))?.id ?? ''
    if (factOf(event, 'Denies') !== undefined) return STATUS.denied
    const course = factOf(event, 'Course')?.toLowerCase()
    return course === undefined || course === 'begun' ? factOf(event, 'Did it happen') : course
  }
  expect(said.filter((one) => onPage(one) !== HAPPENED[one.value])).toEqual([])
})

test('both name the same source', () => {
  // What an article says in its own voice can rest on one of its sources, or on that of the article of which it is a reprint.
  const accounts = incidents.flatMap(({ accountList }) => accountList).filter(({ statement }) => statement !== null)
  expect(accounts.length).toBeGreaterThan(20)
  const isSaidSo = (account: Account) => {
    const { article, words } = pageOf(account)
    const nameOf = (said: (typeof article.statements)[number]) =>
      citedOf(article, said, words) ?? sourceOf(article, said, words) ?? 'nobody named'
    const own = article.statements.filter(({ id }) => id === account.statement)
    // "police" and the police chief are one origin, which is called by the chief's name.
    const officers = article.statements.filter(({ source }) => source?.office !== undefined)
    return [...own, ...officers].some((said) => nameOf(said) === account.origin)
  }
  const isOfReprint = (account: Account) =>
    accounts.some((other) => other.origin === account.origin && other.sha256 !== account.sha256 && isSaidSo(other))
  expect(accounts.filter((account) => !isSaidSo(account) && !isOfReprint(account))).toEqual([])
})
