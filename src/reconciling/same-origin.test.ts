import { expect, it } from 'vitest'
import type { Article, Source, Statement } from '../types.ts'
import { type Origin, originsIn } from './origins.ts'
import { isSameOrigin } from './same-origin.ts'

/** The origin of a report's one statement; `home` gives the country that the article is about. */
function origin(document: string, source: Partial<Source> & { name: string }, home?: string): Origin {
  const statement: Statement = {
    id: 's1',
    source: { spans: [[0, 1]], kind: 'organisation', named: true, identity: 'body', ...source },
    cue: [],
    content: [],
    manner: 'indirect',
    stance: 'asserts',
  }
  const country: Article['entities'] =
    home === undefined
      ? []
      : [
          {
            id: 'e1',
            type: 'place',
            name: home,
            mentions: [{ span: [0, 1], kind: 'name' }],
            place: { lat: 0, lon: 0, country: home, precision: 'country', confidence: 1 },
          },
        ]
  const article: Article = {
    span: [0, 1],
    language: 'en',
    blocks: [],
    statements: [statement],
    events: [],
    entities: country,
    times: [],
    counts: [],
  }
  return originsIn(article, { document, article: 1, text: '.' })('s1')
}

const army = (name: string, country?: string, place?: string): Partial<Source> & { name: string } => ({
  name,
  body: { name: name.toLowerCase(), ...(country ? { country } : {}), ...(place ? { place } : {}) },
})
const person = (
  name: string,
  office: string,
  body: NonNullable<Source['body']>,
): Partial<Source> & { name: string } => ({
  name,
  kind: 'person',
  identity: 'person',
  office,
  body,
})

it.each<[one: Origin, other: Origin, same: boolean, why: string]>([
  [
    origin('a', army('army'), 'ML'),
    origin('b', army('military', 'ML')),
    true,
    'the army of the country that the report is about',
  ],
  [origin('a', army('army'), 'ML'), origin('b', army('army'), 'NE'), false, 'armies of two countries'],
  [origin('a', army('army'), 'ML'), origin('b', army('army', 'FR')), false, 'a foreign army there'],
  [origin('a', army('army')), origin('b', army('army', 'FR')), true, 'of no country that is known'],
  [
    origin('a', army('police', 'ML', 'Gao')),
    origin('b', army('police', 'ML', 'Mopti')),
    false,
    'the police of two towns',
  ],
  [origin('a', army('police', 'ML', 'Gao')), origin('b', army('police', 'ML')), true, 'the town left out'],
  [origin('a', army("lord's resistance army")), origin('b', army('army')), false, 'an army by name'],
  [origin('a', army('ministry')), origin('b', army('health ministry')), false, 'a ministry is not any ministry'],
  [origin('a', army('nmj')), origin('b', army('niger movement for justice')), true, 'its initials'],
  [origin('a', army('nmx')), origin('b', army('niger movement for justice')), false, 'other initials'],
  [
    origin('a', person('Dawlat Rahmanish', 'spokesman', { name: 'army' }), 'AF'),
    origin('b', person('Dawlat Rahmanesh', 'army spokesman', { name: 'army' }), 'AF'),
    true,
    'two spellings, one office',
  ],
  [
    origin('a', person('Ana Ruiz', 'the mayor', { name: 'mayor', place: 'Dol' })),
    origin('b', person('Ana Ruiz', 'police chief', { name: 'police' })),
    true,
    'one name',
  ],
  [
    origin('a', person('Ana Ruiz', 'the mayor', { name: 'mayor', place: 'Dol' })),
    origin('b', person('Eva Roth', 'police chief', { name: 'police' })),
    false,
    'two names and offices',
  ],
  [
    origin('a', person('Ana Ruiz', 'police chief', { name: 'police' })),
    origin('b', person('Eva Roth', 'police spokeswoman', { name: 'police' })),
    true,
    'two who speak for one body',
  ],
  [
    origin('a', person('Ana Ruiz', 'the UNICEF executive director', { name: 'unicef executive' })),
    origin('b', { name: 'UNICEF', body: { name: "united nations children's fund" } }),
    true,
    'its director, under a short name of it',
  ],
  [
    origin('a', person('Ana Ruiz', 'the UNICEF executive director', { name: 'unicef executive' })),
    origin('b', { name: 'UNESCO', body: { name: 'unesco' } }),
    false,
    'the director of another',
  ],
  [
    origin('a', { name: 'a nurse', kind: 'person', identity: 'hidden', named: false }),
    origin('b', { name: 'a nurse', kind: 'person', identity: 'hidden', named: false }),
    false,
    'two hidden sources are never one',
  ],
])('%o and %o are one: %s (%s)', (one, other, same) => {
  expect(isSameOrigin(one, other, false)).toBe(same)
  expect(isSameOrigin(other, one, false)).toBe(same)
})
