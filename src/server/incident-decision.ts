// What a person sent about incidents -> the decision, by the words of all mentions in them; or the reason why nothing is decided.

import type { Anchor, OnIncident } from '../review/decision.ts'
import type { Account, Incident } from '../types.ts'
import { CHANGED, type Refusal, refuse } from './refusal.ts'
import type { DecisionBody } from './review-answers.ts'

/** @param anchorsOf all mentions of an account */
export function incidentDecision(
  incidents: readonly Incident[],
  { verdict, accounts = [] }: Extract<DecisionBody, { kind: 'incident' }>,
  anchorsOf: (account: Account) => Anchor[],
): OnIncident | Refusal {
  const before = incidents.map((incident) => incident.accounts.flatMap(anchorsOf))
  if (verdict === 'confirm') return { kind: 'incident', before, after: before }
  if (verdict === 'merge') {
    const isTwo = incidents.length === 2 && incidents[0].id !== incidents[1].id
    return isTwo ? { kind: 'incident', before, after: [before.flat()] } : refuse('merging needs two incidents')
  }
  const [incident] = incidents
  const off = incident.accounts.filter((account) =>
    accounts.some(
      ({ sha256, article, event }) =>
        account.article === article && account.event === event && anchorsOf(account)[0]?.document === sha256,
    ),
  )
  const rest = incident.accounts.filter((account) => !off.includes(account))
  if (off.length !== accounts.length) return CHANGED
  if (off.length === 0 || rest.length === 0)
    return refuse('choose the accounts of the other event; at least one account must remain')
  return { kind: 'incident', before, after: [rest.flatMap(anchorsOf), off.flatMap(anchorsOf)] }
}
