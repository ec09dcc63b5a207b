// The listed incidents -> the mentions that decide most about them and that nobody decided on yet, each with its sentence.

import { questionInWords } from '../questions.ts'
import { readingOf } from '../record/documents.ts'
import { openMentions } from '../record/incidents/open-mentions.ts'
import { DECIDES, type Deciding, decidingIn, OF_ONE_INCIDENT } from '../record/incidents/waiting.ts'
import { numberOf } from '../record/write.ts'
import type { Account, Incident, Reading } from '../types.ts'
import type { Desk } from './desk.ts'
import { incidentHeads } from './incident-head.ts'
import type { ReviewAnswer } from './review-answers.ts'
import { articleOf, clip } from './statement-index.ts'

type Waiting = ReviewAnswer['deciding']['things'][number]
type Readings = (account: Account) => Reading | null
interface Candidate extends Deciding {
  incident: Incident
}

const SHOWN = 12
/** So many characters around the words tell what they are. */
const AROUND = 90

export function waitingThings(desk: Desk): ReviewAnswer['deciding'] {
  return desk.keep('waiting', [desk.changes().decisions, desk.incidents(), desk.labels(), desk.index()], () => {
    const readings = readingsById(desk)
    const isOpen = openMentions(desk.record, readings)
    const all = desk
      .incidents()
      .flatMap((incident) => decidingIn(incident).map((one): Candidate => ({ ...one, incident })))
      .filter(({ incident, account, event }) => isOpen(incident.accounts[account], event))
      .sort(byWeight)
    const total = Object.fromEntries(
      DECIDES.map((kind) => [kind, all.filter(({ decides }) => decides === kind).length]),
    )
    return { total: total as ReviewAnswer['deciding']['total'], things: firstOf(desk, readings, all) }
  })
}

/** First what it decides, then how much rests on the incident: its origins, then its accounts. */
function byWeight(one: Candidate, other: Candidate): number {
  return (
    DECIDES.indexOf(one.decides) - DECIDES.indexOf(other.decides) ||
    other.incident.origins - one.incident.origins ||
    other.incident.accounts.length - one.incident.accounts.length ||
    (one.incident.id < other.incident.id ? -1 : one.incident.id > other.incident.id ? 1 : 0)
  )
}

function firstOf(desk: Desk, readings: Readings, all: readonly Candidate[]): Waiting[] {
  const head = incidentHeads(desk)
  const things: Waiting[] = []
  const ofIncident = new Map<string, number>()
  for (const { incident, decides, aspect, account: at, event } of all) {
    if (things.length === SHOWN) break
    const before = ofIncident.get(incident.id) ?? 0
    const passage = before < OF_ONE_INCIDENT ? passageOf(desk, readings, incident.accounts[at], event) : null
    if (!passage) continue
    ofIncident.set(incident.id, before + 1)
    const { id, title, accounts, origins } = head(incident)
    things.push({
      ...passage,
      decides,
      question: aspect && questionInWords(aspect),
      incident: { id, title, accounts, origins },
    })
  }
  return things
}

function passageOf(
  { index }: Desk,
  readings: Readings,
  account: Account,
  event: string,
): Omit<Waiting, 'decides' | 'question' | 'incident'> | null {
  const entry = articleOf(index(), account.document, account.article)
  const reading = readings(account)
  const article = reading?.articles[account.article - 1]
  const span = article?.events.find(({ id }) => id === event)?.trigger
  if (!entry || !reading || !article || !span) return null
  const { text } = reading.document
  const { sha256, title, origin, outlet, published } = entry
  return {
    ...{ sha256, article: account.article, title, origin, outlet, published, mark: event },
    words: clip(text.slice(...span)),
    before: text.slice(Math.max(article.span[0], span[0] - AROUND), span[0]).replace(/^\S*\s|\n/g, ' '),
    behind: text.slice(span[1], Math.min(article.span[1], span[1] + AROUND)).replace(/\s\S*$|\n/g, ' '),
  }
}

/** Each read once. */
function readingsById({ record, index }: Desk): Readings {
  const kept = new Map<string, Reading | null>()
  return ({ document, article }) => {
    const known = kept.get(document)
    if (known !== undefined) return known
    const number = numberOf(record, articleOf(index(), document, article)?.sha256 ?? '')
    const reading = number === null ? null : readingOf(record, number)
    kept.set(document, reading)
    return reading
  }
}
