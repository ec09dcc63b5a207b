// A day of watching, on a virtual clock, against a server that has a bad one: nothing missed, nothing read twice.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFetcher } from '../fetching/fetcher.ts'
import { checkRecord } from '../record/custody/check.ts'
import { listDocuments, readingOf } from '../record/documents.ts'
import { closeRecord, openRecord } from '../record/open.ts'
import { scratchFolder } from '../testing/hearsay.ts'
import { randomFrom } from '../testing/invented-news.ts'
import { readRoughly } from '../testing/read-roughly.ts'
import { type Story, startTroubledServer } from '../testing/troubled-server.ts'
import { articleTextOf } from './differences.ts'
import type { News } from './news.ts'
import { watch } from './watch.ts'

const HOUR = 3_600_000
const START = Date.UTC(2024, 3, 30)
const END = START + 30 * HOUR
const PAUSE = 1000

/** Over a day, in three feeds; every sixth of the earlier ones is corrected two hours later, every seventh has a restless page. */
const stories: Story[] = Array.from({ length: 66 }, (_, index) => {
  const published = START + Math.round((index * 22 * HOUR) / 66)
  const text = `Report ${index}: the mayor said that bridge ${index} was closed after two people had been hurt.`
  const corrected = { from: published + 2 * HOUR, text: text.replace('two people', 'four people') }
  return {
    path: `/story/${index}`,
    feed: ['rss', 'atom', 'json'][index % 3],
    published,
    versions: [{ from: published, text }, ...(index % 6 === 0 && index < 48 ? [corrected] : [])],
    restless: index % 7 === 3,
  }
})

class Crash extends Error {}

test('a day: killed and restarted at random moments', { timeout: 120_000 }, async () => {
  let time = START
  const server = await startTroubledServer(stories, { percent: 30, retryAfter: 120 }, () => time)
  const roots = [...['rss', 'atom', 'json'].map((feed) => `${server.url}/feeds/${feed}`), `${server.url}/endless.xml`]
  const path = join(scratchFolder(), 'day.db')
  const random = randomFrom(5)
  const readings = new Map<string, number>()
  const news: News[] = []
  const told: string[] = []
  let crashes = 0
  let untilCrash = 40
  const perhapsCrash = () => {
    if (--untilCrash > 0) return
    untilCrash = 20 + Math.floor(random() * 120)
    crashes++
    throw new Crash()
  }

  for (let ended = false; !ended; ) {
    const controller = new AbortController()
    const { signal } = controller
    const clock = {
      now: () => time,
      async sleep(ms: number) {
        await new Promise((resolve) => setImmediate(resolve))
        time += Math.max(0, ms)
        if (time >= END) controller.abort()
        perhapsCrash()
      },
    }
    const record = openRecord(path, 'create')
    try {
      await watch(roots, {
        record,
        fetcher: openFetcher({
          userAgent: 'hearsay/0.1.0',
          maxSize: 200_000,
          mayAsk: () => true,
          pauseMs: PAUSE,
          clock,
          signal,
          idleMs: 300,
          totalMs: 400,
        }),
        async read(received) {
          perhapsCrash()
          const sha256 = createHash('sha256').update(received.bytes).digest('hex')
          readings.set(sha256, (readings.get(sha256) ?? 0) + 1)
          return { reading: readRoughly(received) }
        },
        pace: { every: 15 * 60_000, longest: 2 * HOUR },
        maxSize: 200_000,
        follow: true,
        once: false,
        clock,
        random,
        signal,
        tell: (message) => told.push(message),
        async say(some) {
          news.push(...some)
          perhapsCrash()
        },
      })
      ended = true
    } catch (error) {
      if (!(error instanceof Crash)) throw error
    } finally {
      expect(checkRecord(record)).toEqual([])
      closeRecord(record)
    }
  }
  expect(crashes).toBeGreaterThan(10)

  // Nothing missed, in order, each once.
  const record = openRecord(path, 'read')
  const texts = new Map<string, string[]>()
  for (const { number, origin } of listDocuments(record)) {
    const text = articleTextOf(readingOf(record, number))
    texts.set(origin, [...(texts.get(origin) ?? []), text])
  }
  closeRecord(record)
  const expected = new Map(stories.map(({ path, versions }) => [server.url + path, versions.map(({ text }) => text)]))
  expect(new Map([...texts].toSorted())).toEqual(new Map([...expected].toSorted()))

  // Nothing read twice: the same bytes never, a page as often as it gave other bytes.
  expect([...readings.values()].filter((times) => times > 1)).toEqual([])
  // Sent in full it is once for each version, and once more where the crash came before it was kept.
  const sent = (path: string) => server.did.filter((each) => each.path === path && each.what === '200').length
  const calm = stories.filter(({ restless }) => !restless)
  const again = calm.map(({ path, versions }) => sent(path) - versions.length)
  expect(Math.min(...again)).toBe(0)
  expect(again.reduce((sum, more) => sum + more, 0)).toBeLessThanOrEqual(crashes)

  // All of it was told.
  const corrected = stories.filter(({ versions }) => versions.length > 1).map(({ path }) => server.url + path)
  const idsOf = (kind: News['news']) => news.filter((each) => each.news === kind).map(({ id }) => id)
  expect(new Set(idsOf('article')).size).toBe(stories.length)
  expect(new Set(idsOf('correction')).size).toBe(corrected.length)
  expect(news.flatMap((each) => (each.news === 'correction' ? [each.change.differences] : []))[0]).toMatchObject([
    { removed: 'two', added: 'four' },
  ])

  // Politely: a pause between requests, none while the server wants none, and few that fetch anything again.
  const asked = server.did.filter(({ at }) => at > START)
  const tooSoon = asked.filter(({ at }, index) => index > 0 && at - asked[index - 1].at < PAUSE)
  expect(tooSoon.length).toBeLessThanOrEqual(crashes) // a new process does not know when the last one asked
  const whileHeld = asked.filter(({ at }, index) =>
    asked.slice(0, index).some((each) => each.what === '429' && at - each.at < 120_000),
  )
  expect(whileHeld).toEqual([])
  expect(asked.filter(({ what }) => what === '304').length).toBeGreaterThan(100)
  expect(told.some((line) => line.startsWith(`${server.url}/endless.xml: it is over the limit of 200 kB`))).toBe(true)
  for (const trouble of [
    '(500)',
    '(429)',
    'closed the connection',
    'time limit',
    'not HTTP',
    'breaks off before its end',
  ])
    expect(
      told.some((line) => line.includes(trouble)),
      trouble,
    ).toBe(true)
})
