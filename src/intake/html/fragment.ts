// Markup that is the article and nothing else, as feeds and news messages carry it -> its text, its title before it.

import { escapeText } from 'entities'
import type { Parsed } from '../format.ts'
import { joinParts, type Part } from '../parts.ts'
import { tellKinds } from './main-text.ts'
import { findPlaces } from './places.ts'
import { findRuns } from './runs.ts'
import { parseMarkup } from './tree.ts'

export function readFragment(
  markup: string,
  title: string | undefined,
  bylines: readonly string[] = [],
): Pick<Parsed, 'text' | 'passages'> {
  return joinParts(fragmentParts(markup, title, bylines))
}

export function fragmentParts(markup: string, title: string | undefined, bylines: readonly string[] = []): Part[] {
  const { runs } = findRuns(parseMarkup(markup))
  const kept = runs.map(() => true)
  const titles = title === undefined ? [] : [title]
  const kinds = tellKinds({ runs, kept, places: findPlaces(runs, kept), titles, bylines })
  const parts = runs.map(({ text }, index): Part => ({ text, kind: kinds[index] }))
  return title === undefined || kinds.includes('title') ? parts : [{ text: title, kind: 'title' }, ...parts]
}

/** Words without markup, as markup. */
export const preformatted = (words: string): string => `<pre>${escapeText(words)}</pre>`
