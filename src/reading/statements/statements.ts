// Article and its entities -> who said what.

import type { Resources } from '../../resources.ts'
import type { ArticleText, Entity, Statement } from '../../types.ts'

export function findStatements(
  _text: ArticleText,
  _entities: Entity[],
  _article: string,
  _resources: Resources,
): Statement[] {
  return []
}
