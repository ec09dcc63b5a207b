import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { OpenRecord } from '../record/open.ts'
import { makeReading } from '../testing/made-reading.ts'
import { serve } from '../testing/served.ts'

const BRIDGE = makeReading('Ada said the bridge was closed.', { said: [['Ada', 'said', 'the bridge was closed']] })

/** All statements to the small numbers that facets are counted by. */
const INDEXES = /FROM statements WHERE document > \?/

test('the server listens before it reads the record, and reads it before anybody asks', async () => {
  let asked: () => string[] = () => []
  const opened = ({ db }: OpenRecord) => {
    const spy = vi.spyOn(db, 'prepare')
    asked = () =>
      spy.mock.calls.map(([sql]) => sql).filter((sql) => /FROM (?:statements|articles|incidents)\b/.test(sql))
  }
  const { url } = await serve([BRIDGE], { opened })
  expect(asked()).toEqual([])
  for (let times = 0; !asked().some((sql) => INDEXES.test(sql)) && times < 500; times++) await wait(10)
  const before = asked().length
  expect(asked().filter((sql) => INDEXES.test(sql))).toHaveLength(1)
  expect(before).toBeGreaterThan(2)
  // Nothing of it is read again for the first page.
  await fetch(`${url}api/articles`)
  expect(
    asked()
      .slice(before)
      .filter((sql) => INDEXES.test(sql)),
  ).toEqual([])
})
