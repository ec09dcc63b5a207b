import { expect, it } from 'vitest'
import { openDocument } from '../../intake/document.ts'
import { read } from '../../pipeline.ts'
import { sharedResources } from '../../testing/resources.ts'

const resources = await sharedResources()

const CASES: [text: string, name: string, country: string | undefined, why: string][] = [
  ['The Syrian government said that it had won.', 'the Syrian government', 'SY', 'a demonym'],
  ['The Iraqi Interior Ministry said that it had won.', 'Iraqi Interior Ministry', 'IQ', 'inside a name'],
  ['The Iraqi prime minister said that he had won.', 'the Iraqi prime minister', 'IQ', 'an office'],
  ['Police arrested three Russians on Monday.', 'Russians', 'RU', 'a people'],
  ['The Ohio State University said that it would close.', 'Ohio State University', 'US', 'a place inside a name'],
  ['The government said that it had won.', 'the government', undefined, 'nothing tells whose'],
  [
    'Russian-backed rebels said that they had won.',
    'Russian-backed rebels',
    undefined,
    'who backs them is not whose they are',
  ],
  [
    'A group in Damascus said that it had won.',
    'a group in Damascus',
    undefined,
    'where they are is not whose they are',
  ],
]

it.each(CASES)('%s [%s] acts for %s: %s', async (text, name, country) => {
  const bytes = new TextEncoder().encode(JSON.stringify({ id: 'case', text }))
  const { articles } = await read(await openDocument({ bytes, origin: 'case' }), resources)
  const entity = articles.flatMap(({ entities }) => entities).find((candidate) => candidate.name === name)
  expect(entity, articles[0].entities.map((candidate) => candidate.name).join('; ')).toBeDefined()
  expect(entity?.actor?.country).toBe(country)
})
