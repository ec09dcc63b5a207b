// The desk and a collection's name -> a desk on which only its documents lie, the incidents that they tell of, and the sources that they cite.

import { HTTPException } from 'hono/http-exception'
import { idsFiled } from '../record/scope.ts'
import { columnsAt } from './columns.ts'
import type { Desk } from './desk.ts'
import { sourceAnswers } from './heads.ts'
import type { StatementIndex } from './indexed.ts'
import { keeping } from './keep.ts'

export function collectionDesk(desk: Desk, collection: string): Desk {
  const filed = idsFiled(desk.record, collection)
  if (filed.size === 0) throw new HTTPException(404, { message: `there is no collection "${collection}"` })
  const numbers = new Set(filed.values())
  const keep = keeping()
  return {
    ...desk,
    scope: { collection },
    holds: (document) => filed.has(document),
    index: () => keep('index', [desk.index()], () => narrowed(desk.index(), numbers)),
    incidents: (which = 'listed') =>
      keep(`${which} incidents`, [desk.incidents(which)], () =>
        desk.incidents(which).filter(({ accounts }) => accounts.some(({ document }) => filed.has(document))),
      ),
    sources: () => keep('sources', [desk.basis()], () => sourceAnswers(desk.record, { collection })),
    keep,
  }
}

/** Words keep their codes. Articles are found by their ids wherever they are: an incident of a collection may have accounts outside. */
function narrowed(index: StatementIndex, documents: ReadonlySet<number>): StatementIndex {
  const isFiled = new Uint8Array((index.articles.at(-1)?.document ?? 0) + 1)
  for (const document of documents) isFiled[document] = 1
  const places: number[] = []
  for (let at = 0; at < index.newest.length; at++) if (isFiled[index.newest[at].article.document] === 1) places.push(at)
  const newest = places.map((at) => index.newest[at])
  return {
    ...index,
    articles: index.articles.filter(({ document }) => isFiled[document] === 1),
    statements: newest,
    newest,
    columns: columnsAt(index.columns, places),
  }
}
