// What a page says of its article, and how much of it the page shows -> a warning where the rest is for subscribers.

import type { BlockKind, Warning } from '../../types.ts'
import { findNodes } from './json-ld.ts'
import { isBody } from './main-text.ts'
import type { Run } from './pieces.ts'

/** "Subscribe to continue reading", "Log in to read the full story" */
const NOTICE =
  /\b(?:subscri(?:be|bers?|ption)|log ?in|sign ?in|register|become a member|members?)\b.{0,60}\b(?:continue|keep reading|read (?:the )?(?:full|rest|more|this|on)|full (?:story|article|access)|unlock|access)\b|\b(?:this|the rest of (?:this|the)) (?:article|story|content) is (?:only )?(?:for|available to|reserved for) (?:\w+ )?(?:subscribers|members)\b|\b(?:already a subscriber|to continue reading)\b/i
/** In words; a line that asks is not longer. */
const LONGEST_NOTICE = 40
/** A report that has fewer words is hardly whole. */
const SHORT = 120
/** Share of the article, as the metadata has it, that a page shows where it shows all. */
const WHOLE = 0.7

/**
 * Subscribers save whole pages that say the same: it takes a sign that something is missing.
 * @param body the article as the page's metadata has it
 */
export function paywalled(
  jsonLd: readonly string[],
  runs: readonly Run[],
  kinds: readonly BlockKind[],
  body: string | undefined,
): Warning[] {
  const shown = wordsIn(runs.filter((_, index) => isBody(kinds[index])).map(({ text }) => text))
  const isPaid = findNodes(jsonLd, /./).some(
    ({ isAccessibleForFree: free }) => free === false || /^false$/i.test(String(free)),
  )
  const isCut = body !== undefined && shown < WHOLE * wordsIn([body])
  const asks = runs.some(({ text }) => text.length < 400 && wordsIn([text]) <= LONGEST_NOTICE && NOTICE.test(text))
  const isTeaser = isPaid ? isCut || asks || shown < SHORT : asks && shown < SHORT
  return isTeaser ? [{ code: 'cut-by-paywall', message: messageFor(shown) }] : []
}

const messageFor = (words: number): string =>
  `the article seems to be for subscribers: the page shows ${words} words of it, and the rest is missing`

const wordsIn = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
