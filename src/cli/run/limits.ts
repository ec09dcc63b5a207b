// Options -> the time and memory that a document may take; a document's size -> its share of time.

import { getHeapStatistics } from 'node:v8'
import { Option } from 'commander'
import { parseSize } from '../../intake/io/size.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { parseDuration } from './duration.ts'

export interface LimitOptions {
  /** Milliseconds of processor time. */
  maxTime?: number
  /** Bytes. */
  maxMemory?: number
}

export interface ReadLimits {
  /** Milliseconds of processor time for a document of so many bytes. */
  timeFor: (bytes: number) => number
  /** Bytes that a worker may hold while it reads. */
  memory: number
  /** Milliseconds for which it may stand still, without using the processor. */
  still: number
  /** Megabytes of that memory for JavaScript's own heap; null for as many as Node.js gives by itself. */
  heapMegabytes: number | null
}

export const limitOptions = (): Option[] => [
  new Option(
    '--max-time <time>',
    'processor time for one document (default: 2m, and 3m more for each megabyte)',
  ).argParser(parseDuration),
  new Option(
    '--max-memory <size>',
    'memory for one worker (default: the heap limit of Node.js and 2 GB more)',
  ).argParser(parseMemory),
]

/** A megabyte of dense reports took 42 seconds on two slow cores (2026). */
const TIME_MS = 120_000
const TIME_PER_MEGABYTE_MS = 180_000
/** Nothing that a reading waits for takes a second. */
const STILL_MS = 120_000
/** Beside the heap: the model, buffers, the thread that reads PDF. */
const BESIDE_HEAP_BYTES = 2e9
/** A worker takes 300 MB before it has read anything. */
const LEAST_MEMORY_BYTES = 500e6

export const readLimits = ({ maxTime, maxMemory }: LimitOptions = {}): ReadLimits => ({
  timeFor: (bytes) => maxTime ?? TIME_MS + (TIME_PER_MEGABYTE_MS * bytes) / 1e6,
  memory: maxMemory ?? getHeapStatistics().heap_size_limit + BESIDE_HEAP_BYTES,
  still: STILL_MS,
  heapMegabytes: maxMemory === undefined ? null : Math.floor(maxMemory / 1e6),
})

function parseMemory(typed: string): number {
  const bytes = parseSize(typed)
  if (bytes < LEAST_MEMORY_BYTES)
    throw new UserError(`"${typed}" is too little: a worker takes 300 MB by itself; write 500MB or more`, EXIT.usage)
  return bytes
}
