// An article -> whose voice it is written in: other news media that its text is from, by its dateline or a credit, and where its outlet says
// that it reports itself.

import type { Article, Block, Span } from '../../types.ts'
import { keyOf, type NameLexicon } from '../entities/lexicon.ts'

type Written = Pick<Article, 'outlet' | 'dateline' | 'bylines' | 'blocks'>

export function voiceOf(article: Written, text: string, lexicon: NameLexicon): Pick<Article, 'wires' | 'firsthand'> {
  const { outlet, dateline, blocks } = article
  const isOwn = (name: string) => outlet !== undefined && isSameMedium(name, outlet)
  const signed = dateline ? namesIn(text, dateline.span, BRACKETS) : []
  const credited = blocks
    .filter(isText)
    .slice(-1)
    .flatMap(({ span }) => namesIn(text, span, LAST_BRACKETS))
  const named = blocks
    .filter(({ kind }) => kind === 'credit')
    .flatMap(({ span }) => namesIn(text, span, CREDIT))
    .filter(({ name }) => isMedium(name, lexicon))
  const wires = distinct([...signed, ...credited.filter(({ name }) => isMedium(name, lexicon)), ...named]).filter(
    ({ name }) => !isOwn(name),
  )
  // "GAO, Mali (Lantern Wire) -" in a report of Lantern Wire, or a dateline without an agency.
  const own = dateline && signed.every(({ name }) => isOwn(name)) && wires.length === 0 ? [dateline.span] : []
  const firsthand = [...own, ...blocks.filter(isText).flatMap(({ span }) => ownWordsIn(text, span, outlet))]
  return { ...(wires.length > 0 ? { wires } : {}), ...(firsthand.length > 0 ? { firsthand } : {}) }
}

const isText = ({ kind }: Block): boolean => kind === 'paragraph' || kind === 'quote' || kind === 'list'

interface Named {
  name: string
  span: Span
}

/** "(AP)", "/TASS/" */
const BRACKETS = /[(/]([^()/\n]{2,40})[)/]/du
/** "... he said. (Harbour Wire, Tribune)" */
const LAST_BRACKETS = /\(([^()\n]{2,60})\)\.?\s*$/du
/** "Source: SANA", "AFP", "Ana Ruiz, Reuters"; a photo's credit says nothing of the text. */
const CREDIT = /^(?!.*(?:photo|image|picture|getty|handout|file\b|\/))(?:source:?\s+|by\s+)?(\S.{1,60})$/diu

function namesIn(text: string, [from, to]: Span, pattern: RegExp): Named[] {
  const match = pattern.exec(text.slice(from, to))
  const at = match?.indices?.[1]
  if (!match || !at) return []
  return match[1]
    .split(/\s*[,;]\s*|\s+and\s+|\s*\/\s*/)
    .filter((name) => /^\p{Lu}/u.test(name))
    .map((name) => ({ name: name.replace(/^the /i, '').trim(), span: [from + at[0], from + at[1]] }))
}

/** A medium that everybody knows, or one by its last word: "Harbour Wire", "Northern Plains Agency". */
function isMedium(name: string, { known, heads }: NameLexicon): boolean {
  const words = keyOf(name).split(' ')
  return (
    known.get(keyOf(name))?.type === 'outlet' ||
    words.some((_, at) => heads.get(words.slice(at).join(' '))?.type === 'outlet') ||
    /(?:agency|wire)$/.test(words.at(-1) ?? '')
  )
}

/** "the Tribune" is the Fergana Tribune. */
const isSameMedium = (name: string, outlet: string): boolean => {
  const [one, other] = [keyOf(name), keyOf(outlet)]
  return one === other || other.endsWith(` ${one}`) || one.endsWith(` ${other}`)
}

const REPORTERS = '(?:reporters?|correspondents?|journalists?|photographers?|crew|team|stringers?)'
const PERCEIVED = '(?:saw|seen|heard|witnessed|counted|visited|watched|reached|spoke|found)'
const MEDIUM =
  '(?:newspaper|paper|station|radio|channel|website|site|agency|magazine|programme|program|reporter|correspondent)'
/** "our reporter saw", "told this newspaper"; not "a reporter was arrested". */
const OWN_WORDS: readonly RegExp[] = [
  new RegExp(`\\bour (?:own )?${REPORTERS}\\b(?: \\S+){0,6}? ${PERCEIVED}\\b`, 'giu'),
  new RegExp(
    `\\b(?:told|telling|spoke to|speaking to|interviewed by|seen by|reached by) (?:this|our) ${MEDIUM}\\b`,
    'giu',
  ),
]

function ownWordsIn(text: string, [from, to]: Span, outlet: string | undefined): Span[] {
  const said = text.slice(from, to)
  const patterns = outlet === undefined ? OWN_WORDS : [...OWN_WORDS, ...ownNamePatterns(outlet)]
  return patterns
    .flatMap((pattern) => [...said.matchAll(pattern)])
    .map(({ index, 0: words }): Span => [from + index, from + index + words.length])
    .toSorted((a, b) => a[0] - b[0])
}

/** "told Harbour Wire", "told the Tribune", "a Harbour Wire reporter saw" */
function ownNamePatterns(outlet: string): RegExp[] {
  const last = outlet.split(/\s+/).at(-1) ?? outlet
  const names = [outlet, ...(last.length > 3 ? [`the ${last}`] : [])].map((name) =>
    name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  )
  const name = `(?:the )?(?:${names.join('|')})`
  return [
    new RegExp(`\\b(?:told|telling|spoke to|speaking to|interviewed by|seen by) ${name}(?!\\p{L})`, 'giu'),
    new RegExp(`\\b${name}(?:['’]s)? ${REPORTERS}\\b(?: \\S+){0,6}? ${PERCEIVED}\\b`, 'giu'),
  ]
}

const distinct = (named: readonly Named[]): Named[] => [...new Map(named.map((one) => [keyOf(one.name), one])).values()]
