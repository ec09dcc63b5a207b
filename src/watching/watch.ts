// What the user named -> looked at when it is due, one address at a time, and what is new announced, until stopped or the round is over.

import { resolve } from 'node:path'
import { isWebAddress, parseWebAddress } from '../intake/web-address.ts'
import { refreshIncidents } from '../record/incidents/refresh.ts'
import { patiently } from '../record/patience.ts'
import { listUnannounced, markAnnounced } from '../record/versions.ts'
import { addWatched, listNamed, newlyWatched, soonestOfHosts, type Watched } from '../record/watched.ts'
import { EXIT, UserError } from '../user-error.ts'
import { atOnceInTime } from './at-once.ts'
import { type Failing, lookAtAddress } from './look-at-address.ts'
import { lookAtFiles } from './look-at-files.ts'
import { newsIn } from './news.ts'
import { instant, type Watcher } from './watcher.ts'

/** News is announced when nothing is due for so long, in milliseconds ... */
const QUIET_MS = 5000
/** ... and at the latest after this; no sleep is longer either. */
const MAX_DELAY_MS = 600_000

/** How often something was looked at, and when the next is due: ISO 8601, UTC; null if nothing will be. */
export interface Round {
  looked: number
  next: string | null
}

/** @param typed web addresses, folders and files; where there are none, all that was ever watched */
export async function watch(typed: readonly string[], watcher: Watcher): Promise<Round> {
  const { clock, pace, once, signal } = watcher
  const started = clock.now()
  const named = await namedBy(typed, watcher)
  // What is due a little later is part of this round too: whoever starts one every quarter of an hour means each of them.
  const horizon = once ? started + pace.every / 2 : Number.POSITIVE_INFINITY
  const failing: Failing = new Map()
  let announced = started
  let looked = 0
  while (!signal.aborted) {
    const next = nextOf(named, { horizon, notSince: once ? instant(started) : null }, watcher)
    const wait = next ? next.at - clock.now() : Number.POSITIVE_INFINITY
    if (wait > QUIET_MS || clock.now() - announced > MAX_DELAY_MS) {
      await announceNews(watcher)
      announced = clock.now()
    }
    if (!next) break
    if (wait > 0) {
      await clock.sleep(Math.min(wait, MAX_DELAY_MS), signal)
      continue
    }
    looked++
    if (next.row.host === null) await lookAtFiles(next.row, watcher)
    else await lookAtAddress(next.row, watcher, failing)
  }
  const all = soonestOfHosts(watcher.record, named, { notSince: null, articles: watcher.follow })
  return { looked, next: all.flatMap(({ due_at }) => due_at ?? []).sort()[0] ?? null }
}

async function namedBy(typed: readonly string[], { record, clock }: Watcher): Promise<string[]> {
  const named = typed.map((each) => (isWebAddress(each) ? parseWebAddress(each).href : resolve(each)))
  await atOnceInTime(record, () => {
    for (const address of named) {
      const host = isWebAddress(address) ? new URL(address).host : null
      addWatched(record, newlyWatched({ address, role: 'source', host, due_at: instant(clock.now()) }), null)
    }
  })
  if (named.length > 0) return named
  const known = listNamed(record)
  if (known.length > 0) return known
  throw new UserError(
    'name a feed, page, folder or list of feeds to watch; hearsay help watch has examples',
    EXIT.usage,
  )
}

/** What may be asked first, given that hosts want pauses. */
function nextOf(
  named: readonly string[],
  { horizon, notSince }: { horizon: number; notSince: string | null },
  { record, fetcher, clock, follow }: Watcher,
): { row: Watched; at: number } | null {
  const all = soonestOfHosts(record, named, { notSince, articles: follow }).map((row) => {
    const due = Date.parse(row.due_at ?? '')
    return { row, due, at: Math.max(due, clock.now(), row.host === null ? 0 : fetcher.freeAt(row.host)) }
  })
  return all.filter(({ due }) => due <= horizon).toSorted((a, b) => a.at - b.at || a.due - b.due)[0] ?? null
}

/** Announced first and marked after: if the program is killed in between, it is announced once more. */
async function announceNews({ record, clock, say }: Watcher): Promise<void> {
  const unannounced = listUnannounced(record)
  if (unannounced.length === 0) return
  await patiently(record, () => refreshIncidents(record))
  const news = newsIn(record, unannounced, instant(clock.now()))
  if (news.length > 0) await say(news)
  await patiently(record, () => markAnnounced(record, unannounced))
}
