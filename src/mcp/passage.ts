// A stretch of a document -> the passage as answers have it: its words, and everything by which they can be checked.

import { z } from 'zod'
import { isWebAddress } from '../export/identify.ts'
import { documentNamed } from '../record/documents.ts'
import type { OpenRecord } from '../record/open.ts'
import { surface } from '../record/rows.ts'
import type { Article, Reading, Span } from '../types.ts'
import type { Mark } from './material.ts'

export const material = (what: string) => z.string().describe(`${what}; material between marks`)

export const passage = z.object({
  quote: material('The words'),
  cut: z.boolean().describe('The quotation is only the beginning'),
  sha256: z.string().describe('Of the document, as received: its id in every tool'),
  article: z.number().int().describe('Its number in the document, from 1'),
  start: z.number().int().describe("UTF-16 index into the document's text"),
  end: z.number().int(),
  url: material('Its address, where that is known').nullable(),
  origin: material('The file or address it was read from'),
  outlet: material('Who published it').nullable(),
  title: material('Of the article').nullable(),
  published: z.string().nullable(),
})
export type Passage = z.infer<typeof passage>

export const LONGEST_QUOTE = 1200

/** What is known of the document and the article, however it was found. */
interface Where {
  sha256: string
  origin: string
  article: number
  title: string | null
  outlet: string | null
  url: string | null | undefined
  published: string | null
}

export const passageAt = (where: Where, text: string, [start, end]: Span, mark: Mark): Passage => ({
  quote: mark(text, LONGEST_QUOTE),
  cut: text.length > LONGEST_QUOTE,
  sha256: where.sha256,
  article: where.article,
  start,
  end,
  url: mark(addressOf(where.url) ?? addressOf(where.origin), LONGEST_ADDRESS),
  origin: mark(where.origin),
  outlet: mark(where.outlet),
  title: mark(where.title),
  published: /^\d{4}[\dT:+.Z-]*$/.exec(where.published ?? '')?.[0] ?? null,
})

const LONGEST_ADDRESS = 2000

/** As a browser writes it, whole or not at all. */
function addressOf(typed: string | null | undefined): string | null {
  if (typed === null || !isWebAddress(typed) || !URL.canParse(typed)) return null
  const { href } = new URL(typed)
  return href.length > LONGEST_ADDRESS || /[^!-~]/.test(href) ? null : href
}

const whereOf = ({ document }: Reading, article: Article, number: number): Where => ({
  sha256: document.sha256,
  origin: document.origin,
  article: number,
  title: article.title ? surface(document.text, [article.title]) : null,
  outlet: article.outlet ?? null,
  url: article.url,
  published: article.published?.value ?? null,
})

/** The readings behind an answer, each opened once; null for a document that has gone. */
export function readingFinder(record: OpenRecord): (document: string) => Reading | null {
  const opened = new Map<string, Reading | null>()
  return (document) => {
    const known = opened.get(document)
    if (known !== undefined) return known
    const reading = documentNamed(record, document)?.reading ?? null
    if (opened.size >= MAX_OPEN) opened.clear()
    opened.set(document, reading)
    return reading
  }
}

const MAX_OPEN = 50

/** Of an account or a claim: `document` is the id that accounts carry. */
export function passageIn(reading: Reading | null, number: number, span: Span, mark: Mark): Passage | null {
  const article = reading?.articles[number - 1]
  if (!reading || !article) return null
  return passageAt(whereOf(reading, article, number), reading.document.text.slice(...span), span, mark)
}
