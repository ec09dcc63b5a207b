// Candidate pairs as they are found, once for each block -> each pair once, with in how many blocks it was, by way of a temporary file.

import { openTemporary } from './file-shelf.ts'

interface NumberedPair {
  one: number
  other: number
  score: number
  blocks: number
}

export interface PairFile {
  put(one: number, other: number, score: number): void
  /** By the first chain. */
  pairs(): IterableIterator<NumberedPair>
  close(): void
}

export function openPairFile(): PairFile {
  const db = openTemporary()
  db.exec('CREATE TABLE pairs (one INTEGER NOT NULL, other INTEGER NOT NULL, score REAL NOT NULL) STRICT; BEGIN')
  const insert = db.prepare<[number, number, number]>('INSERT INTO pairs VALUES (?, ?, ?)')
  return {
    put: (one, other, score) => void insert.run(one, other, score),
    pairs: () =>
      db
        .prepare<[], NumberedPair>(
          'SELECT one, other, max(score) AS score, count(*) AS blocks FROM pairs GROUP BY one, other ORDER BY one, other',
        )
        .iterate(),
    close: () => db.close(),
  }
}
