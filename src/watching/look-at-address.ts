// A web address that is due -> asked; what it gives is read, the feeds and articles that it names are watched from now on.

import { FetchError } from '../fetching/fetch-error.ts'
import type { Answer } from '../fetching/fetcher.ts'
import { type Validators, validatorsOf } from '../fetching/validators.ts'
import { entriesOf, type FeedEntry, isFeed, isWholeFeed, ttlOf } from '../intake/feed/feed.ts'
import { feedsIn, isOutline } from '../intake/feed/outline.ts'
import { HEAD } from '../intake/format.ts'
import { unpackBytes } from '../intake/io/unpack.ts'
import { isWebAddress, parseWebAddress } from '../intake/web-address.ts'
import { addWatched, holdHost, newlyWatched, type Watched, writeWatched } from '../record/watched.ts'
import type { Received } from '../types.ts'
import { UserError } from '../user-error.ts'
import { atOnceInTime } from './at-once.ts'
import { readAndKeep } from './keep.ts'
import { nextLook, nextRound, nextTry } from './schedule.ts'
import { instant, type Watcher } from './watcher.ts'

/** How often in a row a host has failed, whatever was asked of it. */
export type Failing = Map<string | null, number>

/** Whatever happens, the row is written last: killed before, the address is due again, and what was kept is known by its bytes. */
export async function lookAtAddress(row: Watched, watcher: Watcher, failing: Failing): Promise<void> {
  const { record, fetcher, signal } = watcher
  try {
    const answer = await fetcher.fetch(row.address, validatorsIn(row))
    const { named, ttl } = answer.received === null ? NOTHING : await take(row, answer.received, watcher)
    if (signal.aborted) return // in the middle of it, perhaps
    failing.delete(row.host)
    await atOnceInTime(record, () => {
      for (const each of named) addWatched(record, each, row.address)
      writeWatched(record, answered(row, answer, ttl, watcher))
    })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    if (!signal.aborted) await fail(row, error, watcher, failing)
  }
}

interface Taken {
  /** What is to be watched from now on. */
  named: Watched[]
  ttl?: number | undefined
}

const NOTHING: Taken = { named: [] }

const validatorsIn = ({ version_from: url, etag, last_modified: lastModified }: Watched): Validators | undefined =>
  url === null ? undefined : { url, etag: etag ?? undefined, lastModified: lastModified ?? undefined }

async function take(row: Watched, received: Received, watcher: Watcher): Promise<Taken> {
  const head = Buffer.from(received.bytes.subarray(0, HEAD)).toString('latin1')
  if (row.role === 'source' && isOutline(head)) return { named: feedsNamed(row.address, received.bytes, watcher) }
  if (row.role === 'source' && isFeed(head)) return takeFeed(row, received, watcher)
  for await (const item of unpackBytes(received, watcher.maxSize)) {
    if (watcher.signal.aborted) break
    if ('failure' in item) watcher.tell(`${item.place}: ${item.failure.message}`)
    else await readAndKeep(watcher, item.received, item.received.origin)
  }
  return NOTHING
}

/** The feeds that a list names; what is no web address is reported. */
export function feedsNamed(list: string, bytes: Uint8Array, { clock, tell }: Watcher): Watched[] {
  return feedsIn(bytes).flatMap((address) => {
    try {
      const { href, host } = parseWebAddress(address, isWebAddress(list) ? list : undefined)
      return [newlyWatched({ address: href, role: 'source', host, due_at: instant(clock.now()) })]
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      tell(`${list}: ${address}: ${error.message}`)
      return []
    }
  })
}

/** Fails where the feed breaks off, after all that is whole was taken: it is then asked for again. */
async function takeFeed(row: Watched, received: Received, watcher: Watcher): Promise<Taken> {
  const { record, clock, follow, signal } = watcher
  const named: Watched[] = []
  const names = new Set<string>()
  let whole = isWholeFeed(received.bytes)
  for (const entry of entriesOf(received.bytes)) {
    if (signal.aborted) break
    if ('failure' in entry) {
      whole = false
      continue
    }
    const link = follow ? linkOf(entry, received) : null
    if (link) {
      const { href: address, host } = link
      named.push(newlyWatched({ address, role: 'article', host, due_at: instant(clock.now()) }))
    } else await takeEntry(received, entry, names, watcher)
  }
  if (!whole) {
    await atOnceInTime(record, () => {
      for (const each of named) addWatched(record, each, row.address)
    })
    throw new FetchError('the feed breaks off before its end')
  }
  return { named, ttl: ttlOf(received.bytes) }
}

/** Null where it is nothing to be asked for: a file, a mail address, none at all. */
function linkOf({ link }: Extract<FeedEntry, { link: unknown }>, { http, origin }: Received): URL | null {
  if (link === undefined) return null
  try {
    return parseWebAddress(link, http?.url ?? origin)
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

/** As the feed carries it. Entries of one name are no versions of one another. */
async function takeEntry(
  { origin, http, retrievedAt }: Received,
  { name, content, known }: Extract<FeedEntry, { link: unknown }>,
  names: Set<string>,
  watcher: Watcher,
): Promise<void> {
  const entry: Received = {
    bytes: content,
    origin: `${origin}#${name}`,
    ...(http === undefined ? {} : { http }),
    ...(retrievedAt === undefined ? {} : { retrievedAt }),
    ...known,
  }
  await readAndKeep(watcher, entry, names.has(name) ? null : entry.origin)
  names.add(name)
}

function answered(row: Watched, { received, headers }: Answer, ttl: number | undefined, watcher: Watcher): Watched {
  const { clock, random, pace } = watcher
  const now = clock.now()
  const answers = row.answers + 1
  const due = row.role === 'source' ? nextRound(pace, headers, ttl, now, random) : nextLook(answers, now, random)
  return {
    ...row,
    ...(received?.http ? versionIn(validatorsOf(received.http.url, headers)) : {}),
    answers,
    failures: 0,
    asked_at: instant(now),
    due_at: due === null ? null : instant(due),
  }
}

const versionIn = ({ url, etag, lastModified }: Validators) => ({
  version_from: url,
  etag: etag ?? null,
  last_modified: lastModified ?? null,
})

/** So often in a row, and what is said to last, is left to the next look that an article gets. */
const MOST_FAILURES = 12

/** A host that fails is left alone as a whole, so that those behind it do not each wait for it. */
async function fail(
  row: Watched,
  error: UserError,
  { record, clock, random, pace, tell }: Watcher,
  failing: Failing,
): Promise<void> {
  const now = clock.now()
  const { lasting = false, notBefore } = error instanceof FetchError ? error : {}
  const failures = row.failures + 1
  const isGivenUp = row.role === 'article' && (lasting || failures > MOST_FAILURES)
  const due = isGivenUp ? nextLook(row.answers + 1, now, random) : nextTry(failures, pace, notBefore, now, random)
  const due_at = due === null ? null : instant(due)
  if (lasting) failing.delete(row.host)
  else failing.set(row.host, (failing.get(row.host) ?? 0) + 1)
  await atOnceInTime(record, () => {
    const counts = isGivenUp ? { answers: row.answers + 1, failures: 0 } : { failures }
    writeWatched(record, { ...row, ...counts, asked_at: instant(now), due_at })
    const inARow = failing.get(row.host)
    if (inARow !== undefined && row.host !== null)
      holdHost(record, row.host, instant(nextTry(inARow, pace, notBefore, now, random)))
  })
  tell(
    `${row.address}: ${error.message}; ${due_at === null ? 'it is not asked again' : `it is asked again at ${due_at}`}`,
  )
}
