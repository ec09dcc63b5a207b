// What a person sent -> the decision, made of the record as it is now; or the reason why there is none.

import { proposalNumbered } from '../record/decisions.ts'
import { readingOf } from '../record/documents.ts'
import { accountAnchors, anchorsOfIncident } from '../record/incidents/anchors.ts'
import { labelsOn } from '../record/incidents/labels.ts'
import { type PartyWish, partyDecision } from '../record/incidents/party-decision.ts'
import { numberOf } from '../record/write.ts'
import { anchorIn } from '../review/anchor.ts'
import type { Anchor, Decision, Note, OnLabel } from '../review/decision.ts'
import { labelDecisions } from '../review/label.ts'
import type { Reading } from '../types.ts'
import { UserError } from '../user-error.ts'
import { decisionFrom } from './decision-from.ts'
import type { Desk } from './desk.ts'
import { incidentDecision } from './incident-decision.ts'
import { incidentNamed } from './incidents.ts'
import { CHANGED, type Refusal, refuse } from './refusal.ts'
import type { DecisionBody } from './review-answers.ts'
import { sourceCalled } from './source-called.ts'

type NotFound = { status: 404; error: string }

export function makeDecision(desk: Desk, body: DecisionBody): Decision | Refusal | NotFound {
  if (body.kind === 'note') return noteFrom(desk, body)
  if (body.kind === 'party') return partyFrom(desk, body)
  if (body.kind === 'incident') {
    const incidents = body.incidents.flatMap((id) => incidentNamed(desk, id) ?? [])
    if (incidents.length < body.incidents.length) return missing(`an incident ${body.incidents.join(' or ')}`)
    return incidentDecision(incidents, body, accountAnchors(desk.record))
  }
  if (body.kind === 'title' || body.kind === 'tag') return labelFrom(desk, body)
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
  const { on, document = '', article = 1, id, span, text } = body
  const note = (at: Anchor[], about: Pick<Note, 'source' | 'of'> = {}): Note => ({
    kind: 'note',
    on,
    at,
    ...about,
    before: null,
    after: text,
  })
  if (on === 'proposal') {
    const proposed = proposalNumbered(desk.record, body.of ?? 0)
    return proposed ? note([], { of: proposed.number }) : missing(`a proposal ${body.of}`)
  }
  if (on === 'source') {
    const source = sourceCalled(desk, body.source ?? '')
    return source ? note([], { source: { name: source.name, party: source.party } }) : missing('that source')
  }
  if (on === 'incident') {
    const incident = incidentNamed(desk, id ?? '')
    return incident ? note(anchorsOfIncident(desk.record, incident)) : missing(`an incident ${id}`)
  }
  const reading = readingFor(desk, document)
  const anchor = reading && anchorIn(reading, article, on, { id, passage: span })
  return anchor ? note([anchor]) : missing(`what the note is about`)
}

function labelFrom(desk: Desk, body: Extract<DecisionBody, { kind: 'title' | 'tag' }>): OnLabel | Refusal | NotFound {
  const incident = incidentNamed(desk, body.incident)
  if (!incident) return missing(`an incident ${body.incident}`)
  const { record } = desk
  const now = labelsOn(record, incident)
  if (body.kind === 'title' && body.seen !== now.title) return CHANGED
  const wanted =
    body.kind === 'title' ? { title: body.to } : body.verdict === 'add' ? { tags: [body.tag] } : { untags: [body.tag] }
  const [decision] = labelDecisions(wanted, now, anchorsOfIncident(record, incident))
  return decision ?? refuse('it is so already')
}

function readingFor({ record }: Desk, sha256: string): Reading | null {
  const number = numberOf(record, sha256)
  return number === null ? null : readingOf(record, number)
}
