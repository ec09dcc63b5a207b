// A place as typed -> the ids of the incidents inside it, as the server's gazetteer has it; null if nothing was typed.

import type { IncidentsInsideAnswer } from '../../src/server/answers.ts'
import { ask } from '../api.ts'

export async function insidePlace(typed: string | null, all: boolean): Promise<ReadonlySet<string> | null> {
  if (typed === null || typed.trim() === '') return null
  const query = new URLSearchParams({ place: typed, ...(all ? { all: 'yes' } : {}) })
  const { incidents } = await ask<IncidentsInsideAnswer>(`incidents-inside?${query}`)
  return new Set(incidents)
}
