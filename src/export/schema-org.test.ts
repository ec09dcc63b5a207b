import { expect, test } from 'vitest'
import { makeReading } from '../testing/made-reading.ts'
import type { Article, Statement } from '../types.ts'
import { articlesOf } from './articles.ts'
import { schemaOrg } from './schema-org.ts'

const { reading } = makeReading('Bridge shut\nAda Quist said the bridge was closed.', {
  outlet: 'Bridge Courier',
  said: [['Ada Quist', 'said', 'the bridge was closed']],
})

function quotation(statement: Partial<Statement>, article: Partial<Article> = {}) {
  const [own] = reading.articles
  const changed = { ...own, ...article, statements: [{ ...own.statements[0], ...statement }] }
  return JSON.parse([...schemaOrg(articlesOf({ ...reading, articles: [changed] }))].join(''))
}

const source = (kind: NonNullable<Statement['source']>['kind']): Statement['source'] => ({
  spans: [[12, 21]],
  kind,
  named: true,
})

test.each([
  [
    { manner: 'direct' },
    { '@type': 'Quotation', spokenByCharacter: { '@type': 'Person', name: 'Ada Quist' } },
    'word for word',
  ],
  [{ manner: 'mixed' }, { '@type': 'Quotation', creator: { name: 'Ada Quist' } }, 'partly so'],
  [{ manner: 'indirect' }, { '@type': 'Claim', creator: { '@type': 'Person', name: 'Ada Quist' } }, 'reported'],
  [{ source: source('organisation') }, { creator: { '@type': 'Organization', name: 'Ada Quist' } }, 'a body'],
  [
    { source: source('document') },
    { isBasedOn: { '@type': 'CreativeWork', name: 'Ada Quist' } },
    'a document does not speak',
  ],
  [{}, { text: 'the bridge was closed', isPartOf: { '@type': 'NewsArticle' } }, 'where it stands'],
] satisfies [Partial<Statement>, object, string][])('%j gives %j (%s)', (statement, expected, _why) => {
  expect(quotation(statement)).toMatchObject({ '@context': 'https://schema.org', ...expected })
})

test.each([
  [{ source: null }, 'creator', 'nobody is named, so nobody is invented'],
  [{ manner: 'indirect' }, 'spokenByCharacter', 'words that nobody spoke'],
  [{ source: source('document'), manner: 'direct' }, 'spokenByCharacter', 'a document does not speak'],
] satisfies [Partial<Statement>, string, string][])('%j has no %s (%s)', (statement, name, _why) => {
  expect(quotation(statement)).not.toHaveProperty(name)
})

test('a group is of no type: schema.org knows persons and organisations alone', () => {
  expect(quotation({ source: source('group') }).creator).toEqual({ name: 'Ada Quist' })
})

test('the article is told as far as it is known', () => {
  const article: Partial<Article> = {
    title: [0, 11],
    url: 'https://courier.example/bridge',
    published: { value: '2024-05-01', basis: 'metadata' },
    bylines: ['Zoë Ndiaye'],
  }
  expect(quotation({}, article).isPartOf).toMatchObject({
    headline: 'Bridge shut',
    url: 'https://courier.example/bridge',
    datePublished: '2024-05-01',
    publisher: { '@type': 'Organization', name: 'Bridge Courier' },
    author: [{ '@type': 'Person', name: 'Zoë Ndiaye' }],
    inLanguage: 'en',
    identifier: expect.stringMatching(/^ni:\/\/\/sha-256;/),
  })
  expect(quotation({}, { url: 'javascript:alert(1)' }).isPartOf).not.toHaveProperty('url')
})
