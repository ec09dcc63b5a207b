// A party of an event -> whether it can be who did it, or who was hit. Readings give parts to whatever stands beside the verb; a weapon, a
// uniform, a town, a number, the dead and those who dug them out did nothing.

import type { DetailedAccount } from '../accounts.ts'
import type { Mention, Party } from '../mention.ts'

/** What is left of a phrase: "three", "some of", "20 or 30". */
const FRAGMENT =
  /^(?:(?:the|an?|at least|about|more than|some|many|several|all|most|both|others?|another|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands|of|and|or|them|these|those|it|that|which|who|[\d.,]+)\s*)+$/i

const hasName = ({ text, words }: Party): boolean =>
  words.length > 0 && /\p{L}{2}/u.test(text) && !FRAGMENT.test(text.trim())

/** Those who help, count or tell; they do no harm by it. */
const HELPERS =
  /\b(?:rescuers?|rescue (?:teams?|workers?)|medics?|paramedics?|doctors?|nurses?|surgeons?|ambulances?|firefighters?|fire brigade|first responders|undertakers?|coroners?|hospitals?|red cross|red crescent|white helmets|civil defen[cs]e|relief workers|aid workers|volunteers|mourners|relatives|witness(?:es)?|eyewitness(?:es)?|journalists?|reporters?|monitors?|observers?|human rights (?:group|watch|observatory)|observatory for human rights|investigators?|prosecutors?)\b/i

/** Those who are hit, if the violence is not their own. */
const VICTIMS =
  /\b(?:civilians?|victims?|children|child|babies|baby|infants?|pupils?|students?|schoolchildren|schoolgirls?|schoolboys?|girls?|worshippers?|pilgrims?|passengers?|patients?|shoppers?|hostages?|bystanders?|passers-by|the (?:dead|wounded|injured)|casualties|bodies|refugees?|priests?|nuns?|imams?|tourists?|families|teachers?)\b/i

/** Things that the words of a party end in, whatever the reader took them for. */
const THINGS =
  /\b(?:uniforms?|fatigues|masks?|weapons?|guns?|rifles?|pistols?|launchers?|rockets?|missiles?|shells?|mortars?|bombs?|grenades?|mines?|explosives?|devices?|vehicles?|cars?|trucks?|vans?|motorcycles?|motorbikes?|pick-?ups?|helicopters?|planes?|aircraft|warplanes?|jets?|drones?|tanks?|bullets?|knives|machetes?|blasts?|explosions?|attacks?|fire|gunfire|shelling|strikes?|air ?strikes?|clashes|fighting|violence|homes?|houses?|buildings?|streets?|roads?|town|village|city|district|province|area|region)$/i

/** "gunmen on motorcycles" -> "gunmen" */
const headPhrase = (text: string): string =>
  text.split(/,? (?:in|on|with|from|at|near|by|who|that|wearing|dressed|armed|aboard|riding|carrying)\b/i)[0]

const VIOLENT: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])

export function canHaveDone(party: Party, mention: Mention, accounts: readonly DetailedAccount[]): boolean {
  if (party.role !== 'actor' || !hasName(party)) return false
  if (mention.type === 'HAZARD') return false
  if (party.kind === 'thing' || party.kind === 'facility' || (!party.named && THINGS.test(headPhrase(party.text)))) return false
  if (party.where !== undefined && party.where !== 'country') return false
  if (!VIOLENT.has(mention.type)) return true
  if (HELPERS.test(party.text) || isCountedAsHit(party, mention)) return false
  if (party.side === 'civilians' && VICTIMS.test(party.text)) return false
  return !isHitIn(party, accounts)
}

export const canBeHit = (party: Party): boolean => party.role === 'recipient' && hasName(party)

/** "Three soldiers were killed": whoever is counted among the killed is no killer. */
const isCountedAsHit = ({ span }: Party, { tallies }: Mention): boolean =>
  tallies.some(({ fate, span: counted }) => fate !== null && counted[0] < span[1] && span[0] < counted[1])

/** What no account names as a doer by name, and another names as hit, was hit. */
function isHitIn(party: Party, accounts: readonly DetailedAccount[]): boolean {
  const words = party.words.join(' ')
  let [hit, done] = [0, 0]
  for (const { mentions } of accounts)
    for (const { parties } of mentions)
      for (const other of parties)
        if (other.words.join(' ') === words) {
          if (other.role === 'recipient') hit++
          if (other.role === 'actor') done++
        }
  return hit > done
}
