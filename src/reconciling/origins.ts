// An article -> of each of its statements whose word it is in the end. Those who only relay it are no origins.

import { wordsAt } from '../reading/words-at.ts'
import type { Article, Body, Identity, Source, Span, Statement } from '../types.ts'
import { townOf } from './article-places.ts'
import { isSameBody, placedBody } from './bodies.ts'
import { homeCountryOf } from './home-country.ts'
import { partyKeyOf } from './party-name.ts'
import { nameWords, phraseWords } from './words.ts'

export interface Origin {
  kind: 'named' | 'unnamed' | 'voice'
  /** For people: "the mayor's office", "a source close to the ministry". */
  label: string
  words: readonly string[]
  /** Origins that cannot be the same as one of another article differ in it: hidden sources, voices without an outlet. */
  own: string
  country?: string
  /** Its key in the registry of parties; absent for hidden sources, and for an outlet without a name. */
  party?: string
  /** A person with a name, and no body. */
  person?: true
  /** News media that a report gives as its source, with a name or without. */
  medium?: true
  /** Footage: what it shows was seen by somebody else. */
  footage?: true
  /** Of hidden people: the article, and the body that they are of. They count as one with it there, and are never called by its name. */
  within?: { article: string; body: Body }
  /** What it is, or what the person speaks for; in the country that the article is about unless its words say another. */
  body?: Body
  /** Of a person with a name: the words of the name and of the office too, "the provincial police chief, Ana Ruiz". */
  office?: readonly string[]
  /** What people say: the party that it is one with, and those that it is not (as-said.ts). */
  said?: { party: string; apart: readonly string[] }
  /** The outlet of the article, and those to which the source spoke: "told Harbour Wire". */
  outlet?: string
  relays?: readonly string[]
  /** It demands, asks, intends or predicts something, and does not say that anything happened. */
  reacts?: true
  /** Of an outlet's own voice: where it says that it reports itself. */
  firsthand?: readonly Span[]
  /** The agencies that the article's text is from. */
  wires?: readonly string[]
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
  const home = homeCountryOf(article)
  const monitors = article.statements.flatMap(({ source }) => (source?.monitor ? [source] : []))
  const known = new Map<string, Origin>()

  const naming = { document, article: number, town: townOf(article) }
  const withParty = (origin: Origin): Origin => {
    const party = partyKeyOf(origin, naming)
    return party === null ? origin : { ...origin, party }
  }

  const voice = withParty(voiceOf(article, own))

  const ofStatement = ({ id, source, relay = [], stance }: Statement): Origin => {
    if (!source) return voice
    const relays = relay.flatMap((id) => entities.get(id)?.name ?? [])
    const more = {
      ...(article.outlet === undefined ? {} : { outlet: article.outlet }),
      ...(relays.length > 0 ? { relays } : {}),
      ...(voice.wires === undefined ? {} : { wires: voice.wires }),
      ...(REACTIONS.has(stance) ? { reacts: true as const } : {}),
    }
    const { cites } = source
    if (!cites && source.secondHand === 'nobody' && identityOf(source) === 'hidden') return voice
    const meant = cites ? null : monitorMeant(source)
    if (meant) return { ...ofSource(meant, identityOf(meant), id), ...more }
    return {
      ...(cites
        ? ofSource({ ...cites, kind: 'organisation', spans: [cites.span] }, cites.identity, id)
        : ofSource(source, identityOf(source), id)),
      ...more,
    }
  }

  /** "a war monitor" is the one that the article names. */
  const monitorMeant = (source: Source): Source | null => {
    if (!source.monitor || identityOf(source) !== 'hidden') return null
    const named = monitors.filter((other) => identityOf(other) === 'body')
    const [first] = named
    const isFirst = ({ entity, body }: Source) =>
      entity === first.entity || (body !== undefined && first.body !== undefined && isSameBody(body, first.body))
    return named.length > 0 && named.every(isFirst) ? first : null
  }

  const labelOf = ({ name, entity, spans }: Named): string =>
    name ?? entities.get(entity ?? '')?.name ?? wordsAt(text, spans)

  const ofSource = (source: Named, identity: Identity, statement: string): Origin => {
    const entity = entities.get(source.entity ?? '')
    const label = labelOf(source)
    const body = source.body && placedBody(source.body, home)
    const country = entity?.actor?.country ?? body?.country
    const more = { ...(country === undefined ? {} : { country }), ...(body ? { body } : {}) }
    switch (identity) {
      case 'person':
        return {
          kind: 'named',
          label,
          words: nameWords(label),
          own,
          person: true,
          office: [...phraseWords(label), ...phraseWords(source.office ?? '')],
          ...more,
        }
      case 'body':
        return {
          kind: 'named',
          label,
          words: phraseWords(label),
          own,
          ...heardFrom(source),
          ...more,
        }
      case 'hidden':
        return {
          kind: 'unnamed',
          label,
          words: [],
          own: `${own}\u0000${source.noun ?? entity?.id ?? statement}`,
          ...(body ? { within: { article: own, body } } : {}),
          ...heardFrom(source),
        }
    }
  }

  return (id) => {
    const said = id === null ? undefined : statements.get(id)
    if (!said) return voice
    const origin = known.get(said.id) ?? withParty(ofStatement(said))
    known.set(said.id, origin)
    return origin
  }
}

type Named = Pick<Source, 'spans' | 'entity' | 'name' | 'office' | 'kind' | 'body' | 'secondHand' | 'noun' | 'identity'>

/** Of those who have it from somebody else; readings of older programs do not say which outlets do. What a body publishes itself is its own word. */
const heardFrom = ({ kind, secondHand, identity }: Named): Pick<Origin, 'medium' | 'footage'> => {
  if (secondHand === 'footage') return { footage: true }
  return secondHand === 'media' || (kind === 'outlet' && identity === undefined) ? { medium: true } : {}
}

const REACTIONS: ReadonlySet<Statement['stance']> = new Set(['demands', 'asks', 'intends', 'predicts'])

/** Readings of older programs do not say it, nor do people's decisions. */
const identityOf = ({ identity, kind, named }: Source): Identity =>
  identity ?? (!named ? 'hidden' : kind === 'person' ? 'person' : 'body')

/** What an agency wrote is the agency's voice, whoever prints it. */
function voiceOf({ outlet, wires = [], firsthand = [] }: Article, own: string): Origin {
  const label = wires[0]?.name ?? outlet
  return {
    kind: 'voice',
    label: label ?? 'the report itself',
    words: label === undefined ? [] : nameWords(label),
    own,
    ...(outlet === undefined ? {} : { outlet }),
    ...(firsthand.length > 0 ? { firsthand } : {}),
    ...(wires.length > 0 ? { wires: wires.map(({ name }) => name) } : {}),
  }
}
