// A party of an event -> whether it can be who did it, or who was hit. Readings give parts to whatever stands beside the verb; a weapon, a
// uniform, a town, a number, the dead and those who dug them out did nothing.

import type { DetailedAccount } from '../accounts.ts'
import type { Mention, Party } from '../mention.ts'
import { nameWords, singular } from '../words.ts'

const VIOLENT: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])

export function canHaveDone(party: Party, mention: Mention, accounts: readonly DetailedAccount[]): boolean {
  if (party.role !== 'actor' || !isSomebody(party) || mention.type === 'HAZARD') return false
  if (party.kind === 'thing' || party.kind === 'facility' || (!party.named && THINGS.has(headOf(party)))) return false
  if ((party.where !== undefined && party.where !== 'country') || isItsPlace(party, mention)) return false
  if (!VIOLENT.has(mention.type)) return true
  if (isHelper(party) || isCountedAsHit(party, mention)) return false
  if (party.side !== 'fighters' && VICTIMS.has(headOf(party))) return false
  // Students and villagers arrest nobody.
  if (mention.means === 'arrest' && party.side === 'civilians') return false
  return !isHitIn(party, accounts) && !isAnswering(party, accounts)
}

/** Towns and their centres say where. */
export const canBeHit = (party: Party, mention: Mention): boolean =>
  party.role === 'recipient' &&
  isSomebody(party) &&
  (party.named || !UNHARMED.has(whatIsHit(party))) &&
  party.where === undefined &&
  !isItsPlace(party, mention) &&
  (party.named || !isPlace(party))

/** Under whatever kind the reader has it: the name of the event's own place. */
const isItsPlace = ({ words }: Party, { site, town, place }: Mention): boolean =>
  [site, town, place ? nameWords(place.name) : []].some((name) => name.length > 0 && name.join(' ') === words.join(' '))

/** "the neighbouring country", "the center of Dol" */
const isPlace = (party: Party): boolean => PLACES.has(headOf(party)) || PLACES.has(singular(party.words[0] ?? ''))

const PLACES = new Set(
  'town city village hamlet country region province district area centre center neighbourhood neighborhood suburb street border'.split(
    ' ',
  ),
)

/** Not what is left of a phrase: "three", "some of", "20 or 30"; nor "eleven people", which say nothing of who they were. */
const isSomebody = ({ words }: Party): boolean =>
  words.some((word) => !isLeftOver(word) && word.length > 1 && !ANYBODY.has(singular(word)))

const isLeftOver = (word: string): boolean => LEFTOVERS.has(word) || !Number.isNaN(Number(word.replaceAll(',', '')))

/** "At least eleven shoppers" -> "shoppers": how many is another question. */
export function withoutNumber({ text: printed, named }: Party): string {
  if (named) return printed
  // "(held in Dol) militants", cut in two; "a total of 43 traders"
  const phrase = printed.replace(/^[)\]”"’,;]+\s*/u, '').replace(/^(?:a )?total of /i, '')
  const words = withoutRange(phrase.split(' '))
  const from = words.findIndex((word) => !isLeftOver(word.toLowerCase()) && !ARTICLES.has(word.toLowerCase()))
  // "the gunmen" keep their article.
  // Nor is anything left of "those behind the blast".
  return from > 0 &&
    !PREPOSITIONS.includes(words[from].toLowerCase()) &&
    words.slice(0, from).some((word) => word === 'of' || isLeftOver(word.toLowerCase()))
    ? words.slice(from).join(' ')
    : phrase
}

/** "Between 10 and 14 boys" -> "14 boys" */
function withoutRange(words: readonly string[]): readonly string[] {
  const from = RANGES.has(words[0]?.toLowerCase() ?? '') ? 1 : 0
  const [low = '', joint = '', high = ''] = words.slice(from).map((word) => word.toLowerCase())
  return isLeftOver(low) && JOINTS.has(joint) && isLeftOver(high) ? words.slice(from + 2) : words
}
const RANGES = new Set(['between', 'from'])
const JOINTS = new Set(['and', 'to', 'or'])

const ARTICLES = new Set(['the', 'a', 'an', 'of'])
const ANYBODY = new Set(['people', 'person', 'other', 'individual', 'group', 'side', 'party', 'number', 'member'])

/** "gunmen on motorcycles" -> "gunman" */
function headOf({ words }: Pick<Party, 'words'>): string {
  const cut = words.findIndex((word, at) => at > 0 && BEHIND.has(word))
  return singular((cut < 0 ? words : words.slice(0, cut)).at(-1) ?? '')
}

/** "two leaders of the movement" -> "leader" */
function whatIsHit(party: Party): string {
  const phrase = withoutNumber(party).split(' ')
  const of = phrase.findIndex((word, at) => at > 0 && (word === 'of' || word === 'full'))
  return headOf({ words: nameWords((of < 0 ? phrase : phrase.slice(0, of)).join(' ')) })
}

function isHelper({ words }: Party): boolean {
  const plain = words.map(singular)
  return plain.some((word, at) => HELPERS.has(word) || HELPERS.has(`${word} ${plain[at + 1] ?? ''}`))
}

/** "Three soldiers were killed": whoever is counted among the killed is no killer. */
const isCountedAsHit = ({ span }: Party, { tallies }: Mention): boolean =>
  tallies.some(({ fate, span: counted }) => fate !== null && counted[0] < span[1] && span[0] < counted[1])

/** What the accounts name as hit more often than as the one who did it, was hit. */
function isHitIn({ words }: Party, accounts: readonly DetailedAccount[]): boolean {
  const own = words.join(' ')
  let [hit, done] = [0, 0]
  for (const { mentions } of accounts)
    for (const { parties } of mentions)
      for (const other of parties) {
        if (other.words.join(' ') !== own) continue
        if (other.role === 'recipient') hit++
        if (other.role === 'actor') done++
      }
  return hit > done
}

/**
 * "Police shot one of the gunmen": who acts only against those who act more without them answered, and so did who was attacked and acts only beside
 * the attackers, "clashes between gunmen and guards". In a battle nobody only answers.
 */
function isAnswering({ words }: Party, accounts: readonly DetailedAccount[]): boolean {
  const mentions = accounts.flatMap(({ mentions }) => mentions).filter(({ type }) => VIOLENT.has(type))
  if (mentions.some(({ course }) => course !== null)) return false
  const nameOf = (party: Pick<Party, 'words'>) => party.words.filter((word) => !isLeftOver(word)).join(' ')
  const acting = (name: string) =>
    mentions.filter(({ parties }) => parties.some((party) => party.role === 'actor' && nameOf(party) === name))
  const own = nameOf({ words })
  const deeds = acting(own)
  const isHit = mentions.some(({ parties }) =>
    parties.some((party) => party.role === 'recipient' && nameOf(party) === own),
  )
  return deeds.every(({ parties }) =>
    parties.some((other) => {
      const name = nameOf(other)
      if (name === own || name === '' || other.role === 'instrument') return false
      const theirs = acting(name).filter((mention) => !deeds.includes(mention))
      return other.role === 'actor' ? isHit && theirs.length > 0 : theirs.length > deeds.length
    }),
  )
}

const PREPOSITIONS = 'in on with from at near by behind'.split(' ')

/** What a noun is followed by, and no part of it. */
const BEHIND = new Set([...PREPOSITIONS, ...'who that wearing dressed armed aboard riding carrying'.split(' ')])

const LEFTOVERS = new Set(
  `at least about more than some many several all most both other others another between up nearly almost over under around one two three
  four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
  sixty seventy eighty ninety hundred thousand dozen dozens scores hundreds thousands or them they these those it that which who he she him
  her we us i me you him further additional earlier`.split(/\s+/),
)

/** Those who help, count or tell; they do no harm by it. */
const HELPERS = new Set([
  ...`rescuer medic paramedic doctor nurse surgeon ambulance firefighter undertaker coroner hospital mourner relative witness eyewitness
  journalist reporter monitor observer investigator prosecutor`.split(/\s+/),
  'rescue team',
  'rescue worker',
  'rescue crew',
  'fire brigade',
  'first responder',
  'red cross',
  'red crescent',
  'white helmet',
  'civil defence',
  'civil defense',
  'relief worker',
  'aid worker',
  'human right',
])

/** Those who are hit, if the violence is not their own; villagers, residents and protesters may be a crowd that does harm. */
const VICTIMS = new Set(
  `civilian victim woman child baby infant pupil student schoolchild schoolgirl schoolboy girl worshipper pilgrim passenger patient shopper
  hostage bystander casualty body refugee priest nun imam tourist family teacher wounded injured dead`.split(/\s+/),
)

/** What no attack hits: weapons, and what has no body. */
const UNHARMED = new Set(
  `weapon gun rifle pistol launcher rocket missile shell mortar bomb grenade mine explosive bullet knife machete ammunition election vote poll
  sovereignty independence integrity unity peace stability security democracy freedom process talk negotiation ceasefire truce agreement rebellion
  uprising insurgency revolution movement campaign effort rest life rule power regime law order economy right interest`.split(
    /\s+/,
  ),
)

/** What the reader may have taken for somebody. */
const THINGS = new Set(
  `uniform fatigue vest helmet jacket mask weapon gun rifle pistol launcher rocket missile shell mortar bomb grenade mine explosive device vehicle car truck
  van motorcycle motorbike pickup helicopter plane aircraft warplane jet drone tank bullet knife machete blast explosion attack fire
  gunfire shelling strike airstrike clash fighting violence home house building street road town village city district province area
  region`.split(/\s+/),
)
