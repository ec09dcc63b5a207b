// What people say of a report -> a request of the server.

import { ask } from '../api.ts'

export interface Facts {
  outlet: string
  published: string
  title: string
  url: string
  collection: string
}

export const noFacts = (): Facts => ({ outlet: '', published: '', title: '', url: '', collection: '' })

/** Without what was left empty. */
export const saidIn = (facts: Partial<Facts>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  )

export const describe = (sha256: string, facts: Record<string, string>): Promise<{ changed: boolean }> =>
  ask(`facts/${sha256}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(facts),
  })
