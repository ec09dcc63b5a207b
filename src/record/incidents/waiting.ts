// An incident -> the mentions that decide how it is shown: each with what it decides, so that people look at these first and never at what
// shows nowhere.

import { independentOrigins } from '../../reconciling/independent-origins.ts'
import type { Aspect, Claim, ClaimValue, Incident } from '../../types.ts'
import { tollClaims } from './toll-claims.ts'

/** The most important first. */
export const DECIDES = ['dispute', 'toll', 'grade', 'title'] as const
type Decides = (typeof DECIDES)[number]

/** No incident fills a list of what waits alone. */
export const OF_ONE_INCIDENT = 2

export interface Deciding {
  decides: Decides
  /** The aspect that is disputed, or the toll. */
  aspect: Aspect['name'] | null
  /** The mention, in the incident's account of this number. */
  account: number
  event: string
}

/** Each mention once, under the most important of what it decides. */
export function decidingIn(incident: Incident): Deciding[] {
  const all = [
    ...incident.aspects.flatMap(disputesIn),
    ...incident.aspects.flatMap(tollsIn),
    ...gradeIn(incident),
    ...titleIn(incident),
  ]
  const seen = new Set<string>()
  return all.filter(({ account, event }) => {
    const { document, article } = incident.accounts[account]
    const key = `${document} ${article} ${event}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** If one side of a pair was misread, there is no dispute. */
const disputesIn = ({ name, claims, disputes }: Aspect): Deciding[] =>
  disputes.flatMap(({ claims: pair }) =>
    pair.map(
      (at): Deciding => ({ decides: 'dispute', aspect: name, account: claims[at].account, event: claims[at].event }),
    ),
  )

/** A toll is shown from its lowest number to its highest: an end of it that one account alone gives. */
function tollsIn(aspect: Aspect): Deciding[] {
  const counts = tollClaims(aspect)
  const ends = [
    Math.min(...counts.map(({ value }) => value.low)),
    Math.max(...counts.map(({ value }) => highOf(value))),
  ]
  const alone = ends.flatMap((end): Claim[] => {
    const giving = counts.filter(({ value }) => value.low === end || highOf(value) === end)
    return new Set(giving.map(({ claim }) => claim.account)).size === 1 ? [giving[0].claim] : []
  })
  return alone.map(({ account, event }) => ({ decides: 'toll', aspect: aspect.name, account, event }))
}

const highOf = ({ low, high }: Extract<ClaimValue, { kind: 'number' }>): number => high ?? low

/** With one independent origin fewer than two, nothing else bears the incident out. */
function gradeIn({ accounts, origins }: Incident): Deciding[] {
  if (origins !== 2) return []
  const independent = independentOrigins(accounts)
  const isAlone = (origin: number) =>
    independent.has(origin) && accounts.filter(({ originNumber }) => originNumber === origin).length === 1
  return accounts.flatMap(({ originNumber, event }, account): Deciding[] =>
    isAlone(originNumber) ? [{ decides: 'grade', aspect: null, account, event }] : [],
  )
}

/** The title of an incident with a single account is that account's. */
const titleIn = ({ accounts }: Incident): Deciding[] =>
  accounts.length === 1 ? [{ decides: 'title', aspect: null, account: 0, event: accounts[0].event }] : []
