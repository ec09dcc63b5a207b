// An incident -> the tables of its dossier: accounts, what each says on every aspect, what is agreed, what is not surely of it, sources, documents.

import { questionName } from '../questions.ts'
import { documentNamed } from '../record/documents.ts'
import { unsureAnswers } from '../record/incidents/unsure.ts'
import type { OpenRecord } from '../record/open.ts'
import { judgementOf } from '../record/reliability.ts'
import type { Aspect, Incident } from '../types.ts'
import { articlesBehind, type CitedAccount, type CitedIncident } from './cited.ts'
import type { Passages } from './dossier-passages.ts'
import { clip, type Html, html } from './html.ts'
import { oneLine } from './shape.ts'

export function accountsTable({ accounts }: CitedIncident, passages: Passages): Html {
  const rows = accounts.map((account, at) => {
    const { origin, originKind, outlet, published, sentence } = account.account
    const [first] = account.mentions
    return html`<tr><th scope="row" class="small">${at + 1}</th><td>${originOf(account)}</td>
<td class="small">${outlet === undefined || (originKind === 'voice' && outlet === origin) ? '' : html`<bdi>${clip(outlet)}</bdi><br>`}${published?.slice(0, 10) ?? 'no date'}</td>
<td><bdi>${oneLine(sentence)}</bdi> ${reference(first ? passages.numberOf(account, first.trigger) : null)}</td></tr>\n`
  })
  return html`<table><colgroup><col class="narrow"><col class="who"><col class="who"><col></colgroup>
<thead><tr><th>No.</th><th>On whose word</th><th>Outlet, date</th><th>In these words</th></tr></thead><tbody>\n${rows}</tbody></table>`
}

const originOf = ({ account: { origin, originKind } }: CitedAccount): Html => {
  const name = html`<bdi>${clip(origin)}</bdi>`
  if (originKind === 'voice') return html`${name}, in its own voice`
  return originKind === 'unnamed' ? html`<span class="hidden">${name} (unnamed)</span>` : name
}

/** How many accounts fit side by side on a sheet. */
const ABREAST = 4

/** What each account says on every aspect; empty if it says nothing. */
export function sideBySide(cited: CitedIncident, passages: Passages): Html[] {
  const { accounts } = cited
  return Array.from({ length: Math.ceil(accounts.length / ABREAST) }, (_, sheet) =>
    sheetOf(cited, accounts.slice(sheet * ABREAST, (sheet + 1) * ABREAST), passages),
  )
}

function sheetOf({ incident, accounts }: CitedIncident, columns: readonly CitedAccount[], passages: Passages): Html {
  const heads = columns.map(
    (account) => html`<th scope="col">${accounts.indexOf(account) + 1} ${originOf(account)}</th>`,
  )
  const rows = incident.aspects.map(
    (aspect) =>
      html`<tr><th scope="row">${questionName(aspect.name)}</th>${columns.map((account) => html`<td>${saidOf(aspect, incident, account, passages)}</td>`)}</tr>\n`,
  )
  return html`<table><colgroup><col class="name"></colgroup><thead><tr><th>Aspect</th>${heads}</tr></thead><tbody>\n${rows}</tbody></table>`
}

function saidOf({ values }: Aspect, incident: Incident, account: CitedAccount, passages: Passages): Html[] {
  const at = incident.accounts.indexOf(account.account)
  return values
    .filter(({ accounts }) => accounts.includes(at))
    .map(({ value, grounds, revised = [] }) => {
      const span = grounds.find((ground) => ground.account === at)?.span
      return html`<div><bdi>${clip(value)}</bdi>${revised.includes(at) ? ' (revised since)' : ''} ${reference(span ? passages.numberOf(account, span) : null)}</div>`
    })
}

export function statesTable({ aspects }: Incident): Html {
  const rows = aspects.map(
    ({ name, state, why }) =>
      html`<tr><th scope="row">${questionName(name)}</th><td class="${state}">${state}</td><td><bdi>${clip(why, 2000)}</bdi></td></tr>\n`,
  )
  return html`<table><colgroup><col class="name"><col class="state"><col></colgroup><tbody>\n${rows}</tbody></table>`
}

/** What the accounts seem to say and the incident does not state, and why; null if there is nothing. */
export function unsureTable({ incident, accounts }: CitedIncident, passages: Passages): Html | null {
  const answers = unsureAnswers(incident)
  if (answers.length === 0) return null
  const rows = answers.map(({ question, text, why, claims }) => {
    const who = claims.flatMap(({ account: at, span }) => {
      const number = accounts.findIndex(({ account }) => account === incident.accounts[at])
      const account = accounts[number]
      return account
        ? [html`<div>${number + 1} ${originOf(account)} ${reference(passages.numberOf(account, span))}</div>`]
        : []
    })
    return html`<tr><th scope="row">${questionName(question)}</th><td><bdi>${clip(text)}</bdi></td><td>${who}</td><td>${why}</td></tr>\n`
  })
  return html`<table><colgroup><col class="name"></colgroup><thead><tr><th>Question</th><th>Answer</th><th>On whose word</th><th>Why not surely</th></tr></thead><tbody>\n${rows}</tbody></table>`
}

const reference = (number: number | null): Html =>
  number === null ? html`` : html`<a class="ref" href="#p${number}">[${number}]</a>`

/** The origins of the accounts and the user's grades of reliability; F without a grade. */
export function sourcesTable(record: OpenRecord, { accounts }: Incident): Html {
  const apart = new Map(
    accounts.map(({ origin, originKind, outlet }) => [
      originKind === 'voice' ? (outlet ?? origin) : origin,
      { voice: 'an outlet in its own voice', unnamed: 'an unnamed source', named: 'a named source' }[originKind],
    ]),
  )
  const rows = [...apart].map(([name, kind]) => {
    const judgement = judgementOf(record, name)
    return html`<tr><td><bdi>${clip(name)}</bdi></td><td>${kind}</td><td>${judgement?.grade ?? 'F'}</td><td><bdi>${clip(judgement?.why ?? '')}</bdi></td></tr>\n`
  })
  return html`<table><colgroup><col><col class="kind"><col class="state"><col></colgroup>
<thead><tr><th>Source</th><th>What it is</th><th>Reliability</th><th>Reason for the grade</th></tr></thead><tbody>\n${rows}</tbody></table>`
}

export function documentsTable(record: OpenRecord, cited: CitedIncident): Html {
  const documents = new Map(articlesBehind(cited).map((article) => [article.reading.document.id, article]))
  const rows = [...documents.values()].map(({ reading: { document, reader }, article }) => {
    const { id, sha256, origin, mediaType, retrievedAt } = document
    return html`<tr><td><bdi>${clip(origin)}</bdi>${article.url === undefined ? '' : html`<br><bdi>${clip(article.url)}</bdi>`}<br><code>sha256 ${sha256}</code>${id === sha256 ? '' : html`<br>id <bdi>${clip(id)}</bdi>`}</td>
<td class="small">${mediaType}<br>retrieved ${retrievedAt ?? 'at an unknown time'}<br>first read ${documentNamed(record, id)?.receivedAt ?? 'at an unknown time'}<br>by Hearsay ${reader.version}, ${reader.model}</td></tr>\n`
  })
  return html`<table><colgroup><col><col class="facts-of"></colgroup><tbody>\n${rows}</tbody></table>`
}
