// The reports of examples/, read once for all tests of a worker.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDocument } from '../intake/document.ts'
import { readInputs } from '../intake/io/inputs.ts'
import { walk } from '../intake/io/walk.ts'
import { read } from '../pipeline.ts'
import { refreshIncidents } from '../record/incidents/refresh.ts'
import { closeRecord, openRecord } from '../record/open.ts'
import { writeDocument } from '../record/write.ts'
import type { Reading, Received } from '../types.ts'
import { scratchFolder } from './hearsay.ts'
import { sharedResources } from './resources.ts'

const FOLDER = fileURLToPath(new URL('../../examples', import.meta.url))

export interface Example {
  /** "01-leposavic-wire.txt" */
  name: string
  received: Received
  reading: Reading
}

let reading: Promise<Example[]> | null = null
let record: Promise<Buffer> | null = null

export function readExamples(): Promise<readonly Example[]> {
  reading ??= readAll()
  return reading
}

/** The path of a record of one's own that holds them, with its incidents. */
export async function copyExampleRecord(): Promise<string> {
  record ??= makeRecord()
  const path = join(scratchFolder(), 'hearsay.db')
  writeFileSync(path, await record)
  return path
}

async function readAll(): Promise<Example[]> {
  const resources = await sharedResources()
  const files = []
  for await (const file of walk([FOLDER])) files.push(file)
  const examples: Example[] = []
  for await (const item of readInputs(files, { kind: 'auto', maxSize: 1e6, standardInput: process.stdin })) {
    if ('failure' in item) throw item.failure
    const { received } = item
    const name = received.origin.slice(FOLDER.length + 1)
    examples.push({ name, received, reading: await read(await openDocument(received), resources) })
  }
  return examples
}

async function makeRecord(): Promise<Buffer> {
  const path = join(scratchFolder(), 'hearsay.db')
  const open = openRecord(path, 'create')
  for (const { received, reading } of await readExamples())
    writeDocument(open, received, reading, '2024-05-01T12:00:00.000Z')
  refreshIncidents(open)
  closeRecord(open)
  return readFileSync(path)
}
