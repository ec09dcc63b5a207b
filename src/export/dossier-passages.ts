// An incident -> the numbered passages that its accounts rest on, with the words marked that values were read from.

import { unsureAnswers } from '../record/incidents/unsure.ts'
import type { Account, Span } from '../types.ts'
import { type CitedArticle, passageAround, titleOf } from './articles.ts'
import type { CitedAccount, CitedIncident } from './cited.ts'
import { clip, type Html, html } from './html.ts'

export interface NumberedPassage {
  number: number
  cited: CitedArticle
  /** Of the document's text: a paragraph, or of a long one what stands around the marks. */
  span: Span
  /** Whether its paragraph goes on before it, and after it. */
  cut: [before: boolean, after: boolean]
  /** In order and apart. */
  marks: Span[]
}

export interface Passages {
  all: readonly NumberedPassage[]
  /** The number of the passage in which an account of the incident has this span. */
  numberOf: (account: CitedAccount, span: Span) => number | null
}

/** @param after how many passages came before in the same page. In the order of the accounts, and within an article in that of its text; accounts of one article share its passages. */
export function passagesOf(cited: CitedIncident, after = 0): Passages {
  const all: NumberedPassage[] = []
  const byArticle = new Map<string, NumberedPassage[]>()
  for (const [article, { cited: where, marks }] of marksOf(cited)) {
    const passages: NumberedPassage[] = []
    for (const mark of marks.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const { span, cut } = passageAround(where.article, mark)
      const last = passages.at(-1)
      if (last && span[0] <= last.span[1]) {
        if (span[1] > last.span[1]) {
          last.span = [last.span[0], span[1]]
          last.cut = [last.cut[0], cut[1]]
        }
        addMark(last.marks, mark)
      } else passages.push({ number: after + all.length + passages.length + 1, cited: where, span, cut, marks: [mark] })
    }
    byArticle.set(article, passages)
    all.push(...passages)
  }
  const numberOf = ({ account }: CitedAccount, [from, to]: Span) =>
    byArticle.get(articleOf(account))?.find(({ span: [start, end] }) => start <= from && to <= end)?.number ?? null
  return { all, numberOf }
}

const articleOf = ({ document, article }: Account): string => `${document}#${article}`

/** Of each article what the accounts in it rest on: triggers, and where they say what the aspects hold of them, or what is not surely of the event. */
function marksOf({ incident, accounts }: CitedIncident): Map<string, { cited: CitedArticle; marks: Span[] }> {
  const articles = new Map<string, { cited: CitedArticle; marks: Span[] }>()
  for (const { account, cited, mentions } of accounts) {
    const found = articles.get(articleOf(account)) ?? { cited, marks: [] }
    found.marks.push(...mentions.map(({ trigger }) => trigger))
    articles.set(articleOf(account), found)
  }
  for (const { values } of incident.aspects)
    for (const { grounds } of values)
      for (const { account, span } of grounds) articles.get(articleOf(incident.accounts[account]))?.marks.push(span)
  for (const { claims } of unsureAnswers(incident))
    for (const { account, span } of claims) articles.get(articleOf(incident.accounts[account]))?.marks.push(span)
  return articles
}

function addMark(marks: Span[], [from, to]: Span): void {
  const last = marks[marks.length - 1]
  if (from < last[1]) marks[marks.length - 1] = [last[0], Math.max(last[1], to)]
  else marks.push([from, to])
}

export function passageOf({ number, cited, span, marks, cut }: NumberedPassage): Html {
  const { id, text } = cited.reading.document
  const [start, end] = span
  const where = [cited.article.outlet, titleOf(cited), cited.article.published?.value.slice(0, 10)].filter(Boolean)
  return html`<div class="passage" id="p${number}"><span class="number">[${number}]</span>
<blockquote dir="auto">${cut[0] ? '… ' : ''}${marked(text, span, marks)}${cut[1] ? ' …' : ''}</blockquote>
<p class="small"><bdi>${clip(where.join(', '))}</bdi>; document ${clip(id, 12)}, article ${cited.number}, characters ${start} to ${end}</p></div>\n`
}

function marked(text: string, [start, end]: Span, marks: readonly Span[]): Html[] {
  const pieces: Html[] = []
  let at = start
  for (const [from, to] of marks) {
    pieces.push(html`${text.slice(at, from)}<mark>${text.slice(from, to)}</mark>`)
    at = to
  }
  pieces.push(html`${text.slice(at, end)}`)
  return pieces
}
