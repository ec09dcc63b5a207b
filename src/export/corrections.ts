// People's decisions -> labelled data, one JSON object on each line, in the formats of corpora that train and evaluate readers.

import { decisionsAbout, documentsDecided } from '../record/decisions.ts'
import { documentNumbers, readingOf } from '../record/documents.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Scope } from '../record/scope.ts'
import type { OnDocument } from '../review/decision.ts'
import type { Reviewed } from '../review/labelled.ts'
import { labelledEvents } from '../review/labelled-events.ts'
import { labelledPlaces } from '../review/labelled-places.ts'
import { labelledStatements } from '../review/labelled-statements.ts'
import { labelledTimes } from '../review/labelled-times.ts'
import { whereIs } from '../review/where-is.ts'

export const CORRECTIONS = ['statements', 'events', 'places', 'times'] as const
export type Corrections = (typeof CORRECTIONS)[number]

const KINDS = { statements: 'statement', events: 'event', places: 'place', times: 'time' } as const
const LABELLED: Record<Corrections, (reviewed: Reviewed) => object[]> = {
  statements: (reviewed) => [labelledStatements(reviewed)],
  events: labelledEvents,
  places: (reviewed) => [labelledPlaces(reviewed)],
  times: (reviewed) => [labelledTimes(reviewed)],
}

/** Only articles in which something of that kind was decided. */
export function* exportCorrections(record: OpenRecord, what: Corrections, scope: Scope = {}): Generator<string> {
  for (const reviewed of reviewedArticles(record, KINDS[what], scope))
    for (const labelled of LABELLED[what](reviewed)) yield `${JSON.stringify(labelled)}\n`
}

function* reviewedArticles(record: OpenRecord, kind: OnDocument['kind'], scope: Scope): Generator<Reviewed> {
  for (const number of documentNumbers(record, documentsDecided(record), scope)) {
    const reading = readingOf(record, number)
    const people = new Map<number, Set<string>>()
    for (const { decision, who, withdrawn } of decisionsAbout(record, reading.document.sha256)) {
      if (decision.kind !== kind || withdrawn !== null) continue
      const at = whereIs(reading, decision)?.article
      if (at !== undefined) people.set(at, (people.get(at) ?? new Set()).add(who))
    }
    for (const [number, names] of [...people].sort(([a], [b]) => a - b))
      yield { reading, article: reading.articles[number - 1], number, who: [...names].join(', ') }
  }
}
