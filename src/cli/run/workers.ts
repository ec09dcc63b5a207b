// Options, cores and input -> the number of workers, and how much may be in progress.

import { availableParallelism } from 'node:os'
import { InvalidArgumentError, Option } from 'commander'
import type { Found } from '../../intake/io/walk.ts'
import type { Room } from './in-order.ts'

export const workersOption = (): Option =>
  new Option(
    '--workers <n>',
    'how many documents to read at a time, each in a process of its own (default: one a core)',
  ).argParser(parseWorkers)

/** More workers than this only use memory. */
const MOST = 256

export function parseWorkers(typed: string): number {
  const workers = Number(typed)
  if (!/^\d+$/.test(typed) || workers < 1 || workers > MOST)
    throw new InvalidArgumentError(`Write a whole number from 1 to ${MOST}.`)
  return workers
}

/** A worker loads for half a second: in bytes, about what is read meanwhile. */
const WORTH_A_WORKER = 30_000

/** As typed; else a worker a core, but none that would have loaded only when the others are done. */
export function workersFor(typed: number | undefined, files: readonly Found[]): number {
  if (typed !== undefined) return typed
  const cores = availableParallelism()
  if (files.some(({ path }) => path === '-')) return cores
  const bytes = files.reduce((sum, file) => sum + ('size' in file ? file.size : 0), 0)
  const documents = files.some(({ path }) => HOLDS_SEVERAL.test(path)) ? Number.POSITIVE_INFINITY : files.length
  return Math.max(1, Math.min(cores, documents, Math.ceil(bytes / WORTH_A_WORKER)))
}

/** By their names, files that are likely to hold many documents: what they are, only their content tells. */
const HOLDS_SEVERAL = /\.(?:ndjson|jsonl|zip|mbox|warc|wacz|gz|rss|atom|xml)$/i

/** Enough that a long document among short ones stops nobody; in bytes, since a reading takes many times its document. */
export const roomFor = (workers: number): Room =>
  workers === 1 ? { items: 2, size: 2_000_000 } : { items: 16 * workers, size: 2_000_000 * workers }
