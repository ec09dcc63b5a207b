// A record that is open: what open.ts makes, and every function of this room takes.

import type Database from 'better-sqlite3'

export interface OpenRecord {
  readonly path: string
  /** Of which record this is a copy, if that lies where nothing may be written; the copy goes when it is closed. */
  readonly copyOf?: string
  /** Only this room speaks SQL. */
  readonly db: Database.Database
  /** `owed` if this process broke the seal, or made the record: then it leaves a new one. */
  readonly seal: { owed: boolean }
  /** Called when a write must wait for another process, so that whoever looks on can be told. */
  whenWaiting?: () => void
}
