// Article -> the names in it, each with its type and the title that it carries.

import type { ArticleText, EntityType, Sentence, Span, Token } from '../../types.ts'
import { type Gender, keyOf, type NameLexicon } from './lexicon.ts'

export interface NameMention {
  span: Span
  surface: string
  /** Null where neither lexicon nor context tells. */
  type: EntityType | null
  /** Lower case, as before the name: "prime minister"; also from an apposition behind it. */
  roles: string[]
  gender?: Gender
  country?: string
  sector?: string
}

const NOT_NAMES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december i christmas ramadan easter'.split(
    ' ',
  ),
)
/** Small words inside names: "Center for Balkan Studies", "Khalid bin Walid". */
const LINKS = /^(?:of|for|bin|ibn|al|el|de|del|la|da|dos|van|von|der|den|di|du|le|&|and|the)$/i
const PERSON_LINKS = /^(?:bin|ibn|al|el|de|del|la|da|dos|van|von|der|den|di|du|le)$/i

export function findNames(article: ArticleText, lexicon: NameLexicon): NameMention[] {
  const lowerCase = lowerCaseWords(article.sentences)
  return article.sentences.flatMap((sentence) => namesIn(sentence, article, lexicon, lowerCase))
}

/** Words that the article also writes small are no names for opening a sentence or standing in a title. */
function lowerCaseWords(sentences: readonly Sentence[]): Set<string> {
  const words = new Set<string>()
  for (const { tokens } of sentences) for (const { text } of tokens) if (/^\p{Ll}/u.test(text)) words.add(text)
  return words
}

function namesIn(
  { tokens, block }: Sentence,
  article: ArticleText,
  lexicon: NameLexicon,
  lowerCase: ReadonlySet<string>,
): NameMention[] {
  const titled = article.blocks[block].kind === 'title' || article.blocks[block].kind === 'heading'
  const found: NameMention[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (!opensName(tokens, i, lexicon, lowerCase, titled)) continue
    const to = endOfName(tokens, i, lexicon, lowerCase, titled)
    const title = titleBefore(tokens, i, to, lexicon)
    const from = Math.max(i, title.nameFrom)
    if (from < to) found.push(describe(article, tokens, from, to, title, lexicon))
    i = to - 1
  }
  return found
}

const isCapital = ({ text }: Token | { text: string }) => /^\p{Lu}/u.test(text)
const isWord = (token: Token | undefined) => token !== undefined && /\p{L}/u.test(token.text)

function opensName(
  tokens: readonly Token[],
  i: number,
  lexicon: NameLexicon,
  lowerCase: ReadonlySet<string>,
  titled: boolean,
): boolean {
  const token = tokens[i]
  if (!isCapital(token) || NOT_NAMES.has(token.text.toLowerCase())) return false
  if (
    token.pos !== 'PROPN' &&
    token.pos !== 'NOUN' &&
    token.pos !== 'ADJ' &&
    token.pos !== 'X' &&
    token.pos !== 'VERB' &&
    token.pos !== 'ADP'
  )
    return false
  const known = lexicon.known.has(keyOf(token.text)) || lexicon.firstNames.has(keyOf(token.text))
  const loud = titled || i === 0 || /^["'“‘«(:]$/.test(tokens[i - 1].text)
  if (
    loud &&
    !known &&
    (lowerCase.has(token.text.toLowerCase()) || (token.pos !== 'PROPN' && !isCapital(tokens[i + 1] ?? { text: '' })))
  )
    return false
  if (titled && !known && token.pos !== 'PROPN') return false
  return (
    token.pos === 'PROPN' ||
    known ||
    (isCapital(tokens[i + 1] ?? { text: '' }) && token.pos !== 'VERB' && token.pos !== 'ADP')
  )
}

function endOfName(
  tokens: readonly Token[],
  start: number,
  lexicon: NameLexicon,
  lowerCase: ReadonlySet<string>,
  titled: boolean,
): number {
  let to = start + 1
  while (to < tokens.length) {
    const token = tokens[to]
    const next = tokens[to + 1]
    const joined = token.span[0] === tokens[to - 1].span[1]
    if (isCapital(token) && !NOT_NAMES.has(token.text.toLowerCase())) {
      // In a title every word has a capital: the tag decides.
      const word = token.pos === 'PROPN' || token.pos === 'NOUN' || token.pos === 'ADJ'
      if (titled ? token.pos !== 'PROPN' || lowerCase.has(token.text.toLowerCase()) : !word) break
      to++
    } else if (
      /^[-–/]$/.test(token.text) &&
      joined &&
      isWord(next) &&
      next.span[0] === token.span[1] &&
      isCapital(next)
    )
      to += 2
    else if (token.text === '.' && joined && /^\p{Lu}$/u.test(tokens[to - 1].text) && next && isCapital(next)) to++
    else if (/^\p{Lu}\.$/u.test(token.text)) to++
    else if (LINKS.test(token.text) && next && isCapital(next) && linksHere(tokens, start, to, lexicon)) to += 2
    else break
  }
  return to
}

/** "Center for Balkan Studies" and "Ministry of Defence" go on; "Turkey and Iraq", "President of Iraq" do not. */
function linksHere(tokens: readonly Token[], start: number, at: number, lexicon: NameLexicon): boolean {
  const link = tokens[at].text.toLowerCase()
  if (PERSON_LINKS.test(link)) return tokens[at].text === link || link === 'al' || link === 'el'
  const heads = tokens.slice(start, at).some(({ text }) => lexicon.heads.has(keyOf(text)))
  if (link === 'of' || link === 'for') return heads
  return false
}

interface Title {
  roles: string[]
  gender?: Gender
  /** Where the name starts, past a title with capitals. */
  nameFrom: number
}

/** How many words a title has at most. */
const TITLE_WORDS = 4

/** "President", "Iraqi Prime Minister", "spokesman": before the name, whether the run of capitals took it in or not. */
function titleBefore(tokens: readonly Token[], start: number, to: number, lexicon: NameLexicon): Title {
  const words = (from: number, end: number) =>
    keyOf(
      tokens
        .slice(from, end)
        .map(({ text }) => text)
        .join(' '),
    )
  for (let end = to - 1; end >= start; end--) {
    for (let from = Math.max(0, end - TITLE_WORDS); from < end; from++) {
      const title = lexicon.titles.get(words(from, end))
      // Inside the run, a title must open it, save for a country's adjective: "Iraqi Prime Minister Haider Abadi".
      const opens =
        from <= start ||
        tokens
          .slice(start, from)
          .every(
            ({ text }) =>
              lexicon.demonyms.has(keyOf(text)) ||
              lexicon.known.has(keyOf(text)) ||
              lexicon.titles.has(keyOf(text)) ||
              /^['’]s?$/.test(text),
          )
      if (title && opens)
        return {
          roles: title.role ? [words(from, end)] : [],
          ...(title.gender ? { gender: title.gender } : {}),
          nameFrom: end,
        }
    }
  }
  return { roles: [], nameFrom: start }
}

/** A role behind the name: "Fadil Lepaja, director of", "Abadi, who is also the commander in chief". */
function rolesAfter(tokens: readonly Token[], to: number, lexicon: NameLexicon): string[] {
  if (tokens[to]?.text !== ',') return []
  const words = tokens.slice(to + 1, to + 9).map(({ text }) => text.toLowerCase())
  const stop = words.findIndex((word) => /^(?:,|of|in|for|from|at|who|\.)$/.test(word))
  const phrase = words.slice(0, stop < 0 ? words.length : stop)
  if (/^(?:a|an|the|his|her|its)$/.test(phrase[0] ?? '')) phrase.shift()
  for (let from = 0; from < phrase.length; from++) {
    const role = keyOf(phrase.slice(from).join(' '))
    if (lexicon.titles.get(role)?.role || lexicon.personNouns.has(role)) return [role]
  }
  return []
}

function describe(
  article: ArticleText,
  tokens: readonly Token[],
  from: number,
  to: number,
  title: Title,
  lexicon: NameLexicon,
): NameMention {
  const span: Span = [tokens[from].span[0], tokens[to - 1].span[1]]
  const surface = article.text.slice(...span)
  const known = lexicon.known.get(keyOf(surface))
  const after = rolesAfter(tokens, to, lexicon)
  const roles = [...title.roles, ...after]
  const first = lexicon.firstNames.get(keyOf(tokens[from].text))
  const gender = title.gender ?? (first === 'either' ? undefined : first)
  const type = typeOf(
    tokens,
    from,
    to,
    title.nameFrom > 0 && (title.roles.length > 0 || title.gender !== undefined) ? true : after.length > 0,
    lexicon,
  )
  return {
    span,
    surface,
    type,
    roles,
    ...(gender && (type === 'person' || type === null) ? { gender } : {}),
    ...(known?.country && type === known.type ? { country: known.country } : {}),
    ...(known?.sector && type === known.type ? { sector: known.sector } : {}),
  }
}

function typeOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  titled: boolean,
  lexicon: NameLexicon,
): EntityType | null {
  const words = tokens.slice(from, to).map(({ text }) => text)
  const known = lexicon.known.get(keyOf(words.join(' ')))
  if (known && !known.ambiguous) return known.type
  const head = lexicon.heads.get(
    keyOf(words[words.findIndex((word) => word === 'of' || word === 'for') - 1] ?? words[words.length - 1]),
  )
  if (head && (words.length > 1 || !titled)) return head.type
  if (titled) return 'person'
  if (words.length > 1 && lexicon.firstNames.has(keyOf(words[0]))) return 'person'
  if (known) return known.type
  if (words.length === 1 && lexicon.demonyms.has(keyOf(words[0]))) return 'group'
  const before = tokens[from - 1]?.text.toLowerCase() ?? ''
  if (/^(?:in|near|at|outside|around|into|toward|towards|across)$/.test(before) && words.length <= 3) return 'place'
  if (before === 'the' || /^\p{Lu}{2,}$/u.test(words.join(''))) return 'organisation'
  if (
    /^(?:who|whose|,)$/.test(tokens[to]?.text ?? '') &&
    /^(?:who|whose|\d\d)$/.test(tokens[to + 1]?.text ?? tokens[to]?.text ?? '')
  )
    return 'person'
  return words.length === 2 || words.length === 3 ? 'person' : null
}
