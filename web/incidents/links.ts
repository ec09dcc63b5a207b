// An account -> the address of its words in the article, whose word it is, and who printed it.

import type { AccountAnswer } from '../../src/server/answers.ts'
import { clipped, fileName } from '../words.ts'

/** @param at where the words stand in the document's text */
export function wordsAddress(account: AccountAnswer, event: string, at: readonly number[] | null): string {
  const fields = new URLSearchParams({ mark: event, ...(at ? { at: at.join('-') } : {}) })
  return `/articles/${account.sha256.slice(0, 12)}/${account.article}?${fields}`
}

/** The same, where a form to correct them opens: for a number among them, or for the event. */
export const correctionAddress = (
  account: AccountAnswer,
  { event, at }: { event: string; at: readonly number[] | null },
  what: 'count' | 'event',
): string => `${wordsAddress(account, event, at)}&correct=${what}`

export function printedBy({ outlet, title, file, sha256 }: AccountAnswer): string {
  const [, who] = /^by hand, (.+)/.exec(file) ?? []
  return outlet ?? title ?? (who === undefined ? fileName(file || sha256.slice(0, 8)) : `an account that ${who} added`)
}

/** A report that names neither a source nor its outlet is called by its title. */
export const sourceName = (account: AccountAnswer): string =>
  account.voice && account.outlet === null && account.title !== null
    ? `“${clipped(account.title, 50)}”`
    : account.origin
