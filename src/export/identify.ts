// What identifies a thing -> an id that is the same each time and everywhere.

import { createHash } from 'node:crypto'

/** 40 hexadecimal digits. */
export const hashOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha1').update(JSON.stringify(parts)).digest('hex')

/** A UUID made of a hash (RFC 9562, version 8: the layout is our own). */
export function uuidOf(...parts: readonly (string | number)[]): string {
  const hash = hashOf(...parts)
  const variant = '89ab'[Number.parseInt(hash[16], 16) & 3]
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** The address of bytes by their sha256 (RFC 6920). */
export const namedInformation = (sha256: string): string =>
  `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`

/** Only what a browser may open; the bytes' own name otherwise. */
export const isWebAddress = (url: string | undefined): url is string => url !== undefined && /^https?:\/\//i.test(url)
