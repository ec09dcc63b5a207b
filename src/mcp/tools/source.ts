// The name of a source -> its record: how often it speaks, how its incidents fare, and what it said.

import { z } from 'zod'
import { sourceFigures, statementsOf } from '../../record/incidents/figures.ts'
import { judgementOfNames } from '../../record/reliability.ts'
import { findStatements, sourcesCalled } from '../../record/statements.ts'
import { unmarked } from '../material.ts'
import { cursorFor, pageOf, positionIn } from '../page.ts'
import { material } from '../passage.ts'
import { inCollection, name, next_cursor, paging, scopeOf, tool } from '../tool.ts'
import { statement, statementAnswer } from './statements.ts'

const MOST_NAMES = 20

export const openSource = tool({
  name: 'open_source',
  title: "A source's record",
  description:
    'How often a source speaks, how its incidents fare, how reliable people of this record hold it, and what it said. The figures are those of the whole record; a collection only chooses among its statements. If no source has exactly this name, the names that contain it.',
  input: z.object({ source: name.describe('Its name'), ...inCollection, ...paging }),
  output: z.object({
    source: material('Its name').nullable().describe('Null if no source has exactly this name: see `names`'),
    names: z.array(material('A name that contains it')),
    figures: z
      .object({
        kind: z.string(),
        named: z.boolean(),
        statements: z.number().int(),
        relayed: z.number().int().describe('Statements that came through somebody else'),
        documents: z.number().int(),
        outlets: z.number().int(),
        incidents: z.number().int().describe('With an account that rests on it'),
        corroborated: z.number().int().describe('Those of them that an independent origin reports too'),
        contradicted: z.number().int().describe('Those of them that are in dispute'),
        reliability: z.string().describe('Given by people of this record: A completely reliable to E, F not judged'),
        why: material("A person's reason for it").nullable(),
      })
      .nullable(),
    statements: z.array(statement),
    next_cursor,
  }),
  answer({ record, mark }, asked) {
    const typed = unmarked(asked.source)
    const below = positionIn('open_source', asked)
    const found = sourceFigures(record, typed)
    if (!found) {
      const names = sourcesCalled(record, typed, MOST_NAMES).map((called) => mark(called))
      return { source: null, names, figures: null, statements: [], next_cursor: null }
    }
    // A party speaks under several names; whoever has no name is known by one alone.
    const among = statementsOf(record, { ...found, source: found.names[0] ?? found.source })
    const search = { ...scopeOf(asked), among, ...(below === null ? {} : { below }), limit: asked.limit + 1 }
    const rows = Array.from(findStatements(record, search), (row) => ({
      at: row.number,
      item: statementAnswer(row, mark),
    }))
    const { items, next_cursor } = pageOf(rows, { limit: asked.limit, cursorAt: cursorFor('open_source', asked) })
    const { kind, named, statements, relayed, documents, outlets, incidents, corroborated, contradicted } = found
    return {
      source: mark(found.source),
      names: [],
      figures: {
        ...{ kind, named: named === 1, statements, relayed, documents, outlets, incidents, corroborated, contradicted },
        reliability: found.reliability,
        why: mark(judgementOfNames(record, [found.source, ...found.names])?.why),
      },
      statements: items,
      next_cursor,
    }
  },
})
