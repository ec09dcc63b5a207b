// What the pages know of incidents: the shape that reconciling gives, and the one function through which it comes.

import type { OpenRecord } from '../record/open.ts'

export interface Incident {
  id: string
  type: string
  mode?: string
  time: { start: string; end: string; precision: string } | null
  place: { name: string; lat: number; lon: number; country?: string; precision: string } | null
  accounts: readonly {
    document: string
    article: number
    event: string
    statement: string | null
    origin: string
    published?: string
  }[]
  aspects: readonly {
    name: string
    values: readonly { value: string; low?: number; high?: number | null; accounts: readonly number[] }[]
    state: 'agreed' | 'disputed' | 'single'
    why: string
  }[]
  origins: number
  credibility: { grade: string; why: readonly string[] }
}

/** All incidents of the record, in a fixed order. */
export type IncidentsOf = (record: OpenRecord) => readonly Incident[]
