// Words in an article -> the entity that they refer to.

import type { Article, Entity, Span } from '../types.ts'
import { closest, likeness } from './quote.ts'

/** @param least so much must its mention have in common with the words: "Quist" is part of "Mayor Ada Quist" */
export const entityAt = (
  { entities }: Pick<Article, 'entities'>,
  spans: readonly Span[],
  fits: (entity: Entity) => boolean = () => true,
  least = 0.2,
): Entity | null =>
  closest(
    entities.filter(fits),
    ({ mentions }) => Math.max(0, ...mentions.map(({ span }) => likeness([span], spans))),
    least,
  )
