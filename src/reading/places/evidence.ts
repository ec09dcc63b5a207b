// A candidate and its surroundings -> the signs for and against its being a place's name here.

import { COUNTRY_FEATURE } from '../../gazetteer/entry.ts'
import type { Gazetteer, Listed } from '../../gazetteer/gazetteer.ts'
import type { ArticleText, Token } from '../../types.ts'
import { keyOf, type NameLexicon } from '../entities/lexicon.ts'
import type { Candidate } from './candidates.ts'
import { containerAfter, type Divisions } from './containment.ts'

export interface Grounds {
  article: ArticleText
  lexicon: NameLexicon
  gazetteer: Gazetteer
  divisions: Divisions
  /** Last words of persons' names in the article: "Clinton" where "Hillary Clinton" is. */
  surnames: ReadonlySet<string>
  /** Words that the article also writes small. */
  small: ReadonlySet<string>
}

/** Where something may be or happen, or come from or go to. */
const WHERE =
  /^(?:in|near|at|from|to|into|outside|inside|within|around|across|throughout|toward|towards|through|via|between|off|over|along|beyond|above|below|onto|for|leave|leaves|left|leaving|visit|visits|visited|visiting|reach|reached|enter|entered|entering|cross|crossed)$/
const SIDE =
  /^(?:northern|southern|eastern|western|central|north|south|east|west|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern|downtown|nearby|upstate|rural|mainland|neighbou?ring|inner|outer|greater|lower|upper|former|suburban|mid|war-torn)$/i
const PLACE_NOUN =
  /^(?:area|areas|region|province|provinces|district|governorate|city|town|village|county|state|border|coast|airport|suburb|suburbs|neighbou?rhood|outskirts|camp|peninsula|island|islands|valley|mountains|river|bay|territory|capital|prefecture|oblast|municipality|parish|township|port|countryside|metro|metropolitan|side|line|frontier|bridge|harbou?r)$/i
const PLACE_HEAD = /^(?:Lake|Mount|Mt\.?|Port|Fort|Ft\.?|Cape|Gulf|Isle|Camp|New|San|Santa|St\.?|Saint|El|Los|Las)$/
const PEOPLE =
  /^(?:police|resident|residents|man|woman|men|women|native|natives|teen|officials|official|authorities|government|couple|family|families|school|schools|students|street|streets|home|house|mayor|court|jury|hospital|office|officers|firefighters|company|firm|store|voters|lawmakers|community|leaders|businessman|plant|councilman|sheriff|prosecutors|office|market|headquarters|attorney|church|restaurant|time)$/
const ORG =
  /^(?:University|College|Police|Hospital|School|Schools|Department|Sheriff|Court|Council|County|City|High|Church|Museum|Airport|Association|Club|Center|Centre|Medical|Community|Board|District|State|Commission|Chamber|Fire|Public|Health|Memorial|Central|International|National|Regional|Ministry|Army|Authority|Park|Library|Elementary|Middle|Unified|Supreme|Superior|Circuit|Film|Festival|House|Senate|Congress|Coast|Bureau|Federal|Street|Times|Post|News|Tribune|Herald|Daily|Journal|Gazette|Convention|Bank|Institute|Academy|Stock|Stadium|Transit|Homeland|Marine|Navy|Air|Geological|Attorney|Parliament|Government|United|FC|Embassy|Foundation|Fair|Marathon|Zoo|Orchestra|Symphony|Town|Township|Municipal|Economic|Red|Cross|Islamic|Civil|Women|Youth|Historical|Tourism|Water|Port|Valley|Area|Metropolitan|Steel|Energy)$/
const TITLE =
  /^(?:Mayor|Gov|Governor|Sen|Senator|Rep|Representative|President|Prime|Premier|Chancellor|Minister|Secretary|Foreign|Defen[cs]e|Interior|Finance|King|Queen|Attorney|Police|Sheriff|Coach|Councilman|Councilwoman|Councilmember|Alderman|Ambassador|Commissioner|Chief|Deputy|Public|Fire|Administrator|Supervisor|Judge|Superintendent|Director|Manager|District|Democrat|Republican|MP|Lt)\.?$/
const CALENDAR =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|winter|christmas|easter|ramadan)$/i
const STREET =
  /^(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Dr\.?|Lane|Ln\.?|Highway|Hwy\.?|Route|Parkway|Court|Ct\.?|Way|Place|Square|Trail|Pike|Interstate)$/
const SPEECH = /^(?:say|tell|add|explain|note|ask|reply|recall|joke|admit|insist|think|believe|want|plead|smile|write)$/
const THIRD = /^(?:who|whose|whom)$/

export function signsOf(candidate: Candidate, grounds: Grounds): string[] {
  return [...signsOfName(candidate, grounds), ...signsBefore(candidate, grounds), ...signsAfter(candidate, grounds)]
}

function signsOfName({ surface, sentence, from, to, listed }: Candidate, grounds: Grounds): string[] {
  const { lexicon, surnames, small, article } = grounds
  const words = surface.split(/[\s-]+/)
  const [key, first] = [keyOf(surface), keyOf(words[0])]
  const known = lexicon.known.get(key)
  const signs = [`size:${sizeOf(listed)}`]
  if (known) signs.push(known.type === 'place' ? 'known:place' : `known:${known.ambiguous ? 'ambiguous' : 'other'}`)
  if (!listed.some(({ primary }) => primary)) signs.push(`alternate:${sizeOf(listed)}`)
  const kind = words.length > 1 && (PLACE_NOUN.test(words[words.length - 1]) || PLACE_HEAD.test(words[0]))
  if (words.length > 1) signs.push(kind ? 'words:kind' : 'words')
  if (words.length === 1 && lexicon.firstNames.has(first)) signs.push('first-name')
  if (words.length > 1 && !kind && lexicon.firstNames.has(first)) signs.push('opens-with-first-name')
  if (words.length === 1 && surnames.has(words[0])) signs.push('surname')
  if (words.length === 1 && small.has(words[0].toLowerCase())) signs.push('small')
  if (lexicon.titles.has(key) || lexicon.personNouns.has(key) || lexicon.documents.has(key)) signs.push('title-word')
  if (lexicon.heads.has(key) || ORG.test(surface)) signs.push('head-word')
  if (lexicon.demonyms.has(key) && known?.type !== 'place') signs.push('demonym')
  if (!sentence.tokens.slice(from, to).some(({ pos }) => pos === 'PROPN')) signs.push('tag')
  if (/^\p{Lu}{2,}$/u.test(surface) && known?.type !== 'place') signs.push('capitals')
  if (CALENDAR.test(surface)) signs.push('calendar')
  // "Reading the letter aloud"
  if (
    from === 0 &&
    words.length === 1 &&
    /ing$/.test(surface) &&
    /^(?:DET|PRON|ADP|NUM)$/.test(sentence.tokens[to]?.pos ?? '')
  )
    signs.push('gerund')
  if (words.every((word) => SIDE.test(word))) signs.push('side')
  if (surface.length < 4 && known?.type !== 'place') signs.push('short')
  if (!/\p{Ll}/u.test(article.text.slice(...sentence.span)) && sentence.tokens.length > 4) signs.push('loud')
  const block = article.blocks[sentence.block].kind
  // In a title every word has a capital: "Drones Shot Down Over Delta"
  if ((block === 'title' || block === 'heading') && signs.includes('small')) signs.push('titled:small')
  return signs
}

/** How large the largest place of that name is. */
function sizeOf(listed: readonly Listed[]): string {
  if (listed.some(({ place }) => COUNTRY_FEATURE.test(place.feature))) return 'country'
  if (listed.some(({ place: { feature, country } }) => feature === 'ADM1' && (country === 'US' || country === 'CA')))
    return 'state'
  if (listed.some(({ place: { feature } }) => !/^(?:PPL|ADM|STLMT)/.test(feature))) return 'region'
  if (listed.some(({ place: { feature } }) => feature === 'ADM1')) return 'division'
  const largest = Math.max(...listed.map(({ place }) => place.population))
  return largest >= 1e6
    ? '1m'
    : largest >= 2e5
      ? '200k'
      : largest >= 5e4
        ? '50k'
        : largest >= 1e4
          ? '10k'
          : largest >= 2000
            ? '2k'
            : 'tiny'
}

function signsBefore({ sentence: { tokens }, from, span }: Candidate, { lexicon, article }: Grounds): string[] {
  const before = tokens[from - 1]
  if (!before) return ['opens']
  const word = before.text.toLowerCase()
  const capital = isCapital(before)
  const joined = before.span[1] === span[0]
  if (joined && /^[-–/]$/.test(before.text))
    return [isCapital(tokens[from - 2]) ? 'before:hyphen-name' : 'before:hyphen']
  if (SIDE.test(word)) return ['before:side']
  if (capital && isTitle(tokens, from, lexicon)) return ['before:title']
  if (lexicon.firstNames.has(keyOf(before.text)) && capital) return ['before:first-name']
  if (/^\p{Lu}\.?$/u.test(before.text)) return ['before:initial']
  if (WHERE.test(word)) return [`before:where`]
  if (word === 'of') return [PLACE_NOUN.test(tokens[from - 2]?.text ?? '') ? 'before:place-of' : 'before:of']
  if (word === 'the')
    return [WHERE.test(tokens[from - 2]?.text.toLowerCase() ?? '') ? 'before:where-the' : 'before:the']
  if (/^(?:an?|this|that|his|her|their|its|our|my)$/.test(word)) return ['before:article']
  if (/^(?:and|or|&)$/.test(word)) return [isCapital(tokens[from - 2]) ? 'before:and-name' : 'before:and']
  if (before.text === ',') return [isCapital(tokens[from - 2]) ? 'before:comma-name' : 'before:comma']
  if (before.text === '(') return [isCapital(tokens[from - 2]) ? 'before:bracket-name' : 'before:bracket']
  if (/^["“‘'«]$/.test(before.text)) return ['before:opening']
  if (capital && before.pos !== 'DET' && from > 1) return ['before:capital']
  if (capital) return [/^(?:NOUN|PROPN|ADJ|X)$/.test(before.pos) ? 'before:capital' : 'before:opener']
  if (/^(?:VERB|AUX)$/.test(before.pos)) return ['before:verb']
  return [
    article.text.slice(before.span[1], span[0]).includes('\n')
      ? 'opens'
      : `before:${before.pos === 'ADP' ? 'adposition' : 'other'}`,
  ]
}

const isTitle = (tokens: readonly Token[], from: number, { titles }: NameLexicon): boolean =>
  titles.has(keyOf(tokens[from - 1].text)) ||
  (from > 1 && titles.has(keyOf(`${tokens[from - 2].text} ${tokens[from - 1].text}`)))

function signsAfter(candidate: Candidate, grounds: Grounds): string[] {
  const {
    sentence: { tokens },
    to,
    span,
  } = candidate
  const { lexicon } = grounds
  const next = tokens[to]
  if (!next) return ['ends']
  const word = next.text
  if (containerAfter(candidate, grounds)) return ['after:container']
  if (/^[-–/]$/.test(word) && next.span[0] === span[1])
    return [
      /^(?:based|area|born)$/.test(tokens[to + 1]?.text ?? '')
        ? 'after:based'
        : isCapital(tokens[to + 1])
          ? 'after:hyphen-name'
          : 'after:hyphen',
    ]
  if (PLACE_NOUN.test(word)) return [isCapital(next) ? 'after:place-noun-capital' : 'after:place-noun']
  if (isCapital(next)) {
    if (STREET.test(word)) return ['after:street']
    if (ORG.test(word) || lexicon.heads.has(keyOf(word))) return ['after:body']
    if (TITLE.test(word) || lexicon.titles.has(keyOf(word)) || lexicon.personNouns.has(keyOf(word)))
      return ['after:title']
    const stop = headAhead(tokens, to, lexicon)
    return [stop ? 'after:capitals-body' : 'after:capital']
  }
  if (/^['’]s?$/.test(word)) return [isCapital(tokens[to + 1]) ? 'after:possessive-name' : 'after:possessive']
  if (word === ',') {
    const two = tokens[to + 1]
    if (two && /^\d{1,2}$/.test(two.text)) return [tokens[to + 2]?.text === ',' ? 'after:age' : 'after:comma-number']
    if (two && THIRD.test(two.text)) return ['after:who']
    if (two && isCapital(two)) return ['after:comma-name']
    return [two && /^(?:an?|the)$/.test(two.text) ? 'after:apposition' : 'after:comma']
  }
  if (THIRD.test(word)) return ['after:who']
  if (PEOPLE.test(word)) return ['after:people']
  if (next.pos === 'VERB' || next.pos === 'AUX') return [SPEECH.test(next.lemma) ? 'after:speech' : 'after:verb']
  if (/^(?:and|or)$/.test(word)) return [isCapital(tokens[to + 1]) ? 'after:and-name' : 'after:and']
  if (/^[.!?;:"”)]$/.test(word)) return ['after:stop']
  if (/^(?:NOUN|ADJ)$/.test(next.pos)) return ['after:noun']
  return ['after:other']
}

/** "Douglas County Public Works Department": a body's head within the next few capitals. */
function headAhead(tokens: readonly Token[], to: number, lexicon: NameLexicon): boolean {
  for (let at = to; at < to + 5 && isCapital(tokens[at]); at++)
    if (ORG.test(tokens[at].text) || lexicon.heads.has(keyOf(tokens[at].text))) return true
  return false
}

const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text)
