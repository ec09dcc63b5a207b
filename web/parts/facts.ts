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

/** What differs from what is known now; null for what was emptied. */
export const changesIn = (now: Facts, facts: Facts): Record<string, string | null> =>
  Object.fromEntries(
    FIELDS.flatMap((name): [string, string | null][] => {
      const value = facts[name].trim()
      return value === now[name].trim() ? [] : [[name, value === '' ? null : value]]
    }),
  )

const FIELDS = ['outlet', 'published', 'title', 'url', 'collection'] as const

export const describe = (sha256: string, facts: Record<string, string | null>): Promise<{ changed: boolean }> =>
  ask(`facts/${sha256}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(facts),
  })
