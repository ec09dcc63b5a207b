// Accounts that people added by hand -> their event chains, each beside the chain of whose incident it is an account. They are compared with
// nothing and join after clustering, so that who adds an account changes nothing of which other accounts are one incident.

import type { AccountByHand } from '../types.ts'
import { chainsNamed } from './constraints.ts'
import { chainOf, type EventChain } from './event-chain.ts'
import type { MatchStore } from './match-store.ts'
import { keyOf } from './mention.ts'

/** Of a document that a person wrote, only what that person put into an incident is in one: all else was added to none. */
export function onlyByHand(
  document: string,
  chains: readonly EventChain[],
  added: readonly AccountByHand[],
): EventChain[] {
  const here = added.filter((one) => one.document === document)
  if (here.length === 0) return [...chains]
  const own = new Set(here.flatMap(({ event }) => (event ? [keyOf(event)] : [])))
  return chains
    .filter(({ mentions }) => mentions.some(({ key }) => own.has(key)))
    .map(({ mentions }) => chainOf(mentions.map((mention) => ({ ...mention, byHand: true as const }))))
}

export interface Guests {
  /** Keys of all chains whose incident they may change: those by hand, and those that any was added to. */
  affected: readonly string[]
  /** Whether a chain joins the incident of another. */
  isGuest: (key: string) => boolean
  /** The chains that join the incident of this one. */
  guestsOf: (host: string) => readonly EventChain[]
}

/** An account goes with the first mention that is still found; if none is, it is an incident by itself. If it was added twice, the last counts. */
export function guestsIn(added: readonly AccountByHand[], store: Pick<MatchStore, 'chains'>): Guests {
  const affected = new Set<string>()
  const placed = new Map<string, { chain: EventChain; host: string | null }>()
  for (const { event, to } of added) {
    const hosts = chainsNamed(to, store).map(({ key }) => key)
    for (const key of hosts) affected.add(key)
    for (const chain of event ? chainsNamed([event], store) : []) {
      affected.add(chain.key)
      placed.set(chain.key, { chain, host: hosts.find((key) => key !== chain.key) ?? null })
    }
  }
  // An account by hand may have been put to another by hand, which is a guest itself.
  const hostOf = (key: string, left = placed.size): string => {
    const host = placed.get(key)?.host ?? null
    return host === null || left === 0 ? key : hostOf(host, left - 1)
  }
  const guests = new Map<string, EventChain[]>()
  for (const [key, { chain, host }] of placed)
    if (host !== null) guests.set(hostOf(key), [...(guests.get(hostOf(key)) ?? []), chain])
  return {
    affected: [...affected],
    isGuest: (key) => (placed.get(key)?.host ?? null) !== null,
    guestsOf: (host) => guests.get(host) ?? [],
  }
}
