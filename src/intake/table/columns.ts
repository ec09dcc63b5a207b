// The names of a table's columns, and a few of its rows -> which column is a report's text, date, author and so on.

import type { ColumnField, Columns } from '../../types.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { dayOrderOf } from './cell-date.ts'

const FIELDS: readonly ColumnField[] = ['text', 'title', 'author', 'date', 'outlet', 'url', 'language', 'relay', 'id']

export type Row = Readonly<Record<string, unknown>>

/** Names of columns in small letters, without marks, also those of other languages' spreadsheets; the first that a table has is taken. */
const NAMES: Readonly<Record<Exclude<ColumnField, 'id'>, readonly string[]>> = {
  text: [
    'text',
    'html',
    'fulltext',
    'maintext',
    'body',
    'bodytext',
    'articlebody',
    'articletext',
    'contenthtml',
    'contenttext',
    'content',
    'rawcontent',
    'message',
    'messagetext',
    'tweet',
    'tweettext',
    'post',
    'posttext',
    'story',
    'storytext',
    'caption',
    'article',
    'plaintext',
    'cleantext',
    'transcript',
    'selftext',
    'inhalt',
    'nachricht',
    'beitrag',
    'texte',
    'contenu',
    'texto',
    'contenido',
    'conteúdo',
    'mensaje',
    'mensagem',
    'testo',
    'tekst',
    'treść',
    'текст',
    'сообщение',
    'metin',
    'description',
    'summary',
    'report',
    'newstext',
    'statement',
    'details',
    'notes',
  ],
  title: [
    'title',
    'headline',
    'heading',
    'subject',
    'storytitle',
    'articletitle',
    'titel',
    'überschrift',
    'titre',
    'título',
    'titulo',
    'titolo',
    'tytuł',
    'naslov',
    'заголовок',
    'başlık',
  ],
  author: [
    'author',
    'authors',
    'byline',
    'by',
    'writer',
    'authorname',
    'creator',
    'reporter',
    'journalist',
    'sender',
    'from',
    'fromname',
    'autor',
    'autorin',
    'verfasser',
    'auteur',
    'autora',
    'autore',
    'автор',
    'yazar',
  ],
  date: [
    'date',
    'published',
    'publishedat',
    'datepublished',
    'datepublish',
    'publishdate',
    'pubdate',
    'publicationdate',
    'publisheddate',
    'createdat',
    'createdtime',
    'created',
    'createdutc',
    'datetime',
    'timestamp',
    'posted',
    'postedat',
    'time',
    'datecreated',
    'messagedate',
    'postcreated',
    'postcreateddate',
    'postdate',
    'tweetdate',
    'publishtime',
    'eventdate',
    'datum',
    'veröffentlicht',
    'fecha',
    'data',
    'дата',
    'tarih',
    'day',
  ],
  outlet: [
    'outlet',
    'newspaper',
    'publisher',
    'publication',
    'medium',
    'sourcename',
    'sitename',
    'sourcedomain',
    'source',
    'media',
    'site',
    'domain',
    'channel',
    'channelname',
    'channeltitle',
    'chattitle',
    'pagename',
    'account',
    'accountname',
    'screenname',
    'username',
    'user',
    'handle',
    'displayname',
    'quelle',
    'zeitung',
    'fuente',
    'medio',
    'fonte',
    'źródło',
    'izvor',
    'источник',
    'kaynak',
    'kanal',
    'канал',
  ],
  url: [
    'url',
    'link',
    'permalink',
    'posturl',
    'tweeturl',
    'canonicalurl',
    'articleurl',
    'address',
    'href',
    'permalinkurl',
    'adresse',
    'enlace',
    'lien',
    'ссылка',
  ],
  language: ['language', 'lang', 'languagecode', 'sprache', 'langue', 'idioma'],
  relay: ['forwardedfrom', 'fwdfrom', 'forwardfrom', 'repostof', 'retweetedfrom', 'retweeteduser'],
}

const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const VOCABULARY = new Set(Object.values(NAMES).flat())
/** Whether a table would call a column so. */
export const isKnownName = (name: string): boolean => VOCABULARY.has(bare(name))

/** A column without a known name is the text if its cells are longer than this, on average, and of several words. */
const MIN_WORDS = 8

/**
 * @param stated what people say; only the rest is guessed
 * @param rows as many as there is no harm in looking at
 */
export function guessColumns(names: readonly string[], rows: readonly Row[], stated: Columns = {}): Columns {
  for (const field of FIELDS) {
    const name = stated[field]
    if (name !== undefined && !names.includes(name))
      throw new UserError(`there is no column "${name}"; its columns are ${listed(names)}`)
  }
  const taken = new Set(FIELDS.flatMap((field) => stated[field] ?? []))
  const found: Columns = { ...stated }
  for (const field of FIELDS) {
    if (field === 'id' || found[field] !== undefined) continue
    const free = names.filter((name) => !taken.has(name) && rows.some((row) => mayBe(field, row[name])))
    const name =
      NAMES[field].map((known) => free.find((each) => bare(each) === known)).find((each) => each !== undefined) ??
      (field === 'text' ? wordiest(free, rows) : undefined)
    if (name === undefined) continue
    found[field] = name
    taken.add(name)
  }
  const { date } = found
  const order = date === undefined ? null : dayOrderOf(rows.flatMap((row) => cellOf(row[date]) ?? []))
  return found.dates === undefined && order !== null ? { ...found, dates: order } : found
}

/** A column of numbers is no text, whatever its name; "by" and "from" are names of persons, not numbers; a date has a number in it. */
function mayBe(field: ColumnField, cell: unknown): boolean {
  const text = cellOf(cell)
  if (text === undefined) return false
  if (field === 'date') return /\d/.test(text)
  return field === 'language' || field === 'url' || /\p{L}/u.test(text)
}

function wordiest(names: readonly string[], rows: readonly Row[]): string | undefined {
  const wordsIn = (name: string): number =>
    rows.reduce((sum, row) => sum + (cellOf(row[name])?.split(/\s+/).length ?? 0), 0) / Math.max(rows.length, 1)
  const [first] = names
    .map((name) => ({ name, words: wordsIn(name) }))
    .toSorted((one, other) => other.words - one.words)
  return first !== undefined && first.words >= MIN_WORDS ? first.name : undefined
}

/** What a cell says: words, a number, or the names in a list; nothing for the rest. */
export function cellOf(cell: unknown): string | undefined {
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  if (typeof cell === 'string') return cell.trim() === '' ? undefined : cell
  if (Array.isArray(cell)) return cell.flatMap((each) => cellOf(each) ?? []).join('; ') || undefined
  if (typeof cell !== 'object' || cell === null) return undefined
  const fields = new Map<string, unknown>(Object.entries(cell))
  const name = ['name', 'username', 'screen_name', 'title']
    .map((each) => fields.get(each))
    .find((each) => typeof each === 'string')
  return typeof name === 'string' && name.trim() !== '' ? name : undefined
}

/** "text=notes, date=event_date": for people. */
export const describeColumns = (columns: Columns): string =>
  [...FIELDS, 'dates' as const]
    .flatMap((field) => (columns[field] === undefined ? [] : `${field}=${columns[field]}`))
    .join(',')

const MAX_LISTED = 12
const listed = (names: readonly string[]): string =>
  names.length === 0
    ? 'none'
    : names
        .slice(0, MAX_LISTED)
        .map((name) => name.slice(0, 40))
        .join(', ') + (names.length > MAX_LISTED ? ', ...' : '')

export const noText = (names: readonly string[]): UserError =>
  new UserError(
    `none of its columns looks like the text of a report (${listed(names)}); name the one that is: --columns text=NAME`,
  )

/** What was typed: "text=notes,date=event_date,dates=dmy". Throws UserError for anything else. */
export function parseColumns(typed: string): Columns {
  const columns: Columns = {}
  for (const pair of typed.split(',')) {
    const [before, ...behind] = pair.split('=')
    const [name, value] = [before.trim(), behind.join('=').trim()]
    const field = FIELDS.find((each) => each === name)
    if (field !== undefined && value !== '') columns[field] = value
    else if (name === 'dates' && (value === 'dmy' || value === 'mdy')) columns.dates = value
    else
      throw new UserError(
        `"${pair}" names no column; write for example --columns text=body,date=posted,outlet=channel (known are ${FIELDS.join(', ')}, and dates=dmy or dates=mdy)`,
        EXIT.usage,
      )
  }
  return columns
}
