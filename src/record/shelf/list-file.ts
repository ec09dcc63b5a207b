// Things of which there may be many -> the same in their order, from a temporary file.

import { openTemporary } from './file-shelf.ts'
import { pack, unpack } from './packing.ts'

export interface ListFile<Item> {
  put(item: Item): void
  items(): Generator<Item>
  close(): void
}

/** Of what JSON can say. */
export function openListFile<Item>(): ListFile<Item> {
  const db = openTemporary()
  db.exec('CREATE TABLE items (row INTEGER PRIMARY KEY, json BLOB NOT NULL) STRICT; BEGIN')
  const insert = db.prepare<[Uint8Array]>('INSERT INTO items (json) VALUES (?)')
  return {
    put: (item) => void insert.run(pack(JSON.stringify(item))),
    *items() {
      for (const json of db.prepare<[], Buffer>('SELECT json FROM items ORDER BY row').pluck().iterate())
        yield JSON.parse(unpack(json)) as Item
    },
    close: () => db.close(),
  }
}
