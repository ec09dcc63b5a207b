// Files of readings, a reading on each line -> the readings one at a time. What is wrong with a line is told, and the others are used.

import { type FoundLine, LONGEST_LINE, linesOf } from '../../intake/io/lines.ts'
import { faultOfDecidedReading } from '../../record/archive/check-reading.ts'
import type { Reading } from '../../types.ts'
import { failureLine, isFailure } from '../print/failure-line.ts'
import { tell } from '../print/output.ts'

export interface ReadingsOptions {
  /** Where it is given, what is wrong is a line of the output. */
  errors?: 'ndjson' | undefined
}

interface Telling extends ReadingsOptions {
  printFailure: (line: string) => Promise<void>
}

interface Uses extends Telling {
  use: (reading: Reading) => void | Promise<void>
}

export const readingLines = (paths: readonly string[]): AsyncGenerator<FoundLine> =>
  linesOf(paths, { maxSize: LONGEST_LINE, standardInput: process.stdin })

export async function readReadings(
  lines: AsyncIterable<FoundLine>,
  { use, ...telling }: Uses,
): Promise<{ failed: number }> {
  let failed = 0
  for await (const line of lines) {
    const parsed = parseLine(line)
    if ('reading' in parsed) {
      await use(parsed.reading)
      continue
    }
    failed++
    await tellFault(line, parsed, telling)
  }
  return { failed }
}

/** Why a line is no reading; `line` is that of `hearsay read --errors ndjson`, if it is one. */
export interface Fault {
  fault: string
  line?: string
}

export async function tellFault(at: FoundLine, { fault, line }: Fault, { errors, printFailure }: Telling) {
  if (errors) await printFailure(line ?? failureLine(at.place, 'bytes' in at ? at.bytes : null, fault))
  else tell(`${at.place}: ${fault}`)
}

type Parsed = { reading: Reading } | Fault

export const parseLine = (line: FoundLine): Parsed =>
  'failure' in line ? { fault: line.failure.message } : parseReading(line.bytes)

/** Every field is checked, so that no line can stop the others: not here, and not where they are compared. */
export function parseReading(bytes: Uint8Array): Parsed {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (isFailure(value))
      return { fault: `not read: ${value.place}: ${value.message}`, line: `${JSON.stringify(value)}\n` }
    if (!isOfSchema(value))
      return { fault: 'this line is not a reading; make readings with hearsay read --format ndjson' }
    const fault = faultOfDecidedReading(value)
    return fault === null ? { reading: value } : { fault: `this reading is not whole: ${fault}` }
  } catch (error) {
    return { fault: `malformed JSON (${error instanceof Error ? error.message : error})` }
  }
}

const isOfSchema = (value: unknown): value is Reading =>
  typeof value === 'object' && value !== null && 'schema' in value && value.schema === 'hearsay/reading/1'
