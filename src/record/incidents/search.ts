// The record and what is wanted -> incidents a page at a time, the latest first, without reading all of them.

import type { Incident } from '../../types.ts'
import { fullTextQuery } from '../match.ts'
import type { OpenRecord } from '../open-record.ts'
import { plainOf, spellingsIn } from '../spellings.ts'
import { conditions, type IncidentFilter } from './list.ts'
import { titleOf } from './title.ts'

export interface IncidentSearch extends IncidentFilter {
  /** All of them stand in its title or the sentences of its accounts. */
  words?: string
}

/** Each with its place among all that are wanted, so that a later call can go on behind it. Nothing if `words` holds no word. */
export function* searchIncidents(
  record: OpenRecord,
  { words, ...filter }: IncidentSearch,
  after = 0,
): Generator<{ at: number; incident: Incident | null }> {
  const query = words === undefined ? undefined : fullTextQuery(words, spellingsIn(record))
  if (query === null) return
  const { where, values } = conditions(record, filter)
  // Words that stand almost everywhere are found sooner by looking.
  const byIndex = query === undefined || isEverywhere(record, query) ? [] : [query]
  const all = [where.replace('WHERE ', ''), ...byIndex.map(() => TOLD_WITH)].filter(Boolean).join(' AND ')
  const ids = record.db
    .prepare<(string | number)[], string>(
      `SELECT id FROM incidents ${all === '' ? '' : `WHERE ${all}`} ORDER BY start IS NULL, start DESC, id LIMIT -1 OFFSET ?`,
    )
    .pluck()
    .all(...values, ...byIndex, after)
  const find = record.db.prepare<[string], string>('SELECT json FROM incidents WHERE id = ?').pluck()
  const isWanted = words === undefined ? () => true : speaksOf(words)
  for (const [index, id] of ids.entries()) {
    const json = find.get(id)
    const incident: Incident | null = json === undefined ? null : JSON.parse(json)
    // One that is passed over counts too: whoever asks decides how many to look at.
    yield { at: after + index + 1, incident: incident && isWanted(incident) ? incident : null }
  }
}

const EVERYWHERE = 2000

const isEverywhere = ({ db }: OpenRecord, query: string): boolean =>
  db
    .prepare<[string, number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM blocks_text WHERE blocks_text MATCH ? LIMIT ?)',
    )
    .pluck()
    .get(query, EVERYWHERE) === EVERYWHERE

const TOLD_WITH = `id IN (
  SELECT incident FROM incident_accounts o JOIN documents d ON d.id = o.document
    JOIN blocks b ON b.document = d.number AND b.article = o.article
  WHERE b.number IN (SELECT rowid FROM blocks_text WHERE blocks_text MATCH ?))`

const ENDING = /(?:ings?|ers?|ed|es|s|ly|e)$/
const SHORTEST_STEM = 4

/** By the beginnings of words: "bombings" is found in "bombed". */
function speaksOf(typed: string): (incident: Incident) => boolean {
  const stems = wordsOf(typed).map((word) => {
    const stem = word.replace(ENDING, '')
    return stem.length < SHORTEST_STEM ? word : stem
  })
  return (incident) => {
    const told = wordsOf(
      [titleOf(incident), ...incident.accounts.flatMap(({ sentence, origin }) => [sentence, origin])].join(' '),
    )
    return stems.every((stem) => told.some((word) => word.startsWith(stem)))
  }
}

const wordsOf = (text: string): string[] => plainOf(text).match(/[\p{L}\p{N}]+/gu) ?? []
