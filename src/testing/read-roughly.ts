// Bytes of a page -> a reading made without model or layout, in no time: every line a paragraph, those with © furniture.

import { createHash } from 'node:crypto'
import type { Reading, Received } from '../types.ts'
import { makeReading } from './made-reading.ts'

export function readRoughly({ bytes, origin }: Received): Reading {
  const lines = new TextDecoder()
    .decode(bytes)
    .replace(/<[^>]*>/g, '\n')
    .split('\n')
  const text = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { reading } = makeReading(text, { origin })
  return { ...reading, document: { ...reading.document, id: sha256, sha256 } }
}
