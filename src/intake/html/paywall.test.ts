import { describe, expect, test } from 'vitest'
import { html } from './html.ts'

const SENTENCE = 'Three people were killed on Monday when a bridge over the river gave way, the governor said in town.'
const paragraphs = (count: number) => `<p>${SENTENCE}</p>`.repeat(count)
const PAID =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge","isAccessibleForFree":false}</script>'
const ASKS = '<div class="wall"><p>Subscribe to continue reading.</p></div>'
const body = (count: number) =>
  `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False","articleBody":"${`${SENTENCE} `.repeat(count)}"}</script>`

const isCut = (head: string, inside: string): boolean =>
  html
    .parse({
      bytes: Buffer.from(`<head>${head}</head><body><article><h1>Bridge</h1>${inside}</article></body>`),
      origin: 'x',
    })
    .warnings.some(({ code }) => code === 'cut-by-paywall')

describe('a teaser is no article', () => {
  test.each<[string, string, string]>([
    [PAID, paragraphs(2) + ASKS, 'the page says that it is paid, and asks'],
    [PAID, paragraphs(12) + ASKS, 'a long teaser'],
    [PAID, paragraphs(2), 'the page says that it is paid, and is short'],
    [body(20), paragraphs(10), 'the metadata has twice as much'],
    ['', paragraphs(2) + ASKS, 'it asks, and is short'],
    [
      '',
      `${paragraphs(2)}<div><p>This article is only for members. Already a member? Log in.</p></div>`,
      'in other words',
    ],
  ])('%#: %s', (head, inside) => {
    expect(isCut(head, inside)).toBe(true)
  })

  test.each<[string, string, string]>([
    [PAID, paragraphs(12), 'a subscriber saved the whole'],
    [body(12), paragraphs(12), 'as much as the metadata has'],
    ['', paragraphs(12) + ASKS, 'a box in a free article'],
    ['', paragraphs(2), 'a short report'],
    [
      '',
      `${paragraphs(2)}<p>Readers who subscribe may write to the editor, the paper said.</p>`,
      'subscribing is reported',
    ],
  ])('whole: %#', (head, inside) => {
    expect(isCut(head, inside)).toBe(false)
  })
})
