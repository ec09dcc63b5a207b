// The statements of an article and its entities -> the statements, each source with what it is in other reports, its
// office, the body that it is or speaks for, and whom it cites.

import type { Body, Entity, Identity, Source, Span, Statement } from '../../types.ts'
import type { NameLexicon } from '../entities/lexicon.ts'
import { wordsAt } from '../words-at.ts'
import { bodyIn, bodyOfOffice } from './body.ts'
import { citedBy } from './cited.ts'
import { isCredit } from './credit.ts'
import { bodyOfOfficial, nounOf } from './hidden-people.ts'
import { type IdentityLexicon, identityOf } from './identity.ts'
import { officeOf } from './office.ts'
import { isMonitor, secondHandOf } from './second-hand.ts'

export function identifySources(
  text: string,
  statements: readonly Statement[],
  entities: readonly Entity[],
  lexicon: IdentityLexicon & { names: NameLexicon },
): Statement[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const phrases = phrasesOf(statements, text)
  const witness = { sources: lexicon.sources, names: lexicon.names }

  const identified = statements.map((statement) => {
    if (!statement.source) return statement
    const { source } = statement
    const words = wordsAt(text, source.spans)
    const entity = byId.get(source.entity ?? '')
    if (isCredit(source.name ?? labelOf(words, entity?.name))) return { ...statement, source: null }
    const cited = citedBy(statement, text, lexicon.sources)
    return {
      ...statement,
      source: { ...source, ...described(words, entity, source), ...(cited ? { cites: cites(cited, words) } : {}) },
    }
  })
  return withFullNouns(identified, text)

  function described(words: string, entity: Entity | undefined, source: Pick<Source, 'kind' | 'named' | 'name'>) {
    const label = source.name ?? labelOf(words, entity?.name)
    const said = phrases.get(entity?.id ?? '') ?? []
    const country = entity?.actor?.country
    const identity = identityOf([label, ...said], source, lexicon)
    const office = identity === 'person' ? officeOf(said.length > 0 ? said : [words], label) : undefined
    const body = bodyBehind(label, identity, office)
    const secondHand = secondHandOf(label, source, witness) ?? secondHandOf(words, source, witness)
    const noun = identity === 'hidden' && secondHand === undefined ? nounOf(label, witness) : undefined
    return {
      identity,
      ...(label === (entity?.name ?? words) ? {} : { name: label }),
      ...(office === undefined ? {} : { office }),
      ...(body ? { body: body.country || !country ? body : { ...body, country } } : {}),
      ...(secondHand === undefined ? {} : { secondHand }),
      ...(isMonitor(label, lexicon.sources) ? { monitor: true as const } : {}),
      ...(noun === undefined ? {} : { noun }),
    }
  }

  function bodyBehind(label: string, identity: Identity, office: string | undefined): Body | null {
    if (identity === 'body') return bodyIn(label, lexicon.names)
    if (identity === 'hidden') return bodyOfOfficial(label, witness)
    return office === undefined ? null : bodyOfOffice(office, lexicon.names)
  }

  function cites(span: Span, citing: string): NonNullable<Source['cites']> {
    const entity = entityIn(entities, span)
    const words = text.slice(...span)
    const { identity, name, body } = described(words, entity, { kind: 'organisation', named: true })
    // "Chadian media, quoting their army": that of Chad.
    const nation =
      body && body.country === undefined && THEIRS.test(text.slice(0, span[1]).slice(-words.length - 7))
        ? bodyIn(citing, lexicon.names)?.country
        : undefined
    return {
      span,
      ...(entity ? { entity: entity.id } : {}),
      identity,
      ...(name === undefined ? {} : { name }),
      ...(body ? { body: nation === undefined ? body : { ...body, country: nation } } : {}),
    }
  }
}

const THEIRS = /(?:^|\s)(?:its|their)\s/i

/** "the South Sudanese army" is more than the "South Sudanese" that names it. */
function labelOf(words: string, name: string | undefined): string {
  if (name === undefined) return words
  const at = words.indexOf(name)
  return at >= 0 && /^ \p{Ll}+$/u.test(words.slice(at + name.length)) ? words.replace(/^the /i, '') : name
}

/** Longer phrases say what somebody did, not who it is. */
const MAX_PHRASE_CHARACTERS = 90

/** Of each entity the phrases by which it is a source. */
function phrasesOf(statements: readonly Statement[], text: string): Map<string, string[]> {
  const phrases = new Map<string, string[]>()
  for (const { source } of statements)
    for (const span of source?.entity === undefined ? [] : source.spans)
      if (span[1] - span[0] <= MAX_PHRASE_CHARACTERS)
        phrases.set(source?.entity ?? '', [...(phrases.get(source?.entity ?? '') ?? []), text.slice(...span)])
  return phrases
}

/** The entity that a phrase is, or is about: that of its longest mention there. */
function entityIn(entities: readonly Entity[], [start, end]: Span): Entity | undefined {
  let best: { entity: Entity; length: number } | undefined
  for (const entity of entities)
    for (const { span } of entity.mentions)
      if (span[0] >= start && span[1] <= end && span[1] - span[0] > (best?.length ?? 0))
        best = { entity, length: span[1] - span[0] }
  // "the Cameroonian army spokesman" is more than "Cameroonian".
  return best && best.length * 2 > end - start ? best.entity : undefined
}

/** "the officials" are the Dol officials of whom the text spoke last, and "the man" is whoever without a name spoke last. */
function withFullNouns(statements: readonly Statement[], text: string): Statement[] {
  const last = new Map<string, string>()
  let speaker: string | undefined
  return statements.map((statement) => {
    const { source } = statement
    if (!source?.noun) return statement
    const head = source.noun.split(' ').at(-1) ?? source.noun
    const own = source.noun === head ? (last.get(head) ?? head) : source.noun
    const noun = source.kind === 'person' && THE_PERSON.test(wordsAt(text, source.spans)) ? (speaker ?? own) : own
    last.set(head, noun)
    if (source.kind === 'person') speaker = noun
    return { ...statement, source: { ...source, noun } }
  })
}

const THE_PERSON = /^(?:the|this|that) (?:man|woman|person|source|speaker)\b/i
