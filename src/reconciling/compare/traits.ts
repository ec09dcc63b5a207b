// An event chain -> what tells it from others beyond its place, time and category: which kinds of people and weapons it tells of, in
// which countries it may be, and its rare words. Worked out once for each chain.

import type { MeansClass } from '../../types.ts'
import type { ComparedChain, ComparedParty, ComparedTally } from '../compared-chain.ts'
import { classOf } from '../means.ts'
import type { Party } from '../mention.ts'
import { numberOf, tellingWords, wordNumbers } from '../words.ts'
import { ANYBODY, classesIn, PEOPLE, THINGS, WEAPONS } from './classes.ts'
import { COMMON } from './common-words.ts'
import { isSite } from './sites.ts'

/** Each is worked out when it is first asked for, and then kept: most pairs of chains are told apart before. */
export interface Traits {
  victims: () => People
  actors: () => People
  weapons: () => ReadonlySet<number>
  /** With what it was done, in classes; of gunmen and bombers, what they carry. */
  means: () => ReadonlySet<MeansClass>
  /** The kinds of sites that it hit (sites.ts). */
  sites: () => ReadonlySet<number>
  /** The countries of its places and of its article's main place. */
  countries: () => ReadonlySet<string>
  /** Also those of its parties and of those who told of it: where it may have happened. */
  anyCountries: () => ReadonlySet<string>
  /** The words of its sentences, and of the names of its places. */
  words: () => ReadonlySet<number>
  places: () => ReadonlySet<number>
  /** Of its sentences, the words that few reports have; no places. */
  rare: () => ReadonlySet<number>
}

interface People {
  /** Kinds (classes.ts), and words for people of no such kind: "cashier". */
  kinds: ReadonlySet<number | string>
  sides: ReadonlySet<string>
}

const known = new WeakMap<ComparedChain, Traits>()

export function traitsOf(chain: ComparedChain): Traits {
  const found = known.get(chain) ?? findTraits(chain)
  known.set(chain, found)
  return found
}

function findTraits(chain: ComparedChain): Traits {
  const words = once(() => wordsOf(chain))
  const places = once(() => placesOf(chain))
  return {
    victims: once(() => peopleOf([...peopleIn(chain, 'recipient'), ...chain.tallies.flatMap(asParty)])),
    actors: once(() => peopleOf(peopleIn(chain, 'actor'))),
    weapons: once(() => classesIn(words(), WEAPONS)),
    means: once(() => meansOf(chain)),
    sites: once(() => new Set(chain.hit)),
    countries: once(() => countriesOf(chain)),
    anyCountries: once(() => new Set([...countriesOf(chain), ...countriesOfPeople(chain)])),
    words,
    places,
    rare: once(() => new Set([...words()].filter((word) => isTelling(word) && !places().has(word)))),
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const wordsOf = ({ sentences }: ComparedChain): ReadonlySet<number> => new Set(sentences.flat())

const placesOf = ({ spots, around, sites, town }: ComparedChain): ReadonlySet<number> =>
  new Set(wordNumbers([...spots.map(({ name }) => name), around?.name ?? '', ...sites.flat(), ...town].join(' ')))

const countriesOf = ({ spots, around }: ComparedChain): ReadonlySet<string> =>
  new Set([...spots, ...(around ? [around] : [])].flatMap(({ country }) => country ?? []))

const countriesOfPeople = ({ parties, tellers }: ComparedChain): string[] => [
  ...parties.flatMap(({ country }) => country ?? []),
  ...tellers,
]

const meansOf = ({ classes, parties }: ComparedChain): ReadonlySet<MeansClass> =>
  new Set([...classes, ...parties.flatMap(({ role, text }) => (role === 'actor' ? (classOf(text) ?? []) : []))])

const isTelling = (word: number): boolean => !COMMON.has(word) && !ANYBODY.has(word)

const peopleIn = ({ parties }: ComparedChain, role: Party['role']): ComparedParty[] =>
  parties.filter((party) => party.role === role && isPeople(party))

const isPeople = ({ kind }: ComparedParty): boolean => kind === 'person' || kind === 'group' || kind === 'organisation'

type Described = Pick<Party, 'named' | 'side' | 'text'>

const asParty = ({ fate, of, side }: ComparedTally): Described[] =>
  fate === null ? [] : [{ named: false, text: of, ...(side === undefined ? {} : { side }) }]

function peopleOf(people: readonly Described[]): People {
  return {
    kinds: new Set(people.flatMap(kindsOf)),
    sides: new Set(people.flatMap(({ side }) => side ?? [])),
  }
}

/** By the words of a known kind; else, without a name, by its last telling word: "a cashier". */
function kindsOf({ text, named }: Described): (number | string)[] {
  const words = [...tellingWords(text)]
  const kinds = [...classesIn(words.map(numberOf), PEOPLE)]
  if (kinds.length > 0 || named) return kinds
  const telling = words.filter((word) => !ANYBODY.has(numberOf(word)) && Number.isNaN(Number.parseInt(word, 10)))
  const [last] = telling.slice(-1)
  return last === undefined || THINGS.has(numberOf(last)) || isSite(last) ? [] : [last]
}
