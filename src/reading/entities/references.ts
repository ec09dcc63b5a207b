// A phrase that refers to somebody (a source, an addressee) -> the entity it names, or a new description.

import type { ArticleText, EntityType, Sentence, Span, Token } from '../../types.ts'
import { type SpanIndex, tokensInside } from '../spans.ts'
import { type Discourse, type Referent, spokenOf, takeUp } from './discourse.ts'
import { countryIn, type Gender, keyOf, type NameLexicon } from './lexicon.ts'
import { headOf, isOneOfItsKind, type Noun, nounOf, roleNouns } from './nouns.ts'

interface Pronoun {
  gender?: Gender
  plural: boolean
  person: boolean
}

const HE: Pronoun = { gender: 'male', plural: false, person: true }
const SHE: Pronoun = { gender: 'female', plural: false, person: true }
const THEY: Pronoun = { plural: true, person: false }
const IT: Pronoun = { plural: false, person: false }
const PRONOUNS: Readonly<Record<string, Pronoun>> = {
  he: HE,
  him: HE,
  his: HE,
  she: SHE,
  her: SHE,
  they: THEY,
  them: THEY,
  their: THEY,
  it: IT,
  its: IT,
}

/** Words that point at readers, speakers or nobody: they have no antecedent to find. */
const OPEN = /^(?:i|we|me|us|my|our|you|your|which|that|this|those|these|what|there|one)$/

/** How far back, in characters, a pronoun looks, and how far a description. */
const PRONOUN_REACH = 1500
const DESCRIPTION_REACH = 20_000

export interface Grounds {
  article: ArticleText
  sentences: SpanIndex<Sentence>
  lexicon: NameLexicon
}

/** Takes references in text order; adds the mention to its referent, and a referent for a new description. */
export function resolveReference(
  span: Span,
  discourse: Discourse,
  { article, sentences, lexicon }: Grounds,
  likely?: 'person' | 'organisation' | 'place' | 'weapon',
): Referent | null {
  const tokens = tokensInside(sentences.touching(span), span)
  const head = headOf(tokens)
  if (!head) return null
  const alone = tokens.length === 1
  const word = head.text.toLowerCase()
  if (alone && OPEN.test(word)) return null
  if (alone && word === 'who') return takeUp(discourse, justBefore(span, article, discourse), span, 'pronoun')
  if (alone && PRONOUNS[word]) return takeUp(discourse, antecedent(span, discourse, PRONOUNS[word]), span, 'pronoun')
  const named = discourse.names.holding(head.span)[0] ?? namedInApposition(span, tokens, discourse, article, lexicon)
  if (named) return named
  const surface = article.text.slice(...span).replace(/\s+/g, ' ')
  const noun = nounOf(tokens, head, lexicon)
  const country = countryIn(
    tokens.map(({ text }) => text),
    lexicon,
  )
  const known =
    discourse.described.get(surface.toLowerCase()) ??
    (isDefinite(tokens, head) && !isJoint(tokens) ? describedBefore(span, discourse, noun, country) : null) ??
    (NAMED_BY.has(noun.type) ? nameInside(tokens, head, discourse) : null)
  if (known) {
    if (known.thing && NAMED_BY.has(noun.type) && known.type !== 'place') known.type = noun.type
    return takeUp(discourse, known, span, 'description')
  }
  const fresh: Referent = {
    thing: null,
    // In all capitals the first is no more the sentence's than the others are.
    name: isProper(tokens, lexicon) || !/\p{Ll}/u.test(surface) ? surface : surface[0].toLowerCase() + surface.slice(1),
    type: typeSaid(noun, likely),
    plural: noun.plural,
    identified: isOneOfItsKind(tokens, noun, country),
    officesOf: new Set(country ? [country] : []),
    nouns: new Set(isJoint(tokens) ? [] : [noun.word, noun.full]),
    mentions: [],
  }
  discourse.referents.push(fresh)
  discourse.described.set(surface.toLowerCase(), fresh)
  return takeUp(discourse, fresh, span, 'description')
}

/** What the lexicons know of the noun goes before what the model takes the phrase for. */
function typeSaid({ type, known, plural }: Noun, likely: EntityType | undefined): EntityType {
  if (known || likely === undefined) return type
  return likely === 'person' && plural ? 'group' : likely
}

/** A capital that is the first word's own, not its sentence's: "Iraqi", "US", "Ruiz", "Weapons Depot", but not "Witnesses". */
const isProper = (
  [{ pos, text }, next]: readonly Token[],
  { personNouns, heads, documents, demonyms }: NameLexicon,
): boolean => {
  if (demonyms.has(keyOf(text)) || /^\p{Lu}{2}/u.test(text)) return true
  // Not "The Syrian government"
  if (/^(?:NOUN|PROPN|ADJ|VERB)$/.test(pos) && /^\p{Lu}/u.test(next?.text ?? '')) return true
  const word = text.toLowerCase()
  return pos === 'PROPN' && !personNouns.has(word) && !heads.has(word) && !documents.has(word.replace(/s$/, ''))
}

/** "the company and the army": neither is meant where one of them is spoken of alone. */
function isJoint(tokens: readonly Token[]): boolean {
  const and = tokens.findIndex(({ pos }) => pos === 'CCONJ')
  return and > 0 && tokens[and + 1]?.pos === 'DET' && !tokens.slice(0, and).some(({ pos }) => pos === 'ADP')
}

/** "the source", "his brother"; "Kosovo President" in a headline */
const isDefinite = (tokens: readonly Token[], head: Token) =>
  /^(?:the|this|that|his|her|its|their)$/i.test(tokens[0].text) || /^\p{Lu}/u.test(head.text)

function describedBefore(
  [start]: Span,
  discourse: Discourse,
  noun: Noun,
  country: string | undefined,
): Referent | null {
  const before = spokenOf(discourse, start, DESCRIPTION_REACH)
  const fits = ({ nouns, officesOf }: Referent) =>
    (nouns.has(noun.word) || nouns.has(noun.full)) &&
    (country === undefined || officesOf.size === 0 || officesOf.has(country))
  return before.find(({ referent }) => fits(referent))?.referent ?? null
}

const NAMED_BY: ReadonlySet<EntityType> = new Set(['outlet', 'organisation', 'facility'])
/** How far, in characters, a name may stand before the noun that it belongs to. */
const NAME_TO_NOUN = 30

/** "the Al Sumaria television channel" has a name of its own; "Iraqi media", "the Baghdad office" have not. */
function nameInside(tokens: readonly Token[], head: Token, { names }: Discourse): Referent | null {
  const [start, end] = [tokens[0].span[0], head.span[0]]
  const inside = names.touching([Math.max(start, end - NAME_TO_NOUN), end])
  const fits = ({ type, mentions }: Referent) =>
    !/^(?:place|person|group)$/.test(type) &&
    mentions.some(({ span, kind }) => kind === 'name' && span[0] >= start && span[1] <= end)
  return inside.find(fits) ?? null
}

/** "Bulent Polat, a shop owner" and "the spokesman, Rafiq Amin": the name on one side of the comma, the office on the other. */
function namedInApposition(
  span: Span,
  tokens: readonly Token[],
  { names }: Discourse,
  { text }: ArticleText,
  lexicon: NameLexicon,
): Referent | null {
  const comma = tokens.find((token) => token.text === ',')?.span
  if (!comma) return null
  const lastOf = names.touching([Math.max(span[0], comma[0] - 1), comma[0]])[0]
  // "a doctor in Mitrovica, who ..." is not Mitrovica
  const tiedAt = tokens.find(({ pos }) => pos === 'ADP')?.span[0] ?? comma[0]
  const ends = lastOf?.mentions.some(
    (mention) => mention.span[1] === comma[0] && mention.span[0] >= span[0] && mention.span[0] < tiedAt,
  )
  if (lastOf && ends) return takeOffice(lastOf, text.slice(comma[1], span[1]), lexicon)
  const after = comma[1] + (/^\s*/.exec(text.slice(comma[1], span[1]))?.[0].length ?? 0)
  // "the director, Dr. Nevenka Stolić": past a title
  const firstOf = names
    .touching([after, span[1]])
    .find(({ mentions }) =>
      mentions.some(
        ({ span: [start], kind }) =>
          kind === 'name' && start >= after && /^(?:\p{Lu}[\p{L}.]*\s+)*$/u.test(text.slice(after, start)),
      ),
    )
  if (!firstOf || firstOf.type === 'place' || firstOf.type === 'group') return null
  return takeOffice(firstOf, text.slice(span[0], comma[0]), lexicon)
}

function takeOffice(referent: Referent, role: string, lexicon: NameLexicon): Referent {
  for (const noun of roleNouns(role, lexicon)) referent.nouns.add(noun)
  const country = countryIn(role.split(/[^\p{L}.]+/u), lexicon)
  if (country) referent.officesOf.add(country)
  return referent
}

/** "the commander, who said": what ends right before it. */
function justBefore([start]: Span, { text }: ArticleText, discourse: Discourse): Referent | null {
  const ends = ({ mentions }: Referent) =>
    mentions.some(({ span: [, end] }) => end < start && end > start - 4 && /^,?\s*$/.test(text.slice(end, start)))
  return spokenOf(discourse, start, PRONOUN_REACH).find(({ referent }) => ends(referent))?.referent ?? null
}

function antecedent([start]: Span, discourse: Discourse, { gender, plural, person }: Pronoun): Referent | null {
  const fits = (referent: Referent) => {
    if (plural) return referent.type === 'group' || referent.plural || referent.type === 'organisation'
    if (!person) return referent.type !== 'person' && referent.type !== 'group'
    return referent.type === 'person' && !referent.plural && (!referent.gender || referent.gender === gender)
  }
  // In characters of nearness. Who speaks goes on speaking: what was already taken up weighs more than a passing name.
  const weigh = ({ referent, last }: { referent: Referent; last: number }) =>
    last +
    (gender && referent.gender === gender ? 80 : 0) -
    (referent.type === 'place' ? 200 : 0) +
    Math.min(120, 40 * (referent.mentions.length - 1))
  const near = spokenOf(discourse, start, PRONOUN_REACH).filter(({ referent }) => fits(referent))
  const best = near.toSorted((a, b) => weigh(b) - weigh(a))[0]?.referent ?? null
  // Once "she", no later "he".
  if (best && gender) best.gender ??= gender
  return best
}
