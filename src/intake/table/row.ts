// A row of a table as one line of JSON, and which of its columns is what -> a report. Posts, tables and foreign NDJSON are all read by it.

import type { ColumnField, Columns, Warning } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import type { Parsed, PromptFormat } from '../format.ts'
import { preformatted, readFragment } from '../html/fragment.ts'
import { textOfMarkup } from '../html/tree.ts'
import { NDJSON } from '../media-type.ts'
import { readStated } from '../metadata.ts'
import { parseJson } from '../parse-json.ts'
import { joinParts } from '../parts.ts'
import { decode } from '../text/decode.ts'
import { parseCellDate } from './cell-date.ts'
import { cellOf, guessColumns, noText, type Row } from './columns.ts'

export const ROW = 'application/vnd.hearsay.row+json'

/** A line of our own has the words under these names; news-please leaves one of them empty. */
const OURS = /"(?:text|html)"\s*:(?!\s*null)/
/** What scrapers call the words of an article, in a JSON file of one article. */
const SCRAPED = /"(?:maintext|full_?text|article_?body|raw_?content|body_?text|cleaned_text)"\s*:\s*"/i

export const row: PromptFormat = {
  name: 'row of a table',
  matches: (head, { mediaType = '', columns }) =>
    mediaType.startsWith(ROW) ||
    (mediaType === NDJSON && (columns !== undefined || (!OURS.test(head) && /^\s*\{/.test(head)))) ||
    (/^(?:\xef\xbb\xbf)?\s*\{/.test(head) && !OURS.test(head) && SCRAPED.test(head)),
  parse({ bytes, mediaType = '', columns: stated }) {
    const { text, warnings } = decode(bytes, 'utf-8')
    const cells = parseRow(text)
    const columns = mediaType.startsWith(ROW) && stated ? stated : guessColumns(Object.keys(cells), [cells], stated)
    if (columns.text === undefined) throw noText(Object.keys(cells))
    const read = readRow(cells, columns)
    return { mediaType: ROW, ...read, warnings: [...warnings, ...read.warnings] }
  },
}

function parseRow(text: string): Row {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UserError('not a JSON object')
  return { ...value }
}

function readRow(cells: Row, columns: Columns): Omit<Parsed, 'mediaType'> {
  const at = (field: ColumnField): string | undefined => {
    const name = columns[field]
    return name === undefined ? undefined : cellOf(cells[name])
  }
  const [whole = '', author, stated] = [at('text'), at('author'), at('date')]
  const [passedOn = '', handle] = RETWEET.exec(whole) ?? []
  const words = whole.slice(passedOn.length)
  const published = stated === undefined ? undefined : (parseCellDate(stated, columns.dates) ?? undefined)
  const isAccount = author !== undefined && /^@\S+$/.test(author.trim())
  const [outlet, relay, title] = [at('outlet') ?? (isAccount ? author : undefined), at('relay') ?? handle, at('title')]
  const metadata = readStated({
    title: title === undefined ? undefined : textOfMarkup(title),
    // What was passed on is the word of whoever wrote it.
    outlet: relay ?? outlet,
    authors: author === undefined || relay !== undefined ? [] : [author.replace(/^@/, '')],
    url: at('url'),
    published,
    language: at('language'),
  })
  const id = at('id')
  return {
    ...layOut(words, metadata.title, metadata.bylines),
    metadata: { ...metadata, ...(relay !== undefined && outlet !== undefined ? { relayedBy: [outlet.trim()] } : {}) },
    warnings: stated !== undefined && published === undefined ? [unreadable(stated)] : [],
    ...(id === undefined ? {} : { id }),
  }
}

/** "RT @column: ...", as tables of posts have it that have no column for who wrote it first. */
const RETWEET = /^\s*RT (@\w{1,30}): /

const IS_MARKUP = /<\/?(?:p|div|br|a|em|strong|span|blockquote|h\d|ul|li)\b[^<>]*>/i

/** Of a post, each line is a paragraph, and none of them a title. */
function layOut(words: string, title: string | undefined, bylines: readonly string[] | undefined) {
  const markup = IS_MARKUP.test(words)
  if (markup || title !== undefined) return readFragment(markup ? words : preformatted(words), title, bylines)
  const lines = words.split(/(?<!\s)\s*\n\s*/).map((line) => line.trim())
  return joinParts(lines.filter((line) => line !== '').map((text) => ({ text, kind: 'paragraph' })))
}

const unreadable = (stated: string): Warning => ({
  code: 'unreadable-date',
  message: `its date could be several days, or none: ${JSON.stringify(stated.slice(0, 40))}; it is left open (--columns dates=dmy or dates=mdy says which number is the day)`,
})
