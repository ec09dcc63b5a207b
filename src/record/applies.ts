// A proposal -> whether it can still be made: what it would change is as it was when it was proposed.

import { isDeepStrictEqual } from 'node:util'
import { appliesTo } from '../review/applies.ts'
import type { Anchor, Decision, OnIncident, OnParty } from '../review/decision.ts'
import type { Proposal } from './decided.ts'
import { decisionNumbered } from './decisions.ts'
import { namer, readingsIn } from './incidents/groupings.ts'
import { homeFinder, labelsOf, NO_LABELS } from './incidents/labels.ts'
import { incidentOfEvent } from './incidents/list.ts'
import { openRegistry } from './incidents/parties.ts'
import type { OpenRecord } from './open-record.ts'
import { gradeOf } from './write-decision.ts'

export function stillApplies(record: OpenRecord, proposal: Proposal): boolean {
  const { what, decision } = proposal
  if (what === 'withdraw' || what === 'restore') {
    const decided = decisionNumbered(record, proposal.of)
    return decided !== null && (decided.withdrawn === null) === (what === 'withdraw')
  }
  return decision.kind === 'source'
    ? isDeepStrictEqual(gradeOf(record, decision.name), decision.before)
    : canBeMade(record, decision)
}

function canBeMade(record: OpenRecord, decision: Decision): boolean {
  switch (decision.kind) {
    case 'incident':
      return isGroupedSo(record, decision)
    case 'party':
      return isPartySo(record, decision)
    case 'title':
      return labelsAt(record, decision.at)?.title === decision.before
    case 'tag': {
      const tags = labelsAt(record, decision.at)?.tags
      return tags !== undefined && tags.includes(decision.before ?? decision.after ?? '') === (decision.before !== null)
    }
    case 'note':
      return true
    default: {
      const reading = readingsIn(record)(decision.document)
      return reading !== null && appliesTo(reading, decision)
    }
  }
}

/** The mentions of each group are in one incident, those of different groups in different ones. */
function isGroupedSo(record: OpenRecord, { before }: OnIncident): boolean {
  const nameOf = namer(readingsIn(record))
  const homes = before.map((group) => {
    const ids = group.map((anchor) => {
      const name = nameOf(anchor)
      return name && incidentOfEvent(record, name)
    })
    return new Set(ids).size === 1 ? ids[0] : null
  })
  return homes.every((home) => home !== null) && new Set(homes).size === homes.length
}

function isPartySo(record: OpenRecord, decision: OnParty): boolean {
  const { partyOf, keysOf, belongingOf } = openRegistry(record)
  if (decision.about !== 'identity') return belongingOf(decision.party)[decision.about] === decision.before
  const sorted = (keys: readonly string[]) => [...keys].sort()
  return decision.before.every((keys) => isDeepStrictEqual(sorted(keysOf(partyOf(keys[0] ?? ''))), sorted(keys)))
}

/** Undefined if no incident has any of the mentions. */
function labelsAt(record: OpenRecord, at: readonly Anchor[]) {
  const home = homeFinder(record)(at)
  return home === null ? undefined : (labelsOf(record).get(home) ?? NO_LABELS)
}
