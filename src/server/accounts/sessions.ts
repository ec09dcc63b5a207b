// Who is signed in, in the memory of this process: whoever only reads changes no byte of the record, and a restart signs everybody out.

import { createHash, randomBytes } from 'node:crypto'
import type { OpenRecord } from '../../record/open.ts'
import { type Account, accountCalled } from '../../record/people/people.ts'

const HOUR_MS = 60 * 60_000
/** After so long without a request, and after so long in any case. */
const IDLE_MS = 2 * HOUR_MS
const LONGEST_MS = 12 * HOUR_MS
/** Of one person at a time; the oldest ends. */
const MOST_OF_ONE = 20

const ID_BYTES = 32

interface Session {
  key: string
  /** What was kept of the password at the time: with another one, all of a person's sessions are over. */
  password: string
  began: number
  seen: number
}

export interface Sessions {
  /** A new id, which is never one that the browser brought. */
  begin(account: Account, now: number): string
  /** Asks the record each time: another process may have removed the person, or changed the role. */
  find(id: string | undefined, now: number): Account | null
  end(id: string | undefined): void
}

export function startSessions(record: OpenRecord): Sessions {
  /** By the hash of its id, in the order in which they began. */
  const sessions = new Map<string, Session>()
  const isOver = ({ began, seen }: Session, now: number) => now - seen > IDLE_MS || now - began > LONGEST_MS
  return {
    begin({ key, password }, now) {
      const own: string[] = []
      for (const [hash, session] of sessions) {
        if (isOver(session, now)) sessions.delete(hash)
        else if (session.key === key) own.push(hash)
      }
      for (const hash of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) sessions.delete(hash)
      const id = randomBytes(ID_BYTES).toString('base64url')
      sessions.set(hashOf(id), { key, password, began: now, seen: now })
      return id
    },
    find(id, now) {
      if (id === undefined) return null
      const hash = hashOf(id)
      const session = sessions.get(hash)
      if (!session) return null
      const account = isOver(session, now) ? null : accountCalled(record, session.key)
      if (!account || account.password !== session.password) {
        sessions.delete(hash)
        return null
      }
      session.seen = now
      return account
    },
    end(id) {
      if (id !== undefined) sessions.delete(hashOf(id))
    },
  }
}

/** Whoever reads this process's memory finds no id to use; and looking one up takes a time that says nothing of the others. */
const hashOf = (id: string): string => createHash('sha256').update(id).digest('base64')
