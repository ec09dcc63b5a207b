// The secret by which a person's assistant reads the record over HTTP: given, ended, and found again by what an assistant sends.

import { createHash, randomBytes } from 'node:crypto'
import type { OpenRecord } from '../open-record.ts'
import { type Account, change, named } from './people.ts'

/** 256 random bits: nobody guesses it, so it needs no slow hash. The beginning tells what it is wherever it is found. */
const PREFIX = 'hearsay_'
const SECRET = /^hearsay_[\w-]{43}$/

/** A new one, which ends the one before. It is kept as a hash alone, so this is the only time to see it. */
export function giveSecret(record: OpenRecord, name: string, addedAt: string): string {
  const secret = PREFIX + randomBytes(32).toString('base64url')
  change(record, () => {
    const { key } = named(record, name)
    record.db.prepare('INSERT OR REPLACE INTO assistants VALUES (?, ?, ?)').run(key, hashOf(secret), addedAt)
  })
  return secret
}

/** False if there was none. */
export function endSecret(record: OpenRecord, name: string): boolean {
  let ended = false
  change(record, () => {
    const { key } = named(record, name)
    ended = record.db.prepare('DELETE FROM assistants WHERE person = ?').run(key).changes > 0
  })
  return ended
}

/** Since when each person has one, by the person's key. */
export const assistantsSince = ({ db }: OpenRecord): Map<string, string> =>
  new Map(
    db
      .prepare<[], { person: string; addedAt: string }>('SELECT person, added_at AS addedAt FROM assistants')
      .all()
      .map(({ person, addedAt }) => [person, addedAt]),
  )

/** As whom an assistant with it reads; null if nobody gave it. */
export function personWithSecret({ db }: OpenRecord, secret: string): Account | null {
  if (!SECRET.test(secret)) return null
  return (
    db
      .prepare<[string], Account>(
        `SELECT people.key, name, role, password, people.added_at AS addedAt
         FROM assistants JOIN people ON people.key = person WHERE secret = ?`,
      )
      .get(hashOf(secret)) ?? null
  )
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
