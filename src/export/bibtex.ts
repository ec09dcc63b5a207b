// Articles -> BibTeX, one entry each. Keys combine outlet, year and the bytes' hash, so they never change; letters stay Unicode.

import { type CitedArticle, titleOf } from './articles.ts'
import { isWebAddress } from './identify.ts'

export function* bibtex(articles: Iterable<CitedArticle>): Generator<string> {
  let between = ''
  for (const cited of articles) {
    yield between + bibtexEntry(cited)
    between = '\n'
  }
}

/** @param passage what is cited of it: what its key ends with, and how the note begins; `url` opens at it */
export function bibtexEntry(cited: CitedArticle, passage?: { key: string; note: string; url?: string }): string {
  const { reading, article } = cited
  const { sha256, origin, retrievedAt } = reading.document
  const { outlet, bylines, published, url } = article
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(published?.value ?? '') ?? []
  const title = titleOf(cited)
  const fields: [name: string, value: string | undefined][] = [
    ['author', bylines?.map(authorOf).join(' and ')],
    ['title', title === null ? undefined : `{${escapeTex(title)}}`], // its capitals are its own
    ['journal', outlet && escapeTex(outlet)],
    ['year', year],
    ['month', month && MONTHS[Number(month) - 1]],
    ['day', day && String(Number(day))],
    ['url', isWebAddress(passage?.url ?? url) ? escapeUrl(passage?.url ?? url ?? '') : undefined],
    ['urldate', retrievedAt?.slice(0, 10)],
    ['note', passage ? `${passage.note}. ${escapeTex(origin)}` : escapeTex(`${origin}, sha256 ${sha256}`)],
  ]
  const lines = fields.flatMap(([name, value]) =>
    value ? [`  ${name} = ${name === 'month' ? value : `{${value}}`},\n`] : [],
  )
  const key = [keyOf(cited), ...(passage ? [passage.key] : [])].join('-')
  return `@article{${key},\n${lines.join('')}}\n`
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** "northern-wire-2024-3f9a12bc77de-1": one article of these bytes. */
function keyOf({ reading, article, number }: CitedArticle): string {
  const outlet = (article.outlet ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  const year = article.published?.value.slice(0, 4)
  return [outlet, year, reading.document.sha256.slice(0, 12), number].filter(Boolean).join('-')
}

/** What would be taken for two names, or for a name back to front, is held together. */
const authorOf = (byline: string): string => (/,|\band\b/i.test(byline) ? `{${escapeTex(byline)}}` : escapeTex(byline))

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}', // BibTeX counts braces, whatever stands before them
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

export const escapeTex = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\\{}$&#%_~^]/g, (sign) => SPECIAL[sign])
    .trim()

/** Addresses are set as they stand; only what would end the field, or the line, is written in percents. */
const escapeUrl = (url: string): string => url.replace(/[\s\p{Cc}{}\\"<>^`]/gu, (sign) => encodeURIComponent(sign))
