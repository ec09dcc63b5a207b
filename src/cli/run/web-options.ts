// The options of commands that request web addresses, and the fetcher for them.

import { Option } from 'commander'
import { type Fetcher, openFetcher } from '../../fetching/fetcher.ts'
import { alsoPrivate, isPlace } from '../../fetching/private-address.ts'
import { VERSION } from '../../record/program.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { systemClock } from './clock.ts'

export interface WebOptions {
  allowPrivate?: string[]
  pause: number
}

export const allowPrivateOption = (): Option =>
  new Option(
    '--allow-private <host>',
    'also request this host, address or network (10.1.0.0/16) in a private network or on this machine; can be repeated',
  ).argParser(parsePrivate)

export const pauseOption = (): Option =>
  new Option('--pause <time>', 'shortest time between two requests to one host')
    .argParser(parseDuration)
    .default(1000, '1s')

export const fetcherFor = ({ allowPrivate, pause }: WebOptions, maxSize: number, signal: AbortSignal): Fetcher =>
  openFetcher({
    userAgent: `hearsay/${VERSION}`,
    maxSize,
    pauseMs: pause,
    clock: systemClock,
    signal,
    ...(allowPrivate ? { mayAsk: alsoPrivate(allowPrivate) } : {}),
  })

function parsePrivate(typed: string, before: string[] = []): string[] {
  if (!isPlace(typed))
    throw new UserError(
      `"${typed}" is no host, address or network; write for example localhost, 10.1.2.3 or 10.1.0.0/16`,
      EXIT.usage,
    )
  return [...before, typed]
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** "90s", "15m", "6h", "1d" -> milliseconds. Throws UserError for anything else. */
export function parseDuration(typed: string): number {
  const [, number, unit] = /^\s*(\d{1,6}(?:\.\d{1,3})?)\s*([smhd])\s*$/.exec(typed) ?? []
  if (number === undefined)
    throw new UserError(`"${typed}" is not a length of time; write for example 90s, 15m, 6h or 1d`, EXIT.usage)
  return Number(number) * UNITS[unit]
}
