// cases.tsv, one case a line: text, mention, expected, why. Expected is "-" where the mention is no place, "?" where it
// is one without a point, else country (* for none), degrees north and east (to half a degree), precisions that will do,
// and in quotation marks the relation.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDocument } from '../../intake/document.ts'
import { read } from '../../pipeline.ts'
import type { Resources } from '../../resources.ts'
import { sharedResources } from '../../testing/resources.ts'
import type { Entity, Reading } from '../../types.ts'

const loaded = await sharedResources()
const drafts = { statements: [], events: [], mentions: [], loaded: [] }
/** Places without the help of the model's names. */
const resources: Resources = {
  ...loaded,
  findDrafts: async (words) => ({ article: (await loaded.findDrafts(words)).article, drafts }),
}

async function readText(text: string): Promise<Reading> {
  const bytes = new TextEncoder().encode(JSON.stringify({ id: 'case', text }))
  return read(await openDocument({ bytes, origin: 'case' }), resources)
}

async function placesAt(text: string, mention: string): Promise<Entity[]> {
  const { articles } = await readText(text)
  return articles
    .flatMap(({ entities }) => entities)
    .filter(({ type }) => type === 'place' || type === 'facility')
    .filter(({ mentions }) => mentions.some(({ span }) => text.slice(...span) === mention))
}

const CASES = readFileSync(new URL('cases.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))

describe('places', () => {
  it.each(CASES)('%s [%s] is %s: %s', async (text, mention, expected) => {
    const [entity, ...others] = await placesAt(text, mention)
    expect(others).toEqual([])
    if (expected === '-') return expect(entity).toBeUndefined()
    expect(entity).toBeDefined()
    if (expected === '?') return expect(entity.place?.precision ?? 'none').not.toMatch(/exact|settlement/)
    const [, country, lat, lon, precisions, relation] =
      /^(\S+) (\S+) (\S+) ([a-z ]+?)(?: "(.*)")?$/.exec(expected) ?? []
    expect(entity.place).toBeDefined()
    expect(entity.place?.country ?? '*').toBe(country)
    expect(Math.abs((entity.place?.lat ?? 99) - Number(lat))).toBeLessThanOrEqual(0.5)
    expect(Math.abs((entity.place?.lon ?? 999) - Number(lon))).toBeLessThanOrEqual(0.5)
    expect(precisions.split(' ')).toContain(entity.place?.precision)
    expect(entity.place?.relation).toBe(relation)
  })

  it('gives one name one place in an article', async () => {
    const { articles } = await readText(
      'Police in Paris, Texas, closed a road on Monday.\n\nThe mayor of Paris said that it would be open by Friday.',
    )
    const paris = articles.flatMap(({ entities }) => entities).filter(({ name }) => name === 'Paris')
    expect(paris.map(({ mentions, place }) => [mentions.length, place?.admin1])).toEqual([[2, 'Texas']])
  })

  it('reads the dateline', async () => {
    const text = 'PRISTINA, March 3 (Agency) — Two men were held on Monday after a fire, police said.'
    const [place] = await placesAt(text, 'PRISTINA')
    expect(place?.place?.country).toBe('XK')
  })

  it('points every mention into the text, and gives ids once', async () => {
    const text = CASES.map(([sentence]) => sentence).join('\n\n')
    const entities = (await readText(text)).articles.flatMap((article) => article.entities)
    expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length)
    for (const { mentions } of entities)
      for (const { span } of mentions) expect(text.slice(...span).trim()).toBe(text.slice(...span))
  })
})
