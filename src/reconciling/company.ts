// An article -> the words of the names of people and bodies in it, those named most: whoever is named beside an event tells it from others.

import type { Article, Entity } from '../types.ts'
import { nameWords } from './words.ts'

const MAX_NAMES = 12

export function companyOf({ entities }: Article): string[] {
  const named = entities.filter(isNamed).toSorted((a, b) => b.mentions.length - a.mentions.length)
  return [...new Set(named.slice(0, MAX_NAMES).flatMap(({ name }) => nameWords(name)))]
}

const isNamed = ({ type, mentions }: Entity): boolean =>
  (type === 'person' || type === 'group' || type === 'organisation') && mentions.some(({ kind }) => kind === 'name')
