// The whole way from a document to its reading. Pure: no clock, no disk, no network, no randomness.

import { readLanguage } from './language/language.ts'
import { LAYERS, only, withNeeds } from './layers.ts'
import { layOut } from './layout/layout.ts'
import { findCounts } from './reading/counts/counts.ts'
import { cutAt } from './reading/counts/cut-at.ts'
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
import { findStamp } from './reading/times/stamp.ts'
import { findTimes } from './reading/times/times.ts'
import type { Resources } from './resources.ts'
import type {
  Article,
  ArticleText,
  Document,
  Layer,
  Layout,
  PartOfReading,
  Reading,
  SentenceSpan,
  Span,
  Warning,
  Word,
} from './types.ts'

export async function read(document: Document, resources: Resources): Promise<Reading> {
  return {
    schema: 'hearsay/reading/1',
    ...(await readArticles(document, resources, new Set(LAYERS), (article) => article)),
  }
}

/** The same, of which only some layers are wanted: what these do not need is not worked out. */
export async function readPart(
  document: Document,
  resources: Resources,
  layers: readonly Layer[],
): Promise<PartOfReading> {
  const pick = (article: Article) => only(article, layers)
  return {
    schema: 'hearsay/part-of-reading/1',
    ...(await readArticles(document, resources, withNeeds(layers), pick)),
  }
}

/** @param wanted holds with each layer those that it is made from */
async function readArticles<Kept>(
  document: Document,
  resources: Resources,
  wanted: ReadonlySet<Layer>,
  keep: (article: Article) => Kept,
) {
  const { id, sha256, origin, mediaType, text, retrievedAt, pages } = document
  const articles: Kept[] = []
  const warnings = [...document.warnings]
  // One after the other: a page of many articles must not hold them all in the model at once.
  for (const { own, ...layout } of layOut(document, resources)) {
    const metadata = { ...document.metadata, ...own }
    const told = await readArticle({ ...document, metadata }, layout, `a${articles.length + 1}`, resources, wanted)
    articles.push(keep(told.article))
    for (const warning of told.warnings) warnings.push(warning)
  }
  return {
    document: {
      id,
      sha256,
      origin,
      mediaType,
      text,
      ...(retrievedAt === undefined ? {} : { retrievedAt }),
      ...(pages === undefined ? {} : { pages }),
    },
    articles,
    warnings,
    reader: resources.reader,
  }
}

async function readArticle(
  document: Document,
  layout: Layout,
  id: string,
  resources: Resources,
  wanted: ReadonlySet<Layer>,
): Promise<ArticleRead> {
  const { title: _, language: stated, ...known } = document.metadata
  const about = { ...layout, ...known }
  const voice = voiceOf(about, document.text, resources.names)
  if (wanted.size === 1 && wanted.has('sentences')) {
    const { article: text, language, warnings } = readLanguage(document.text, about, stated)
    return { article: { ...about, ...voice, language, ...NO_LAYERS, sentences: sentencesOf(text) }, warnings }
  }
  const { text, places, found, said, drafts, language, warnings } = await readNames(
    document.text,
    about,
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
  const published = document.metadata.published ?? layout.published
  const times = wanted.has('times') ? findTimes(text, published, id).filter(({ span }) => !isPartOfName(span)) : []
  // The date in a dateline or a stamp is when it was written, not when anything happened.
  const stamp = findStamp(text, times, published)
  const isStamped = ({ span }: { span: Span }) => stamp !== null && stamp[0] <= span[0] && span[1] <= stamp[1]
  const told = times.filter((time) => !isStamped(time) && (!layout.dateline || time.span[0] >= layout.dateline.span[1]))
  const counts = wanted.has('counts')
    ? cutAt(
        [...said.flatMap(({ source }) => source?.spans ?? []), ...times.map(({ span }) => span)],
        findCounts(text, times, id, resources).filter((count) => !isStamped(count)),
        document.text,
        (words) => resources.sides.sideOf(words),
      )
    : []
  const sources = new Set(
    said.flatMap(({ source, relay = [] }) => [...relay, ...(source?.entity ? [source.entity] : [])]),
  )
  const placed = wanted.has('statements')
    ? resolvePlaces(text, found.entities, places, id, resources, sources)
    : found.entities
  const statements = wanted.has('statements') ? identifySources(document.text, said, placed, resources) : []
  const grounds = { statements, entities: placed, times: told, counts, title: layout.title, dateline: layout.dateline }
  const events = wanted.has('events') ? settleEvents(text, drafts.events, grounds, id, resources) : []
  const entities = wanted.has('entities')
    ? withHome(placed, events, text, resources.names, nationsOf(resources), layout.dateline)
    : []
  const loaded = wanted.has('loaded') ? findLoaded(text, drafts, resources.loaded) : []
  const article = {
    ...about,
    ...voice,
    language,
    sentences: sentencesOf(text),
    statements,
    events,
    entities,
    times,
    counts,
    loaded,
  }
  return { article: { ...article, signals: wanted.has('signals') ? findSignals(article) : [] }, warnings }
}

const NO_LAYERS = { statements: [], events: [], entities: [], times: [], counts: [] }

const sentencesOf = ({ sentences }: ArticleText<Word>): SentenceSpan[] =>
  sentences.map(({ span, block }) => ({ span, block }))

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
