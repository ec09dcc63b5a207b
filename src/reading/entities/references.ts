// A phrase that refers to someone (a source, an addressee) -> the thing it names, or a description of its own.

import type { ArticleText, Entity, EntityType, Span, Token } from '../../types.ts'
import { type Gender, keyOf, type NameLexicon } from './lexicon.ts'
import type { NamedThing } from './merge.ts'

export type MentionKind = Entity['mentions'][number]['kind']

/** A thing in the making: named, or only described. */
export interface Referent {
  thing: NamedThing | null
  name: string
  type: EntityType
  plural: boolean
  gender?: Gender
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
  'who',
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
    type: thing.type ?? 'organisation',
    plural: thing.type === 'group',
    ...(thing.gender ? { gender: thing.gender } : {}),
    nouns: new Set([...thing.roles].map((role) => role.split(' ').at(-1) ?? role).concat([...thing.roles])),
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
  const pronoun = tokens.length === 1 ? PRONOUNS.get(word) : undefined
  if (pronoun) return add(antecedent(span, referents, pronoun), span, 'pronoun')
  const named = namedIn(span, head, tokens, referents, article, lexicon)
  if (named) return named
  const noun = nounOf(tokens, head, lexicon)
  const definite = /^(?:the|this|that|his|her|its|their)$/i.test(tokens[0].text)
  if (definite) {
    const earlier = referents
      .filter(
        ({ nouns, mentions }) =>
          (nouns.has(noun.word) || nouns.has(noun.full)) && mentions.some((mention) => mention.span[0] < span[0]),
      )
      .toSorted((a, b) => lastBefore(b, span[0]) - lastBefore(a, span[0]))[0]
    if (earlier) return add(earlier, span, 'description')
  }
  const fresh: Referent = {
    thing: null,
    name: article.text.slice(...span).replace(/\s+/g, ' '),
    type: noun.type,
    plural: noun.plural,
    nouns: new Set([noun.word, noun.full]),
    mentions: [],
  }
  referents.push(fresh)
  return add(fresh, span, 'description')
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
      index > 0 && (pos === 'ADP' || text === ',' || pos === 'VERB' || /^(?:who|which|that|\()$/.test(text)),
  )
  const phrase = stop < 0 ? tokens : tokens.slice(0, stop)
  return (
    phrase.findLast(({ pos, text }) => /\p{L}|\d/u.test(text) && pos !== 'PART' && pos !== 'PUNCT') ?? tokens[0] ?? null
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
  const first = referents.find(({ mentions }) =>
    mentions.some(
      ({ span: [from, to], kind }) =>
        kind === 'name' &&
        from >= span[0] &&
        to <= comma.span[0] &&
        before.trimEnd().endsWith(article.text.slice(from, to)),
    ),
  )
  if (!first) return null
  for (const noun of roleNouns(role, lexicon)) first.nouns.add(noun)
  return first
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

interface Noun {
  /** Singular. */
  word: string
  /** With its modifiers: "shop owner". */
  full: string
  type: EntityType
  plural: boolean
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
  const plural = known?.plural ?? (head.pos === 'NOUN' && word !== head.lemma && word.endsWith('s'))
  const type =
    known || lexicon.titles.get(full)?.role || lexicon.titles.get(singular)?.role
      ? plural
        ? 'group'
        : 'person'
      : (head2?.type ?? DOCUMENTS.get(singular) ?? (plural ? 'group' : 'organisation'))
  return { word: singular, full, type, plural }
}

const DOCUMENTS: ReadonlyMap<string, EntityType> = new Map(
  [
    'report',
    'statement',
    'document',
    'letter',
    'poll',
    'survey',
    'study',
    'memo',
    'communique',
    'communiqué',
    'tweet',
    'post',
    'transcript',
    'indictment',
    'filing',
    'dossier',
    'leaflet',
    'video',
    'audio',
    'recording',
    'book',
    'article',
    'editorial',
    'invoice',
    'record',
    'paper',
    'email',
    'resolution',
    'law',
    'constitution',
    'treaty',
    'agreement',
  ].map((noun) => [noun, 'document'] as const),
)

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
    last + (referent.gender === gender && gender ? 80 : 0) + Math.min(120, 40 * (referent.mentions.length - 1))
  return near.toSorted((a, b) => weight(b) - weight(a))[0]?.referent ?? null
}
