// The record -> the titles, tags and notes that people gave its incidents, by the ids that incidents have now.

import type { Anchor } from '../../review/decision.ts'
import type { Incident } from '../../types.ts'
import { type Decided, INCIDENTS } from '../decided.ts'
import { decisionsAbout } from '../decisions.ts'
import type { OpenRecord } from '../open-record.ts'
import { namer, readingsIn } from './groupings.ts'
import { incidentOfEvent } from './list.ts'

export interface Labels {
  /** A person's own; null for the one made from what is agreed. */
  title: string | null
  /** In the order of the alphabet. */
  tags: string[]
  notes: { text: string; who: string; at: string }[]
}

export const NO_LABELS: Labels = { title: null, tags: [], notes: [] }

/** Of all incidents that have any. Of two titles of one incident the later holds, also where two incidents became one. */
export function labelsOf(record: OpenRecord): ReadonlyMap<string, Labels> {
  const find = homeFinder(record)
  const labels = new Map<string, Labels>()
  for (const { decision, who, at, withdrawn } of decisionsAbout(record, INCIDENTS)) {
    if (withdrawn !== null || decision.kind === 'incident' || !('at' in decision)) continue
    const incident = find(decision.at)
    if (incident === null) continue
    const known = labels.get(incident) ?? NO_LABELS
    labels.set(incident, labelled(known, decision, { who, at }))
  }
  return labels
}

export const labelsOn = (record: OpenRecord, { id }: Pick<Incident, 'id'>): Labels =>
  labelsOf(record).get(id) ?? NO_LABELS

function labelled(
  known: Labels,
  decision: Extract<Decided['decision'], { at: Anchor[] }>,
  by: { who: string; at: string },
): Labels {
  switch (decision.kind) {
    case 'title':
      return { ...known, title: decision.after }
    case 'tag': {
      const others = known.tags.filter((tag) => tag !== (decision.after ?? decision.before))
      return { ...known, tags: decision.after === null ? others : [...others, decision.after].sort() }
    }
    case 'note':
      return { ...known, notes: [...known.notes, { text: decision.after, ...by }] }
    case 'account':
      return known
  }
}

/** The incident that has most of the mentions; of equals the one that has the first. Null if none has any. */
export function homeFinder(record: OpenRecord): (anchors: readonly Anchor[]) => string | null {
  const nameOf = namer(readingsIn(record))
  return (anchors) => {
    const counts = new Map<string, number>()
    for (const anchor of anchors) {
      const name = nameOf(anchor)
      const incident = name && incidentOfEvent(record, name)
      if (incident !== null) counts.set(incident, (counts.get(incident) ?? 0) + 1)
    }
    return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
  }
}
