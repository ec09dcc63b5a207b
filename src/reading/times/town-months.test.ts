import { expect, it } from 'vitest'
import { openDocument } from '../../intake/document.ts'
import { read } from '../../pipeline.ts'
import { sharedResources } from '../../testing/resources.ts'

it.each<[text: string, dated: boolean, why: string]>([
  ['Dozens were hurt in clashes in Mar del Plata, and police fired tear gas.', false, 'a part of the name of a town'],
  ['Dozens were hurt in clashes in Tucuman on Friday, and police fired tear gas.', true, 'a day beside one'],
])('%s (%s)', async (text, dated) => {
  const bytes = new TextEncoder().encode(JSON.stringify({ id: 'r', published: '2005-11-05', text }))
  const document = await openDocument({ bytes, origin: 'r', mediaType: 'application/json' })
  const { articles } = await read(document, await sharedResources())
  expect(articles[0].times.length > 0).toBe(dated)
})
