// A decision on its way: who decides, the request, the page as it is then; and what was decided last, for its undo.

import type { DecisionAnswer } from '../../src/server/answers.ts'
import type { DecisionBody, MadeAnswer, WhereaboutsAnswer } from '../../src/server/review-answers.ts'
import { ask, NoAnswer } from '../api.ts'
import { go, place, refresh } from '../place.svelte.ts'

const KEY = 'hearsay-who'

/** Empty: the name of whoever started hearsay. */
export const person = $state({ name: localStorage.getItem(KEY) ?? '' })

export function callMe(name: string): void {
  person.name = name.trim()
  localStorage.setItem(KEY, person.name)
}

interface Last {
  decision: DecisionAnswer
  isWithdrawn: boolean
  /** Only there is its undo offered. */
  path: string
}

export const last = $state<{ made: Last | null; working: boolean }>({ made: null, working: false })

/** Returns why it could not be; null where it was, and the page shows it. */
export const decide = (body: DecisionBody): Promise<string | null> => send('decisions', body, false)

/** Takes a decision back, or makes it stand again. */
export const turn = (number: number, isWithdrawn: boolean): Promise<string | null> =>
  send(isWithdrawn ? 'withdraw' : 'restore', { number }, isWithdrawn)

async function send(path: string, body: object, isWithdrawn: boolean): Promise<string | null> {
  const who = person.name === '' ? {} : { who: person.name }
  try {
    const { decision } = await ask<MadeAnswer>(`review/${path}`, {
      method: 'POST',
      body: JSON.stringify({ ...body, ...who }),
      headers: { 'content-type': 'application/json' },
    })
    await follow(decision)
    last.made = { decision, isWithdrawn, path: place.address.pathname }
    return null
  } catch (error) {
    if (error instanceof NoAnswer) return error.message
    throw error
  }
}

/** Incidents are worked out beside: their page goes where the decision leads, once that is known. */
async function follow({ number, on }: DecisionAnswer): Promise<void> {
  if (on !== 'incident' || !place.address.pathname.startsWith('/incidents/')) return refresh()
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
