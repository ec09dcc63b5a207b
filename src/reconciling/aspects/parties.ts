// Accounts -> who did it, to whom, with what.

import type { Aspect } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import { excludeEachOther, type Means } from '../means.ts'
import type { Party } from '../mentions.ts'
import { sameName } from '../words.ts'
import { aspectOf, type Saying } from './aspect.ts'
import { deniedPart, MUTUAL, whose } from './denial.ts'
import { campOf, type Side, sideOf } from './side.ts'

const partiesOf = (accounts: readonly DetailedAccount[], role: Party['role']): Saying<Party>[] =>
  accounts.flatMap(({ mentions }, account) => {
    const said = mentions.flatMap(({ parties }) =>
      parties.filter((party) => party.role === role && party.words.length > 0),
    )
    const apart = new Map(said.map((party) => [party.words.join(' '), party]))
    return [...apart.values()].map((value) => ({ account, value, label: value.text, span: value.span }))
  })

/** Who is said to have done it, or to have had no part in it. */
interface Doer {
  party: Party
  denies: boolean
}

export function actorOf(accounts: readonly DetailedAccount[]): Aspect | null {
  const sayings = accounts.flatMap((told, account): Saying<Doer>[] => {
    const denied = deniedPart(told, accounts)
    const mentions = denied ? told.mentions.filter(({ status }) => status !== 'denied') : told.mentions
    const accuses = partiesOf([{ ...told, mentions }], 'actor').map(({ value, label, span }) => ({
      account,
      value: { party: value, denies: false },
      label,
      span,
    }))
    if (!denied) return accuses
    const span = told.mentions.find(({ status }) => status === 'denied')?.trigger ?? told.mentions[0].trigger
    return [
      { account, value: { party: denied, denies: true }, label: `not ${denied.text}`, span },
      ...accuses.filter(({ value }) => !sameName(value.party.words, denied.words)),
    ]
  })
  // Those who meet, and those who fight over a town, all have their part in it.
  const shared = accounts.some(({ mentions }) =>
    mentions.some(({ type, course }) => course !== null || MUTUAL.has(type)),
  )
  const conflict = (one: Doer, other: Doer) => (shared && one.denies === other.denies ? false : otherDoer(one, other))
  return aspectOf({ name: 'actor', sayings, conflict }, accounts)
}

function otherDoer(one: Doer, other: Doer): boolean {
  if (one.denies && other.denies) return false
  if (one.denies || other.denies) return sameName(whose(one.party.words), whose(other.party.words))
  return otherActor(one.party, other.party)
}

/** "gunmen" may be anybody's, an army's soldiers are the army; two bodies of different countries, camps or kinds are two. */
function otherActor(one: Party, other: Party): boolean {
  const [a, b] = [campOf(one.text), campOf(other.text)]
  if (a !== null && b !== null && a !== b) return true
  if (!isKnown(one) || !isKnown(other) || sameName(one.words, other.words)) return false
  if (one.country !== undefined && other.country !== undefined && one.country !== other.country) return true
  if (one.words.some((word) => word.length > 3 && other.words.includes(word))) return false
  return one.sector !== undefined && other.sector !== undefined && one.sector !== other.sector
}

/** Whether it says who they are: a name, a country, an army, rebels; not "men on a motorcycle". */
const isKnown = ({ named, country, sector, kind }: Party): boolean =>
  kind !== 'thing' && kind !== 'facility' && (named || country !== undefined || sector !== undefined)

export function recipientOf(accounts: readonly DetailedAccount[]): Aspect | null {
  return aspectOf({ name: 'recipient', sayings: partiesOf(accounts, 'recipient'), conflict: otherSide }, accounts)
}

/** Several may have been hit; what cannot be is that the same were civilians and fighters. */
function otherSide(one: Party, other: Party): boolean {
  const [a, b]: (Side | null)[] = [sideOf(one.text), sideOf(other.text)]
  return a !== null && b !== null && a !== b
}

/** What it was done with, by the words of the event and of its instruments. */
export function instrumentOf(accounts: readonly DetailedAccount[]): Aspect | null {
  const sayings = accounts.flatMap(({ mentions }, account) => {
    const told = mentions.flatMap((mention): Saying<Means>[] => {
      const instruments = mention.parties.filter(({ role }) => role === 'instrument')
      if (instruments.length > 0)
        return instruments.map(({ text, span }) => ({ account, value: mention.means, label: text, span }))
      return mention.means !== null && VIOLENT.has(mention.means)
        ? [{ account, value: mention.means, label: CALLED[mention.means] ?? mention.means, span: mention.trigger }]
        : []
    })
    return [...new Map(told.map((saying) => [saying.label, saying])).values()]
  })
  return aspectOf({ name: 'instrument', sayings, conflict: excludeEachOther }, accounts)
}

const VIOLENT: ReadonlySet<Means> = new Set(['bomb', 'blast', 'gunfire', 'air', 'artillery', 'stabbing', 'fire'])

/** What to call the means where no instrument is named, by the event's own words. */
const CALLED: Readonly<Partial<Record<NonNullable<Means>, string>>> = {
  blast: 'explosion',
  air: 'air strike',
  artillery: 'shelling',
}
