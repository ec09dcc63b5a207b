// An article -> its names, each with its type and its title.

import type { ArticleText, EntityType, Sentence, Span, Token } from '../../types.ts'
import { indexBySpan, type SpanIndex } from '../spans.ts'
import { calendarSurnames, isCalendarWord, isInPersonName } from './calendar-names.ts'
import { knownNameFrom } from './known-names.ts'
import { countryIn, type Gender, keyOf, type NameLexicon } from './lexicon.ts'
import { isLinked, isPossessiveInBody, LINKS } from './name-links.ts'
import { type NameVote, type PlaceVote, typeOf } from './name-type.ts'
import { rolesAfter, rolesBefore, type Title, titleBefore } from './offices.ts'

export interface NameMention {
  span: Span
  surface: string
  /** Null where neither lexicon nor context tells. */
  type: EntityType | null
  /** Lower case, as before the name: "prime minister"; also from an apposition behind it. */
  roles: string[]
  /** Whose office: XK for "Kosovo's president". */
  officeOf?: string
  gender?: Gender
  country?: string
  sector?: string
  /** Under what name the lexicon has it: two forms of one body are one. */
  known?: string
}

/** In a title they have a capital too: "Depot Found Near Lake Ohrid". */
const BEFORE_NAMES = /^(?:In|Near|At|From|Of|To|For|By|On|With|Into|Over|After|Before|Against|Amid|As|Outside|Across)$/

/** @param places how likely it is, by gazetteer and context, that a name is a place's */
export function findNames(
  article: ArticleText,
  lexicon: NameLexicon,
  places: readonly PlaceVote[] = [],
  marks: readonly NameVote[] = [],
): NameMention[] {
  if (isInCapitals(article)) return marks.map((mark) => asMarked(mark, article.text, lexicon))
  const seen = capitalsInside(article)
  const printed = printedBy(article)
  const likely = new Map(places.map(({ span, likely: share }) => [span.join('-'), share]))
  const ends = new Map(places.filter(({ likely: share }) => share > 0.5).map(({ span: [start, end] }) => [start, end]))
  const marked = indexBySpan(marks)
  const about: About = { printed, likely, ends, marked, surnames: calendarSurnames(article.sentences, lexicon) }
  return article.sentences.flatMap((sentence) => namesIn(sentence, article, lexicon, seen, about))
}

/** Words with a capital where grammar asks for none: elsewhere, at the head of a sentence or in a title, they are names too. */
function capitalsInside(article: ArticleText): Set<string> {
  const words = new Set<string>()
  for (const sentence of article.sentences) {
    if (isTitled(article, sentence)) continue
    const { tokens } = sentence
    tokens.forEach(({ text, pos }, index) => {
      if (index > 0 && pos === 'PROPN' && isCapital({ text }) && !OPENS.test(tokens[index - 1].text)) words.add(text)
    })
  }
  return words
}

/** What is known of the article besides its sentences. */
interface About {
  printed: string
  /** How likely the gazetteer thinks a name to be a place's, by its start and end. */
  likely: ReadonlyMap<string, number>
  /** Where what is probably a place's name ends, by its start. */
  ends: ReadonlyMap<number, number>
  /** What the model takes for names. */
  marked: SpanIndex<NameVote>
  /** Days and months that are surnames here. */
  surnames: ReadonlySet<string>
}

/** Old wire copy and court records: capitals tell no names there, so the model's word is all there is. */
function isInCapitals({ text, sentences }: ArticleText): boolean {
  const words = sentences.map(({ span }) => text.slice(...span)).join(' ')
  const [small, large] = [words.match(/\p{Ll}/gu)?.length ?? 0, words.match(/\p{Lu}/gu)?.length ?? 0]
  return large > 20 && small < large / 9
}

function asMarked({ span, type }: NameVote, text: string, lexicon: NameLexicon): NameMention {
  const whole = text.slice(...span)
  const words = whole.split(/\s+/)
  // "PRESIDENT ALFREDO CRISTIANI": the office is no part of the name
  let titles = 0
  while (titles < words.length - 1 && lexicon.titles.has(keyOf(words[titles]))) titles++
  const surface = words.slice(titles).join(' ')
  const own: Span = [span[1] - whole.length + whole.lastIndexOf(words.slice(titles).at(0) ?? ''), span[1]]
  return {
    span: titles > 0 ? own : span,
    surface,
    type,
    roles: words.slice(0, titles).map((word) => word.toLowerCase()),
  }
}

/** Credit lines and datelines, where outlets and agencies stand. */
const printedBy = ({ blocks, text, outlet }: ArticleText): string =>
  blocks
    .map(({ kind, span: [start, end] }) =>
      kind === 'credit'
        ? text.slice(start, end)
        : (/^[^(\n]{2,60}\(([^)\n]{3,40})\)/.exec(text.slice(start, Math.min(end, start + 100)))?.[1] ?? ''),
    )
    .concat(outlet ?? [])
    .join('\n')

const isHeading = ({ blocks }: ArticleText, { block }: Sentence): boolean =>
  /^(?:title|heading)$/.test(blocks[block].kind)

/** Whether capitals say nothing: "Depot Found Near the Lake", but not "Separatists blamed for an attack in Dol". */
function isTitled(article: ArticleText, sentence: Sentence): boolean {
  if (!isHeading(article, sentence)) return false
  const words = sentence.tokens.filter(({ text }) => /^\p{L}{4,}$/u.test(text))
  return words.filter(isCapital).length * 2 > words.length
}

const OPENS = /^["'“‘«(:]$/

function namesIn(
  sentence: Sentence,
  article: ArticleText,
  lexicon: NameLexicon,
  seen: ReadonlySet<string>,
  about: About,
): NameMention[] {
  const { tokens } = sentence
  const titled = isTitled(article, sentence)
  const found: NameMention[] = []
  for (let i = 0; i < tokens.length; i++) {
    const own = isCapital(tokens[i]) ? knownNameFrom(tokens, i, article.text, lexicon) : i
    const context: Context = { lexicon, seen, surnames: about.surnames, headed: isHeading(article, sentence), titled }
    if (own === i && !opensName(tokens, i, context)) continue
    const place = placeFrom(tokens, i, about.ends)
    const to = Math.max(place, own, endOfName(tokens, i, context))
    const title = place === to || own === to ? { roles: [], nameFrom: i } : titleIn(tokens, i, place, to, lexicon)
    const from = Math.max(i, title.nameFrom)
    const bare = withoutTitle(tokens, from, to, lexicon)
    if (bare > from) found.push(describe(article, tokens, from, bare, title, lexicon, { titled, ...about }))
    i = to - 1
  }
  return found
}

/** Past the place's name that opens here, if one does: "Queen Anne's County". */
function placeFrom(tokens: readonly Token[], at: number, ends: ReadonlyMap<number, number>): number {
  const end = ends.get(tokens[at].span[0])
  if (end === undefined) return at
  let to = at
  while (to < tokens.length && tokens[to].span[1] <= end) to++
  return to
}

/** "Indiana Governor Mike Pence": behind a place, a title opens the name. */
function titleIn(tokens: readonly Token[], start: number, place: number, to: number, lexicon: NameLexicon): Title {
  const title = titleBefore(tokens, start, to, lexicon)
  if (title.nameFrom > start || place === start) return title
  const behind = titleBefore(tokens, place, to, lexicon)
  return behind.nameFrom > place ? behind : title
}

/**
 * Where the name ends, if what follows it in the run is an office: "Kosovo President" names Kosovo, "the Secretary" and
 * "Turkish" in "Turkish soldiers" name nothing.
 */
function withoutTitle(tokens: readonly Token[], from: number, to: number, lexicon: NameLexicon): number {
  const words = (start: number) =>
    keyOf(
      tokens
        .slice(start, to)
        .map(({ text }) => text)
        .join(' '),
    )
  for (let start = from; start < to; start++) {
    if (!lexicon.titles.get(words(start))?.role || (start > from && lexicon.known.has(words(from)))) continue
    const rest = tokens.slice(from, start).filter(({ text }) => !/^['’]s?$/.test(text))
    return rest.length === 1 && lexicon.known.has(keyOf(rest[0].text))
      ? from + 1
      : rest.length === 0 || rest.every(({ text }) => lexicon.demonyms.has(keyOf(text)))
        ? from
        : to
  }
  const adjective =
    to - from === 1 && lexicon.demonyms.has(keyOf(tokens[from].text)) && !lexicon.known.has(keyOf(tokens[from].text))
  const next = tokens[to]
  return adjective && next && /^(?:NOUN|ADJ)$/.test(next.pos) && !/^\p{Lu}/u.test(next.text) ? from : to
}

const isCapital = ({ text }: Token | { text: string }) => /^\p{Lu}/u.test(text)

const isWord = (token: Token | undefined) => token !== undefined && /\p{L}/u.test(token.text)

/** What a name's bounds depend on besides its sentence. */
interface Context {
  lexicon: NameLexicon
  /** Words that have a capital where grammar asks for none. */
  seen: ReadonlySet<string>
  surnames: ReadonlySet<string>
  /** In a title or heading. */
  headed: boolean
  /** In one where every word has a capital. */
  titled: boolean
}

function opensName(tokens: readonly Token[], i: number, { lexicon, seen, surnames, headed, titled }: Context): boolean {
  const token = tokens[i]
  if (isArabicArticle(tokens, i) && token.text[0] !== token.text[0].toUpperCase()) return true
  if (isInPersonName(tokens, i, lexicon, surnames)) return true
  if (!isCapital(token) || isCalendarWord(token) || token.text === 'I' || BEFORE_NAMES.test(token.text)) return false
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
  const next = tokens[i + 1]
  if (titled)
    return known || seen.has(token.text) || (lexicon.titles.has(keyOf(token.text)) && seen.has(next?.text ?? ''))
  const loud = i === 0 || OPENS.test(tokens[i - 1].text)
  // "Witnesses said", "Army denies": a noun with the sentence's own capital
  const common = lexicon.personNouns.has(keyOf(token.text)) || lexicon.heads.has(keyOf(token.text))
  // "Hasolli, the spokesman, said", "Hasolli said", but not the title "Harbour shelled again"
  const subject =
    !headed &&
    (/^(?:VERB|AUX)$/.test(next?.pos ?? '') ||
      (next?.text === ',' && /^(?:the|an?|who)$/.test(tokens[i + 2]?.text ?? '')))
  const runs = next !== undefined && isCapital(next) && next.pos === 'PROPN'
  if (loud && !known && !seen.has(token.text) && !((runs || (subject && !common)) && token.pos === 'PROPN'))
    return false
  return token.pos === 'PROPN' || known || (runs && token.pos !== 'VERB' && token.pos !== 'ADP')
}

/** "al-Zawbari", "Ain al-Arab", "ash-Shaddadi" */
const isArabicArticle = (tokens: readonly Token[], at: number): boolean =>
  /^(?:al|el|ul|an|as|ash|ad|ar|at|az)$/i.test(tokens[at].text) &&
  tokens[at + 1]?.text === '-' &&
  tokens[at].span[1] === tokens[at + 1].span[0] &&
  tokens[at + 2] !== undefined &&
  isCapital(tokens[at + 2])

function endOfName(tokens: readonly Token[], start: number, { lexicon, seen, surnames, titled }: Context): number {
  let to = isArabicArticle(tokens, start) ? start + 3 : start + 1
  while (to < tokens.length) {
    if (isArabicArticle(tokens, to)) {
      to += 3
      continue
    }
    const token = tokens[to]
    const next = tokens[to + 1]
    const joined = token.span[0] === tokens[to - 1].span[1]
    if (isInPersonName(tokens, to, lexicon, surnames)) to++
    else if (isCapital(token) && !isCalendarWord(token)) {
      // In a title every word has a capital: the tag decides.
      const word = token.pos === 'PROPN' || token.pos === 'NOUN' || token.pos === 'ADJ'
      if (titled ? !seen.has(token.text) && !lexicon.known.has(keyOf(token.text)) : !word) break
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
    else if (
      /^(?:of|for)$/.test(token.text) &&
      next?.text === 'the' &&
      isCapital(tokens[to + 2] ?? { text: '' }) &&
      isLinked(tokens, start, to, lexicon)
    )
      to += 3
    else if (isPossessiveInBody(tokens, start, to, lexicon)) to += 2
    else if (LINKS.test(token.text) && next && isCapital(next) && isLinked(tokens, start, to, lexicon)) to += 2
    else break
  }
  return to
}

/** From here on a name in brackets is a place, "Ain al-Arab (Kobane)", and no agency. */
const SURELY = 0.9

function describe(
  article: ArticleText,
  tokens: readonly Token[],
  from: number,
  to: number,
  title: Title,
  lexicon: NameLexicon,
  { titled, printed, likely, marked }: About & { titled: boolean },
): NameMention {
  const span: Span = [tokens[from].span[0], tokens[to - 1].span[1]]
  const surface = article.text.slice(...span)
  const known = lexicon.known.get(keyOf(surface))
  const roles = [
    ...title.roles,
    ...(titled ? [] : [...rolesAfter(tokens, to, lexicon), ...rolesBefore(tokens, from, lexicon)]),
  ]
  const first = lexicon.firstNames.get(keyOf(tokens[from].text))
  const gender = title.gender ?? (first === 'either' ? undefined : first)
  const officeOf =
    roles.length > 0
      ? countryIn(
          tokens
            .slice(Math.max(0, from - 5), from)
            .concat(tokens.slice(to, to + 5))
            .map(({ text }) => text),
          lexicon,
        )
      : undefined
  const called = roles.length > 0 || title.gender !== undefined
  const place = likely.get(span.join('-'))
  const type =
    isPrinted(surface, printed, lexicon) && !(place !== undefined && place > SURELY)
      ? 'outlet'
      : typeOf(tokens, from, to, surface, called, lexicon, place, marked.holding(lastOf(span, surface))[0])
  return {
    span,
    surface,
    type,
    roles,
    ...(officeOf ? { officeOf } : {}),
    ...(gender && (type === 'person' || type === null) ? { gender } : {}),
    ...(known?.country && type === known.type ? { country: known.country } : {}),
    ...(known?.sector && type === known.type ? { sector: known.sector } : {}),
    ...(known && !known.ambiguous && type === known.type ? { known: known.name } : {}),
  }
}

/** "© Vardar Line/ Goran Petrov": an outlet, but not its photographer. */
const isPrinted = (surface: string, printed: string, lexicon: NameLexicon): boolean =>
  surface.length > 3 &&
  printed.includes(surface) &&
  !lexicon.firstNames.has(keyOf(surface.split(' ')[0])) &&
  !lexicon.known.has(keyOf(surface))

/** The last word: a title before it may lie outside what the model marks. */
const lastOf = ([, end]: Span, surface: string): Span => [end - (/(?<!\S)\S+$/.exec(surface)?.[0].length ?? 1), end]
