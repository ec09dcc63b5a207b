// Every entity is held against the model that FollowTheMoney publishes: schemata, properties, what they refer to.

import { createRequire } from 'node:module'
import type * as FollowTheMoney from '@alephdata/followthemoney'
import { afterAll, expect, test } from 'vitest'
import { closeRecord } from '../record/open.ts'
import { inventRecord } from '../testing/invented-record.ts'
import type { Reading } from '../types.ts'
import { exporterFor } from './exporters.ts'

// Its module for import has no default export in Node; the other one is whole.
const { Model, defaultModel }: typeof FollowTheMoney = createRequire(import.meta.url)('@alephdata/followthemoney')
const model = new Model(defaultModel)

/** With a named source, a country, an address and a time of retrieval, so that all that is written is looked at. */
const enrich = (reading: Reading): Reading => ({
  ...reading,
  document: { ...reading.document, retrievedAt: '2024-05-01T10:00:00+02:00' },
  articles: reading.articles.map((article) => ({
    ...article,
    url: 'https://courier.example/1',
    bylines: ['Ada Quist'],
    published: { value: '2024-05-01T09:30:00+02:00', basis: 'metadata' },
    events: article.events.map((event) => ({
      ...event,
      participants: [
        ...event.participants,
        { role: 'recipient', kind: 'person', named: true, spans: [article.span], entity: 'a1.p1' },
      ],
    })),
    entities: [
      ...article.entities.map((entity) =>
        entity.place ? { ...entity, place: { ...entity.place, country: 'ML' } } : entity,
      ),
      {
        id: 'a1.p1',
        type: 'person',
        name: 'Ada Quist',
        mentions: [{ span: [0, 1], kind: 'name' }],
        actor: { country: 'XK', sector: 'JRN' },
      },
    ],
  })),
})

const record = inventRecord(40, enrich)
afterAll(() => closeRecord(record))

interface Datum {
  id: string
  schema: string
  properties: Record<string, string[]>
}

const entitiesOf = (what: 'articles' | 'incidents'): Datum[] =>
  Array.from(exporterFor(what, 'ftm')?.(record, {}) ?? [], (line) => JSON.parse(String(line)))

function complaints(entity: Datum, schemaOf: ReadonlyMap<string, string>): string[] {
  const schema = model.getSchema(entity.schema)
  const own = schema.getProperties()
  const missing = schema.required?.filter((name) => !(name in entity.properties)) ?? []
  const wrong = Object.entries(entity.properties).flatMap(([name, values]) => {
    const property = own.get(name)
    if (!property || property.stub) return [`${name} is no property`]
    const allowed = property.type.values
    return values.flatMap((value) => {
      if (typeof value !== 'string' || value === '') return [`${name} is no text`]
      if (allowed instanceof Map && allowed.size > 0 && !allowed.has(value)) return [`${name} cannot be ${value}`]
      if (property.type.name === 'date' && !/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?$/.test(value))
        return [`${name}: ${value}`]
      if (property.type.name !== 'entity') return []
      const range = schemaOf.get(value)
      if (range === undefined) return [`${name} refers to nothing`]
      return model.getSchema(range).isA(property.getRange()) ? [] : [`${name} refers to a ${range}`]
    })
  })
  return [...missing.map((name) => `${name} is missing`), ...wrong]
}

test.each(['articles', 'incidents'] as const)(
  '%s: the model knows every schema and property, and references lead somewhere',
  (what) => {
    const entities = entitiesOf(what)
    const schemaOf = new Map(entities.map(({ id, schema }) => [id, schema]))
    expect(entities.flatMap((entity) => complaints(entity, schemaOf))).toEqual([])
    expect(new Set(entities.map(({ id }) => id)).size).toBeGreaterThan(40)
  },
)

test('the check finds what is wrong', () => {
  const wrong = {
    id: '1',
    schema: 'Event',
    properties: { proof: ['2'], country: ['qq'], colour: ['red'], date: ['soon'] },
  }
  expect(complaints(wrong, new Map([['2', 'Person']]))).toEqual([
    'name is missing',
    'proof refers to a Person',
    'country cannot be qq',
    'colour is no property',
    'date: soon',
  ])
})

test('an event has the articles that tell of it as proof, and who is named in it as involved', () => {
  const entities = entitiesOf('incidents')
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const events = entities.filter(({ schema }) => schema === 'Event')
  expect(events.length).toBeGreaterThan(5)
  for (const { properties } of events) {
    expect(properties.proof.map((id) => byId.get(id)?.schema)).toEqual(properties.proof.map(() => 'Article'))
    const { involved = [] } = properties
    expect(involved.map((id) => byId.get(id)?.schema)).toEqual(involved.map(() => 'Person'))
    expect(properties.date[0]).toMatch(/^\d{4}-\d\d-\d\d$/)
  }
})

test('nobody is made up: who is only described is no entity', () => {
  const names = entitiesOf('articles').flatMap(({ schema, properties }) =>
    schema === 'Article' ? [] : properties.name,
  )
  expect(new Set(names)).toEqual(new Set(['Ada Quist']))
})

test('ids are the same each time, and times are in UTC', () => {
  expect(entitiesOf('articles')).toEqual(entitiesOf('articles'))
  const [article] = entitiesOf('articles')
  expect(article.properties).toMatchObject({
    publishedAt: ['2024-05-01T07:30:00'],
    retrievedAt: ['2024-05-01T08:00:00'],
  })
})
