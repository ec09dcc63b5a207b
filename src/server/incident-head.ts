// An incident -> the few fields that lists, the map and the timeline need, with what people call it.

import { questionInWords } from '../questions.ts'
import { NO_LABELS } from '../record/incidents/labels.ts'
import { type IncidentRow, incidentRow } from '../record/incidents/row.ts'
import type { Incident } from '../types.ts'
import type { IncidentHead } from './answers.ts'
import type { Desk, IncidentNames } from './desk.ts'
import { clip } from './statement-index.ts'

const MAX_SENTENCE = 240

/** What an incident is without what people call it. */
interface Own {
  /** The whole, where nobody calls it anything and all its accounts are in the record shown. */
  plain: IncidentHead
  row: Omit<IncidentRow, 'mode' | 'country' | 'geonameId' | 'substantial' | 'unnamed' | 'agreed' | 'title' | 'gist'>
  title: string
  gist: string
  rest: Pick<IncidentHead, 'mode' | 'told' | 'country' | 'oneUnnamed'>
}

/** Kept as long as the incident is: those of thousands take longer than a page may. */
const heads = new WeakMap<Incident, Own>()

function headOf(incident: Incident): Own {
  const known = heads.get(incident)
  if (known) return known
  const {
    mode,
    country,
    geonameId: _,
    substantial: __,
    agreed: ___,
    unnamed,
    title,
    gist,
    ...rest
  } = incidentRow(incident)
  const row = { ...rest, disputed: rest.disputed.map(questionInWords) }
  const own: Omit<Own, 'plain'> = {
    row,
    title: clip(title),
    gist: clip(gist),
    rest: {
      ...(mode === null ? {} : { mode }),
      told: clip(incident.accounts[0]?.sentence.replace(/\s+/g, ' ') ?? '', MAX_SENTENCE),
      country,
      oneUnnamed: row.origins === 1 && unnamed,
    },
  }
  const head = { ...own, plain: { ...row, title: own.title, gist: own.gist, tags: [], ...own.rest, outside: 0 } }
  heads.set(incident, head)
  return head
}

/** Reads the labels once for many incidents. */
export function incidentHeads(desk: Desk): (incident: Incident) => IncidentHead {
  const labels = labelsFor(desk)
  return (incident) => {
    const { title: own, tags } = labels(incident)
    const { row, title, gist, rest, plain } = headOf(incident)
    const outside = incident.accounts.filter(({ document }) => !desk.holds(document)).length
    if (own === null && tags.length === 0 && outside === 0) return plain
    return {
      ...row,
      title: own === null ? title : clip(own),
      gist,
      tags: tags.map((tag) => clip(tag)),
      ...rest,
      outside,
    }
  }
}

/** Of all incidents, or of those that lists show unasked. */
export const headsOf = (desk: Desk, which: 'listed' | 'all'): IncidentHead[] =>
  desk.keep(`${which} heads`, [desk.incidents(which), desk.labels()], () =>
    desk.incidents(which).map(incidentHeads(desk)),
  )

export function labelsFor(desk: Desk): (incident: Incident) => IncidentNames {
  const labels = desk.labels()
  return ({ id }) => labels.get(id) ?? NO_LABELS
}
