// An article -> its spans that the gazetteer lists as place names, whether they mean places or not.

import { foldName } from '../../gazetteer/fold.ts'
import type { Gazetteer, Listed, Place } from '../../gazetteer/gazetteer.ts'
import { lookUp } from '../../gazetteer/look-up.ts'
import type { ArticleText, Sentence, Span, Token } from '../../types.ts'
import type { Divisions } from './containment.ts'

export interface Candidate {
  span: Span
  surface: string
  /** What names are compared by. */
  form: string
  sentence: Sentence
  /** Its tokens: `sentence.tokens.slice(from, to)`. */
  from: number
  to: number
  listed: readonly Listed[]
}

/** Tokens in the longest name: "Port-au-Prince" has five. */
const LONGEST = 7

/** Inside a name, a small letter or a mark is right only in these. */
const INNER =
  /^(?:[-–'’.]|['’]s|of|and|the|de|del|della|di|da|do|dos|du|des|la|le|les|el|al|an|ar|as|ash|at|az|ad|ez|es|ed|upon|on|sur|au|aux|en|am|an|ben|bin|san|i|y|e|u)$/i

/** Leftmost, and of those the longest; none overlaps another. */
export function findCandidates(
  { sentences, text }: ArticleText,
  gazetteer: Gazetteer,
  divisions: Divisions,
): Candidate[] {
  const known = new Map<string, readonly Listed[]>()
  const look = (surface: string): readonly Listed[] => {
    const before = known.get(surface)
    if (before) return before
    const listed = lookUp(surface, gazetteer)
    known.set(surface, listed)
    return listed
  }
  return sentences.flatMap((sentence) => candidatesIn(sentence, text, look, divisions))
}

function candidatesIn(
  sentence: Sentence,
  text: string,
  look: (surface: string) => readonly Listed[],
  divisions: Divisions,
): Candidate[] {
  const { tokens } = sentence
  const found: Candidate[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (!opens(tokens, from) || isMilestone(tokens, from)) continue
    const division = abbreviated(tokens, from, divisions)
    if (division) {
      const { span, text: surface } = tokens[from]
      found.push({
        span,
        surface,
        form: foldName(division.name),
        sentence,
        from,
        to: from + 1,
        listed: [{ place: division, primary: true }],
      })
      continue
    }
    for (let to = reach(tokens, from); to > from; to--) {
      if (!closes(tokens, from, to)) continue
      const span: Span = [tokens[from].span[0], tokens[to - 1].span[1]]
      const surface = text.slice(...span)
      const listed = look(surface)
      if (listed.length === 0) continue
      found.push({ span, surface, form: foldName(surface), sentence, from, to, listed })
      from = to - 1
      break
    }
  }
  return found
}

/** "Fargo, ND", "N.Y. lawmakers"; "Washington, D.C." is one name. */
function abbreviated(tokens: readonly Token[], at: number, divisions: Divisions): Place | null {
  const { text } = tokens[at]
  const division = divisions.get(text)
  if (!division) return null
  const behind = tokens[at - 1]?.text === ',' && isCapital(tokens[at - 2])
  return behind || /^(?:\p{Lu}\.){2,}$|^\p{Lu}{3}$/u.test(text) ? division : null
}

const isCapital = (token: Token | undefined) => token !== undefined && /^['’‘ʻ]?\p{Lu}/u.test(token.text)

/** "al-Raqqa" opens with its article, small or not. */
const opens = (tokens: readonly Token[], at: number): boolean =>
  (isCapital(tokens[at]) && !/^(?:I|A|The|An)$/.test(tokens[at].text)) ||
  (/^(?:al|el|ar|as|ash|at|ad|an|az)$/.test(tokens[at].text) &&
    tokens[at + 1]?.text === '-' &&
    isCapital(tokens[at + 2])) ||
  (/^(?:The|El|La|Al)$/.test(tokens[at].text) && isCapital(tokens[at + 1]))

/** "at Kilo 12", "PK 5", "Point 16": a stretch of road or a height, and no town of that name. */
const isMilestone = (tokens: readonly Token[], at: number): boolean =>
  /^(?:Kilo|Kilomet(?:re|er)|K[Mm]|PK|Mile|Point|Hill|Height|Zone|Sector|Block|Camp)$/.test(tokens[at].text) &&
  /^\d{1,3}$/.test(tokens[at + 1]?.text ?? '')

/** How far a name from here may go: as long as there are capitals, and small words between them. */
function reach(tokens: readonly Token[], from: number): number {
  let to = from + 1
  while (to < tokens.length && to - from < LONGEST && (isCapital(tokens[to]) || INNER.test(tokens[to].text))) to++
  return to
}

/** "Ain" of "Ain al-Arab" is another's name. */
const goesOn = (tokens: readonly Token[], to: number): boolean =>
  /^(?:al|el|ar|as|ash|at|ad|an|az|ez|es)$/.test(tokens[to]?.text ?? '') && tokens[to + 1]?.text === '-'

/** "Bosnia and" is no name; nor is a half of "Stratford-upon-Avon". */
const closes = (tokens: readonly Token[], from: number, to: number): boolean =>
  (isCapital(tokens[to - 1]) && !goesOn(tokens, to)) || (to - from > 1 && /^d['’]/.test(tokens[to - 1].text))
