// A mention of an event -> the kinds of sites that it hit, as its parties and its sentence say: "a bar", "outside a police station". Of one town
// and day, an attack on a bar and one on a church are mostly two.

import type { Mention } from '../mention.ts'
import { clauseWords, nameWords, singular, tellingWords } from '../words.ts'

/**
 * Each row a kind of site, in words, one or two, that reports take for each other; behind a bar, those who are mostly there. A word in two rows may
 * be either. Houses, streets and cars are in none: any attack may hit these too. Nor are words that names have ("Port", "West Bank").
 */
const ROWS: readonly (readonly [sites: string, people?: string])[] = [
  ['mosque,shrine,prayer hall', 'worshipper'],
  ['church,cathedral,chapel,monastery,convent,parish', 'worshipper'],
  ['temple,pagoda', 'worshipper'],
  ['synagogue', 'worshipper'],
  ['school,college,university,campus,dormitory,hostel,classroom,kindergarten,madrassa,madrasa,seminary'],
  ['hospital,clinic,health centre,health center,maternity ward', 'patient'],
  [
    'market,marketplace,bazaar,souk,shop,supermarket,mall,shopping centre,shopping center,store,stall',
    'shopper,trader,vendor,stallholder',
  ],
  ['police station,police post,police headquarter,police academy,police compound,police base,police barrack'],
  ['base,army camp,military camp,army post,military post,army position,military position,barrack,garrison'],
  ['checkpoint,roadblock,outpost,border post'],
  ['government office,government building,town hall,city hall,ministry,parliament,municipality,tax office'],
  ['hotel,guesthouse,guest house,motel'],
  ['bar,pub,nightclub,night club,disco,restaurant,cafe,teahouse,tea house,coffee shop,beer hall,tavern'],
  ['bus,minibus,coach,bus stop,bus station,bus park,bus terminal', 'passenger'],
  ['train,railway,metro,subway', 'passenger'],
  ['ship,ferry,boat,harbour,harbor,jetty', 'passenger'],
  ['petrol station,filling station,gas station,fuel station,fuel depot,oil depot,refinery,pipeline,oil field'],
  ['prison,jail,detention centre,detention center', 'inmate'],
  ['court,courthouse'],
  ['embassy,consulate'],
  ['airport,airfield,airbase,air base'],
  ['bridge'],
  ['power station,power plant,substation,power line'],
  ['factory,mill,warehouse'],
  ['cinema,theatre,theater,stadium,museum'],
  ['convoy'],
  ['bakery'],
  ['playground'],
  ['camp'],
  ['wedding,wedding hall'],
  ['funeral,cemetery,graveyard'],
  ['newspaper,newspaper office,radio station,television station,newsroom'],
  ['farm,field,orchard,plantation,pasture'],
  ['quarry,gold mine,coal mine'],
]

const KINDS: ReadonlyMap<string, readonly number[]> = kindsByWords()

function kindsByWords(): ReadonlyMap<string, readonly number[]> {
  const kinds = new Map<string, number[]>()
  for (const [row, lists] of ROWS.entries())
    for (const words of lists.join().split(',')) kinds.set(words, [...(kinds.get(words) ?? []), row])
  return kinds
}

/** Most words are none of these, so most look no further. */
const LAST_WORDS: ReadonlySet<string> = new Set(
  [...KINDS.keys()].map((words) => words.slice(words.lastIndexOf(' ') + 1)),
)

/** Of one word, as tellingWords gives it: it names no people. */
export const isSite = (word: string): boolean => NO_PEOPLE.has(word)
const NO_PEOPLE: ReadonlySet<string> = tellingWords(
  `${ROWS.flatMap(([sites]) => sites.split(',').map((words) => words.split(' ').at(-1))).join(' ')} bank port park`,
)

/** What stands before a site that something happened at: "outside a crowded market". No more than this many words between. */
const AT = new Set('at in inside outside near into on of against opposite through beside behind within'.split(' '))
const MAX_WORDS_BETWEEN = 3

/** The wounded of every attack are taken there, and that is where its dead are counted: hit only where it is told as hit. */
const HOSPITAL = ROWS.findIndex(([sites]) => sites.startsWith('hospital'))

export function sitesOf({ parties, site, sentenceText, origin }: Mention): number[] {
  const told = parties.filter(({ role }) => role === 'recipient').flatMap(({ text }) => kindsIn(nameWords(text)))
  const around = clauseWords(sentenceText)
    .flatMap(sitesAt)
    .filter((kind) => kind !== HOSPITAL)
  // "officials in the ministry said"
  const source = new Set(origin.kind === 'voice' ? [] : kindsIn(nameWords(origin.label)))
  return [...told, ...kindsIn(site), ...around.filter((kind) => !source.has(kind))]
}

/** In a clause: those behind a preposition. */
function sitesAt(words: readonly string[]): number[] {
  return words.flatMap((word, at) => (AT.has(word) ? kindsIn(words.slice(at + 1, at + 3 + MAX_WORDS_BETWEEN)) : []))
}

function kindsIn(words: readonly string[]): number[] {
  return words.flatMap((word, at) =>
    [word, singular(word)].flatMap((each) =>
      LAST_WORDS.has(each) ? [each, `${words[at - 1] ?? ''} ${each}`].flatMap((named) => KINDS.get(named) ?? []) : [],
    ),
  )
}
