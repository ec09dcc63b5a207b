// Incidents as they are found -> all of them by time, then by id, by way of a temporary file.

import { timeOfIncident } from '../../reconciling/reconcile.ts'
import type { Incident } from '../../types.ts'
import { openTemporary } from './file-shelf.ts'
import { pack, unpack } from './packing.ts'

export interface IncidentFile {
  put(incident: Incident): void
  /** As lines of JSON. */
  inOrder(): Generator<string>
  close(): void
}

export function openIncidentFile(): IncidentFile {
  const db = openTemporary()
  db.exec(
    'CREATE TABLE incidents (row INTEGER PRIMARY KEY, start TEXT NOT NULL, id TEXT NOT NULL, json BLOB NOT NULL) STRICT',
  )
  const insert = db.prepare<[string, string, Buffer]>('INSERT INTO incidents (start, id, json) VALUES (?, ?, ?)')
  db.exec('BEGIN')
  return {
    put: (incident) => void insert.run(timeOfIncident(incident), incident.id, pack(JSON.stringify(incident))),
    *inOrder() {
      db.exec('COMMIT')
      const json = db.prepare<[number], Buffer>('SELECT json FROM incidents WHERE row = ?').pluck()
      const rows = db.prepare<[], number>('SELECT row FROM incidents ORDER BY start, id').pluck()
      for (const row of rows.iterate()) yield unpack(json.get(row) ?? Buffer.alloc(0))
    },
    close: () => db.close(),
  }
}
