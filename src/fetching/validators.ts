// What a server said of an answer's version -> what to send so that it answers again only where that has changed.

import type { HttpReceipt } from '../types.ts'

export interface Validators {
  /** The address that gave them: no other is told. */
  url: string
  etag?: string | undefined
  lastModified?: string | undefined
}

type Headers = HttpReceipt['headers']

/** By its name in small letters; of several the first. */
export const headerOf = (headers: Headers, name: string): string | undefined =>
  headers.find(([each]) => each.toLowerCase() === name)?.[1]

const ETAG = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]{0,500}"$/

/** Of an answer; what is misshapen is left out, since it would be sent back. */
export function validatorsOf(url: string, headers: Headers): Validators {
  const etag = headerOf(headers, 'etag')?.trim()
  const lastModified = headerOf(headers, 'last-modified')?.trim()
  return {
    url,
    ...(etag !== undefined && ETAG.test(etag) ? { etag } : {}),
    ...(lastModified !== undefined && /^[\w,: +-]{10,50}$/.test(lastModified) && !Number.isNaN(Date.parse(lastModified))
      ? { lastModified }
      : {}),
  }
}

export function askIfChanged({ href }: URL, known: Validators | undefined): Record<string, string> {
  if (known?.url !== href) return {}
  return {
    ...(known.etag === undefined ? {} : { 'if-none-match': known.etag }),
    ...(known.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
  }
}
