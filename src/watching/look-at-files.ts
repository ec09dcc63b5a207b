// A folder or file that is due -> what is new or changed in it read; the feeds that a list names are watched from now on.

import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { isOutline } from '../intake/feed/outline.ts'
import { HEAD } from '../intake/format.ts'
import { explainFileError } from '../intake/io/file-error.ts'
import { readInputs } from '../intake/io/inputs.ts'
import { readAll } from '../intake/io/read-all.ts'
import { type Found, walk } from '../intake/io/walk.ts'
import { addWatched, findWatched, newlyWatched, type Watched, writeWatched } from '../record/watched.ts'
import { atOnceInTime } from './at-once.ts'
import { readAndKeep } from './keep.ts'
import { feedsNamed } from './look-at-address.ts'
import { instant, type Watcher } from './watcher.ts'

/** Looking at a folder bothers nobody else. */
const OFTEN = 10_000
/** What was written so lately may still be being written. */
const SETTLED = 2000

export async function lookAtFiles(row: Watched, watcher: Watcher): Promise<void> {
  const { record, clock, pace, signal } = watcher
  for await (const found of walk([row.address], record.path)) {
    if (signal.aborted) return
    await lookAtFile(row.address, found, watcher)
  }
  const now = clock.now()
  const due_at = instant(now + Math.min(OFTEN, pace.every))
  writeWatched(record, { ...row, answers: row.answers + 1, asked_at: instant(now), due_at })
}

async function lookAtFile(source: string, found: Found, watcher: Watcher): Promise<void> {
  const { record, clock, tell, once, signal } = watcher
  const { path } = found
  const mark = 'failure' in found ? `failed: ${found.failure.message}` : await markOf(path)
  if (mark === null || findWatched(record, `file:${path}`)?.etag === mark) return
  if ('failure' in found) tell(`${path}: ${found.failure.message}`)
  else {
    if (!once && (await ageOf(path, clock.now())) < SETTLED) return
    await readFileAnew(source, found, watcher)
    if (signal.aborted || (await markOf(path)) !== mark) return // changed meanwhile: read again the next time
  }
  const seen = newlyWatched({ address: `file:${path}`, role: 'file', host: null, due_at: null })
  writeWatched(record, { ...seen, etag: mark, asked_at: instant(clock.now()) })
}

async function readFileAnew(source: string, found: Found, watcher: Watcher): Promise<void> {
  const { maxSize, signal, tell } = watcher
  if (await isList(found.path)) return takeList(source, found.path, watcher)
  const options = { kind: 'auto', maxSize, standardInput: nothing() } as const
  for await (const item of readInputs([found], options)) {
    if (signal.aborted) return
    if ('failure' in item) tell(`${item.place}: ${item.failure.message}`)
    // A line of NDJSON has no address of its own: no line is a version of another.
    else await readAndKeep(watcher, item.received, item.place === item.received.origin ? item.place : null)
  }
}

async function isList(path: string): Promise<boolean> {
  if (!/\.(?:opml|xml)$/i.test(path)) return false
  try {
    await using file = await open(path)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return isOutline(buffer.subarray(0, bytesRead).toString('latin1'))
  } catch {
    return false // whoever reads it reports why it cannot be read
  }
}

/** @param source the list itself, or the folder that it lies in */
async function takeList(source: string, path: string, watcher: Watcher): Promise<void> {
  try {
    const feeds = feedsNamed(path, await readAll(createReadStream(path), watcher.maxSize), watcher)
    await atOnceInTime(watcher.record, () => {
      for (const feed of feeds) addWatched(watcher.record, feed, source)
    })
  } catch (error) {
    watcher.tell(`${path}: ${explainFileError(error).message}`)
  }
}

/** What tells one state of a file from the next; null where it is gone. */
async function markOf(path: string): Promise<string | null> {
  const stats = await stat(path).catch(() => null)
  return stats && `${stats.size} ${stats.mtimeMs}`
}

async function ageOf(path: string, now: number): Promise<number> {
  const stats = await stat(path).catch(() => null)
  return stats ? now - stats.mtimeMs : 0
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
