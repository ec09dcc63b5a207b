// Who is signed in, as the server says. Roles are the server's affair; the pages only leave out what it would refuse.

import type { PersonAnswer } from '../src/server/accounts/people.ts'
import type { SessionAnswer } from '../src/server/accounts/session.ts'
import { ask } from './api.ts'

let now = $state.raw<SessionAnswer | null>(null)

export const session = {
  /** Null where nobody is signed in, or needs to be. */
  get person(): PersonAnswer | null {
    return now?.person ?? null
  },
  get mustSignIn(): boolean {
    return now?.needed === true && now.person === null
  },
  get mayDecide(): boolean {
    if (now === null || !now.needed) return true
    return now.person !== null && now.person.role !== 'reader'
  },
  /** Whether they may change how the record works. */
  get mayOwn(): boolean {
    return now === null || !now.needed || now.person?.role === 'owner'
  },
}

/** Asked until it is known; afterwards the answers say when a session is over. */
export async function whoIsIt(): Promise<void> {
  if (now !== null) return
  const answer = await ask<SessionAnswer>('session')
  now ??= answer
}

/** The server did not know the cookie any more. */
export function isOver(): void {
  now = { needed: true, person: null }
}

const json = { 'content-type': 'application/json' }

export async function signIn(name: string, password: string): Promise<void> {
  now = await ask<SessionAnswer>('session', { method: 'POST', body: JSON.stringify({ name, password }), headers: json })
}

/** Every trace of the record leaves the page. */
export async function signOut(): Promise<void> {
  await ask('session', { method: 'DELETE' })
  location.assign('/')
}

export async function changePassword(old: string, next: string): Promise<void> {
  const body = JSON.stringify({ old, new: next })
  now = await ask<SessionAnswer>('session/password', { method: 'POST', body, headers: json })
}
