// A statement and the news media that its sentence names -> those that it came through: "told AFP", "said in a statement sent to AFP",
// "interviewed by Interfax", "said on state television".

import type { Entity, Span } from '../../types.ts'
import type { SpanIndex } from '../spans.ts'

export interface Passing {
  cue: readonly Span[]
  content: readonly Span[]
  source: readonly Span[]
  /** Whom the text says it was said to. */
  addressee?: Span
}

/** What ties a medium to what somebody said through it; what stands between may be "the", "state-run", "U.S.". */
const TIED =
  /\b(?:(?:told|tells|telling|informed) |(?:speaking|spoke|talking|statement|interview|interviews|comments?|remarks|letter|message|e-?mail|revealed|confirmed|said|sent)(?: \S+){0,2} (?:to|with|on|by|in|for) |(?:received|obtained|seen|carried|published|interviewed|quoted|contacted|broadcast|aired|released|asked|run) (?:by|on|in|to) )(?:(?:the|a|state|state-\S+|official|local|private|U\.S\.|daily|newspaper) ){0,3}$/i
const REACH_CHARACTERS = 80

export function relaysOf(
  { cue, content, source, addressee }: Passing,
  sentence: Span,
  text: string,
  mediaAt: SpanIndex<{ span: Span; entity: Entity }>['touching'],
): string[] {
  const found = new Set<string>()
  for (const { span, entity } of mediaAt(sentence)) {
    const [at] = span
    if (content.some((one) => overlap(one, span)) || cue.some((one) => overlap(one, span) && one[0] === at)) continue
    // The source itself, and not "a witness speaking to CBC".
    if (source.some((one) => overlap(one, span) && one[0] >= at)) continue
    const before = text.slice(Math.max(sentence[0], at - REACH_CHARACTERS), at)
    if ((addressee && overlap(addressee, span)) || TIED.test(before)) found.add(entity.id)
  }
  return [...found]
}

const overlap = ([from, to]: Span, [start, end]: Span): boolean => from < end && start < to

/** Words by which a phrase names a news medium, if its entity is not known as one: "the AFP news agency". */
const NEWS =
  /\b(?:news (?:agency|channel|site|service|website)|newspaper|daily|television|TV|radio|magazine|broadcaster)\b/i

export const isNews = (phrase: string): boolean => NEWS.test(phrase)

/** Not "the press" or "the newspaper", which name no medium. */
export const isMedium = ({ type, name, mentions }: Entity, text: string): boolean =>
  !/^the \p{Ll}+$/u.test(name) && (type === 'outlet' || mentions.some(({ span }) => isNews(text.slice(...span))))
