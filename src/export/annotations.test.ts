// Selectors are resolved by Apache Annotator, which counts code points as the recommendation says and knows nothing of ours.

import { textPositionSelectorMatcher, textQuoteSelectorMatcher } from '@apache-annotator/selector'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeReading } from '../testing/made-reading.ts'
import type { Span } from '../types.ts'
import { annotations } from './annotations.ts'
import { articlesOf } from './articles.ts'
import { selectorsFor } from './selectors.ts'

// Its own declarations name files without their endings, which nobody finds.
declare module '@apache-annotator/selector' {
  function textPositionSelectorMatcher(selector: { start: number; end: number }): Matcher
  function textQuoteSelectorMatcher(selector: { exact: string; prefix: string; suffix: string }): Matcher
}

interface Chunk {
  data: string
}

type Matcher = (text: ReturnType<typeof chunkerOf>) => AsyncIterable<{
  startChunk: Chunk
  startIndex: number
  endChunk: Chunk
  endIndex: number
}>

/** As a page holds it: in pieces, of seven code points each. */
function chunkerOf(text: string) {
  const points = Array.from(text)
  const chunks: Chunk[] = []
  for (let at = 0; at < points.length; at += 7) chunks.push({ data: points.slice(at, at + 7).join('') })
  if (chunks.length === 0) chunks.push({ data: '' })
  let at = 0
  return {
    get currentChunk() {
      return chunks[at]
    },
    nextChunk: () => (at + 1 < chunks.length ? chunks[++at] : null),
    previousChunk: () => (at > 0 ? chunks[--at] : null),
    precedesCurrentChunk: (chunk: Chunk) => chunks.indexOf(chunk) < at,
    offsetOf: (chunk: Chunk) => chunks.slice(0, chunks.indexOf(chunk)).reduce((sum, { data }) => sum + data.length, 0),
  }
}

async function spansFound(text: string, matcher: Matcher): Promise<Span[]> {
  const chunker = chunkerOf(text)
  const spans: Span[] = []
  for await (const { startChunk, startIndex, endChunk, endIndex } of matcher(chunker))
    spans.push([chunker.offsetOf(startChunk) + startIndex, chunker.offsetOf(endChunk) + endIndex])
  return spans
}

const wellFormed = fc
  .array(fc.constantFrom('a', 'b ', ' ', '\n', 'é', 'e\u0301', '😀', '𐤀', '👩‍👩‍👧', '\u202e', '“', 'ž'), {
    minLength: 1,
  })
  .map((parts) => parts.join(''))

const textAndSpan = wellFormed.chain((text) => {
  const bounds = [0]
  for (const point of text) bounds.push(bounds[bounds.length - 1] + point.length)
  return fc
    .tuple(fc.nat(bounds.length - 1), fc.nat(bounds.length - 1))
    .map(([one, other]) => ({ text, span: [bounds[Math.min(one, other)], bounds[Math.max(one, other)]] as Span }))
})

test('positions in code points lead another program back to the span, in texts beyond the basic plane too', async () => {
  await fc.assert(
    fc.asyncProperty(textAndSpan, async ({ text, span }) => {
      const [, position] = selectorsFor(text)(span)
      const [found] = await spansFound(text, textPositionSelectorMatcher(position))
      expect(text.slice(...found)).toBe(text.slice(...span))
      expect(Array.from(text).slice(position.start, position.end).join('')).toBe(text.slice(...span))
    }),
  )
})

test('the quote with what stands around it is found where it was, and never cut within a character', async () => {
  await fc.assert(
    fc.asyncProperty(
      textAndSpan.filter(({ span: [start, end] }) => start < end),
      async ({ text, span }) => {
        const [quote] = selectorsFor(text)(span)
        expect(await spansFound(text, textQuoteSelectorMatcher(quote))).toContainEqual(span)
        for (const part of [quote.prefix, quote.exact, quote.suffix]) expect(part).not.toMatch(/\p{Cs}/u)
      },
    ),
  )
})

const TEXT = '😀 Harbour, 𐤀 notes\nAda Quist said that the 🌉 bridge was closed.'
const { reading } = makeReading(TEXT, { said: [['Ada Quist', 'said', 'that the 🌉 bridge was closed']] })

const annotationsOf = (url?: string, retrievedAt?: string) => {
  const document = { ...reading.document, ...(retrievedAt === undefined ? {} : { retrievedAt }) }
  const articles = reading.articles.map((article) => ({ ...article, ...(url === undefined ? {} : { url }) }))
  return [...annotations(articlesOf({ ...reading, document, articles }))].map((line) => JSON.parse(line))
}

test('an annotation has what the model asks for, and each part of the statement leads to its words', async () => {
  const [annotation, ...others] = annotationsOf()
  expect(others).toEqual([])
  expect(annotation).toMatchObject({ type: 'Annotation', id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/) })
  expect(annotation['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld')
  const parts = [...annotation.body, ...annotation.target].filter(({ type }) => type === 'SpecificResource')
  const words = await Promise.all(
    parts.map(async ({ role, selector: [quote, position] }) => {
      const [span] = await spansFound(TEXT, textPositionSelectorMatcher(position))
      expect(await spansFound(TEXT, textQuoteSelectorMatcher(quote))).toEqual([span])
      return [role, TEXT.slice(...span)]
    }),
  )
  expect(words).toEqual([
    ['source', 'Ada Quist'],
    ['cue', 'said'],
    ['content', 'that the 🌉 bridge was closed'],
  ])
})

test.each([
  [undefined, undefined, /^ni:\/\/\/sha-256;[\w-]{43}$/, 'without an address the bytes themselves'],
  ['https://courier.example/1', undefined, /^https:\/\/courier\.example\/1$/, 'a page, as it was then'],
  ['https://courier.example/1', '2024-05-01T10:00:00Z', /^https:\/\/courier\.example\/1$/, 'when it was fetched'],
  ['javascript:alert(1)', undefined, /^ni:/, 'no address that a browser would run'],
] satisfies [string | undefined, string | undefined, RegExp, string][])(
  'what an annotation is of: %s, %s',
  (url, retrievedAt, source, _why) => {
    const [{ target }] = annotationsOf(url, retrievedAt)
    expect(target[0].source).toMatch(source)
    if (target[0].source.startsWith('ni:')) expect(target[0].state).toBeUndefined()
    else
      expect(target[0].state).toEqual({
        type: 'TimeState',
        ...(retrievedAt === undefined ? {} : { sourceDate: retrievedAt }),
        cached: expect.stringMatching(/^ni:/),
      })
  },
)

test('ids are the same each time', () => {
  expect(annotationsOf()).toEqual(annotationsOf())
})
