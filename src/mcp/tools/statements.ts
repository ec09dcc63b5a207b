// Words and choices -> who said what, those that were read last first.

import { z } from 'zod'
import type { NumberedStatement } from '../../record/browse.ts'
import { findStatements } from '../../record/statements.ts'
import { type Mark, unmarked } from '../material.ts'
import { cursorFor, pageOf, positionIn } from '../page.ts'
import { material, passage, passageAt } from '../passage.ts'
import { day, inCollection, name, next_cursor, paging, scopeOf, tool, words } from '../tool.ts'

const STANCES = ['asserts', 'denies', 'doubts', 'believes', 'predicts', 'intends', 'demands', 'asks'] as const

export const statement = z.object({
  statement: z.string().describe('Its id in the document'),
  source: material('Whose word it is').nullable(),
  named: z.boolean().describe('False: the source is not given by name'),
  relay: material('Through whom it came').nullable(),
  stance: z.string(),
  manner: z.string().describe("direct: word for word; indirect: in the reporter's words; mixed"),
  says: material('What is said'),
  passage,
})

export const statementAnswer = (row: NumberedStatement, mark: Mark): z.infer<typeof statement> => ({
  statement: row.id,
  source: mark(row.source),
  named: row.named === 1,
  relay: mark(row.relay),
  stance: row.stance,
  manner: row.manner,
  says: mark(row.content, 800),
  passage: passageAt(row, row.passage, [row.start, row.end], mark),
})

export const searchStatements = tool({
  name: 'search_statements',
  title: 'Search statements',
  description:
    'Finds who said what: statements by words, source, outlet, stance and date of publication. Last read first.',
  input: z.object({
    words: words.optional(),
    source: name.optional().describe("Part of the source's name"),
    outlet: name.optional().describe("Part of the outlet's name"),
    named: z.boolean().optional().describe('Only sources given by name, or only others'),
    stance: z.enum(STANCES).optional(),
    since: day.optional(),
    until: day.optional(),
    ...inCollection,
    ...paging,
  }),
  output: z.object({ statements: z.array(statement), next_cursor }),
  answer({ record, mark }, asked) {
    const { limit, source, outlet, words, named, stance, since, until } = asked
    const below = positionIn('search_statements', asked)
    const search = {
      ...scopeOf(asked),
      ...(words === undefined ? {} : { words: unmarked(words) }),
      ...(source === undefined ? {} : { source: unmarked(source) }),
      ...(outlet === undefined ? {} : { outlet: unmarked(outlet) }),
      ...(named === undefined ? {} : { named }),
      ...(stance === undefined ? {} : { stance }),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      ...(below === null ? {} : { below }),
      limit: limit + 1,
    }
    const found = Array.from(findStatements(record, search), (row) => ({
      at: row.number,
      item: statementAnswer(row, mark),
    }))
    const { items, next_cursor } = pageOf(found, { limit, cursorAt: cursorFor('search_statements', asked) })
    return { statements: items, next_cursor }
  },
})
