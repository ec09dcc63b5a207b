import { expect, test } from 'vitest'
import { askedIn, collectionOf, inCollectionOf } from './in-collection.ts'

const BASE = 'http://here.test'

test.each([
  ['/search', '/articles', '/articles', 'no collection is shown'],
  ['/search?collection=Drava', '/articles', '/articles?collection=Drava', 'the collection goes along'],
  ['/?collection=Drava', '/search?q=flood', '/search?q=flood&collection=Drava', 'after what else is asked'],
  ['/?collection=Drava', '/?collection=Sava', '/?collection=Sava', 'another one is chosen'],
  ['/?collection=Drava', '/?collection=', '/', 'the whole record is chosen'],
  ['/?collection=a+%26+b', '/review', '/review?collection=a+%26+b', 'a name of any signs'],
  ['/?collection=', '/review', '/review', 'an empty name is none'],
])('from %s to %s is %s: %s', (shown, to, expected) => {
  const address = inCollectionOf(new URL(shown, BASE), new URL(to, BASE))
  expect(address.pathname + address.search).toBe(expected)
})

test.each([
  ['overview', null, 'overview'],
  ['overview', 'Drava', 'overview?collection=Drava'],
  ['search?q=x', 'a & b', 'search?q=x&collection=a+%26+b'],
  ['search?collection=Sava', 'Drava', 'search?collection=Sava'],
])('%s in %s', (path, collection, expected) => {
  expect(askedIn(collection, path)).toBe(expected)
})

test('an address without a name is of the whole record', () => {
  expect([collectionOf(new URL('/?collection=', BASE)), collectionOf(new URL('/?collection=x', BASE))]).toEqual([
    null,
    'x',
  ])
})
