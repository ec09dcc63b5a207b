// A reading -> the same as an older program wrote it: without the fields that were added later.

import type { Reading } from '../types.ts'

export function olderReading(reading: Reading): Reading {
  return {
    ...reading,
    articles: reading.articles.map(({ sentences: _, ...article }) => ({
      ...article,
      statements: article.statements.map((statement) => {
        if (!statement.source) return statement
        const { spans, entity, kind, named } = statement.source
        return { ...statement, source: { spans, ...(entity === undefined ? {} : { entity }), kind, named } }
      }),
      events: article.events.map(
        ({
          sentence,
          means,
          course,
          another,
          refersBack,
          general,
          denies,
          deniedAltogether,
          participants,
          ...event
        }) => ({
          ...event,
          participants: participants.map(({ side, camp, ...party }) => party),
        }),
      ),
      counts: article.counts.map(({ side, was, ...count }) => count),
    })),
    reader: { ...reading.reader, version: '0.0.1' },
  }
}
