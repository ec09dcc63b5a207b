// Article and its entities -> who said what.

import type { Resources } from '../../resources.ts'
import type { ArticleText, Entity, Statement } from '../../types.ts'

export function findStatements(
  article: ArticleText,
  _entities: readonly Entity[],
  id: string,
  { findDrafts }: Pick<Resources, 'findDrafts'>,
): Statement[] {
  return findDrafts(article).map(
    ({ source, cue, content, stance }, index): Statement => ({
      id: `${id}.s${index + 1}`,
      source: source.length === 0 ? null : { spans: source, kind: 'unknown', named: true },
      cue,
      content,
      manner: 'indirect',
      stance,
    }),
  )
}
