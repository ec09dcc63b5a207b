// The paragraphs and table rows of an office document, as they are met -> its parts, and a word on what was left out.

import type { Passage, Warning } from '../../types.ts'
import type { Part } from '../parts.ts'

export interface Flow {
  parts: Part[]
  add(text: string, kind: Passage['kind']): void
  /** @param cells the parts of each */
  addRow(cells: readonly (readonly Part[])[]): void
  leaveOut(what: string): void
  warnings(): Warning[]
}

/** In characters: what is longer is prose, set in a table for its looks. */
const LONGEST_CELL = 150

export function startFlow(): Flow {
  const parts: Part[] = []
  const leftOut = new Set<string>()
  return {
    parts,
    add(text, kind) {
      const bare = squeeze(text)
      if (bare !== '') parts.push({ text: bare, kind })
    },
    addRow(cells) {
      const isTable = cells.every((cell) => cell.length <= 1 && (cell[0]?.text.length ?? 0) <= LONGEST_CELL)
      const row = cells.map((cell) => cell[0]?.text.replaceAll('\n', ' ') ?? '').join('\t')
      if (!isTable || cells.length === 1) for (const part of cells.flat()) parts.push(part)
      else if (row.trim() !== '') parts.push({ text: row.trim(), kind: null })
    },
    leaveOut: (what) => leftOut.add(what),
    warnings: () =>
      leftOut.size === 0
        ? []
        : [
            {
              code: 'left-out',
              message: `not part of the text as it stands, and left out: ${[...leftOut].join(', ')}`,
            },
          ],
  }
}

const squeeze = (text: string): string =>
  text
    .replace(/[^\S\n\u00a0]+/g, ' ')
    .replace(/(?:(?<! ) +)?\n */g, '\n')
    .trim()

/** A heading of the first lines is the title where no style says which is, and so is the line that the file's properties give. */
export function withTitle(parts: readonly Part[], stated: string | undefined): Part[] {
  if (parts.some(({ kind }) => kind === 'title')) return [...parts]
  const first = parts.slice(0, FIRST_LINES)
  const byName = first.findIndex(({ text }) => text === stated?.trim())
  const index = byName >= 0 ? byName : first.findIndex(({ kind }) => kind === 'heading')
  return parts.map((part, at) => (at === index ? { ...part, kind: 'title' } : part))
}

const FIRST_LINES = 3

/** The heads and feet of pages, each once. */
export function furnitureOf(margins: readonly (readonly Part[])[]): Part[] {
  const texts = margins.map((parts) => parts.map(({ text }) => text).join('\t'))
  return [...new Set(texts)].filter((text) => text !== '').map((text) => ({ text, kind: 'furniture' }))
}
