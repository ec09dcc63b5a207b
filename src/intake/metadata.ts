// What a file states of its article, as it states it -> metadata: names without "By", ISO dates, web addresses, BCP 47.

import type { Metadata } from '../types.ts'
import { parseDate } from './date.ts'

export interface Stated {
  title?: string | undefined
  outlet?: string | undefined
  authors?: readonly string[] | undefined
  url?: string | undefined
  published?: string | undefined
  language?: string | undefined
}

export function readStated({ title, outlet, authors = [], url, published, language }: Stated): Metadata {
  const value = published === undefined ? null : parseDate(published)
  return defined({
    title: lineOf(title),
    outlet: lineOf(outlet),
    bylines: readBylines(authors.flatMap((name) => lineOf(name) ?? [])),
    url: readUrl([url]),
    published: value === null ? undefined : { value, basis: 'metadata' },
    language: (language === undefined ? null : canonicalLanguage(language)) ?? undefined,
  })
}

/** What is longer is no title and no name. */
const MAX_LENGTH = 1000

const lineOf = (text: string | undefined): string | undefined =>
  text
    ?.slice(0, MAX_LENGTH)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim() || undefined

/** Without what is not known. */
export const defined = (metadata: Metadata): Metadata =>
  Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined))

const MAX_BYLINE = 80
/** Of what a page gives for its authors: a list of many names is shorter. */
const MAX_STATED = 1000

/** Accounts of the system that keeps the page: nobody's name. */
const OF_SYSTEM = /^(?:admin(?:istrator)?|root|webmaster|web ?admin|superadmin|wp-?admin)$/i

/** Names, without "By", addresses and repetitions. */
export function readBylines(names: readonly string[]): string[] | undefined {
  const split = names.flatMap((name) => name.slice(0, MAX_STATED).split(/\s*(?:;|\||\band\b|&(?=\s))\s*/))
  const bare = split.map((name) =>
    name
      .replace(/^(?:by|von|par|por)\s+/i, '')
      .replace(/\s*[(<]?\S+@\S+[)>]?/g, '')
      .trim(),
  )
  const good = bare.filter(
    (name) =>
      /\p{L}/u.test(name) && name.length <= MAX_BYLINE && !/^https?:|^www\.|^@/.test(name) && !OF_SYSTEM.test(name),
  )
  const once = good.filter(
    (name, index) => good.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index,
  )
  return once.length === 0 ? undefined : once
}

export function readUrl(candidates: readonly (string | undefined)[]): string | undefined {
  return candidates.find((url) => url !== undefined && /^https?:\/\/\S+$/i.test(url) && URL.canParse(url))
}

/** BCP 47, or null: "en_US" is "en-US", "english" is nothing. */
export function canonicalLanguage(language: string): string | null {
  const tag = language
    .trim()
    .split(/[,;\s]/)[0]
    .replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag) || /^(?:und|mul|zxx)\b/i.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}
