// Sends a decision and shows the page again; remembers who decides, and the last decision for its undo.

import type { DecisionAnswer } from '../../src/server/answers.ts'
import type { DecisionBody, MadeAnswer, WhereaboutsAnswer } from '../../src/server/review-answers.ts'
import { ask, NoAnswer } from '../api.ts'
import { go, place, refresh } from '../place.svelte.ts'
import { session } from '../session.svelte.ts'

const KEY = 'hearsay-who'

/** Empty: the name of the user who started hearsay. */
export const person = $state({ name: localStorage.getItem(KEY) ?? '' })

export function callMe(name: string): void {
  person.name = name.trim()
  localStorage.setItem(KEY, person.name)
}

interface Last {
  decision: DecisionAnswer
  isWithdrawn: boolean
  /** Its undo is offered only on this page. */
  path: string
}

export const last = $state<{ made: Last | null; working: boolean }>({ made: null, working: false })

/**
 * Returns an error; null if the decision was saved, and the page shows it.
 * @param onKept called before the page is shown again
 */
export const decide = (body: DecisionBody, onKept?: () => void): Promise<string | null> =>
  send('review/decisions', body, false, onKept)

/** Withdraws a decision, or restores it. */
export const turn = (number: number, isWithdrawn: boolean): Promise<string | null> =>
  send(isWithdrawn ? 'review/withdraw' : 'review/restore', { number }, isWithdrawn)

/** Grades a source; also null if it already had this grade. */
export const grade = (body: { name: string; reliability: string; why: string }): Promise<string | null> =>
  send('reliability', body, false)

/** Approves what somebody else proposed. */
export const approve = (number: number): Promise<string | null> => send('review/approve', { number }, false)

/** Declines a proposal, or takes back one's own. */
export const decline = (number: number, why: string): Promise<string | null> =>
  send('review/decline', { number, ...(why === '' ? {} : { why }) }, true)

/** Whether decisions need somebody else's approval. */
export async function setApproval(needed: boolean): Promise<string | null> {
  const error = await post('approval', { needed })
  if (error === null) await refresh()
  return error
}

/** Whether it is the name under which this page decides, as far as the page knows it. */
export const isMe = (who: string): boolean => {
  const name = session.person?.name ?? person.name
  return name !== '' && isSamePerson(name, who)
}

export const isSamePerson = (one: string, other: string): boolean => tidy(one) === tidy(other)

const tidy = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

/** Says something that is no decision. Returns an error, or null. */
export async function post(path: string, body: object): Promise<string | null> {
  const who = person.name === '' ? {} : { who: person.name }
  try {
    await ask(path, {
      method: 'POST',
      body: JSON.stringify({ ...body, ...who }),
      headers: { 'content-type': 'application/json' },
    })
    return null
  } catch (error) {
    if (error instanceof NoAnswer) return error.message
    throw error
  }
}

/** Adds an account to an incident. */
export const addAccount = (body: object): Promise<string | null> => send('review/account', body, false)

async function send(
  path: string,
  body: object,
  isWithdrawn: boolean,
  onKept: () => void = () => {},
): Promise<string | null> {
  const who = person.name === '' ? {} : { who: person.name }
  try {
    const made = await ask<MadeAnswer | null>(path, {
      method: 'POST',
      body: JSON.stringify({ ...body, ...who }),
      headers: { 'content-type': 'application/json' },
    })
    if (!made) return null
    onKept()
    await follow(made.decision)
    last.made = { decision: made.decision, isWithdrawn, path: place.address.pathname }
    return null
  } catch (error) {
    if (error instanceof NoAnswer) return error.message
    throw error
  }
}

/** Incidents are updated in the background: once that is done, show the incident that resulted. */
async function follow({ number, on, proposal }: DecisionAnswer): Promise<void> {
  if (proposal) return refresh()
  if ((on !== 'incident' && on !== 'account') || !place.address.pathname.startsWith('/incidents/')) return refresh()
  last.working = true
  try {
    const incident = await whereabouts(number)
    if (incident === null) await go('/incidents', { replace: true })
    else if (place.address.pathname === `/incidents/${incident}`) await refresh()
    else await go(`/incidents/${incident}`, { replace: true })
  } finally {
    last.working = false
  }
}

const PAUSE_MS = 250

async function whereabouts(decision: number): Promise<string | null> {
  for (;;) {
    const { fresh, incident } = await ask<WhereaboutsAnswer>(`review/whereabouts?decision=${decision}`)
    if (fresh) return incident
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

/** What somebody would do. */
export const WISHES: Record<DecisionAnswer['verdict'], string> = {
  confirm: 'Confirm',
  correct: 'Correct',
  reject: 'Reject',
  add: 'Add',
  merge: 'Merge',
  split: 'Split',
  note: 'Note',
  grade: 'Grade',
}

export const VERDICTS: Record<DecisionAnswer['verdict'], string> = {
  confirm: 'Confirmed',
  correct: 'Corrected',
  reject: 'Rejected',
  add: 'Added',
  merge: 'Merged',
  split: 'Split',
  note: 'Noted',
  grade: 'Graded',
}
