// An article -> of each of its statements whose word it is in the end. Those who only relay it are no origins.

import { wordsAt } from '../reading/words-at.ts'
import type { Article, Identity, Source, Statement } from '../types.ts'
import { nameWords, phraseWords } from './words.ts'

export interface Origin {
  kind: 'named' | 'unnamed' | 'voice'
  /** For people: "the mayor's office", "a source close to the ministry". */
  label: string
  words: readonly string[]
  /** Origins that cannot be the same as one of another article differ in it: hidden sources, voices without an outlet. */
  own: string
  country?: string
  /** Of a person with a name: the words of the name and of the office too, "the provincial police chief, Ana Ruiz". */
  office?: readonly string[]
  /** The outlet of the article, and those to which the source spoke: "told Harbour Wire". */
  outlet?: string
  relays?: readonly string[]
}

interface Place {
  document: string
  article: number
  text: string
}

export function originsIn(article: Article, { document, article: number, text }: Place): (id: string | null) => Origin {
  const own = `${document}\u0000${number}`
  const entities = new Map(article.entities.map((entity) => [entity.id, entity]))
  const statements = new Map(article.statements.map((statement) => [statement.id, statement]))
  const voice = voiceOf(article, own)
  const known = new Map<string, Origin>()

  const ofStatement = ({ id, source, relay = [] }: Statement): Origin => {
    const relays = relay.flatMap((id) => entities.get(id)?.name ?? [])
    const more = {
      ...(article.outlet === undefined ? {} : { outlet: article.outlet }),
      ...(relays.length > 0 ? { relays } : {}),
    }
    if (!source) return { kind: 'unnamed', label: 'nobody named', words: [], own: `${own}\u0000${id}`, ...more }
    const { cites } = source
    return {
      ...(cites
        ? ofSource({ ...cites, spans: [cites.span] }, cites.identity, id)
        : ofSource(source, identityOf(source), id)),
      ...more,
    }
  }

  const ofSource = (
    { spans, entity: entityId, name, office }: Pick<Source, 'spans' | 'entity' | 'name' | 'office'>,
    identity: Identity,
    statement: string,
  ): Origin => {
    const entity = entities.get(entityId ?? '')
    const label = name ?? entity?.name ?? wordsAt(text, spans)
    const country = entity?.actor?.country
    const more = country === undefined ? {} : { country }
    switch (identity) {
      case 'person':
        return {
          kind: 'named',
          label,
          words: nameWords(label),
          own,
          office: [...phraseWords(label), ...phraseWords(office ?? '')],
          ...more,
        }
      case 'body':
        return { kind: 'named', label, words: phraseWords(label), own, ...more }
      case 'hidden':
        return { kind: 'unnamed', label, words: [], own: `${own}\u0000${entity?.id ?? statement}` }
    }
  }

  return (id) => {
    const said = id === null ? undefined : statements.get(id)
    if (!said) return voice
    const origin = known.get(said.id) ?? ofStatement(said)
    known.set(said.id, origin)
    return origin
  }
}

/** Readings of older programs do not say it, nor do people's decisions. */
const identityOf = ({ identity, kind, named }: Source): Identity =>
  identity ?? (!named ? 'hidden' : kind === 'person' ? 'person' : 'body')

const voiceOf = ({ outlet, relayedBy }: Article, own: string): Origin => ({
  kind: 'voice',
  label: outlet ?? 'the report itself',
  words: outlet ? nameWords(outlet) : [],
  own,
  ...(outlet === undefined ? {} : { outlet }),
  ...(relayedBy === undefined ? {} : { relays: relayedBy }),
})
