// Paragraphs, and what stands in the margins -> the text of the document, its passages, and where each page lies in it.

import type { Page, Passage } from '../../types.ts'
import { joint, type PageLine, type Paragraph } from './paragraphs.ts'
import { withLosses } from './unreadable.ts'

const GAP = '\n\n'

export interface Margin {
  page: number
  text: string
}

/** What stands in a page's margins follows the last paragraph that begins on it: none is torn apart. */
export function writePages(
  paragraphs: readonly Paragraph[],
  margins: readonly Margin[],
  labels: readonly string[],
  vocabulary: ReadonlySet<string>,
): { text: string; passages: Passage[]; pages: Page[] } {
  const out: string[] = []
  const passages: Passage[] = []
  const spans = new Map<number, [number, number]>()
  let length = 0
  const write = (text: string): number => {
    const start = length
    out.push(text)
    length += text.length
    return start
  }
  const touch = (page: number, start: number): void => {
    spans.set(page, [spans.get(page)?.[0] ?? start, length])
  }
  const open = (): number => (length === 0 ? 0 : write(GAP) + GAP.length)
  const writeParagraph = ({ kind, lines }: Paragraph): void => {
    const start = open()
    for (const { text, page } of joined(lines, vocabulary)) touch(page, write(text))
    passages.push({ span: [start, length], kind })
  }
  let waiting = margins
  const writeMargins = (before: number): void => {
    for (const { text } of waiting.filter(({ page }) => page < before)) {
      const start = open()
      write(text)
      passages.push({ span: [start, length], kind: 'furniture' })
    }
    waiting = waiting.filter(({ page }) => page >= before)
  }
  for (const paragraph of paragraphs) {
    writeMargins(paragraph.lines[0].page)
    writeParagraph(paragraph)
  }
  writeMargins(Number.POSITIVE_INFINITY)
  const pages = [...spans].map(([page, span]): Page => ({ label: labels[page], span }))
  return { text: out.join(''), passages, pages }
}

/** Each line as it goes on in the next. */
function joined(lines: readonly PageLine[], vocabulary: ReadonlySet<string>): { text: string; page: number }[] {
  const texts = lines.map(({ text }) => clean(text))
  return lines.map(({ page }, index) => {
    const text = texts[index]
    if (index === lines.length - 1) return { text, page }
    const { cut, gap } = joint(text, texts[index + 1], vocabulary)
    return { text: text.slice(0, text.length - cut) + gap, page }
  })
}

const clean = (text: string): string =>
  withLosses(text)
    .replace(/[^\S\t\u00a0]+/g, ' ')
    .trim()
