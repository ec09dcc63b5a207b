// The record -> what waits for a person's judgement: what the reader was least sure of, with how much else there is.

import { z } from 'zod'
import { countDoubts, listDoubts } from '../../record/browse.ts'
import { readingOf } from '../../record/documents.ts'
import { countIncidents } from '../../record/incidents/list.ts'
import type { OpenRecord } from '../../record/open.ts'
import { countStatements } from '../../record/statements.ts'
import { numberOf } from '../../record/write.ts'
import type { Article, Reading, Span } from '../../types.ts'
import type { Mark } from '../material.ts'
import { counted, cursorFor, pageOf, positionIn } from '../page.ts'
import { material, passage, passageIn } from '../passage.ts'
import { next_cursor, paging, tool } from '../tool.ts'

const doubt = z.object({
  kind: z.enum(['event', 'place']),
  mark: z.string().describe('Its id in the document'),
  words: material('What the reader marked'),
  taken_for: material('What the reader took it for').nullable(),
  confidence: z.number().describe('0 to 1'),
  passage: passage.nullable(),
})

export const listReview = tool({
  name: 'list_review',
  title: 'What waits for review',
  description:
    'Events and places of which the reader was least sure, those first, each in its sentence; and how many disputes and unnamed sources there are besides. People decide in hearsay serve or with hearsay commands; this tool changes nothing.',
  input: z.object({ ...paging }),
  output: z.object({
    doubtful: z.number().int().describe('How many events and places wait'),
    disputed_incidents: z.number().int(),
    statements_by_unnamed_sources: z.number().int(),
    doubts: z.array(doubt),
    next_cursor,
  }),
  answer({ record, mark }, asked) {
    const after = positionIn('list_review', asked) ?? 0
    const found = counted(doubtsIn(record, listDoubts(record, asked.limit + 1, after), mark), after)
    const { items, next_cursor } = pageOf(found, { limit: asked.limit, cursorAt: cursorFor('list_review', asked) })
    return {
      doubtful: countDoubts(record),
      disputed_incidents: countIncidents(record, { disputed: true, substantial: true }),
      statements_by_unnamed_sources: countStatements(record, { named: false }),
      doubts: items.flatMap((item) => item ?? []),
      next_cursor,
    }
  },
})

function* doubtsIn(
  record: OpenRecord,
  rows: ReturnType<typeof listDoubts>,
  mark: Mark,
): Generator<z.infer<typeof doubt> | null> {
  const opened = new Map<string, Reading>()
  for (const { sha256, article: number, kind, id, confidence } of rows) {
    const document = numberOf(record, sha256)
    const reading = opened.get(sha256) ?? (document === null ? null : readingOf(record, document))
    const article = reading?.articles[number - 1]
    const found = article && markedAs(article, kind, id)
    if (reading) opened.set(sha256, reading)
    if (!reading || !article || !found) {
      yield null
      continue
    }
    const sentence = article.sentences?.find(({ span }) => span[0] <= found.span[0] && found.span[1] <= span[1])
    yield {
      kind,
      mark: id,
      words: mark(reading.document.text.slice(...found.span)),
      taken_for: mark(found.as),
      confidence,
      passage: passageIn(reading, number, sentence?.span ?? found.span, mark),
    }
  }
}

function markedAs(article: Article, kind: 'event' | 'place', id: string): { span: Span; as: string | null } | null {
  if (kind === 'event') {
    const event = article.events.find((one) => one.id === id)
    return event ? { span: event.trigger, as: [event.type, event.mode].filter(Boolean).join(' ') } : null
  }
  const entity = article.entities.find((one) => one.id === id)
  const [first] = entity?.mentions ?? []
  if (!entity || !first) return null
  const { place } = entity
  return {
    span: first.span,
    as: place
      ? [entity.name, place.admin1, place.country, `${place.lat}, ${place.lon}`].filter(Boolean).join(', ')
      : null,
  }
}
