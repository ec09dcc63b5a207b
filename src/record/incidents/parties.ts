// The record -> its registry of parties: which keys are one, what each is a part of and on whose side, by rules and by what people say.

import { groupBy } from '../../group-by.ts'
import { bodyParent } from '../../reconciling/party-parents.ts'
import { NO_PARTIES, type ReadingParties, readingParties } from '../../reconciling/reading-parties.ts'
import { groupParties } from '../../reconciling/registry.ts'
import type { OnParty } from '../../review/decision.ts'
import type { Reading } from '../../types.ts'
import { PARTIES } from '../decided.ts'
import { decisionsAbout } from '../decisions.ts'
import type { OpenRecord } from '../open-record.ts'

/** Returns what keeps the keys of a document's sources and parties; without a reading, the document is gone. */
export function partyKeeper({ db }: OpenRecord): (document: number, parties: ReadingParties) => void {
  const remove = ['statement_parties', 'event_parties'].map((table) =>
    db.prepare<[number]>(`DELETE FROM ${table} WHERE document = ?`),
  )
  const insertStatement = db.prepare<[number, string, string]>(
    'INSERT INTO statement_parties (document, id, party) VALUES (?, ?, ?)',
  )
  const insertEvent = db.prepare<[number, string]>('INSERT INTO event_parties (document, party) VALUES (?, ?)')
  return (document, { statements, events }) => {
    for (const each of remove) each.run(document)
    for (const [id, party] of statements) insertStatement.run(document, id, party)
    for (const party of events) insertEvent.run(document, party)
  }
}

export const partiesIn = (reading: Reading | null): ReadingParties => (reading ? readingParties(reading) : NO_PARTIES)

const standingOnParties = (record: OpenRecord): OnParty[] =>
  decisionsAbout(record, PARTIES).flatMap(({ decision, withdrawn }) =>
    decision.kind === 'party' && withdrawn === null ? [decision] : [],
  )

/** What people say of which parties are one, in the order in which they said it. */
export const sayingsOf = (record: OpenRecord): string[][][] =>
  standingOnParties(record).flatMap((decision) => (decision.about === 'identity' ? [decision.after] : []))

interface Belonging {
  /** The key of what it is a part of, and on whose side it is. */
  part: string | null
  side: string | null
}

export interface Registry {
  /** Of a key the one that stands for its party. */
  partyOf: (key: string) => string
  /** The keys of a party, itself first. */
  keysOf: (party: string) => string[]
  /** Of each key that does not stand for itself, the one that does. */
  joined: readonly (readonly [key: string, party: string])[]
  /** By people, otherwise by rules. */
  belongingOf: (key: string) => Belonging
}

export function openRegistry(record: OpenRecord): Registry {
  const keys = record.db
    .prepare<[], string>(
      `SELECT party FROM statement_parties
       UNION SELECT party FROM event_parties
       UNION SELECT party FROM incident_accounts WHERE party IS NOT NULL`,
    )
    .pluck()
    .all()
  const decided = standingOnParties(record)
  const parties = groupParties(keys, sayingsOf(record))
  const partyOf = (key: string) => parties.get(key) ?? key
  const said = (about: 'part' | 'side', party: string) => {
    const last = decided.findLast((one) => one.about === about && 'party' in one && partyOf(one.party) === party)
    return last && 'party' in last ? last : undefined
  }
  const belongingOf = (key: string, depth = 0): Belonging => {
    const party = partyOf(key)
    const [part, side] = [said('part', party), said('side', party)]
    const whole = part ? part.after : bodyParent(party)
    if (side) return { part: whole, side: side.after }
    return {
      part: whole,
      side: whole === null || depth > MAX_DEPTH ? null : (belongingOf(whole, depth + 1).side ?? whole),
    }
  }
  const joined = [...parties].filter(([key, party]) => key !== party)
  const others = groupBy(joined, ([, party]) => party)
  const keysOf = (party: string) => [party, ...(others.get(party) ?? []).map(([key]) => key)]
  return { partyOf, keysOf, joined, belongingOf }
}

/** Returns whether a party says anything in a report, under any of its keys. */
export function speakerFinder({ db }: OpenRecord): (keys: readonly string[]) => boolean {
  const find = db.prepare<[string], 1>(
    'SELECT 1 FROM statement_parties WHERE party IN (SELECT value FROM json_each(?)) LIMIT 1',
  )
  return (keys) => find.get(JSON.stringify(keys)) !== undefined
}

/** People may say that two are parts of each other. */
const MAX_DEPTH = 8
