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

interface Uses extends ReadingsOptions {
  use: (reading: Reading) => void | Promise<void>
  printFailure: (line: string) => Promise<void>
}

export async function readReadings(
  paths: readonly string[],
  { errors, use, printFailure }: Uses,
): Promise<{ failed: number }> {
  let failed = 0
  for await (const line of linesOf(paths, { maxSize: LONGEST_LINE, standardInput: process.stdin })) {
    const parsed = parse(line)
    if ('reading' in parsed) {
      await use(parsed.reading)
      continue
    }
    failed++
    if (errors)
      await printFailure(parsed.line ?? failureLine(line.place, 'bytes' in line ? line.bytes : null, parsed.fault))
    else tell(`${line.place}: ${parsed.fault}`)
  }
  return { failed }
}

/** `line` is that of `hearsay read --errors ndjson`, if it is one. */
type Parsed = { reading: Reading } | { fault: string; line?: string }

/** Every field is checked, so that no line can stop the others: not here, and not where they are compared. */
function parse(line: FoundLine): Parsed {
  if ('failure' in line) return { fault: line.failure.message }
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(line.bytes))
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
