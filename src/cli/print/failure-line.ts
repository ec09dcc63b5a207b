// An input that could not be read -> a line of NDJSON that says so, in place of its reading: an engine that runs the filter on many
// machines collects these lines with the others, and no exit code ends its run.

import { createHash } from 'node:crypto'
import { Option } from 'commander'

const SCHEMA = 'hearsay/failure/1'

/** A line that could not be used, as an engine keeps it. */
export interface Failure {
  schema: typeof SCHEMA
  /** "standard input, line 7": of the stream that this process was given. */
  place: string
  /** Of the line's or the file's bytes, by which it is found again in an archive that was divided; absent where they were not kept. */
  sha256?: string
  message: string
}

export type PrintFailure = (place: string, bytes: Uint8Array | null, message: string) => Promise<void>

export function failureLine(place: string, bytes: Uint8Array | null, message: string): string {
  const failure: Failure = {
    schema: SCHEMA,
    place,
    ...(bytes === null ? {} : { sha256: createHash('sha256').update(bytes).digest('hex') }),
    message,
  }
  return `${JSON.stringify(failure)}\n`
}

export const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && 'schema' in value && value.schema === SCHEMA

export const errorsOption = (): Option =>
  new Option(
    '--errors <format>',
    'what cannot be read is a line of the output too, and does not change the exit code',
  ).choices(['ndjson'])
