import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDocument } from '../intake/document.ts'
import { read } from '../pipeline.ts'
import { sharedResources } from '../testing/resources.ts'

const resources = await sharedResources()

describe('a reading', () => {
  const readingOf = async (text: string) => {
    const bytes = new TextEncoder().encode(JSON.stringify({ id: 'd', text }))
    return read(await openDocument({ bytes, origin: 'd' }), resources)
  }
  const words = [
    'The army said',
    ' that ',
    '“',
    '”',
    '"',
    '‘',
    '’',
    "'s",
    '. ',
    '\n\n',
    'Ana Ruiz',
    ' told Reuters',
    ', ',
    'according to ',
    'a source',
    ' he ',
    'LIMA (Wire) — ',
    '\u202e',
    '\0',
    '😀',
  ]
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme' })))
    .map((parts) => parts.join(''))

  it('is the same every time, and all its spans lie in the text', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        if (text.trim() === '') return
        const reading = await readingOf(text)
        expect(await readingOf(text)).toEqual(reading)
        expect(reading.document.text).toBe(text)
        for (const { statements, entities, blocks } of reading.articles) {
          const spans = [
            ...blocks.map(({ span }) => span),
            ...statements.flatMap(({ source, cue, content }) => [...(source?.spans ?? []), ...cue, ...content]),
            ...entities.flatMap(({ mentions }) => mentions.map(({ span }) => span)),
          ]
          for (const [start, end] of spans) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
          }
          const ids = [...statements, ...entities].map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
        }
      }),
      { numRuns: 100 },
    )
  })
})
