// What a person sent -> the decision, made of the record as it is now; or the reason why there is none.

import { readingOf } from '../record/documents.ts'
import { type PartyWish, partyDecision } from '../record/incidents/party-decision.ts'
import { numberOf } from '../record/write.ts'
import { anchorIn } from '../review/anchor.ts'
import type { Anchor, Decision, Note } from '../review/decision.ts'
import { quoteOf } from '../review/quote.ts'
import type { Account, Reading } from '../types.ts'
import { UserError } from '../user-error.ts'
import { decisionFrom, type Refusal, refuse } from './decision-from.ts'
import type { Desk } from './desk.ts'
import { incidentDecision } from './incident-decision.ts'
import { incidentNamed } from './incidents.ts'
import type { DecisionBody } from './review-answers.ts'
import { articleOf } from './statement-index.ts'

type NotFound = { status: 404; error: string }

export function makeDecision(desk: Desk, body: DecisionBody): Decision | Refusal | NotFound {
  if (body.kind === 'note') return noteFrom(desk, body)
  if (body.kind === 'party') return partyFrom(desk, body)
  if (body.kind === 'incident') {
    const incidents = body.incidents.flatMap((id) => incidentNamed(desk, id) ?? [])
    if (incidents.length < body.incidents.length) return missing(`an incident ${body.incidents.join(' or ')}`)
    return incidentDecision(incidents, body, anchorsOf(desk))
  }
  const reading = readingFor(desk, body.document)
  return reading ? decisionFrom(reading, body) : missing(`a document ${body.document}`)
}

function partyFrom({ record }: Desk, body: Extract<DecisionBody, { kind: 'party' }>): Decision | Refusal {
  try {
    return partyDecision(record, wishFrom(body))
  } catch (error) {
    if (error instanceof UserError) return refuse(error.message)
    throw error
  }
}

function wishFrom({ wish, party, other, keys = [], side }: Extract<DecisionBody, { kind: 'party' }>): PartyWish {
  switch (wish) {
    case 'same':
      return { wish, party, other: other ?? party }
    case 'apart':
      return { wish, party, keys }
    case 'part':
      return { wish, party, whole: other ?? null }
    case 'side':
      return { wish, party, side: side || null }
  }
}

const missing = (what: string): NotFound => ({ status: 404, error: `the record does not have ${what}` })

function noteFrom(desk: Desk, body: Extract<DecisionBody, { kind: 'note' }>): Note | NotFound {
  const { on, document = '', article = 1, id, text } = body
  const note = (at: Anchor[]): Note => ({ kind: 'note', on, at, before: null, after: text })
  if (on === 'incident') {
    const incident = incidentNamed(desk, id ?? '')
    return incident ? note(incident.accounts.flatMap(anchorsOf(desk))) : missing(`an incident ${id}`)
  }
  const reading = readingFor(desk, document)
  const anchor = reading && anchorIn(reading, article, on, id)
  return anchor ? note([anchor]) : missing(`what the note is about`)
}

function readingFor({ record }: Desk, sha256: string): Reading | null {
  const number = numberOf(record, sha256)
  return number === null ? null : readingOf(record, number)
}

/** The words of all mentions of an account; each document is looked at once. */
function anchorsOf(desk: Desk): (account: Account) => Anchor[] {
  const readings = new Map<string, Reading | null>()
  return ({ document, article, events }) => {
    const sha256 = articleOf(desk.index(), document, article)?.sha256 ?? ''
    const reading = readings.get(sha256) ?? readingFor(desk, sha256)
    readings.set(sha256, reading)
    if (!reading) return []
    const { text } = reading.document
    const told = reading.articles[article - 1]?.events ?? []
    return told.flatMap(({ id, trigger }) =>
      events.includes(id) ? [{ document: sha256, quote: quoteOf(text, trigger) }] : [],
    )
  }
}
