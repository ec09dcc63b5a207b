// The options that several commands share, and their parsers.

import { InvalidArgumentError, Option } from 'commander'

const FORMATS = ['table', 'csv', 'ndjson'] as const
export type PrintFormat = (typeof FORMATS)[number]

export const DEFAULT_RECORD = 'hearsay.db'

export const recordOption = (): Option =>
  new Option('--record <path>', 'the record: one SQLite file').default(DEFAULT_RECORD)

export const collectionOption = (): Option =>
  new Option('--collection <name>', 'only of the documents in this collection (hearsay collections)')

export const formatOption = (): Option =>
  new Option('--format <format>', 'output format').choices(FORMATS).default('table')

export const limitOption = (): Option =>
  new Option('--limit <n>', 'print at most n; 0 for all (default: 50 in a table, all otherwise)').argParser(parseLimit)

function parseLimit(typed: string): number {
  // A larger one is no whole number to SQLite.
  if (!/^\d{1,15}$/.test(typed)) throw new InvalidArgumentError('Write a whole number of at most 15 digits, 0 for all.')
  return Number(typed)
}

/** The limit as SQLite understands it: negative for no limit. */
export function resolveLimit(limit: number | undefined, format: string): number {
  if (limit === undefined) return format === 'table' ? 50 : -1
  return limit === 0 ? -1 : limit
}

/** A name or a title. */
export function parseLine(typed: string): string {
  if (typed.trim() === '' || typed.length > 300 || /\p{Cc}/u.test(typed))
    throw new InvalidArgumentError('Write one line of at most 300 characters.')
  return typed.trim()
}
