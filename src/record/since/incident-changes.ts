// Incidents with accounts of new documents -> what is new about each: it is new altogether, or its title, toll, grade or disputes are others
// than they were without those documents.

import type { Incident } from '../../types.ts'
import { openBefore } from '../incidents/before.ts'
import { gistOf } from '../incidents/gist.ts'
import { isListed } from '../incidents/listed.ts'
import { titleOf } from '../incidents/title.ts'
import type { OpenRecord } from '../open.ts'

export interface IncidentChange {
  id: string
  title: string
  isNew: boolean
  /** How many accounts came with the new documents. */
  accounts: number
  changes: { name: 'Title' | 'Toll and disputes' | 'Grade'; before: string; after: string }[]
}

/** Those with most independent origins first; what lists leave out is left out. */
export function incidentChanges(
  record: OpenRecord,
  touched: readonly Incident[],
  documents: readonly string[],
  most: number,
): { total: number; items: IncidentChange[] } {
  const before = openBefore(record, documents)
  const isNew = new Set(documents)
  const listed = touched.filter(isListed).toSorted((a, b) => b.accounts.length - a.accounts.length)
  return {
    total: listed.length,
    items: listed.slice(0, most).map((incident) => ({
      id: incident.id,
      title: titleOf(incident),
      accounts: incident.accounts.filter(({ document }) => isNew.has(document)).length,
      ...compare(incident, before(incident)),
    })),
  }
}

/** @param before the incidents of its older documents, and others of theirs */
function compare(incident: Incident, before: readonly Incident[]): Pick<IncidentChange, 'isNew' | 'changes'> {
  const events = eventsOf(incident)
  const kin = before
    .filter((one) => [...eventsOf(one)].some((event) => events.has(event)))
    .toSorted((a, b) => b.accounts.length - a.accounts.length)
  const [was] = kin
  if (!was) return { isNew: true, changes: [] }
  const fields = [
    ['Title', titleOf],
    ['Toll and disputes', gistOf],
    ['Grade', ({ credibility }: Incident) => credibility.words],
  ] as const
  return {
    isNew: false,
    changes: fields.flatMap(([name, read]) => {
      const [then, now] = [String(read(was)), String(read(incident))]
      return then === now ? [] : [{ name, before: then, after: now }]
    }),
  }
}

const eventsOf = ({ accounts }: Incident): Set<string> =>
  new Set(accounts.flatMap(({ document, events }) => events.map((event) => `${document} ${event}`)))
