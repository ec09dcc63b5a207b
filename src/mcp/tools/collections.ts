// The record -> the names that people filed reports under, for the tools that take one.

import { z } from 'zod'
import { collectionSizes } from '../../record/collections.ts'
import { counted, cursorFor, pageOf, positionIn } from '../page.ts'
import { material } from '../passage.ts'
import { next_cursor, paging, tool } from '../tool.ts'

export const listCollectionsTool = tool({
  name: 'list_collections',
  title: 'List collections',
  description:
    'The names that people filed reports under (a case, a region, a project), with how many documents each holds. Other tools take one as `collection`.',
  input: z.object({ ...paging }),
  output: z.object({
    collections: z.array(z.object({ name: material('Its name'), documents: z.number().int() })),
    next_cursor,
  }),
  answer({ record, mark }, asked) {
    const after = positionIn('list_collections', asked) ?? 0
    const answers = collectionSizes(record)
      .slice(after)
      .map(({ name, documents }) => ({ name: mark(name), documents }))
    const { items, next_cursor } = pageOf(counted(answers, after), {
      limit: asked.limit,
      cursorAt: cursorFor('list_collections', asked),
    })
    return { collections: items, next_cursor }
  },
})
