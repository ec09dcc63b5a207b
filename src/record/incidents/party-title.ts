// A party of the registry and the names that reports give it -> its title: the most frequent name, with the country and place of a body that
// every state or town has: "the army (Mali)", "police (Gao, Mali)"; nobody knows whose army "the army (report 3ba507851c, article 1)" is.

import { isGeneric, isLocal } from '../../reconciling/bodies.ts'
import { parsePartyKey } from '../../reconciling/party-name.ts'

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region' })

const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (COUNTRIES.of(code) ?? code) : code)

export function partyTitle(key: string, names: readonly string[]): string {
  const party = parsePartyKey(key)
  // "local media, citing the army": reports have its word from others too.
  const own = party?.kind === 'body' ? names.find((name) => name.toLowerCase().includes(party.name)) : undefined
  const name = own ?? names[0] ?? party?.name ?? key
  if (party?.kind !== 'body' || !(isGeneric(party) || isLocal(party.name))) return name
  if (party.only !== undefined) return `${name} (report ${party.only.replace('#', ', article ')})`
  const where = [party.place && capital(party.place), party.country && countryName(party.country)].filter(
    (part) => part !== undefined && !name.toLowerCase().includes(part.toLowerCase()),
  )
  return where.length === 0 ? name : `${name} (${where.join(', ')})`
}

const capital = (name: string): string => name.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
