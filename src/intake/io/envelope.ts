// One NDJSON line `{"id", "text" | "html", "url"?, "title"?, "outlet"?, "published"?}` -> what it holds.
// The bytes as received are the line's, so the chain of custody starts there.

import type { Metadata, Received, Warning } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import { parseDate } from '../date.ts'
import type { Parsed, PromptFormat } from '../format.ts'
import { html } from '../html/html.ts'
import { readStated } from '../metadata.ts'
import { parseJson } from '../parse-json.ts'
import { parseCellDate } from '../table/cell-date.ts'
import { cellOf, guessColumns, type Row } from '../table/columns.ts'
import { decode } from '../text/decode.ts'

const STRINGS = ['id', 'text', 'html', 'url', 'title', 'outlet', 'published'] as const

type Envelope = Partial<Record<(typeof STRINGS)[number], string>>

export const envelope: PromptFormat = {
  name: 'NDJSON line',
  matches: (head, { mediaType }) =>
    mediaType === 'application/x-ndjson' || (head.startsWith('{') && /"(?:text|html)"\s*:(?!\s*null)/.test(head)),
  parse(received) {
    const { text: line, warnings: doubts } = decode(received.bytes)
    const { fields, cells } = parseEnvelope(line)
    const content = parseContent(fields, received)
    const { title, outlet, url, published, id } = fields
    const foreign = readForeign(cells)
    const date = published === undefined ? null : isoOf(published)
    const given: Metadata = {
      ...(title === undefined ? {} : { title }),
      ...(outlet === undefined ? {} : { outlet }),
      ...(url === undefined ? {} : { url }),
      ...(date === null ? {} : { published: { value: date, basis: 'given' } }),
    }
    const unread = published !== undefined && date === null ? [notADate(published)] : []
    const warnings = [...doubts, ...content.warnings, ...unread]
    return {
      ...content,
      warnings,
      metadata: { ...content.metadata, ...foreign, ...given },
      ...(id === undefined ? {} : { id }),
    }
  },
}

/** What lines of other programs call otherwise than ours do: "date", "author", "source". */
function readForeign(cells: Row): Metadata {
  const own = cells.text === undefined || cells.text === null ? 'html' : 'text'
  const names = Object.keys(cells).filter((name) => name === own || !STRINGS.some((known) => known === name))
  const { date, author, outlet, dates } = guessColumns(names, [cells], { text: own })
  const at = (name: string | undefined): string | undefined => (name === undefined ? undefined : cellOf(cells[name]))
  const stated = at(date)
  return readStated({
    authors: [at(author)].flatMap((name) => name ?? []),
    outlet: at(outlet),
    published: stated === undefined ? undefined : (parseCellDate(stated, dates) ?? undefined),
  })
}

/** A year, or a year and a month, is a date too. */
const isoOf = (published: string): string | null =>
  /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(published) ? published : parseDate(published)

const notADate = (published: string): Warning => ({
  code: 'unreadable-date',
  message: `"published" is no ISO date: ${JSON.stringify(published.slice(0, 40))}; it is left open`,
})

function parseContent({ text, html: markup }: Envelope, received: Received): Parsed {
  if (text !== undefined) return { mediaType: 'text/plain', text, passages: [], metadata: {}, warnings: [] }
  return html.parse({ ...received, bytes: new TextEncoder().encode(markup), mediaType: 'text/html; charset=utf-8' })
}

/** Throws UserError that says what the line lacks. */
function parseEnvelope(line: string): { fields: Envelope; cells: Row } {
  const value = parseJson(line)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UserError('not a JSON object')
  const fields: Envelope = {}
  for (const [name, field] of Object.entries(value)) {
    const known = STRINGS.find((candidate) => candidate === name)
    if (!known || field === null || field === undefined) continue
    // Databases number their rows.
    if (known === 'id' && Number.isSafeInteger(field)) fields.id = String(field)
    else if (typeof field === 'string') fields[known] = field
    else throw new UserError(`"${name}" is not a string`)
  }
  if (fields.text === undefined && fields.html === undefined) throw new UserError('it has neither "text" nor "html"')
  return { fields, cells: { ...value } }
}
