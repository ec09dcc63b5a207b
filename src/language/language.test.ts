import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDocument } from '../intake/document.ts'
import { read } from '../pipeline.ts'
import { sharedResources } from '../testing/resources.ts'
import { loadTagger } from './tagger.ts'

const tagger = loadTagger()
const resources = await sharedResources()

describe('tagger', () => {
  it.each([
    'He’s said to be “adamant”.',
    "It's 1,000,000 é café — isn't it?",
    'told Sputnik.In an interview',
    'THEY CANNOT LEAVE THE TOWN.',
    'a\u00a0b\u200bc\u2028d 😀 e\u0301 \ud800 x',
    '',
  ])('gives surfaces that are in the text, in order: %j', (text) => {
    let end = 0
    for (const { span, text: surface } of tagger(text)) {
      expect(text.slice(...span)).toBe(surface)
      expect(span[0]).toBeGreaterThanOrEqual(end)
      end = span[1]
    }
  })
})

describe('tagger, beyond Latin-1', () => {
  it.each([
    ['Nevenka Stolić said so.', ['Nevenka', 'Stolić', 'said', 'so', '.']],
    ['Željko Šešelj can’t go; he cannot.', ['Željko', 'Šešelj', 'ca', 'n’t', 'go', ';', 'he']],
    ['in Đakovica and Ščedro', ['in', 'Đakovica', 'and', 'Ščedro']],
  ])('%s', (text, words) =>
    expect(
      tagger(text)
        .map((token) => token.text)
        .slice(0, words.length),
    ).toEqual(words),
  )
})

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
