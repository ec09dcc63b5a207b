// An article -> the words of the names of people in it, those named most: whoever is named beside an event tells it from others. Bodies do
// not: in a war every article names the same army and the same monitor.

import type { Article, Entity } from '../types.ts'
import { nameWords } from './words.ts'

const MAX_NAMES = 12

export function companyOf({ entities }: Article): string[] {
  const named = entities.filter(isNamed).toSorted((a, b) => b.mentions.length - a.mentions.length)
  return [...new Set(named.slice(0, MAX_NAMES).flatMap(({ name }) => nameWords(name)))]
}

const isNamed = ({ type, mentions }: Entity): boolean =>
  type === 'person' && mentions.some(({ kind }) => kind === 'name')
