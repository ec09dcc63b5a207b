// A name and a password -> whose they are. Names that nobody has and wrong passwords get the same answer after the same work.

import type { OpenRecord } from '../../record/open.ts'
import { fitsPassword, unfittable } from '../../record/people/password.ts'
import { type Account, accountCalled, nameKey } from '../../record/people/people.ts'
import { knownBrowser } from './known-browser.ts'
import { addressGroup, type Throttle } from './throttle.ts'

interface Typed {
  name: string
  password: string
  /** From where. */
  address: string
  /** The cookie by which a browser is known again. */
  browser: string | undefined
  /** In milliseconds. */
  now: number
}

type SignedIn = { account: Account } | { refused: 'wrong' } | { refused: 'wait'; waitMs: number }

export type SignIn = (typed: Typed) => Promise<SignedIn>

/** @param fits another one than the record's only in tests */
export function makeSignIn(record: OpenRecord, throttle: Throttle, fits = fitsPassword): SignIn {
  const nobody = { key: '', password: unfittable() }
  const inTurn = turns()
  return async ({ name, password, address, browser, now }) => {
    const account = accountCalled(record, name)
    const known = knownBrowser(account ?? nobody, browser)
    const attempt = throttle.begin(
      known !== null
        ? [['browser', known]]
        : [
            ['name', nameKey(name)],
            ['address', addressGroup(address)],
          ],
      now,
    )
    if ('waitMs' in attempt) return { refused: 'wait', waitMs: attempt.waitMs }
    const verdict = inTurn(() => fits(password, (account ?? nobody).password))
    if (verdict === null) return { refused: 'wait', waitMs: CROWDED_MS }
    if (!(await verdict) || !account) return { refused: 'wrong' }
    attempt.succeeded()
    return { account }
  }
}

/** Each takes 32 MB and a core for a third of a second. */
const AT_ONCE = 2
const MOST_WAITING = 100
const CROWDED_MS = 5000

/** Runs a few at a time; null if too many wait already. Who is done passes the place on. */
function turns(): <Result>(work: () => Promise<Result>) => Promise<Result> | null {
  const waiting: (() => void)[] = []
  let working = 0
  const passOn = () => {
    const next = waiting.shift()
    if (next) next()
    else working--
  }
  return (work) => {
    if (working < AT_ONCE) {
      working++
      return work().finally(passOn)
    }
    if (waiting.length >= MOST_WAITING) return null
    const turn = new Promise<void>((resolve) => waiting.push(resolve))
    return turn.then(work).finally(passOn)
  }
}
