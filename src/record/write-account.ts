// An account that a person adds to an incident by hand -> a document of the record, and the decision that it belongs there.

import { accountDecision, type ByHand, documentByHand } from '../review/account-by-hand.ts'
import type { Incident, Reading, Received } from '../types.ts'
import { sha256Of } from './custody/arrival.ts'
import { readingOf } from './documents.ts'
import { anchorsOfIncident } from './incidents/anchors.ts'
import type { OpenRecord } from './open-record.ts'
import { numberOf, writeDocument } from './write.ts'
import { writeDecision } from './write-decision.ts'

type Read = (received: Received) => Promise<{ reading: Reading } | { failure: Error }>

/** Returns the number of the decision. The same words of the same source are one document, however often they are added. */
export async function writeAccount(
  record: OpenRecord,
  incident: Incident,
  account: ByHand,
  { who, at, read }: { who: string; at: string; read: Read },
): Promise<{ number: number } | { failure: Error }> {
  const received = documentByHand(account, who)
  const sha256 = sha256Of(received.bytes)
  if (numberOf(record, sha256) === null) {
    const outcome = await read(received)
    if ('failure' in outcome) return outcome
    writeDocument(record, received, outcome.reading, at)
  }
  const document = numberOf(record, sha256)
  const anchors = anchorsOfIncident(record, incident)
  const decision = document === null ? null : accountDecision(readingOf(record, document), account, incident, anchors)
  if (!decision) return { failure: new Error('no words are left to read in it') }
  return { number: writeDecision(record, decision, { who, at }) }
}
