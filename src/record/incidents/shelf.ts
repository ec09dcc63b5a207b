// What reconciling keeps between reports, in the record's tables; tellings are JSON here, since only reconciling knows what is in them.

import type { OpenRecord } from '../open.ts'

export interface StoredTelling {
  key: string
  json: string
  day: number
  words: number
  blocks: readonly string[]
  incident: string | null
}

export interface StoredThread {
  one: string
  other: string
  score: number
  blocks: number
}

export interface StoredShelf {
  tellings(document: string): { key: string; json: string }[]
  put(document: string, tellings: readonly StoredTelling[], shingles: readonly StoredShingles[]): void
  /** As JSON; null where it is gone. */
  telling(key: string): string | null
  shingles(article: string): Buffer | null
  members(block: string): Pick<StoredTelling, 'key' | 'day' | 'words'>[]
  threads(key: string): StoredThread[]
  threadBetween(one: string, other: string): StoredThread | null
  setThread(thread: StoredThread): void
  incident(key: string): string | null
  setIncident(keys: readonly string[], incident: string): void
}

export interface StoredShingles {
  article: string
  /** 32 bits each. */
  numbers: Buffer
}

export function openStoredShelf({ db }: OpenRecord): StoredShelf {
  const forget = [
    'telling_blocks WHERE key IN (SELECT key FROM tellings WHERE document = ?)',
    'tellings WHERE document = ?',
    'shingles WHERE document = ?',
  ].map((what) => db.prepare<[string]>(`DELETE FROM ${what}`))
  const insert = db.prepare<[string, string, string, number, number, string | null]>(
    'INSERT INTO tellings VALUES (?, ?, ?, ?, ?, ?)',
  )
  const insertBlock = db.prepare<[string, string]>('INSERT INTO telling_blocks VALUES (?, ?)')
  const insertShingles = db.prepare<[string, string, Buffer]>('INSERT OR REPLACE INTO shingles VALUES (?, ?, ?)')
  const tellings = db.prepare<[string], { key: string; json: string }>(
    'SELECT key, json FROM tellings WHERE document = ? ORDER BY key',
  )
  const telling = db.prepare<[string], string>('SELECT json FROM tellings WHERE key = ?').pluck()
  const shingles = db.prepare<[string], Buffer>('SELECT numbers FROM shingles WHERE article = ?').pluck()
  const members = db.prepare<[string], { key: string; day: number; words: number }>(
    'SELECT key, day, words FROM telling_blocks JOIN tellings USING (key) WHERE block = ?',
  )
  const threads = db.prepare<[string, string], StoredThread>(
    'SELECT one, other, score, blocks FROM threads WHERE one = ? UNION ALL SELECT one, other, score, blocks FROM threads WHERE other = ?',
  )
  const between = db.prepare<[string, string], StoredThread>(
    'SELECT one, other, score, blocks FROM threads WHERE one = ? AND other = ?',
  )
  const set = db.prepare<[StoredThread]>('INSERT OR REPLACE INTO threads VALUES (@one, @other, @score, @blocks)')
  const unset = db.prepare<[string, string]>('DELETE FROM threads WHERE one = ? AND other = ?')
  const incident = db.prepare<[string], string | null>('SELECT incident FROM tellings WHERE key = ?').pluck()
  const setIncident = db.prepare<[string, string]>('UPDATE tellings SET incident = ? WHERE key = ?')
  return {
    tellings: (document) => tellings.all(document),
    put(document, those, printed) {
      for (const what of forget) what.run(document)
      for (const { key, json, day, words, blocks, incident } of those) {
        insert.run(key, document, json, day, words, incident)
        for (const block of blocks) insertBlock.run(block, key)
      }
      for (const { article, numbers } of printed) insertShingles.run(article, document, numbers)
    },
    telling: (key) => telling.get(key) ?? null,
    shingles: (article) => shingles.get(article) ?? null,
    members: (block) => members.all(block),
    threads: (key) => threads.all(key, key),
    threadBetween: (one, other) => between.get(one, other) ?? null,
    setThread: (thread) => (thread.blocks > 0 ? set.run(thread) : unset.run(thread.one, thread.other)),
    incident: (key) => incident.get(key) ?? null,
    setIncident(keys, id) {
      for (const key of keys) setIncident.run(id, key)
    },
  }
}
