// A password -> the text that is kept of it (salt and scrypt hash); a typed one and such a text -> whether they fit.

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** OWASP's Password Storage Cheat Sheet lists these; of its equally strong choices, one that takes 32 MB and not 128. */
const COST = { ln: 15, r: 8, p: 3 }
const SALT_BYTES = 16
const HASH_BYTES = 32

export async function hashPassword(typed: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  return write(COST, salt, await derive(typed, salt, COST))
}

/** Takes as long whatever is typed. */
export async function fitsPassword(typed: string, kept: string): Promise<boolean> {
  const [, ln, r, p, salt, hash] = KEPT.exec(kept) ?? []
  if (hash === undefined) throw new Error('what is kept of a password is damaged')
  const derived = await derive(typed, fromBase64(salt), { ln: Number(ln), r: Number(r), p: Number(p) })
  return timingSafeEqual(derived, fromBase64(hash))
}

/** What no password fits: compared where nobody has the name that was typed, so that this takes as long. */
export const unfittable = (): string => write(COST, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES))

/** NIST SP 800-63B: long rather than complicated. */
const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 256

/** Why it may not be anybody's; null if it may. */
export function faultOf(password: string, name: string): string | null {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return `the password is too short: write at least ${SHORTEST_PASSWORD} characters`
  if (length > LONGEST_PASSWORD) return `the password is too long: write at most ${LONGEST_PASSWORD} characters`
  if (new Set(password).size < 5) return 'the password repeats a few characters; choose another'
  if (password.toLowerCase() === name.toLowerCase()) return 'the password is the name; choose another'
  return null
}

type Cost = typeof COST

/** As other programs write it (PHC string format). */
const write = ({ ln, r, p }: Cost, salt: Buffer, hash: Buffer): string =>
  `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`
const KEPT = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]{43})$/

const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64url')

/** Keyboards write one letter in several ways: "é" is one character or two. */
function derive(typed: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const cost = { N: 2 ** ln, r, p }
  const maxmem = 128 * cost.N * r + 128 * r * p + 2 ** 20
  return new Promise((resolve, reject) =>
    scrypt(typed.normalize('NFKC'), salt, HASH_BYTES, { ...cost, maxmem }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    ),
  )
}
