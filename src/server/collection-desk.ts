// The desk and a collection's name -> a desk on which only its documents lie, the incidents that they tell of, and the sources that they cite.

import { HTTPException } from 'hono/http-exception'
import { idsFiled } from '../record/scope.ts'
import { columnsOf } from './columns.ts'
import type { Desk } from './desk.ts'
import { sourceAnswers } from './heads.ts'
import type { StatementIndex } from './indexed.ts'

export function collectionDesk(desk: Desk, collection: string): Desk {
  const filed = idsFiled(desk.record, collection)
  if (filed.size === 0) throw new HTTPException(404, { message: `there is no collection "${collection}"` })
  const numbers = new Set(filed.values())
  const remember: Desk['remember'] = (key, make) => desk.remember(`${collection}: ${key}`, make)
  return {
    ...desk,
    scope: { collection },
    holds: (document) => filed.has(document),
    index: () => remember('index', () => narrowed(desk.index(), numbers)),
    incidents: (which = 'listed') =>
      remember(`${which} incidents`, () =>
        desk.incidents(which).filter(({ accounts }) => accounts.some(({ document }) => filed.has(document))),
      ),
    sources: () => remember('sources', () => sourceAnswers(desk.record, { collection })),
    remember,
  }
}

/** Words keep their codes. Articles are found by their ids wherever they are: an incident of a collection may have accounts outside. */
function narrowed(index: StatementIndex, documents: ReadonlySet<number>): StatementIndex {
  const newest = index.newest.filter(({ article }) => documents.has(article.document))
  return {
    ...index,
    articles: index.articles.filter(({ document }) => documents.has(document)),
    statements: index.statements.filter(({ article }) => documents.has(article.document)),
    newest,
    columns: columnsOf(newest, index),
  }
}
