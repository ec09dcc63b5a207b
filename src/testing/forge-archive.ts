// Lines of an archive, and a change -> the archive that a forger would make of it: the chain of hashes is right.

import { createHash } from 'node:crypto'

// biome-ignore lint/suspicious/noExplicitAny: what a forger writes has no type
export type Loose = any

export interface Forged {
  entries: Loose[]
  documents: { document: Loose; reading: Loose }[]
  grades: Loose[]
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What a forger does who knows the format: readings, documents and log agree again, and each entry follows the one before. */
export function forge(lines: readonly string[], change: (archive: Forged) => void): string[] {
  const all: Loose[] = lines.map((line) => JSON.parse(line))
  const [first, ...rest] = all
  const of = (kind: string): Loose[] => rest.flatMap((line) => (kind in line ? [line[kind]] : []))
  const readings = of('reading')
  const archive: Forged = {
    entries: of('entry'),
    documents: of('document').map((document, index) => ({ document, reading: readings[index] })),
    grades: of('grade'),
  }
  change(archive)
  for (const { document, reading } of archive.documents) {
    document.reading = sha256(JSON.stringify(reading))
    const coming = archive.entries.find(({ what, about }) => what === 'received' && about === document.sha256)
    if (coming?.detail) coming.detail.reading = document.reading
  }
  let previous = '0'.repeat(64)
  for (const [index, entry] of archive.entries.entries()) {
    const { at, who, what, about, detail } = entry
    const number = index + 1
    const hash = sha256(JSON.stringify([number, at, who, what, about, JSON.stringify(detail), previous]))
    archive.entries[index] = { number, at, who, what, about, previous, hash, detail }
    previous = hash
  }
  const { entries, documents, grades } = archive
  return [
    { ...first, documents: documents.length, entries: entries.length, head: previous },
    ...entries.map((entry) => ({ entry })),
    ...documents.flatMap(({ document, reading }) => [{ document }, { reading }]),
    ...grades.map((grade) => ({ grade })),
  ].map((line) => `${JSON.stringify(line)}\n`)
}
