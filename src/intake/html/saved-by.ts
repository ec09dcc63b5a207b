// The first characters of a page -> what the tool that saved it wrote down: the address and the moment, in a comment or in the html element.

import { readUrl } from '../metadata.ts'

export interface Saved {
  url?: string
  /** An instant. */
  retrievedAt?: string
}

/** In characters, from the beginning. */
const LOOKED_AT = 5000

const META_URL = /<meta\s+name=["']?savepage-url["']?\s+content=["']?([^"'\s>]+)/i
const META_DATE =
  /<meta\s+name=["']?savepage-date["']?\s+content=["']?(\w{3} \w{3} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4})/i
const MONOLITH = /<!--\s*Saved from (\S+) at (\d{4}-\d\d-\d\dT[\d:.]+Z) using monolith\b/i

/** Save Page WE has it in meta elements, monolith in one line; browsers ("saved from url=(0045)https://..."), SingleFile ("url: ..., saved date: ..."), WebScrapBook (attributes). */
export function readSavedBy(markup: string): Saved {
  const head = markup.slice(0, LOOKED_AT)
  const [singleFile = ''] = /<!--\s*Page saved with SingleFile[^>]*-->/i.exec(head) ?? []
  const url = readUrl([
    /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/i.exec(head)?.[1],
    /\n[^\S\n]*url:\s*(\S+)/i.exec(singleFile)?.[1],
    META_URL.exec(head)?.[1],
    MONOLITH.exec(head)?.[1],
    /\sdata-scrapbook-source=["']?([^"'\s>]+)/i.exec(head)?.[1],
  ])
  const date = /\n[^\S\n]*saved date:\s*(\w{3} \w{3} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4})/i.exec(singleFile)?.[1]
  const stated = date ?? META_DATE.exec(head)?.[1] ?? MONOLITH.exec(head)?.[2]
  const retrievedAt = stated === undefined ? scrapped(head) : instantOf(stated)
  return { ...(url === undefined ? {} : { url }), ...(retrievedAt === undefined ? {} : { retrievedAt }) }
}

/** Of a day that does not exist, none. */
function instantOf(stated: string): string | undefined {
  const date = new Date(stated)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000', '')
}

/** "20260312130233123", in UTC. */
function scrapped(head: string): string | undefined {
  const parts = /\sdata-scrapbook-create=["']?(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d{0,3}["'\s>]/i.exec(head)?.slice(1)
  if (!parts) return undefined
  const instant = `${parts.slice(0, 3).join('-')}T${parts.slice(3).join(':')}Z`
  return Number.isNaN(Date.parse(instant)) ? undefined : instant
}
