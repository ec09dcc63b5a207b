// The mentions of an account -> its chain, from whom it rests on to the page: witness or body, whoever it came through, agency, outlet; and
// whether anybody in it knows at first hand.

import type { Account, Link } from '../types.ts'
import type { Mention } from './mention.ts'
import type { Origin } from './origins.ts'

/** @param origin the one of theirs that says best who it is */
export function chainOfWord(mentions: readonly Mention[], origin: Origin): Pick<Account, 'chain' | 'basis' | 'party'> {
  const [{ outlet }] = mentions
  const basis = basisOf(mentions)
  const links: Link[] = []
  const add = (name: string, role: Link['role']) => {
    if (links.every((link) => link.name.toLowerCase() !== name.toLowerCase())) links.push({ name, role })
  }
  if (origin.kind !== 'voice') add(origin.label, roleOf(origin))
  for (const relay of origin.relays ?? []) add(relay, 'relay')
  // Copied from another report, or put in short from it: that one's outlet comes before this one's.
  if (origin.outlet !== undefined && origin.outlet !== outlet) add(origin.outlet, 'outlet')
  for (const wire of origin.wires ?? []) add(wire, 'agency')
  const last = outlet ?? (links.length === 0 || origin.kind !== 'voice' ? undefined : origin.label)
  if (last !== undefined) add(last, 'outlet')
  if (links.length === 0) add(origin.label, 'outlet')
  const { party } = origin
  return { chain: links, basis, ...(party === undefined ? {} : { party }) }
}

const roleOf = ({ kind, person, medium }: Origin): Link['role'] =>
  kind === 'unnamed' ? 'hidden' : medium ? 'outlet' : person ? 'person' : 'body'

/** News media that are a source have it from somebody, and footage shows what somebody saw; who only reacts has said nothing of what happened. */
function basisOf(mentions: readonly Mention[]): Account['basis'] {
  const [best] = mentions.map(({ origin }) => ORDER.indexOf(basisOfOne(origin))).sort((a, b) => a - b)
  return ORDER[best]
}

const ORDER: readonly Account['basis'][] = ['first-hand', 'own words', 'retold', 'reaction']

function basisOfOne({ kind, firsthand, medium, footage, reacts }: Origin): Account['basis'] {
  if (reacts) return 'reaction'
  if (kind === 'voice') return firsthand ? 'first-hand' : 'own words'
  return medium || footage ? 'retold' : 'first-hand'
}
