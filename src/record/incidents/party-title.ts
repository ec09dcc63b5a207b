// A party of the registry and the names that reports give it -> its title: the most frequent name, with the country and place of a body that
// every state or town has: "the army (Mali)", "police (Gao, Mali)".

import { isGeneric } from '../../reconciling/bodies.ts'
import { parsePartyKey } from '../../reconciling/party-name.ts'

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region' })

const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (COUNTRIES.of(code) ?? code) : code)

export function partyTitle(key: string, names: readonly string[]): string {
  const party = parsePartyKey(key)
  const name = names[0] ?? party?.name ?? key
  if (party?.kind !== 'body' || !isGeneric(party)) return name
  const where = [party.place && capital(party.place), party.country && countryName(party.country)].filter(
    (part) => part !== undefined && !name.toLowerCase().includes(part.toLowerCase()),
  )
  return where.length === 0 ? name : `${name} (${where.join(', ')})`
}

const capital = (name: string): string => name.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
