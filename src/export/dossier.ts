// One incident -> a page to print: accounts side by side, what they agree on and dispute, numbered passages behind every value,
// sources and documents. It needs nothing else: no script, nothing loaded, and reports are plain text in it.

import { createHash } from 'node:crypto'
import { COUNTRIES } from '../countries.ts'
import { questionName } from '../questions.ts'
import { incidentRow } from '../record/incidents/row.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Incident } from '../types.ts'
import type { CitedIncident } from './cited.ts'
import { type Passages, passageOf, passagesOf } from './dossier-passages.ts'
import { DOSSIER_STYLE } from './dossier-style.ts'
import { accountsTable, documentsTable, sideBySide, sourcesTable, statesTable, unsureTable } from './dossier-tables.ts'
import { clip, type Html, html } from './html.ts'
import { disputedAspects } from './settled.ts'

export function* dossier(record: OpenRecord, cited: CitedIncident): Generator<string> {
  const title = titleOf(cited)
  yield pageHead(title)
  yield html`<h1><bdi>${clip(title)}</bdi></h1>\n`.html
  yield factsOf(cited)
  yield* accountSections(cited, passagesOf(cited))
  yield section('Sources', sourcesTable(record, cited.incident))
  yield section('Documents', documentsTable(record, cited))
  yield FOOT.html
}

/** What the accounts say and where they say it. */
export function* accountSections(cited: CitedIncident, passages: Passages): Generator<string> {
  yield section('Accounts', accountsTable(cited, passages))
  yield section('Side by side', sideBySide(cited, passages))
  yield section('Agreed and disputed', statesTable(cited.incident))
  const unsure = unsureTable(cited, passages)
  if (unsure) yield section('Also reported, not surely of this event', unsure)
  yield section('Passages', passages.all.map(passageOf))
}

export const titleOf = ({ incident, labels }: CitedIncident): string => labels.title ?? incidentRow(incident).title

/** Allows only its own style sheet, by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(DOSSIER_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`

export const pageHead = (title: string): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${clip(title)}</title>
<style>${{ html: DOSSIER_STYLE }}</style>
</head>
<body>
<main>
`.html

export function factsOf({ incident, labels }: CitedIncident): string {
  const { id, type, mode, time, place, accounts, origins, credibility } = incident
  const { gist } = incidentRow(incident)
  const country = place?.country === undefined ? undefined : (COUNTRIES.get(place.country)?.name ?? place.country)
  const disputed = disputedAspects(incident).map(({ name }) => questionName(name))
  return html`${gist === '' ? '' : html`<p><bdi>${clip(gist)}</bdi></p>`}
<p class="small">Dossier of incident ${id}: ${many(accounts.length, 'account')} from ${many(origins, 'independent origin')}</p>
<dl class="facts">
<dt>Kind</dt><dd>${mode ? `${type} (${mode})` : type}</dd>
${labels.tags.length > 0 ? html`<dt>Tags</dt><dd><bdi>${clip(labels.tags.join(', '))}</bdi></dd>` : ''}${labels.notes.map(({ text, who }) => html`<dt>Note by <bdi>${clip(who)}</bdi></dt><dd><bdi>${clip(text, 5000)}</bdi></dd>`)}
<dt>When</dt><dd>${time ? `${whenOf(incident)} (precision: ${time.precision})` : 'not given'}</dd>
<dt>Where</dt><dd>${
    place
      ? html`<bdi>${clip(place.name)}</bdi>${country ? `, ${country}` : ''}, ${place.lat}, ${place.lon} (precision: ${place.precision})`
      : 'not given'
  }</dd>
<dt>Disputed</dt><dd>${disputed.length > 0 ? html`<span class="disputed">${disputed.join(', ')}</span>` : 'nothing'}</dd>
<dt>Grade</dt><dd>${credibility.grade} of 1 to 6 for information (Admiralty code): ${credibility.why.join('; ')}</dd>
</dl>
`.html
}

export const section = (title: string, content: Html | readonly Html[]): string =>
  html`<section>\n<h2>${title}</h2>\n${content}\n</section>\n`.html

export const FOOT = html`</main>
<footer>Made by Hearsay from its record. Numbers in brackets lead to the passages; a value was read from the words underlined
there. The program gives no verdict on disputes.</footer>
</body>
</html>
`

const whenOf = ({ time }: Incident): string | null =>
  time && (time.start === time.end ? time.start : `${time.start} to ${time.end}`)

export const many = (n: number, noun: string, several = `${noun}s`): string => `${n} ${n === 1 ? noun : several}`
