import { describe, expect, test } from 'vitest'
import { openAll } from '../../testing/open-all.ts'

const REVIEW = (claim: string, claimant?: string) => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  claimReviewed: claim,
  datePublished: '2021-05-06',
  author: { '@type': 'Organization', name: 'Zerin Facts' },
  reviewRating: { alternateName: 'False' },
  ...(claimant === undefined ? {} : { itemReviewed: { author: { name: claimant }, datePublished: '2021-05-04' } }),
})
const [BRIDGE, DAM] = ['The bridge at Zerin has fallen.', 'The dam has no gates.']
const SEARCHED = {
  claims: [
    {
      text: BRIDGE,
      claimant: 'A caller',
      claimDate: '2021-05-04T00:00:00Z',
      claimReview: [
        {
          publisher: { name: 'Zerin Facts', site: 'facts.example' },
          url: 'https://facts.example/1',
          textualRating: 'False',
        },
        { publisher: { site: 'desk.example' }, url: 'https://desk.example/1', textualRating: 'Wrong' },
      ],
    },
  ],
}

/** "place: claim, of whom, by way of whom" */
const told = async (content: unknown) => {
  const { documents, failures } = await openAll('a.json', JSON.stringify(content))
  return [
    ...documents.map(({ origin, text, metadata: { outlet, relayedBy } }) =>
      [origin, text.split('\n')[0], outlet, relayedBy].flat().join(' | '),
    ),
    ...failures,
  ]
}

describe('each fact-check of a file is a document', () => {
  test.each<[why: string, content: unknown, expected: string[]]>([
    ['one', REVIEW(BRIDGE, 'A caller'), [`a.json | ${BRIDGE} | A caller | Zerin Facts`]],
    ['a list of one', [REVIEW(BRIDGE)], [`a.json | ${BRIDGE} |  | Zerin Facts`]],
    [
      'a list',
      [REVIEW(BRIDGE, 'A caller'), REVIEW(DAM)],
      [`a.json#claim 1 | ${BRIDGE} | A caller | Zerin Facts`, `a.json#claim 2 | ${DAM} |  | Zerin Facts`],
    ],
    [
      'a graph, with the page beside them',
      { '@graph': [{ '@type': 'WebPage', name: 'x' }, REVIEW(BRIDGE), REVIEW(DAM)] },
      [`a.json#claim 1 | ${BRIDGE} |  | Zerin Facts`, `a.json#claim 2 | ${DAM} |  | Zerin Facts`],
    ],
    [
      'a feed, whose elements hold lists',
      { '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: [REVIEW(BRIDGE)] }] },
      [`a.json#claim 1 | ${BRIDGE} |  | Zerin Facts`],
    ],
    [
      'an answer of Google’s service: a claim that two checked',
      SEARCHED,
      [`a.json#claim 1 | ${BRIDGE} | A caller | Zerin Facts`, `a.json#claim 2 | ${BRIDGE} | A caller | desk.example`],
    ],
  ])('%s', async (_, content, expected) => {
    expect(await told(content)).toEqual(expected)
  })

  test('one that does not say what was claimed costs itself alone', async () => {
    expect(await told([{ '@type': 'ClaimReview' }, REVIEW(DAM)])).toEqual([
      `a.json#claim 2 | ${DAM} |  | Zerin Facts`,
      'a.json#claim 1! this ClaimReview does not say which claim was reviewed',
    ])
  })

  test('claims of something else are none', async () => {
    expect((await openAll('a.json', JSON.stringify({ claims: [{ text: 'The roof leaks.' }] }))).documents).toEqual([])
  })
})
