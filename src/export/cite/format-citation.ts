// A citation -> text to paste: Markdown, BibTeX or plain.

import { titleOf } from '../articles.ts'
import { bibtexEntry, escapeTex } from '../bibtex.ts'
import type { Citation } from './citation.ts'

export const CITATION_FORMATS = ['markdown', 'bibtex', 'plain'] as const
export type CitationFormat = (typeof CITATION_FORMATS)[number]

/** Without a line break at its end. */
export function formatCitation(citation: Citation, as: CitationFormat): string {
  switch (as) {
    case 'markdown':
      return markdown(citation)
    case 'bibtex':
      return bibtex(citation)
    case 'plain':
      return plain(citation)
  }
}

function plain(citation: Citation): string {
  const { source, address, cited } = citation
  const title = titleOf(cited)
  return [
    `${quoted(citation)}${source === null ? '' : ` (${line(source)})`}`,
    ...(title === null ? [] : [`“${line(title)}”`]),
    publication(citation).map(line).join(', '),
    ...(address === null ? [] : [address]),
    proof(citation, (hash) => hash),
  ]
    .filter(Boolean)
    .join('. ')
    .concat('.')
    .replace(/([.!?…])”\. /g, '$1” ')
}

function markdown(citation: Citation): string {
  const { source, original, cited } = citation
  const title = titleOf(cited)
  const [publisher, ...rest] = publication(citation).map((part) => escapeMarkdown(line(part)))
  // Without a title, the publisher leads to the page.
  const name = title === null ? publisher : escapeMarkdown(line(title))
  const outlet = cited.article.outlet === undefined ? publisher : `*${publisher}*`
  const unlinked = title === null && cited.article.outlet !== undefined ? outlet : `“${name}”`
  const where = [
    ...(source === null ? [] : [escapeMarkdown(line(source))]),
    original === null ? unlinked : `[${name}](<${original.replace(/[<>\\]/g, encodeURIComponent)}>)`,
    ...(title === null ? [] : [outlet]),
    ...rest,
  ]
  return `> ${escapeMarkdown(quoted(citation))}\n>\n> — ${where.join(', ')}. ${proof(citation, (hash) => `\`${hash}\``)}.`
}

function bibtex(citation: Citation): string {
  const { source, cited, span, original } = citation
  const said = source === null ? '' : ` (${line(source)})`
  const note = escapeTex(`${quoted(citation)}${said}. ${proof(citation, (hash) => hash)}`)
  return bibtexEntry(cited, { key: span.join('-'), note, ...(original === null ? {} : { url: original }) }).trimEnd()
}

const quoted = ({ quote, cut }: Citation): string => `“${line(quote)}${cut ? ' […]' : ''}”`

/** Outlet and date, or the file's name. */
function publication({ cited: { article, reading } }: Citation): [publisher: string, ...string[]] {
  const { outlet, published } = article
  const { retrievedAt, origin } = reading.document
  return [
    outlet ?? origin,
    ...(published ? [published.value.slice(0, 10)] : ['no date']),
    ...(retrievedAt === undefined ? [] : [`retrieved ${retrievedAt.slice(0, 10)}`]),
  ]
}

/** What a reader needs to check it against the bytes and the record. */
const proof = ({ cited: { reading }, span, log }: Citation, code: (hash: string) => string): string =>
  `SHA-256 of the file ${code(reading.document.sha256)}, characters ${span[0]} to ${span[1]} of its text; record's log at entry ${log.number}, ${code(log.hash)}`

/** One line, in which nothing turns the direction of the text: a report cannot hide what it says. */
const line = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu, '\ufffd')
    .trim()

/** What would be markup, a link, or an entity; nothing of it stands at the beginning of a line. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>&~|$@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
