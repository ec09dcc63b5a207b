// The files that `hearsay read` was given -> the record, or only the output; its exit code.

import type { InputKind } from '../../intake/container.ts'
import type { Found } from '../../intake/io/walk.ts'
import { summarise } from '../../record/summary.ts'
import type { Columns, Layer } from '../../types.ts'
import { EXIT, type ExitCode } from '../../user-error.ts'
import type { PrintFormat } from '../options.ts'
import { failureLine, type PrintFailure } from '../print/failure-line.ts'
import { standardOutput, tell } from '../print/output.ts'
import { startProgress } from '../print/progress.ts'
import { readingPrinter, untilClosed } from '../print/read-print.ts'
import { outputStyle } from '../print/style.ts'
import { formatSummary } from '../print/summary.ts'
import { fetchKnown } from './fetch-known.ts'
import { fetcherFor } from './fetcher-for.ts'
import { type GivenOptions, givenBy } from './given-options.ts'
import { listenForInterrupt } from './interrupt.ts'
import type { LimitOptions } from './limits.ts'
import { describeLacking, describeRun, type Run, readDocuments } from './read-run.ts'
import type { Reader } from './reader.ts'
import type { WebOptions } from './web-options.ts'
import { withIncidents } from './with-incidents.ts'
import { withRecord } from './with-record.ts'
import { roomFor } from './workers.ts'

export interface ReadOptions extends WebOptions, LimitOptions, GivenOptions {
  columns?: Columns
  errors?: 'ndjson'
  input: InputKind
  format: PrintFormat
  only?: readonly Layer[]
  maxSize: number
  record: string | boolean
  summary?: boolean
  workers?: number
}

interface Workers {
  reader: Reader
  /** How many there may be. */
  workers: number
}

/** @param path of the record; null for none */
export async function readInto(
  path: string | null,
  files: readonly Found[],
  options: ReadOptions,
  workers: Workers,
): Promise<ExitCode> {
  if (path === null) return readAndPrint(files, options, workers, {})
  const code = await withRecord(path, 'create', (record) => readAndPrint(files, options, workers, { record }))
  // Who is who among the sources comes with the incidents.
  if (options.summary && code !== EXIT.interrupted)
    await withIncidents(path, (record) =>
      standardOutput().write(formatSummary(record, summarise(record), outputStyle())),
    )
  return code
}

async function readAndPrint(
  files: readonly Found[],
  { input, format, errors, only, maxSize, summary, columns, ...options }: ReadOptions,
  { reader, workers }: Workers,
  { record }: Pick<Run, 'record'>,
): Promise<ExitCode> {
  const room = roomFor(workers)
  const progress = startProgress(totalSize(files))
  const { signal, ignore } = listenForInterrupt((message) => progress.aside(() => tell(message)), reader.close)
  try {
    const output = standardOutput()
    const printer = summary ? async () => {} : readingPrinter(format, output, outputStyle())
    const print = record ? untilClosed(printer) : printer
    const printFailure: PrintFailure | undefined =
      errors && ((place, bytes, message) => output.write(failureLine(place, bytes, message)))
    const fetch = fetchKnown(fetcherFor(options, maxSize, signal), record)
    const stated = { columns, given: givenBy(options), collection: options.collection }
    const result = await readDocuments({
      ...{ files, input, maxSize, fetch, stated, record },
      ...{ reader, only, room, print, printFailure, progress, signal },
    })
    progress.stop()
    if (format === 'table') {
      tell(describeRun(result))
      const kinds = result.kinds.line()
      if (kinds !== null) tell(kinds)
      for (const line of result.refusals.lines()) tell(line)
      const lacking = record && !signal.aborted ? describeLacking(result) : null
      if (lacking !== null) tell(lacking)
    }
    if (signal.aborted) return EXIT.interrupted
    return !errors && result.failed + result.damaged + result.partly > 0 ? EXIT.someInputsFailed : EXIT.ok
  } finally {
    progress.stop()
    ignore()
  }
}

const totalSize = (files: readonly Found[]): number =>
  files.reduce((sum, file) => sum + ('size' in file ? file.size : 0), 0)
