// Aspects on which accounts of independent origins cannot all be right -> a row for each answer that contradicts another, with its side and who gives it.

import { listIncidents } from '../record/incidents/list.ts'
import { incidentRow } from '../record/incidents/row.ts'
import { opposedStands } from '../record/incidents/stands.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Scope } from '../record/scope.ts'
import { type ExportFormat, exportRows } from './export.ts'
import type { Row } from './rows.ts'

const DISPUTE_COLUMNS = [
  'incident_id',
  'type',
  'date_start',
  'place',
  'aspect',
  'side',
  'value',
  'denied',
  'low',
  'high',
  'origins',
  'accounts',
]

export const exportDisputes = (
  record: OpenRecord,
  format: ExportFormat,
  limit: number,
  { collection }: Scope = {},
): Generator<string> => exportRows(format, DISPUTE_COLUMNS, first(disputeRows(record, { collection }), limit))

function* disputeRows(record: OpenRecord, scope: Scope): Generator<Row> {
  for (const incident of listIncidents(record, { ...scope, disputed: true })) {
    const { id, type, start, place } = incidentRow(incident)
    for (const aspect of incident.aspects) {
      if (aspect.state !== 'disputed') continue
      for (const { claims, side } of opposedStands(aspect)) {
        const { value, text, polarity } = claims[0]
        const accounts = [...new Set(claims.map(({ account }) => account))]
        yield {
          incident_id: id,
          type,
          date_start: start,
          place,
          aspect: aspect.name,
          side: side + 1,
          value: value.kind === 'status' ? value.status : text,
          denied: polarity === 'no',
          low: value.kind === 'number' ? value.low : null,
          high: value.kind === 'number' ? value.high : null,
          origins: [...new Set(accounts.map((at) => incident.accounts[at].origin))].join('; '),
          accounts: accounts
            .map((at) => `${incident.accounts[at].document}#${incident.accounts[at].article}`)
            .join('; '),
        }
      }
    }
  }
}

function* first<Item>(items: Iterable<Item>, most: number): Generator<Item> {
  let left = most
  for (const item of items) {
    if (left-- === 0) return
    yield item
  }
}
