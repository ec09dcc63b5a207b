// The options of commands that request web addresses.

import { Option } from 'commander'
import { isPlace } from '../../fetching/private-address.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { parseDuration } from './duration.ts'

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

function parsePrivate(typed: string, before: string[] = []): string[] {
  if (!isPlace(typed))
    throw new UserError(
      `"${typed}" is no host, address or network; write for example localhost, 10.1.2.3 or 10.1.0.0/16`,
      EXIT.usage,
    )
  return [...before, typed]
}
