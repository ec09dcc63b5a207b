// --outlet, --published, --url, --title, --collection -> what people say of a document, which goes before what it says of itself.

import { Option } from 'commander'
import { parseDate } from '../../intake/date.ts'
import type { Metadata } from '../../types.ts'
import { EXIT, UserError } from '../../user-error.ts'

export interface GivenOptions {
  outlet?: string
  published?: string
  url?: string
  title?: string
  collection?: string
}

export const givenOptions = (): Option[] => [
  new Option('--outlet <name>', 'who published it').argParser(parseWords),
  new Option('--published <date>', 'when: 2026-03-10, or with time and zone 2026-03-10T08:15:00+01:00').argParser(
    parsePublished,
  ),
  new Option('--url <address>', 'where it can be found on the web').argParser(parseAddress),
  new Option('--title <words>', 'its headline').argParser(parseWords),
  new Option('--collection <name>', 'what you file it under').argParser(parseWords),
]

const MAX_LENGTH = 1000

/** Throws UserError for what is empty or far too long. */
export function parseWords(typed: string): string {
  const words = typed.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (words === '' || words.length > MAX_LENGTH)
    throw new UserError(`"${words.slice(0, 40)}" must be between 1 and ${MAX_LENGTH} characters long`, EXIT.usage)
  return words
}

/** A day, or an instant; also a year or a month, as far as it is known. */
export function parsePublished(typed: string): string {
  const date = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(typed.trim()) ? typed.trim() : parseDate(typed)
  if (date !== null) return date
  throw new UserError(
    `"${typed.slice(0, 40)}" is not a date; write for example 2026-03-10 or "10 March 2026"`,
    EXIT.usage,
  )
}

export function parseAddress(typed: string): string {
  if (/^https?:\/\/\S+$/i.test(typed) && URL.canParse(typed) && typed.length <= 4000) return typed
  throw new UserError(
    `"${typed.slice(0, 60)}" is not a web address; write for example https://news.example/report`,
    EXIT.usage,
  )
}

/** Without what was not typed; undefined where nothing was. */
export function givenBy({ outlet, published, url, title }: GivenOptions): Metadata | undefined {
  const given: Metadata = {
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published: { value: published, basis: 'given' } }),
  }
  return Object.keys(given).length === 0 ? undefined : given
}
