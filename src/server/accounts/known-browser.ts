// A person -> a cookie by which a browser in which they signed in is known again; it opens nothing. It is made with what is kept of the
// password, so that another password makes all of them worthless.

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Account } from '../../record/people/people.ts'

type Keyed = Pick<Account, 'key' | 'password'>

export function browserCookie(account: Keyed): string {
  const browser = randomBytes(16).toString('base64url')
  return `${browser}.${proof(account, browser)}`
}

/** Which of the person's browsers it is; null if it is none of theirs. */
export function knownBrowser(account: Keyed, cookie: string | undefined): string | null {
  const [, browser, proven] = /^([\w-]{22})\.([\w-]{43})$/.exec(cookie ?? '') ?? []
  if (browser === undefined) return null
  return timingSafeEqual(Buffer.from(proof(account, browser)), Buffer.from(proven)) ? browser : null
}

const proof = ({ key, password }: Keyed, browser: string): string =>
  createHmac('sha256', password).update(`${browser} ${key}`).digest('base64url')
