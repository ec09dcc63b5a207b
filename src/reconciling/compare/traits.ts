// An event chain -> what comparing it needs beyond what its mentions say: which kinds of people, sites and weapons it tells of, in which
// countries it may be. Worked out once for each chain.

import type { EventChain } from '../event-chain.ts'
import type { Party, Tally } from '../mention.ts'
import { tellingWords } from '../words.ts'
import { ANYBODY, classesIn, PEOPLE, SITES, WEAPONS } from './classes.ts'

export interface Traits {
  victims: People
  actors: People
  sites: ReadonlySet<number>
  weapons: ReadonlySet<number>
  /** Where it happened or may have: the countries of its places, its article's main place, its parties and those who told of it. */
  countries: ReadonlySet<string>
}

export interface People {
  /** Kinds (classes.ts), and words for people of no such kind: "cashier". */
  kinds: ReadonlySet<number | string>
  sides: ReadonlySet<string>
  camps: ReadonlySet<string>
}

const known = new WeakMap<EventChain, Traits>()

export function traitsOf(chain: EventChain): Traits {
  const found = known.get(chain) ?? findTraits(chain)
  known.set(chain, found)
  return found
}

function findTraits({ parties, tallies, sentences, spots, around, mentions }: EventChain): Traits {
  const words = new Set(sentences.flatMap((sentence) => [...sentence]))
  const [victims, actors] = (['recipient', 'actor'] as const).map((role) =>
    parties.filter((party) => party.role === role && isPeople(party)),
  )
  return {
    victims: peopleOf([...victims, ...tallies.filter(({ fate }) => fate !== null).map(asParty)]),
    actors: peopleOf(actors),
    sites: classesIn(words, SITES),
    weapons: classesIn(words, WEAPONS),
    countries: new Set(
      [
        ...spots.map(({ country }) => country),
        around?.country,
        ...parties.map(({ country }) => country),
        ...mentions.map(({ origin }) => origin.country),
      ].filter((country) => country !== undefined),
    ),
  }
}

const isPeople = ({ kind }: Party): boolean => kind === 'person' || kind === 'group' || kind === 'organisation'

type Described = Pick<Party, 'named' | 'side' | 'camp'> & { text: string }

const asParty = ({ of, side }: Tally): Described => ({ named: false, text: of, ...(side === undefined ? {} : { side }) })

const peopleOf = (people: readonly Described[]): People => ({
  kinds: new Set(people.flatMap(kindsOf)),
  sides: new Set(people.flatMap(({ side }) => side ?? [])),
  camps: new Set(people.flatMap(({ camp }) => camp ?? [])),
})

/** By the words of a known kind; else, without a name, by its last telling word: "a cashier". */
function kindsOf({ text, named }: Described): (number | string)[] {
  const words = [...tellingWords(text)]
  const kinds = [...classesIn(words, PEOPLE)]
  if (kinds.length > 0 || named) return kinds
  const telling = words.filter((word) => !ANYBODY.has(word) && !/\d/.test(word))
  return telling.slice(-1)
}
