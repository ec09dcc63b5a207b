// The pages of a PDF -> warnings where its fonts do not say which letters their signs are: text that looks right on paper and reads as nonsense.

import type { Warning } from '../../types.ts'
import type { PdfPage } from './thread.ts'

type Text = Pick<PdfPage, 'label' | 'pieces'>

/** What a font has no letter for: control characters, of which NUL is the commonest. */
const NO_LETTER = /[\0-\x08\x0e-\x1f\x7f]/g

/** With a sign of loss where a letter was: "shut o\ufffd" and not "shut o". */
export const withLosses = (text: string): string => text.replace(NO_LETTER, '\ufffd')

/** What the text of a report consists of, tables and figures included. */
const ORDINARY = /[\p{L}\p{M}\p{N}\p{Sc}\s.,;:!?'"()%/\-–—“”‘’„«»•·…§°]/gu
const PRIVATE = /\p{Co}/gu
/** Share of the signs that are not ordinary. */
const GARBLED = 0.25
/** Fewer signs tell nothing. */
const ENOUGH = 40

const isGarbled = (text: string): boolean => {
  const length = text.replace(/\s/g, '').length
  const strange = length - (text.match(ORDINARY)?.join('').replace(/\s/g, '').length ?? 0)
  return length >= ENOUGH && strange > GARBLED * length
}

const MOST_NAMED = 20

export function findUnreadable(pages: readonly Text[]): Warning[] {
  const texts = pages.map(({ label, pieces }) => ({
    label,
    text: withLosses(pieces.map(({ text }) => text).join(' ')),
  }))
  const garbled = texts.filter(({ text }) => isGarbled(text))
  const lost = texts
    .filter((page) => !garbled.includes(page))
    .reduce((sum, { text }) => sum + (text.match(/\ufffd/g)?.length ?? 0) + (text.match(PRIVATE)?.length ?? 0), 0)
  return [
    ...(garbled.length > 0 ? [unreadable(garbled.map(({ label }) => label))] : []),
    ...(lost > 0 ? [losses(lost)] : []),
  ]
}

function unreadable(labels: readonly string[]): Warning {
  const named = labels.slice(0, MOST_NAMED).join(', ')
  const pages = labels.length === 1 ? 'page' : 'pages'
  const more = labels.length > MOST_NAMED ? ' and others' : ''
  return {
    code: 'unreadable-text',
    message: `the text of ${pages} ${named}${more} of the PDF is not readable: its fonts do not say which letters they draw; recognise the text first (OCR)`,
  }
}

const losses = (count: number): Warning => ({
  code: 'lost-signs',
  message: `${count === 1 ? 'one sign' : `${count} signs`} of the PDF could not be read: its fonts do not say which letters they draw, often "fi" or "ff"`,
})
