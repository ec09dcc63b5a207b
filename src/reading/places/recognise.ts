// An article -> the names in it that mean places, each with its likelihood.

import type { Gazetteer } from '../../gazetteer/gazetteer.ts'
import { wordsIn } from '../../language/language.ts'
import type { Resources } from '../../resources.ts'
import type { Article, ArticleText, Span, Token } from '../../types.ts'
import { type Candidate, findCandidates } from './candidates.ts'
import type { Divisions } from './containment.ts'
import { signsOf } from './evidence.ts'
import { smallWordsIn, surnamesIn } from './people.ts'
import { BIAS, WEIGHTS } from './weights.ts'

export interface PlaceName extends Candidate {
  /** 0 to 1. */
  likely: number
}

export interface PlaceLexicon {
  gazetteer: Gazetteer
  divisions: Divisions
}

/** How much a name's other mentions count for one of them: one name mostly means one thing in an article. */
const DISCOURSE = 0.7

export function recognisePlaces(
  text: ArticleText,
  dateline: Article['dateline'],
  { names: lexicon, gazetteer, divisions }: PlaceLexicon & Pick<Resources, 'names'>,
): PlaceName[] {
  const article = dateline ? withDateline(text, dateline.span) : text
  const surnames = surnamesIn(article, lexicon)
  const small = smallWordsIn(article)
  const grounds = { article, lexicon, gazetteer, divisions, surnames, small }
  const weighed = findCandidates(article, gazetteer, divisions).map((candidate) => ({
    candidate,
    weight: signsOf(candidate, grounds).reduce((sum, sign) => sum + (WEIGHTS.get(sign) ?? 0), BIAS),
  }))
  const means = new Map<string, { sum: number; count: number }>()
  for (const { candidate, weight } of weighed) {
    const { sum, count } = means.get(candidate.form) ?? { sum: 0, count: 0 }
    means.set(candidate.form, { sum: sum + weight, count: count + 1 })
  }
  const names = weighed.map(({ candidate, weight }): PlaceName => {
    const { sum, count } = means.get(candidate.form) ?? { sum: weight, count: 1 }
    const pooled = (1 - DISCOURSE) * weight + (DISCOURSE * sum) / count
    const printed = dateline !== undefined && isDatelined(candidate, dateline.span)
    return {
      // First, since a field that is added to a copy takes four times the memory.
      likely: printed ? DATELINE : inDateline(candidate.span, dateline) ? 0 : 1 / (1 + Math.exp(-pooled)),
      ...candidate,
    }
  })
  return names.map((name, index) =>
    isAlias(name, names[index - 1]) ? { ...name, likely: names[index - 1].likely } : name,
  )
}

/** "Ain al-Arab (Kobane)": two names of one place vouch for each other. */
const isAlias = (name: PlaceName, before: PlaceName | undefined): boolean =>
  before !== undefined &&
  before.likely > name.likely &&
  before.sentence === name.sentence &&
  before.to === name.from - 1 &&
  name.sentence.tokens[before.to].text === '(' &&
  name.listed.some(({ place }) => before.listed.some((other) => other.place.index === place.index))

/** A dateline is no sentence, but it names where the article was written. */
const DATELINE = 0.95

/** All of the place before the comma or the agency: of "PORT AZUL", neither PORT nor AZUL. */
const isDatelined = ({ span: [start, end], sentence: { tokens }, from, to }: Candidate, dateline: Span): boolean =>
  start >= dateline[0] &&
  end <= dateline[1] &&
  (from === 0 || tokens[from - 1].text === ',') &&
  !/^\p{L}/u.test(tokens[to]?.text ?? '')

const inDateline = ([start, end]: Span, dateline: Article['dateline']): boolean =>
  dateline !== undefined && start >= dateline.span[0] && end <= dateline.span[1]

/** The model reads no datelines, but what has a capital in one is a name. */
function withDateline(article: ArticleText, span: Span): ArticleText {
  const [start] = span
  const tokens = wordsIn(article.text, span).map(
    (word): Token => ({ ...word, lemma: word.text.toLowerCase(), pos: /^\p{Lu}/u.test(word.text) ? 'PROPN' : 'X' }),
  )
  const block = article.blocks.findIndex((candidate) => candidate.span[0] <= start && start < candidate.span[1])
  return block < 0 ? article : { ...article, sentences: [{ span, block, tokens }, ...article.sentences] }
}
