// A collection -> one page to print: its incidents one after the other, each with its accounts, what they dispute and the numbered passages
// behind every value, and the documents with their hashes.

import { headOf } from '../record/custody/log.ts'
import { countDocuments, listDocuments } from '../record/documents.ts'
import { countAccounts } from '../record/incidents/list.ts'
import type { OpenRecord } from '../record/open.ts'
import { citeIncidents } from './cited.ts'
import { accountSections, FOOT, factsOf, many, pageHead, section, titleOf } from './dossier.ts'
import { passagesOf } from './dossier-passages.ts'
import { clip, type Html, html } from './html.ts'

export function* collectionDossier(record: OpenRecord, collection: string): Generator<string> {
  const filter = { collection, substantial: true }
  yield pageHead(collection)
  yield headOfPage(record, collection)
  let incidents = 0
  let passagesBefore = 0
  for (const cited of citeIncidents(record, filter)) {
    const passages = passagesOf(cited, passagesBefore)
    passagesBefore += passages.all.length
    yield html`<h2 id="${cited.incident.id}">${++incidents}. <bdi>${clip(titleOf(cited))}</bdi></h2>\n`.html
    yield factsOf(cited)
    yield* accountSections(cited, passages)
  }
  yield section('Documents of the collection', documentsOf(record, collection))
  yield FOOT.html
}

function headOfPage(record: OpenRecord, collection: string): string {
  const documents = countDocuments(record, { collection })
  const { accounts, outside } = countAccounts(record, { collection, substantial: true })
  const { number, hash } = headOf(record)
  return html`<h1><bdi>${clip(collection)}</bdi></h1>
<p class="small">Dossier of a collection: ${many(documents, 'document')}. Its incidents are those with an account of these documents.
They have ${many(accounts, 'account')}, ${outside} of them of documents outside the collection.</p>
<p class="small">Made when the log of the record had ${many(number, 'entry', 'entries')}; the hash of the last is <code>${hash}</code>.</p>
`.html
}

function documentsOf(record: OpenRecord, collection: string): Html {
  const rows = Array.from(
    listDocuments(record, -1, { collection }),
    ({ sha256, origin, media_type, retrieved_at, received_at, title, outlet, published }) =>
      html`<tr><td><bdi>${clip([title, outlet, published?.slice(0, 10)].filter(Boolean).join(', '))}</bdi><br><bdi>${clip(origin)}</bdi><br><code>sha256 ${sha256}</code></td>
<td class="small">${media_type}<br>retrieved ${retrieved_at ?? 'at an unknown time'}<br>first read ${received_at}</td></tr>\n`,
  )
  return html`<table><colgroup><col><col class="facts-of"></colgroup><tbody>\n${rows}</tbody></table>`
}
