// Incidents as they are found -> all of them by time, then by id, by way of a temporary file.

import { timeOfIncident } from '../../reconciling/reconcile.ts'
import type { Incident } from '../../types.ts'
import { openTemporary } from './file-shelf.ts'
import { pack, unpack } from './packing.ts'

export interface IncidentFile {
  put(incident: PackedIncident): void
  /** As lines of JSON. */
  inOrder(): Generator<string>
  close(): void
}

export interface PackedIncident {
  start: string
  id: string
  json: Uint8Array
}

export const packIncident = (incident: Incident): PackedIncident => ({
  start: timeOfIncident(incident),
  id: incident.id,
  json: pack(JSON.stringify(incident)),
})

export function openIncidentFile(): IncidentFile {
  const db = openTemporary()
  db.exec(
    'CREATE TABLE incidents (row INTEGER PRIMARY KEY, start TEXT NOT NULL, id TEXT NOT NULL, json BLOB NOT NULL) STRICT',
  )
  const insert = db.prepare<[string, string, Uint8Array]>('INSERT INTO incidents (start, id, json) VALUES (?, ?, ?)')
  db.exec('BEGIN')
  return {
    put: ({ start, id, json }) => void insert.run(start, id, json),
    *inOrder() {
      db.exec('COMMIT')
      const json = db.prepare<[number], Buffer>('SELECT json FROM incidents WHERE row = ?').pluck()
      const rows = db.prepare<[], number>('SELECT row FROM incidents ORDER BY start, id').pluck()
      for (const row of rows.iterate()) yield unpack(json.get(row) ?? Buffer.alloc(0))
    },
    close: () => db.close(),
  }
}
