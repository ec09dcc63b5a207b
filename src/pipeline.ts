// The whole way from a document to its reading. Pure: no clock, no disk, no network, no randomness.

import { readLanguage } from './language/language.ts'
import { layOut } from './layout/layout.ts'
import { findCounts } from './reading/counts/counts.ts'
import { findEntities } from './reading/entities/entities.ts'
import { settleEvents } from './reading/events/events.ts'
import { withHome } from './reading/places/home.ts'
import { nationsOf } from './reading/places/nations.ts'
import { resolvePlaces } from './reading/places/places.ts'
import { recognisePlaces } from './reading/places/recognise.ts'
import { findLoaded } from './reading/signals/loaded.ts'
import { findSignals } from './reading/signals/signals.ts'
import { indexBySpan } from './reading/spans.ts'
import { identifySources } from './reading/statements/sources.ts'
import { referencesOf, settleStatements } from './reading/statements/statements.ts'
import { voiceOf } from './reading/statements/voice.ts'
import { findTimes } from './reading/times/times.ts'
import type { Resources } from './resources.ts'
import type { Article, Document, Layout, Reading, Span, Warning } from './types.ts'

export async function read(document: Document, resources: Resources): Promise<Reading> {
  const { id, sha256, origin, mediaType, text, retrievedAt, pages } = document
  const parts: ArticleRead[] = []
  // One after the other: a page of many articles must not hold them all in the model at once.
  for (const { own, ...layout } of layOut(document, resources)) {
    const metadata = { ...document.metadata, ...own }
    parts.push(await readArticle({ ...document, metadata }, layout, `a${parts.length + 1}`, resources))
  }
  return {
    schema: 'hearsay/reading/1',
    document: {
      id,
      sha256,
      origin,
      mediaType,
      text,
      ...(retrievedAt === undefined ? {} : { retrievedAt }),
      ...(pages === undefined ? {} : { pages }),
    },
    articles: parts.map(({ article }) => article),
    warnings: [...document.warnings, ...parts.flatMap(({ warnings }) => warnings)],
    reader: resources.reader,
  }
}

async function readArticle(document: Document, layout: Layout, id: string, resources: Resources): Promise<ArticleRead> {
  const { title: _, language: stated, ...known } = document.metadata
  const { text, places, found, said, drafts, language, warnings } = await readNames(
    document.text,
    { ...layout, ...known },
    stated,
    id,
    resources,
  )
  const names = indexBySpan(
    found.entities.flatMap(({ type, mentions }) => (type === 'person' ? mentions.filter(isName) : [])),
  )
  const towns = indexBySpan(
    found.entities.flatMap(({ type, mentions }) => (type === 'place' ? mentions.filter(isName) : [])),
  )
  const isPartOfName = (span: Span) =>
    names.holding(span).length > 0 ||
    towns.holding(span).some(({ span: [start, end] }) => end - start > span[1] - span[0])
  // "Joseph Friday" is no day, and "Mar" in "Mar del Plata" no month.
  const times = findTimes(text, document.metadata.published ?? layout.published, id).filter(
    ({ span }) => !isPartOfName(span),
  )
  // The date in a dateline is when it was written, not when anything happened.
  const told = times.filter(({ span }) => !layout.dateline || span[0] >= layout.dateline.span[1])
  const counts = findCounts(text, times, id, resources)
  const sources = new Set(
    said.flatMap(({ source, relay = [] }) => [...relay, ...(source?.entity ? [source.entity] : [])]),
  )
  const placed = resolvePlaces(text, found.entities, places, id, resources, sources)
  const statements = identifySources(document.text, said, placed, resources)
  const grounds = { statements, entities: placed, times: told, counts, title: layout.title, dateline: layout.dateline }
  const events = settleEvents(text, drafts.events, grounds, id, resources)
  const entities = withHome(placed, events, text, resources.names, nationsOf(resources), layout.dateline)
  const article = {
    ...layout,
    ...known,
    ...voiceOf({ ...layout, ...known }, document.text, resources.names),
    language,
    sentences: text.sentences.map(({ span, block }) => ({ span, block })),
    statements,
    events,
    entities,
    times,
    counts,
    loaded: findLoaded(text, drafts, resources.loaded),
  }
  return { article: { ...article, signals: findSignals(article) }, warnings }
}

/** What is named, and who says what. What the model takes for mentions is let go here, which a long text has many of. */
async function readNames(words: string, layout: Layout, stated: string | undefined, id: string, resources: Resources) {
  const { article: text, drafts, language, warnings } = await readWords(words, layout, stated, resources)
  const { statements, events, mentions, loaded } = drafts
  const places = recognisePlaces(text, layout.dateline, resources)
  const marked = mentions.filter(({ named }) => named)
  const found = findEntities(text, referencesOf(drafts), id, resources, places, marked)
  const said = settleStatements(text, statements, found, id, (phrase) => resources.names.hidden.test(phrase))
  return { text, places, found, said, drafts: { events, loaded }, language, warnings }
}

/** The words as they are before the model has read them are let go here: a long text has a million. */
async function readWords(words: string, layout: Layout, stated: string | undefined, { findDrafts }: Resources) {
  const { article, language, warnings } = readLanguage(words, layout, stated)
  return { ...(await findDrafts(article)), language, warnings }
}

const isName = ({ kind }: Article['entities'][number]['mentions'][number]) => kind === 'name'

interface ArticleRead {
  article: Article
  warnings: Warning[]
}
