// A phrase that refers to somebody (a source, an addressee) -> the entity it names, or a new description.

import type { ArticleText, EntityType, Quotation, Sentence, Span, Token } from '../../types.ts'
import { type SpanIndex, tokensInside } from '../spans.ts'
import { namedBeside, namedInApposition, personAtEnd } from './apposition.ts'
import { bodyMeant } from './bodies.ts'
import { type Discourse, type Referent, settled, spokenOf, takeUp, unite } from './discourse.ts'
import { countryIn, keyOf, type NameLexicon } from './lexicon.ts'
import { headOf, isOneOfItsKind, type Noun, nounOf } from './nouns.ts'
import { antecedent, OPEN, PRONOUN_CHARACTERS, PRONOUNS } from './pronouns.ts'
import { standsFor } from './wider-nouns.ts'

/** A phrase that names, describes or stands for somebody or something, and what it is likely to be. */
export interface Reference {
  span: Span
  type?: 'person' | 'organisation' | 'place' | 'weapon'
  /** It is the source of a statement. */
  speaks?: boolean
}

/** How far back a description looks. */
const DESCRIPTION_CHARACTERS = 20_000

export interface Grounds {
  article: ArticleText
  sentences: SpanIndex<Sentence>
  quotations: SpanIndex<Quotation>
  lexicon: NameLexicon
}

/** Takes references in text order; adds the mention to its referent, and a referent for a new description. */
export function resolveReference(
  { span, type: likely, speaks = false }: Reference,
  discourse: Discourse,
  grounds: Grounds,
): Referent | null {
  const referent = referentOf(span, discourse, grounds, speaks, likely)
  const title = grounds.article.blocks[grounds.sentences.touching(span)[0]?.block]?.kind === 'title'
  if (referent && speaks && !title) referent.spoke = true
  return referent
}

function referentOf(
  span: Span,
  discourse: Discourse,
  { article, sentences, quotations, lexicon }: Grounds,
  speaks: boolean,
  likely: Reference['type'],
): Referent | null {
  const sentence = sentences.touching(span)[0]?.tokens ?? []
  const tokens = wholePhrase(tokensInside(sentences.touching(span), span), sentence)
  const head = headOf(tokens)
  if (!head) return null
  const alone = tokens.length === 1
  const word = head.text.toLowerCase()
  if (alone && OPEN.test(word)) return null
  if (alone && word === 'who') return takeUp(discourse, justBefore(span, article, discourse), span, 'pronoun')
  const where = { sentences, speaks, quoted: quotations.holding(span).length > 0 }
  if (alone && PRONOUNS[word])
    return takeUp(discourse, antecedent(span, discourse, PRONOUNS[word], where), span, 'pronoun')
  const atHead = discourse.names.holding(head.span)[0]
  const holder = atHead?.type === 'person' ? atHead : (personAtEnd(tokens, discourse) ?? atHead)
  const surface = article.text.slice(tokens[0].span[0], tokens[tokens.length - 1].span[1]).replace(/\s+/g, ' ')
  const aged = ofAge(surface, span, discourse, article.text, where)
  if (aged) return takeUp(discourse, aged, span, 'description')
  const named = isSetApart(tokens, holder) ? namedInApposition(span, tokens, discourse, article.text, lexicon) : null
  if (named ?? holder) return named ?? holder
  const called = calledPlace(tokens, head, discourse)
  if (called) return takeUp(discourse, called, span, 'description')
  const noun = nounOf(tokens, head, lexicon)
  const country = countryIn(
    tokens.map(({ text }) => text),
    lexicon,
  )
  const from = sentence.indexOf(tokens[0])
  const beside = isHuman(noun) ? namedBeside(sentence, from, from + tokens.length, noun, discourse, lexicon) : null
  const definite = isDefinite(tokens, head) || /^the$/i.test(sentence[from - 1]?.text ?? '')
  // "A prisoner said ... The prisoner, Josef Halm, said"
  const before =
    definite && !isJoint(tokens)
      ? describedBefore(span, discourse, noun, country, speaks, lexicon, tiedTo(tokens, head))
      : null
  if (beside && before && before.thing === null && /^(?:the|its)$/i.test(tokens[0].text))
    unite(discourse, before, beside)
  const known =
    beside ??
    describedAs(surface, discourse) ??
    before ??
    (definite && !tokens.some(({ pos }) => pos === 'ADP') ? bodyMeant(span[0], noun, discourse, speaks) : null) ??
    (NAMED_BY.has(noun.type) ? nameInside(tokens, head, discourse) : null)
  if (known) {
    if (known.thing && NAMED_BY.has(noun.type) && known.type !== 'place') known.type = noun.type
    if (known.type === 'person' && isHuman(noun) && !isJoint(tokens))
      for (const own of [noun.word, noun.full]) known.nouns.add(own)
    return takeUp(discourse, known, span, 'description')
  }
  const fresh: Referent = {
    thing: null,
    // In all capitals the first is no more the sentence's than the others are.
    name: isProper(tokens, lexicon) || !/\p{Ll}/u.test(surface) ? surface : surface[0].toLowerCase() + surface.slice(1),
    type: typeSaid(noun, likely),
    plural: noun.plural,
    identified: noun.type === 'document' ? isIssued(tokens, discourse, lexicon) : isOneOfItsKind(tokens, noun, country),
    human: isHuman(noun),
    spoke: false,
    officesOf: new Set(country ? [country] : []),
    nouns: new Set(isJoint(tokens) || isSomeOf(tokens, head) ? [] : [noun.word, noun.full]),
    mentions: [],
  }
  discourse.referents.push(fresh)
  discourse.described.set(surface.toLowerCase(), fresh)
  return takeUp(discourse, fresh, span, 'description')
}

function describedAs(surface: string, { described }: Discourse): Referent | null {
  const referent = described.get(surface.toLowerCase())
  return referent ? settled(referent) : null
}

/** Whether a comma may part the phrase from a name: "the army, Captain Benko said", "the top Democrat, Dario Benko", not "Dario Benko, a Democrat". */
const isSetApart = (tokens: readonly Token[], holder: Referent | undefined): boolean =>
  tokens.some(({ text }) => text === ',') &&
  (holder?.type !== 'person' || (tokens[0].pos === 'DET' && !holder.name.includes(' ')))

/** The proper names that prepositions tie to the head: "the armed wing of Fatah". */
function tiedTo(tokens: readonly Token[], head: Token): string[] {
  const behind = tokens.slice(tokens.indexOf(head) + 1)
  return behind[0]?.pos === 'ADP' ? behind.flatMap(({ pos, text }) => (pos === 'PROPN' ? [text] : [])) : []
}

const isHuman = ({ type, known }: Noun): boolean => known && (type === 'person' || type === 'group')

/** "a group of teenagers": "the group" is another. */
const isSomeOf = (tokens: readonly Token[], head: Token): boolean =>
  /^(?:band|crowd|gang|group|number|team)$/i.test(head.text) && tokens[tokens.indexOf(head) + 1]?.text === 'of'

/** "an ISAF statement", "the police report", "a letter by Dario Benko", not "a statement", "the indictment of Dario Benko" */
const isIssued = (tokens: readonly Token[], { names }: Discourse, { heads }: NameLexicon): boolean => {
  const bodies = /^(?:organisation|group|outlet)$/
  const signed = tokens.some(({ text }) => /^(?:by|from|['’]s)$/.test(text))
  return tokens.some(
    ({ text, span }) =>
      /^(?:GOV|MIL|COP|LEG|SPY)$/.test(heads.get(keyOf(text))?.sector ?? '') ||
      names.holding(span).some(({ type }) => bodies.test(type) || (signed && type === 'person')),
  )
}

/** "The 22-year-old": who was said to be of that age, or who is spoken of. */
function ofAge(
  surface: string,
  span: Span,
  discourse: Discourse,
  text: string,
  where: Parameters<typeof antecedent>[3],
): Referent | null {
  const age = /^the (\d{1,3})[- ]year[- ]old\b/i.exec(surface)?.[1]
  if (age === undefined) return null
  const near = spokenOf(discourse, span[0], PRONOUN_CHARACTERS).map(({ referent }) => referent)
  const said = near.find(({ mentions }) =>
    mentions.some(
      ({ span: [start, end] }) =>
        new RegExp(`^(?:.* )?${age}[- ]year[- ]old\\b`, 'is').test(text.slice(start, end)) ||
        text.slice(end, end + age.length + 3).startsWith(`, ${age}`),
    ),
  )
  if (said || !where.speaks) return said ?? null
  const person = antecedent(span, discourse, { plural: false, person: true }, where)
  return person?.thing ? person : null
}

/** A determiner alone opens the phrase that is meant: "the" of "the vague statement". */
function wholePhrase(tokens: Token[], sentence: readonly Token[]): Token[] {
  if (tokens.length === 0 || tokens.some(({ pos }) => pos !== 'DET' && pos !== 'ADJ')) return tokens
  const from = sentence.indexOf(tokens[0])
  if (from < 0 || (tokens[0].pos !== 'DET' && tokens.length === 1)) return tokens
  let to = from + tokens.length
  while (/^(?:ADJ|NOUN|PROPN|NUM)$/.test(sentence[to]?.pos ?? '')) to++
  return sentence.slice(from, to)
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

/** "the armed wing of Fatah" is not "the armed wing of Hamas". */
const isTiedAlike = (tied: readonly string[], { thing, name }: Referent): boolean =>
  tied.length === 0 ||
  thing !== null ||
  !/ (?:of|for|in|from|at) /.test(name) ||
  tied.some((word) => name.includes(word))

/** Who was called so before, or by a narrower noun: "the officer" for a colonel. */
function describedBefore(
  [start]: Span,
  discourse: Discourse,
  noun: Noun,
  country: string | undefined,
  speaks: boolean,
  lexicon: NameLexicon,
  tied: readonly string[],
): Referent | null {
  const before = spokenOf(discourse, start, DESCRIPTION_CHARACTERS).filter(
    ({ referent: { officesOf, plural, thing, type, name } }) =>
      ((thing !== null && type !== 'person') || plural === noun.plural) &&
      (country === undefined ||
        officesOf.has(country) ||
        (officesOf.size === 0 &&
          (thing === null || type === 'person' || countryIn(name.split(' '), lexicon) === country))),
  )
  const same = before.find(({ referent: { nouns } }) => nouns.has(noun.word) || nouns.has(noun.full))
  const wider = ({ referent, last }: (typeof before)[number]) =>
    referent.type === 'person' &&
    !referent.plural &&
    start - last < PRONOUN_CHARACTERS &&
    standsFor(noun.full, referent.nouns)
  if (same || noun.plural) return same && isTiedAlike(tied, same.referent) ? same.referent : null
  return (before.find((one) => speaks && one.referent.spoke && wider(one)) ?? before.find(wider))?.referent ?? null
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

/** "the town of Karim": Karim, and no town that was spoken of before. */
function calledPlace(tokens: readonly Token[], head: Token, { names }: Discourse): Referent | null {
  const at = tokens.indexOf(head)
  if (!SETTLEMENT.test(head.text) || tokens[at + 1]?.text.toLowerCase() !== 'of') return null
  const named = names.holding((tokens[at + 2] ?? head).span)[0]
  return named?.type === 'place' ? named : null
}

const SETTLEMENT = /^(?:town|city|village|hamlet|port|district|province|region|governorate|municipality|suburb)$/i

/** "the commander, who said": what ends right before it. */
function justBefore([start]: Span, { text }: ArticleText, discourse: Discourse): Referent | null {
  const ends = ({ mentions }: Referent) =>
    mentions.some(({ span: [, end] }) => end < start && end > start - 4 && /^,?\s*$/.test(text.slice(end, start)))
  return spokenOf(discourse, start, PRONOUN_CHARACTERS).find(({ referent }) => ends(referent))?.referent ?? null
}
