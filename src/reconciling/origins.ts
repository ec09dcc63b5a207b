// An article -> of each of its statements whose word it is in the end. Relays only pass it on, so they are no origins.

import type { Article, Span, Statement } from '../types.ts'
import { citedBy } from './citing.ts'
import { standingOf } from './standing.ts'
import { nameWords, phraseWords } from './words.ts'

export interface Origin {
  kind: 'named' | 'unnamed' | 'voice'
  /** For people: "the mayor's office", "a source close to the ministry". */
  label: string
  words: readonly string[]
  /** Where an origin cannot be the same as one of another article: hidden sources, voices without an outlet. */
  own: string
  country?: string
  /** Of a person with a name: the words of the phrases that give the office too, "the provincial police chief, Ana Ruiz". */
  office?: readonly string[]
  /** The outlet of the article, and those that it was told to: "told Harbour Wire". */
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
  const phrases = phrasesIn(article, text)
  const voice = voiceOf(article, own)
  const known = new Map<string, Origin>()

  const ofStatement = (said: Statement): Origin => {
    const relays = (said.relay ?? []).flatMap((id) => entities.get(id)?.name ?? [])
    const more = {
      ...(article.outlet === undefined ? {} : { outlet: article.outlet }),
      ...(relays.length > 0 ? { relays } : {}),
    }
    const cited = citedBy(said, text)
    if (cited)
      return { ...ofPhrase(text.slice(...cited), entityIn(article, cited), said.id, 'organisation', true), ...more }
    const source = said.source ?? goingOn(said, article, text)
    if (!source) return { kind: 'unnamed', label: 'nobody named', words: [], own: `${own}\u0000${said.id}`, ...more }
    const { spans, entity, kind, named } = source
    return { ...ofPhrase(wordsAt(text, spans), entities.get(entity ?? ''), said.id, kind, named), ...more }
  }

  const ofPhrase = (
    phrase: string,
    entity: Article['entities'][number] | undefined,
    statement: string,
    kind: NonNullable<Statement['source']>['kind'],
    named: boolean,
  ): Origin => {
    const label = labelOf(phrase, entity?.name)
    const country = entity?.actor?.country
    const more = country === undefined ? {} : { country }
    switch (standingOf(entity ? [label, ...(phrases.get(entity.id) ?? [])] : [label], kind, named)) {
      case 'person':
        return {
          kind: 'named',
          label,
          words: nameWords(label),
          own,
          office: (phrases.get(entity?.id ?? '') ?? [phrase]).flatMap(phraseWords),
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

/** "the South Sudanese army" is more than the "South Sudanese" that names it. */
function labelOf(phrase: string, name: string | undefined): string {
  if (name === undefined) return phrase
  const at = phrase.indexOf(name)
  return at >= 0 && /^ \p{Ll}+$/u.test(phrase.slice(at + name.length)) ? phrase.replace(/^the /i, '') : name
}

const voiceOf = ({ outlet }: Article, own: string): Origin => ({
  kind: 'voice',
  label: outlet ?? 'the report itself',
  words: outlet ? nameWords(outlet) : [],
  own,
  ...(outlet === undefined ? {} : { outlet }),
})

/** "Two are missing, it said, and one was found": a pronoun that was passed over goes on with who spoke last. */
function goingOn({ cue }: Statement, { statements }: Article, text: string): Statement['source'] | undefined {
  const [start] = cue[0]
  if (!/,\s(?:he|she|it|they)\s$/i.test(text.slice(Math.max(0, start - 8), start))) return undefined
  return statements.findLast((other) => other.source !== null && other.cue[0][0] < start)?.source
}

/** Phrases longer than this say what somebody did, not who it is. */
const LONGEST = 90

/** Of each entity the phrases by which it is a source. */
function phrasesIn({ statements }: Article, text: string): Map<string, string[]> {
  const phrases = new Map<string, string[]>()
  for (const { source } of statements)
    for (const span of source?.entity === undefined ? [] : source.spans)
      if (span[1] - span[0] <= LONGEST)
        phrases.set(source?.entity ?? '', [...(phrases.get(source?.entity ?? '') ?? []), text.slice(...span)])
  return phrases
}

/** The entity that a phrase is, or is about, by its longest mention there. */
function entityIn({ entities }: Article, [start, end]: Span): Article['entities'][number] | undefined {
  let best: { entity: Article['entities'][number]; length: number } | undefined
  for (const entity of entities)
    for (const { span } of entity.mentions)
      if (span[0] >= start && span[1] <= end && span[1] - span[0] > (best?.length ?? 0))
        best = { entity, length: span[1] - span[0] }
  // "the Cameroonian army spokesman" is more than "Cameroonian".
  return best && best.length * 2 > end - start ? best.entity : undefined
}

const wordsAt = (text: string, spans: readonly Span[]): string => spans.map((span) => text.slice(...span)).join(' ')
