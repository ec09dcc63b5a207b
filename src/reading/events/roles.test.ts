import { expect, it } from 'vitest'
import type { Count, Span } from '../../types.ts'
import type { Participant } from './parties.ts'
import { withDriven, withoutOtherFates } from './roles.ts'

const TEXT = 'The army shelled Karim, with 3,000 residents having fled and 12 soldiers killed.'
const spanOf = (words: string): Span => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length]

it.each<
  [
    party: string,
    role: Participant['role'],
    counted: string,
    fate: Count['fate'],
    found: Participant['role'],
    why: string,
  ]
>([
  ['residents', 'actor', '3,000 residents', 'displaced', 'recipient', 'who had to flee'],
  ['The army', 'actor', '3,000 residents', 'displaced', 'actor', 'others fled'],
  ['soldiers', 'actor', '12 soldiers', 'killed', 'actor', 'those who were killed may have fought'],
  ['residents', 'instrument', '3,000 residents', 'displaced', 'instrument', 'no actor'],
])('%s as %s, %s %s: %s (%s)', (party, role, counted, fate, found) => {
  const participant: Participant = { role, kind: 'group', named: false, spans: [spanOf(party)] }
  const count: Count = { id: 'c1', span: spanOf(counted), low: 1, high: 1, approximate: false, of: 'people', fate }
  expect(withDriven([participant], [count])).toEqual([{ ...participant, role: found }])
})

it.each<[trigger: string, fate: Count['fate'], role: Participant['role'], kept: boolean, why: string]>([
  ['wounded', 'killed', 'recipient', false, 'the killed are not the wounded'],
  ['killed', 'killed', 'recipient', true, 'the killed are'],
  ['killed', undefined, 'recipient', true, 'nothing is known of them'],
  ['attack', 'killed', 'recipient', true, 'an attack kills'],
  ['wounded', 'killed', 'actor', true, 'who wounds may have been killed'],
])('%s, of whom some are %s: %s, kept: %s (%s)', (trigger, fate, role, kept) => {
  const span = spanOf('12 soldiers')
  const participant: Participant = { role, kind: 'group', named: false, spans: [span] }
  const count: Count = { id: 'c1', span, low: 12, high: 12, approximate: false, of: 'soldiers', fate }
  expect(withoutOtherFates([participant], trigger, () => [count])).toEqual(kept ? [participant] : [])
})
