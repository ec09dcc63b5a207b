// A piece of news -> a line for people: its kind, and what is new.

import { questionName } from '../../questions.ts'
import { incidentRow } from '../../record/incidents/row.ts'
import type { Difference } from '../../watching/differences.ts'
import type { News } from '../../watching/news.ts'
import { type Style, shortId } from './style.ts'
import { count, printable, shorten } from './text.ts'

export const newsLine = (news: News, { paint }: Style): string =>
  `${paint.bold(LABELS[news.news].padEnd(11))}${printable(newsText(news))}  ${paint.dim(printable(pointerOf(news)))}\n`

const LABELS: Readonly<Record<News['news'], string>> = {
  article: 'article',
  correction: 'changed',
  incident: 'incident',
  origin: 'origin',
  dispute: 'dispute',
}

/** Its subject. */
export const subjectOf = (news: News): string =>
  news.news === 'article'
    ? (news.title ?? '(no title)')
    : news.news === 'correction'
      ? (news.change.title ?? '(no title)')
      : headOf(news)

/** In one sentence or two. */
export function newsText(news: News): string {
  switch (news.news) {
    case 'article':
      return [subjectOf(news), news.outlet].filter(Boolean).join(', ')
    case 'correction':
      return `${subjectOf(news)}: ${news.change.differences.map(differenceText).join('; ')}`
    case 'incident':
      return `${headOf(news)}: ${sentenceOf(news)}`
    case 'origin':
      return `${headOf(news)}: ${count(news.incident.origins, 'independent origin')}, ${originsOf(news)}`
    case 'dispute':
      return `${headOf(news)}: ${questionName(news.aspect.name)}: ${valuesOf(news)}`
  }
}

/** "after the blast [-two-] {+four+} people were" */
export const differenceText = ({ before, removed, added, after }: Difference): string =>
  [before, removed && `[-${shorten(removed, LONGEST)}-]`, added && `{+${shorten(added, LONGEST)}+}`, after]
    .filter((part) => part !== '')
    .join(' ')

const LONGEST = 200

const pointerOf = (news: News): string =>
  news.news === 'article'
    ? `${shortId(news.document)} ${news.address}`
    : news.news === 'correction'
      ? `${shortId(news.change.newer)} ${news.change.address}`
      : news.incident.id

type OfIncident = Extract<News, { incident: unknown }>

const headOf = ({ incident }: OfIncident): string => incidentRow(incident).title

const sentenceOf = ({ incident: { accounts } }: OfIncident): string => shorten(accounts[0].sentence, LONGEST)

const originsOf = ({ incident: { accounts } }: OfIncident): string =>
  [...new Set(accounts.map(({ origin }) => origin))].join(', ')

const valuesOf = ({ incident: { accounts }, aspect }: Extract<News, { news: 'dispute' }>): string =>
  aspect.values
    .map(({ value, accounts: by }) => `${value} (${[...new Set(by.map((at) => accounts[at].origin))].join(', ')})`)
    .join(' or ')
