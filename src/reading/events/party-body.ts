// A party of an event -> the body that it is, where its words say so: "the Sudanese army", "SAF", "soldiers". Not "gunmen", who may be
// anybody's, nor "three soldiers", who are some of a body's people and not the body.

import type { Body, Entity, EventMention, Span } from '../../types.ts'
import { keyOf, type NameLexicon } from '../entities/lexicon.ts'
import { bodyIn } from '../statements/body.ts'
import type { Grounds } from './parties.ts'

type Party = Pick<EventMention['participants'][number], 'role' | 'named'>

/** @param words the party as the text has it */
export function bodyOfParty(
  { role, named }: Party,
  words: string,
  entity: Entity | undefined,
  names: NameLexicon,
): Body | null {
  if (role === 'instrument') return null
  const body = named && entity ? bodyNamed(words, entity, names) : stateBodyIn(words, names)
  const country = entity?.actor?.country
  return body === null || body.country !== undefined || country === undefined ? body : { ...body, country }
}

/** A country acts as its government does; a town does not. */
function bodyNamed(words: string, { type, name, place, actor }: Entity, names: NameLexicon): Body | null {
  // "the National Liberation Army" of rebels is no state's.
  if (isOfRebels({ actor })) return bodyIn(name, names)
  switch (type) {
    case 'organisation':
    case 'group':
      // "the South Sudanese army" is more than the "South Sudanese" that names it.
      return stateBodyIn(words, names) ?? bodyIn(name, names)
    case 'place': {
      const body = stateBodyIn(words, names)
      if (body) return body
      return place?.precision === 'country' && place.country !== undefined
        ? { name: 'government', country: place.country }
        : null
    }
    default:
      return null
  }
}

export const isOfRebels = ({ actor }: Pick<Entity, 'actor'>): boolean => actor?.sector === 'REB'

/** Numbers and words for people of a group that fights; "relatives of a Taliban leader" are none. */
const OF_THEIRS =
  /^(?:(?:at least|up to|more than|about|around|some|several|many|all|suspected|alleged|other|the|of|\d[\d,]*|\p{Ll}+(?:teen|ty)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds) )*(?:(?:suspected |alleged |senior )?members? of (?:the )?)?/u

/** Whether its words name a group of rebels, as whose people it is given: "two members of the Islamic State group". */
export function isPartyOfRebels(
  said: string,
  spans: readonly Span[],
  { mentions, text }: Pick<Grounds, 'mentions' | 'text'>,
) {
  const before = OF_THEIRS.exec(said)?.[0]
  if (!before || !spans[0]) return false
  const at = spans[0][0] + before.length
  return text.startsWith(said, spans[0][0]) && mentions.touching([at, at + 1]).some(({ entity }) => isOfRebels(entity))
}

const STATE: ReadonlySet<string> = new Set(['MIL', 'COP', 'GOV', 'SPY'])
/** "three soldiers", "some of the police" */
const SOME =
  /^(?:the )?(?:\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds|thousands|several|some|many|other|more|at least|about|around|nearly|most|members?|groups?) )/i
const MAX_WORDS = 6

/** Null unless the phrase ends with a word for a body that every state has. */
function stateBodyIn(phrase: string, names: NameLexicon): Body | null {
  const words = phrase.trim().split(/\s+/)
  if (words.length > MAX_WORDS || SOME.test(phrase.trim())) return null
  for (let at = 0; at < words.length; at++) {
    const head = words.slice(at).join(' ')
    const { type, sector } = names.heads.get(keyOf(head)) ?? {}
    if (type !== 'organisation' || !STATE.has(sector ?? '')) continue
    const body = bodyIn(phrase, names)
    // "our valiant soldiers", "riot police" are soldiers and police; "the interior ministry" is no ministry but this.
    return body && ARMED.has(sector ?? '') ? { ...body, name: keyOf(head) } : body
  }
  return null
}

const ARMED: ReadonlySet<string> = new Set(['MIL', 'COP'])
