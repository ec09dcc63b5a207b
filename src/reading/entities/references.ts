// A phrase that refers to someone (a source, an addressee) -> the thing it names, or a description of its own.

import type { ArticleText, Entity, EntityType, Span, Token } from '../../types.ts'
import { countryIn, type Gender, keyOf, type NameLexicon } from './lexicon.ts'
import type { NamedThing } from './merge.ts'

export type MentionKind = Entity['mentions'][number]['kind']

/** A thing in the making: named, or only described. */
export interface Referent {
  thing: NamedThing | null
  name: string
  type: EntityType
  plural: boolean
  /** The text says who it is: by name, or as the one body or office of its kind ("the Serbian government"). */
  identified: boolean
  gender?: Gender
  /** Countries that its offices are said to be of. */
  officesOf: Set<string>
  /** Head nouns that a later "the ..." may take up. */
  nouns: Set<string>
  mentions: { span: Span; kind: MentionKind }[]
}

const PRONOUNS: ReadonlyMap<string, { gender?: Gender; plural: boolean; person: boolean }> = new Map([
  ['he', { gender: 'male', plural: false, person: true }],
  ['him', { gender: 'male', plural: false, person: true }],
  ['his', { gender: 'male', plural: false, person: true }],
  ['she', { gender: 'female', plural: false, person: true }],
  ['her', { gender: 'female', plural: false, person: true }],
  ['they', { plural: true, person: false }],
  ['them', { plural: true, person: false }],
  ['their', { plural: true, person: false }],
  ['it', { plural: false, person: false }],
  ['its', { plural: false, person: false }],
])

/** Words that point at readers, speakers or nobody: they have no antecedent to find. */
const OPEN = new Set([
  'i',
  'we',
  'me',
  'us',
  'my',
  'our',
  'you',
  'which',
  'that',
  'this',
  'those',
  'these',
  'what',
  'there',
])

export function referentsOf(things: readonly NamedThing[]): Referent[] {
  return things.map((thing) => ({
    thing,
    name: thing.name,
    type: thing.type ?? (thing.name.includes(' ') ? 'person' : 'organisation'),
    plural: thing.type === 'group',
    identified: true,
    officesOf: thing.officesOf,
    ...(thing.gender ? { gender: thing.gender } : {}),
    nouns: new Set([...thing.roles].flatMap((role) => [role, role.split(' of ')[0].split(' ').at(-1) ?? role])),
    mentions: thing.mentions.map(({ span }) => ({ span, kind: 'name' as const })),
  }))
}

/** Takes references in text order; adds the mention to its referent, and a referent for a new description. */
export function resolveReference(
  span: Span,
  article: ArticleText,
  referents: Referent[],
  lexicon: NameLexicon,
): Referent | null {
  const tokens = tokensIn(article, span)
  const head = headOf(tokens)
  if (!head) return null
  const word = head.text.toLowerCase()
  if (OPEN.has(word) && tokens.length === 1) return null
  if (word === 'who' && tokens.length === 1) return add(justBefore(span, article, referents), span, 'pronoun')
  const pronoun = tokens.length === 1 ? PRONOUNS.get(word) : undefined
  if (pronoun) {
    const referent = antecedent(span, referents, pronoun)
    // Once "she", no later "he".
    if (referent && pronoun.gender) referent.gender ??= pronoun.gender
    return add(referent, span, 'pronoun')
  }
  const named = namedIn(span, head, tokens, referents, article, lexicon)
  if (named) return named
  const same = referents.find(
    ({ thing, name }) => thing === null && name.toLowerCase() === article.text.slice(...span).toLowerCase(),
  )
  if (same) return add(same, span, 'description')
  const noun = nounOf(tokens, head, lexicon)
  const country = countryIn(
    tokens.map(({ text }) => text),
    lexicon,
  )
  // "the source", "his brother"; "Kosovo President" in a headline
  const definite = /^(?:the|this|that|his|her|its|their)$/i.test(tokens[0].text) || /^\p{Lu}/u.test(head.text)
  if (definite) {
    const earlier = referents
      .filter(
        ({ nouns, mentions, officesOf }) =>
          (nouns.has(noun.word) || nouns.has(noun.full)) &&
          (country === undefined || officesOf.size === 0 || officesOf.has(country)) &&
          mentions.some((mention) => mention.span[0] < span[0]),
      )
      .toSorted((a, b) => lastBefore(b, span[0]) - lastBefore(a, span[0]))[0]
    if (earlier) return add(earlier, span, 'description')
  }
  const called = NAMED_BY.has(noun.type) ? properIn(tokens, head, referents) : null
  if (called) {
    called.type = noun.type
    return add(called, span, 'description')
  }
  const fresh: Referent = {
    thing: null,
    name: article.text.slice(...span).replace(/\s+/g, ' '),
    type: noun.type,
    plural: noun.plural,
    identified: isOneOfItsKind(tokens, noun, country),
    officesOf: new Set(country ? [country] : []),
    nouns: new Set([noun.word, noun.full]),
    mentions: [],
  }
  referents.push(fresh)
  return add(fresh, span, 'description')
}

/** "the Serbian government", "the army", "US Secretary of State"; not "an army source", "local media", "Iraqi officials". */
function isOneOfItsKind(
  tokens: readonly Token[],
  { body, office, plural }: Noun,
  country: string | undefined,
): boolean {
  // "police said" needs no article
  const indefinite = /^(?:an?|some|several|many|no|one|another|other|two|three|local|most)$/i.test(tokens[0].text)
  const definite = /^the$/i.test(tokens[0].text) || country !== undefined
  return !indefinite && !plural && (body || (office && definite && country !== undefined))
}

const NAMED_BY: ReadonlySet<EntityType> = new Set(['outlet', 'organisation', 'facility'])

/** "the Al Sumaria television channel" has a name of its own; "Iraqi media", "the Baghdad office" have not. */
function properIn(tokens: readonly Token[], head: Token, referents: readonly Referent[]): Referent | null {
  const fitting = referents.filter(
    ({ thing, type }) => thing !== null && type !== 'place' && type !== 'person' && type !== 'group',
  )
  const inside = ([start, end]: Span) => start >= tokens[0].span[0] && end < head.span[0] && head.span[0] - end < 30
  return fitting.find(({ mentions }) => mentions.some(({ span, kind }) => kind === 'name' && inside(span))) ?? null
}

function add(referent: Referent | null, span: Span, kind: MentionKind): Referent | null {
  referent?.mentions.push({ span, kind })
  return referent
}

const tokensIn = ({ sentences }: ArticleText, [start, end]: Span): Token[] =>
  sentences.flatMap(({ span, tokens }) =>
    span[0] < end && span[1] > start ? tokens.filter((token) => token.span[0] >= start && token.span[1] <= end) : [],
  )

/** The last noun before the first preposition, comma or relative clause. */
function headOf(tokens: readonly Token[]): Token | null {
  const stop = tokens.findIndex(
    ({ pos, text }, index) =>
      index > 0 &&
      (pos === 'ADP' ||
        text === ',' ||
        /^(?:close|familiar|privy|loyal|linked)$/.test(text) ||
        pos === 'VERB' ||
        /^(?:who|which|that|\()$/.test(text)),
  )
  const phrase = stop < 0 ? tokens : tokens.slice(0, stop)
  return (
    phrase.findLast(({ pos }) => pos === 'NOUN' || pos === 'PROPN') ??
    phrase.findLast(({ pos, text }) => /\p{L}|\d/u.test(text) && pos !== 'PART' && pos !== 'PUNCT') ??
    tokens[0] ??
    null
  )
}

/** The named thing at the phrase's head: "Iraq's Prime Minister Haider Abadi" is Abadi, "a source in NATO" is not NATO. */
function namedIn(
  span: Span,
  head: Token,
  tokens: readonly Token[],
  referents: readonly Referent[],
  article: ArticleText,
  lexicon: NameLexicon,
): Referent | null {
  for (const referent of referents) {
    for (const mention of referent.mentions) {
      if (mention.kind !== 'name' || mention.span[0] >= span[1] || mention.span[1] <= span[0]) continue
      if (mention.span[0] <= head.span[0] && head.span[1] <= mention.span[1]) return referent
    }
  }
  // "Karkamis shop owner Bulent Polat": head by order; "Bulent Polat, a shop owner": head before the comma.
  const comma = tokens.find(({ text }) => text === ',')
  if (!comma) return null
  const [before, role] = [article.text.slice(span[0], comma.span[0]), article.text.slice(comma.span[1], span[1])]
  const nameIn = (from: number, to: number, edge: string) =>
    referents.find(({ mentions }) =>
      mentions.some(
        ({ span: [start, end], kind }) =>
          kind === 'name' &&
          start >= from &&
          end <= to &&
          (edge === 'end'
            ? before.trimEnd().endsWith(article.text.slice(start, end))
            : role.trimStart().startsWith(article.text.slice(start, end))),
      ),
    )
  const first = nameIn(span[0], comma.span[0], 'end')
  if (first) {
    takeOffice(first, role, lexicon)
    return first
  }
  // "the spokesman, Rafiq Amin": the office first
  const second = nameIn(comma.span[1], span[1], 'start')
  if (!second || second.type === 'place' || second.type === 'group') return null
  takeOffice(second, before, lexicon)
  return second
}

function takeOffice({ nouns, officesOf }: Referent, role: string, lexicon: NameLexicon): void {
  for (const noun of roleNouns(role, lexicon)) nouns.add(noun)
  const country = countryIn(role.split(/[^\p{L}.]+/u), lexicon)
  if (country) officesOf.add(country)
}

/** "a shop owner from the town" -> "shop owner", "owner". */
function roleNouns(role: string, lexicon: NameLexicon): string[] {
  const words = role
    .trim()
    .toLowerCase()
    .replace(/^(?:an?|the|his|her|its|one of the)\s+/, '')
    .split(/\s+(?:of|from|in|for|at|who|with|to|on)\b|,/)[0]
    .split(/\s+/)
  const found: string[] = []
  for (let from = 0; from < words.length; from++) {
    const phrase = keyOf(words.slice(from).join(' '))
    if (lexicon.personNouns.has(phrase) || lexicon.titles.get(phrase)?.role) found.push(phrase)
  }
  return found
}

/** PLOVER sectors of the bodies that a state has one of. */
const STATE: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'LEG', 'JUD', 'SPY'])

interface Noun {
  /** Singular. */
  word: string
  /** With its modifiers: "shop owner". */
  full: string
  type: EntityType
  plural: boolean
  /** An institution: government, army, ministry. */
  body: boolean
  /** An office that one person holds: president, defence minister. */
  office: boolean
}

function nounOf(tokens: readonly Token[], head: Token, lexicon: NameLexicon): Noun {
  const at = tokens.indexOf(head)
  const word = head.text.toLowerCase()
  const known = lexicon.personNouns.get(word)
  const singular = known?.singular ?? head.lemma
  let from = at
  while (from > 0 && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[from - 1].pos)) from--
  const full = [...tokens.slice(from, at).map(({ text }) => text.toLowerCase()), singular].join(' ')
  const head2 = lexicon.heads.get(word) ?? lexicon.heads.get(singular)
  const joined = tokens.some(({ pos }) => pos === 'CCONJ')
  const plural = joined || (known?.plural ?? (head.pos === 'NOUN' && word !== head.lemma && word.endsWith('s')))
  const type =
    known || lexicon.titles.get(full)?.role || lexicon.titles.get(singular)?.role
      ? plural
        ? 'group'
        : 'person'
      : (head2?.type ?? (lexicon.documents.has(singular) ? 'document' : null) ?? (plural ? 'group' : 'organisation'))
  const office = lexicon.titles.get(full)?.role === true || (!known && lexicon.titles.get(singular)?.role === true)
  return { word: singular, full, type, plural, office, body: STATE.has(head2?.sector ?? '') }
}

/** "the commander, who said": what ends right before it. */
function justBefore([start]: Span, { text }: ArticleText, referents: readonly Referent[]): Referent | null {
  return (
    referents.find(({ mentions }) =>
      mentions.some(({ span: [, end] }) => end < start && /^,?\s*$/.test(text.slice(end, start))),
    ) ?? null
  )
}

const lastBefore = ({ mentions }: Referent, at: number) =>
  Math.max(-1, ...mentions.filter(({ span }) => span[0] < at).map(({ span }) => span[0]))

/** How far back, in characters, a pronoun looks. */
const REACH = 1500

function antecedent(
  [start]: Span,
  referents: readonly Referent[],
  { gender, plural, person }: { gender?: Gender; plural: boolean; person: boolean },
): Referent | null {
  const fitting = referents.filter((referent) => {
    if (plural) return referent.type === 'group' || referent.plural || referent.type === 'organisation'
    if (person)
      return referent.type === 'person' && !referent.plural && (!referent.gender || referent.gender === gender)
    return referent.type !== 'person' && referent.type !== 'group'
  })
  const near = fitting
    .map((referent) => ({ referent, last: lastBefore(referent, start) }))
    .filter(({ last }) => last >= 0 && start - last <= REACH)
  // Who speaks goes on speaking: a referent that was already taken up as a source weighs more than a passing name.
  const weight = ({ referent, last }: (typeof near)[number]) =>
    last +
    (referent.gender === gender && gender ? 80 : 0) -
    (referent.type === 'place' ? 200 : 0) +
    Math.min(120, 40 * (referent.mentions.length - 1))
  return near.toSorted((a, b) => weight(b) - weight(a))[0]?.referent ?? null
}
