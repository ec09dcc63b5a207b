// A thread of `hearsay reconcile`: lines of readings -> their chains, pairs -> scores, components -> incidents.

import { parentPort } from 'node:worker_threads'
import { compareAll } from '../../record/shelf/comparisons.ts'
import { describeAll } from '../../record/shelf/components.ts'
import { type PackedDocument, packReading } from '../../record/shelf/packed-document.ts'
import { type Fault, parseReading } from './readings.ts'

const TASKS = { chain: chainAll, compare: compareAll, describe: describeAll }

/** What a thread is asked to do. */
export type Task = keyof typeof TASKS

function chainAll(lines: readonly Uint8Array[]): (PackedDocument | Fault)[] {
  return lines.map((bytes) => {
    const parsed = parseReading(bytes)
    return 'fault' in parsed ? parsed : packReading(parsed.reading)
  })
}

parentPort?.on('message', ({ task, piece }: { task: Task; piece: never }) =>
  parentPort?.postMessage(TASKS[task](piece)),
)
