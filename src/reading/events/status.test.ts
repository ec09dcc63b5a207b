// Sentences -> whether what they tell of happened, was denied, is feared, planned, demanded: through the model that ships.

import { describe, expect, it } from 'vitest'
import { openDocument } from '../../intake/document.ts'
import { read } from '../../pipeline.ts'
import { readCaseTable } from '../../testing/case-table.ts'
import { sharedResources } from '../../testing/resources.ts'

const resources = await sharedResources()

async function statusOf(text: string, trigger: string): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(JSON.stringify({ id: 'case', text }))
  const { articles } = await read(await openDocument({ bytes, origin: 'case' }), resources)
  const at = text.indexOf(trigger)
  return articles
    .flatMap(({ events }) => events)
    .find(({ trigger: [start, end] }) => start < at + trigger.length && at < end)?.status
}

describe('status', () => {
  for (const [text, trigger, status, why, fault] of readCaseTable(new URL('status.cases.tsv', import.meta.url)))
    it(`"${trigger}" is ${status}: ${text} (${why})`, { fails: fault === 'known fault' }, async () =>
      expect(await statusOf(text, trigger)).toBe(status),
    )
})
