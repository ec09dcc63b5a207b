// A PDF -> its text in reading order, with the pages it stands on; running heads and page numbers apart from it.

import type { Warning } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import type { Format } from '../format.ts'
import { readStated } from '../metadata.ts'
import { findLines } from './lines.ts'
import { findMargins } from './margins.ts'
import { readPdf } from './pages.ts'
import { findParagraphs, type PageLine, vocabularyOf } from './paragraphs.ts'
import { type Margin, writePages } from './text.ts'
import type { Piece } from './thread.ts'
import { findUnreadable } from './unreadable.ts'

export const pdf: Format = {
  name: 'PDF',
  binary: true,
  matches: (head) => /^\s*(?:\xef\xbb\xbf\s*)?%PDF-\d/.test(head),
  async parse({ bytes }) {
    const { title, pages } = await readPdf(bytes)
    const read = pages.map((page, index) => ({
      ...page,
      lines: findLines(page).map((line): PageLine => ({ ...line, page: index })),
    }))
    const empty = read.filter(({ lines }) => lines.length === 0).map(({ label }) => label)
    if (empty.length === read.length)
      throw new UserError(
        'no page of the PDF holds text: they are scanned, or empty; recognise the text in them first (OCR)',
      )
    const running = findMargins(read)
    const lines = read.flatMap((page) => page.lines)
    const body = lines.filter((line) => !running.has(line))
    const margins = read.flatMap(({ lines, pieces }, page) => [
      ...lines.filter((line) => running.has(line)).map(({ text }): Margin => ({ page, text: text.trim() })),
      ...sideways(pieces, page),
    ])
    return {
      mediaType: 'application/pdf',
      ...writePages(
        findParagraphs(body),
        margins,
        pages.map(({ label }) => label),
        vocabularyOf(lines),
      ),
      metadata: readStated({ title }),
      warnings: [...(empty.length === 0 ? [] : [withoutText(empty)]), ...findUnreadable(pages)],
    }
  },
}

/** Text that runs up or down a page: stamps, watermarks. */
function sideways(pieces: readonly Piece[], page: number): Margin[] {
  const text = pieces
    .filter(({ upright }) => !upright)
    .map(({ text }) => text.trim())
    .join(' ')
  return text === '' ? [] : [{ page, text }]
}

const NAMED_AT_MOST = 20

function withoutText(labels: readonly string[]): Warning {
  const named = labels.slice(0, NAMED_AT_MOST).join(', ')
  const more = labels.length > NAMED_AT_MOST ? ' and others' : ''
  const [pages, hold, are] = labels.length === 1 ? ['page', 'holds', 'it is'] : ['pages', 'hold', 'they are']
  return {
    code: 'page-without-text',
    message: `${pages} ${named}${more} of the PDF ${hold} no text: ${are} scanned, empty or damaged; recognise the text first (OCR)`,
  }
}
