// A statement, a mention, a cell of an incident or any stretch of a document's text -> what is needed to cite it, and to check the citation.

import { headOf } from '../../record/custody/log.ts'
import { documentNamed, findDocument, readingOf } from '../../record/documents.ts'
import { findIncident } from '../../record/incidents/list.ts'
import type { OpenRecord } from '../../record/open.ts'
import { citeStatements, surface } from '../../record/rows.ts'
import type { Article, Incident, Reading, Span } from '../../types.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { articlesOf, type CitedArticle } from '../articles.ts'
import { isWebAddress } from '../identify.ts'
import { textFragment } from './text-fragment.ts'

export interface Citation {
  /** Word for word; white space is one space. */
  quote: string
  /** Whether words of a very long passage are left out at its end. */
  cut: boolean
  /** Whose word it is, where somebody's word is cited. */
  source: string | null
  cited: CitedArticle
  span: Span
  /** Of the page that it was read from. */
  address: string | null
  /** The same address, at the quoted words: browsers scroll there and mark them. */
  original: string | null
  /** The last entry of the record's log when it was cited. */
  log: { number: number; hash: string }
}

/** Characters; a passage may be a megabyte. */
const LONGEST_QUOTE = 2000

/**
 * "3f9a#a1.s3" is a statement, "3f9a#a1.v2" the mention of an event, "3f9a:120-180" a stretch of text, "i-3f9a" all that an incident's claims rest on, "i-3f9a#killed" what they
 * say on one question. Throws UserError if there is no such thing.
 */
export function cite(record: OpenRecord, typed: string): Citation[] {
  const [, incident, aspect] = /^(i-[0-9a-f]+)(?:#(.+))?$/.exec(typed) ?? []
  if (incident !== undefined) return citeClaims(record, findIncident(record, incident), aspect)
  const [, stretched, start, end] = /^(.+):(\d+)-(\d+)$/.exec(typed) ?? []
  if (stretched !== undefined) return [citeStretch(record, stretched, [Number(start), Number(end)])]
  const [, document, mark] = /^(.+)#([^#]+)$/.exec(typed) ?? []
  if (document !== undefined) return [citeMark(record, document, mark)]
  throw new UserError(
    `"${typed}" names no statement and no passage; write DOCUMENT#STATEMENT, DOCUMENT:START-END, INCIDENT or INCIDENT#ASPECT`,
    EXIT.usage,
  )
}

/**
 * A statement, or the mention of an event, by its id.
 * @param document its id or hash, or the beginning of either
 */
export function citeMark(record: OpenRecord, document: string, id: string): Citation {
  const reading = readingOf(record, findDocument(record, document).number)
  const statements = citeStatements(reading)
  const said = statements.find((statement) => statement.id === id)
  if (said) return whole(said.article, [said.start, said.end], said.source)
  for (const { article, number } of articlesOf(reading)) {
    const event = article.events.find((mention) => mention.id === id)
    if (event) return whole(number, event.trigger, statements.find((one) => one.id === event.statement)?.source ?? null)
  }
  throw new UserError(`document ${document} has no statement and no event ${id}`, EXIT.usage)

  function whole(number: number, span: Span, source: string | null): Citation {
    return citationOf(record, reading, sentencesAround(reading.articles[number - 1], span), source)
  }
}

/** Word for word what stands there. */
export function citeStretch(record: OpenRecord, document: string, span: Span): Citation {
  return citationOf(record, readingOf(record, findDocument(record, document).number), span, null)
}

/** Each passage once, in the order of the accounts. */
function citeClaims(record: OpenRecord, incident: Incident, typed: string | undefined): Citation[] {
  const aspects = incident.aspects.filter(({ name }) => typed === undefined || name.replace(/^count:/, '') === typed)
  if (aspects.length === 0) {
    const names = incident.aspects.map(({ name }) => name.replace(/^count:/, '')).join(', ')
    throw new UserError(`nobody says anything on "${typed}" of incident ${incident.id}; there is ${names}`, EXIT.usage)
  }
  const claims = aspects.flatMap(({ claims }) => claims).toSorted((a, b) => a.account - b.account)
  const passages = new Map<string, Citation>()
  for (const { account: at, passage } of claims) {
    const account = incident.accounts[at]
    const key = `${account.document} ${passage.join(' ')}`
    const reading = passages.has(key) ? null : documentNamed(record, account.document)?.reading
    if (!reading) continue
    passages.set(key, citationOf(record, reading, passage, account.originKind === 'voice' ? null : account.origin))
  }
  return [...passages.values()]
}

function citationOf(record: OpenRecord, reading: Reading, span: Span, source: string | null): Citation {
  const { text, origin } = reading.document
  const cited = [...articlesOf(reading)].find(({ article }) => article.span[0] <= span[0] && span[1] <= article.span[1])
  if (!cited || span[0] >= span[1])
    throw new UserError(
      `no article of document ${reading.document.id} has characters ${span[0]} to ${span[1]}`,
      EXIT.usage,
    )
  const whole = surface(text, [span])
  const address = webAddress(cited.article.url) ?? webAddress(origin)
  return {
    quote: whole.slice(0, LONGEST_QUOTE),
    cut: whole.length > LONGEST_QUOTE,
    source: source && surface(source, [[0, source.length]]),
    cited,
    span,
    address,
    original: address && `${address}${address.includes('#') ? '' : '#'}${textFragment(text, span)}`,
    log: headOf(record),
  }
}

/** As a browser writes it; null for what it would not open. */
function webAddress(typed: string | undefined): string | null {
  if (!isWebAddress(typed) || !URL.canParse(typed)) return null
  return new URL(typed).href.replace(/:~:.*$/s, '').replace(/#$/, '')
}

/** The whole sentences that a statement stands in, so that the quotation begins and ends as the text does. */
function sentencesAround({ sentences = [] }: Article, [start, end]: Span): Span {
  const around = sentences.filter(({ span }) => span[0] < end && start < span[1])
  const from = Math.min(start, around[0]?.span[0] ?? start)
  const to = Math.max(end, around.at(-1)?.span[1] ?? end)
  return to - from > LONGEST_QUOTE ? [start, end] : [from, to]
}
