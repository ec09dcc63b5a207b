import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDocument } from '../intake/document.ts'
import { read } from '../pipeline.ts'
import { loadResources } from '../resources.ts'

const resources = await loadResources()

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

  it('takes time in proportion to the length of the text', async () => {
    const paragraph =
      'The army said that it had left Dren. “Nobody was hurt,” Ana Ruiz told Reuters. He denied it, according to a source.\n\n'
    const timeOf = async (times: number) => {
      const text = paragraph.repeat(times)
      const started = performance.now()
      await readingOf(text)
      return performance.now() - started
    }
    await timeOf(50)
    const [short, long] = [await timeOf(50), await timeOf(800)]
    expect(long / short).toBeLessThan(16 * 5)
  }, 60_000)
})
