// What a user hands in, by name -> a line for each document and each failure that comes of it, as a run would meet them.

import type { Incoming } from '../intake/container.ts'
import { openDocument } from '../intake/document.ts'
import { unpackBytes } from '../intake/io/unpack.ts'
import type { Document } from '../types.ts'
import { UserError } from '../user-error.ts'

const MAX_SIZE = 50_000_000

export async function unpackAll(origin: string, bytes: Uint8Array, maxSize = MAX_SIZE): Promise<Incoming[]> {
  const all: Incoming[] = []
  for await (const item of unpackBytes({ bytes, origin }, maxSize)) all.push(item)
  return all
}

/** "archive.zip#a.txt: the text", "archive.zip#b.txt! what is wrong with it". */
export async function tellAll(origin: string, bytes: Uint8Array, maxSize = MAX_SIZE): Promise<string[]> {
  const lines: string[] = []
  for (const item of await unpackAll(origin, bytes, maxSize)) {
    const opened = 'failure' in item ? item.failure : await openDocument(item.received).catch((error) => error)
    if (opened instanceof Error && !(opened instanceof UserError)) throw opened
    lines.push(opened instanceof UserError ? `${item.place}! ${opened.message}` : `${item.place}: ${oneLine(opened)}`)
  }
  return lines
}

const oneLine = ({ text }: Document): string => text.replace(/\s+/g, ' ').trim()
