// A phrase's tokens -> what its head noun says: kind of thing, number, whether an office or a state body.

import type { EntityType, Token } from '../../types.ts'
import { keyOf, type NameLexicon } from './lexicon.ts'

/** The last noun before the first preposition, comma or relative clause. */
export function headOf(phrase: readonly Token[]): Token | null {
  // "one of the officials", "most of them"
  const bare = withoutBrackets(phrase)
  const tokens =
    bare.length > 2 && bare[1].text === 'of' && /^(?:NUM|DET|ADJ|PRON)$/.test(bare[0].pos) ? bare.slice(2) : bare
  const stop = tokens.findIndex(
    ({ pos, text }, index) =>
      index > 0 &&
      (pos === 'ADP' ||
        text === ',' ||
        /^(?:close|familiar|privy|loyal|linked)$/.test(text) ||
        // "the NATO-led force"
        (pos === 'VERB' && tokens[index - 1].text !== '-') ||
        /^(?:who|which|that|\()$/.test(text)),
  )
  const core = stop < 0 ? tokens : tokens.slice(0, stop)
  return (
    core.findLast(({ pos }) => pos === 'NOUN' || pos === 'PROPN') ??
    core.findLast(({ pos, text }) => /\p{L}|\d/u.test(text) && pos !== 'PART' && pos !== 'PUNCT') ??
    tokens[0] ??
    null
  )
}

/** "the mounted police (MP) commissioner" */
function withoutBrackets(phrase: readonly Token[]): readonly Token[] {
  const [open, close] = [phrase.findIndex(({ text }) => text === '('), phrase.findIndex(({ text }) => text === ')')]
  return open > 0 && close > open && close < phrase.length - 1
    ? [...phrase.slice(0, open), ...phrase.slice(close + 1)]
    : phrase
}

/** PLOVER sectors of the bodies that a state has one of. */
const STATE: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'LEG', 'JUD', 'SPY'])

export interface Noun {
  /** Singular. */
  word: string
  /** With its modifiers: "shop owner". */
  full: string
  type: EntityType
  /** The type is the lexicons', not a guess. */
  known: boolean
  plural: boolean
  /** An institution: government, army, ministry. */
  body: boolean
  /** An office that one person holds: president, defence minister. */
  office: boolean
}

export function nounOf(tokens: readonly Token[], head: Token, lexicon: NameLexicon): Noun {
  const at = tokens.indexOf(head)
  const word = head.text.toLowerCase()
  const known = lexicon.personNouns.get(word)
  const bare = word.replace(/s$/, '')
  // "Reports" in a headline, where taggers see a name
  const singular = known?.singular ?? (lexicon.documents.has(bare) ? bare : head.lemma)
  let from = at
  while (from > 0 && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[from - 1].pos)) from--
  const full = [...tokens.slice(from, at).map(({ text }) => text.toLowerCase()), singular].join(' ')
  const body = bodyOf(full, head.text, lexicon)
  const joined = tokens.some(({ pos }) => pos === 'CCONJ')
  // "one of the freed men" is one
  const single = /^one$/i.test(tokens[0]?.text ?? '') && tokens[1]?.text === 'of'
  const plural =
    joined || (!single && (known?.plural ?? (head.pos === 'NOUN' && word !== head.lemma && word.endsWith('s'))))
  const human =
    known !== undefined || lexicon.titles.get(full)?.role === true || lexicon.titles.get(singular)?.role === true
  const thing = lexicon.documents.has(singular) ? 'document' : plural ? 'group' : 'organisation'
  const type = human ? (plural ? 'group' : 'person') : (body?.type ?? thing)
  const office = lexicon.titles.get(full)?.role === true || (!known && lexicon.titles.get(singular)?.role === true)
  const sure = human || body !== undefined || thing === 'document'
  return { word: singular, full, type, known: sure, plural, office, body: STATE.has(body?.sector ?? '') }
}

/** The longest end of the phrase that is a head: "a police station" is no station that broadcasts. */
function bodyOf(full: string, spelled: string, { heads }: NameLexicon): ReturnType<NameLexicon['heads']['get']> {
  const words = full.split(' ')
  for (let from = 0; from < words.length - 1; from++) {
    const body = heads.get(words.slice(from).join(' '))
    if (body) return body
  }
  // "a post on the channel", but "the Jakarta Post"
  return spelled === 'post' ? undefined : (heads.get(spelled.toLowerCase()) ?? heads.get(words[words.length - 1]))
}

/** "the Serbian government", "the army", "US Secretary of State"; not "an army source", "local media", "Iraqi officials". */
export function isOneOfItsKind(
  tokens: readonly Token[],
  { body, office, plural, type, known }: Noun,
  country: string | undefined,
): boolean {
  // "police said" needs no article
  const indefinite = /^(?:an?|some|several|many|no|one|another|other|two|three|local|most)$/i.test(tokens[0].text)
  const definite = /^the$/i.test(tokens[0].text) || country !== undefined
  // "the company", "the coalition", which the text has introduced
  const introduced = known && (type === 'organisation' || type === 'outlet') && /^the$/i.test(tokens[0].text)
  return !indefinite && !plural && (body || introduced || (office && definite && country !== undefined))
}

/** "a shop owner from the town" -> "shop owner", "owner". */
export function roleNouns(role: string, lexicon: NameLexicon): string[] {
  const words = role
    .trim()
    .toLowerCase()
    .replace(/^(?:an?|the|his|her|its|one of the)\s+/, '')
    .split(/(?<!\s)\s+(?:of|from|in|for|at|who|with|to|on)\b|,/)[0]
    .split(/\s+/)
  const found: string[] = []
  for (let from = 0; from < words.length; from++) {
    const phrase = keyOf(words.slice(from).join(' '))
    if (lexicon.personNouns.has(phrase) || lexicon.titles.get(phrase)?.role) found.push(phrase)
  }
  return found
}
