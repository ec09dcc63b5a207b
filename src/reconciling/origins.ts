// An event's statement in its article -> whose word it is in the end. Relays only pass it on, so they are no origins.

import type { Article, Span } from '../types.ts'
import { nameWords, sameName } from './words.ts'

export interface Origin {
  kind: 'named' | 'unnamed' | 'voice'
  /** For people: "the mayor's office", "a source close to the ministry". */
  label: string
  words: readonly string[]
  /** Where an origin cannot be the same as one of another article: hidden sources, voices without an outlet. */
  own: string
  country?: string
}

export function originOf(
  statement: string | null,
  article: Article,
  { document, article: number, text }: { document: string; article: number; text: string },
): Origin {
  const own = `${document}\u0000${number}`
  const said = article.statements.find(({ id }) => id === statement)
  if (!said) {
    const { outlet } = article
    return { kind: 'voice', label: outlet ?? 'the report itself', words: outlet ? nameWords(outlet) : [], own }
  }
  if (!said.source) return { kind: 'unnamed', label: 'nobody named', words: [], own: `${own}\u0000${said.id}` }
  const entity = article.entities.find(({ id }) => id === said.source?.entity)
  const label = entity?.name ?? wordsAt(text, said.source.spans)
  if (!said.source.named && said.source.kind !== 'organisation')
    return { kind: 'unnamed', label, words: [], own: `${own}\u0000${said.source.entity ?? said.id}` }
  const country = entity?.actor?.country
  return { kind: 'named', label, words: nameWords(label), own, ...(country === undefined ? {} : { country }) }
}

const wordsAt = (text: string, spans: readonly Span[]): string => spans.map((span) => text.slice(...span)).join(' ')

/** Offices that speak for a body: "a spokesman for the army" is the army. */
const SPEAKERS = new Set(
  'spokesman spokeswoman spokesperson spokesmen statement officials official office press service'.split(' '),
)

const bodyOf = ({ words }: Origin): string[] => words.filter((word) => !SPEAKERS.has(word))

/** Whether two origins of one incident are the same; `reprints` says whether two articles are one text. */
export function isSameOrigin(one: Origin, other: Origin, reprints: boolean): boolean {
  if (one.kind !== other.kind) return false
  if (one.own === other.own)
    return one.kind === 'voice' || one.kind === 'unnamed' || sameName(bodyOf(one), bodyOf(other))
  switch (one.kind) {
    case 'voice':
      return reprints || (one.words.length > 0 && one.words.join(' ') === other.words.join(' '))
    case 'unnamed':
      // The same sentence of the same wire, twice printed, hides the same person.
      return reprints && one.label === other.label
    case 'named':
      return (
        (one.country === undefined || other.country === undefined || one.country === other.country) &&
        sameName(bodyOf(one), bodyOf(other))
      )
  }
}
