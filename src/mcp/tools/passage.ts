// A place in a document -> the words there, what stands around them, and a citation.

import { z } from 'zod'
import { citeStretch } from '../../export/cite/citation.ts'
import { formatCitation } from '../../export/cite/format-citation.ts'
import { findDocument, readingOf } from '../../record/documents.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { LONGEST_QUOTE, material, passage, passageIn } from '../passage.ts'
import { tool } from '../tool.ts'

const MOST_AROUND = 4000

export const openPassage = tool({
  name: 'open_passage',
  title: 'A passage with its surroundings',
  description:
    'The exact words at a place of a document, with what stands before and after them, and a citation to paste.',
  input: z.object({
    sha256: z
      .string()
      .regex(/^[0-9a-f]{6,64}$/)
      .describe('Of the document, or its beginning'),
    start: z.number().int().min(0).describe("UTF-16 index into the document's text"),
    end: z.number().int().min(1),
    around: z.number().int().min(0).max(MOST_AROUND).default(600).describe('So many characters to either side'),
  }),
  output: z.object({
    passage,
    before: material('What stands before it in the article'),
    after: material('What stands after it'),
    citation: material('Quotation, title, outlet, date, address, hash and log head, to paste'),
  }),
  answer({ record, mark }, { sha256, start, end, around }) {
    const reading = readingOf(record, findDocument(record, sha256).number)
    const { text } = reading.document
    const number = reading.articles.findIndex(({ span }) => span[0] <= start && end <= span[1]) + 1
    const found = start < end && number > 0 ? passageIn(reading, number, [start, end], mark) : null
    if (!found)
      throw new UserError(`no article of document ${sha256} has the characters ${start} to ${end}`, EXIT.usage)
    const [from, to] = reading.articles[number - 1].span
    return {
      passage: found,
      before: mark(text.slice(Math.max(from, start - around), start), MOST_AROUND),
      after: mark(text.slice(end, Math.min(to, end + around)), MOST_AROUND),
      citation: mark(formatCitation(citeStretch(record, sha256, [start, end]), 'plain'), 2 * LONGEST_QUOTE + 2000),
    }
  },
})
