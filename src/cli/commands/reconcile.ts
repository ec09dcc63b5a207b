// `hearsay reconcile`: a filter that turns readings into incidents.

import { type Command, InvalidArgumentError, Option } from 'commander'
import { readInputs } from '../../intake/io/inputs.ts'
import { walk } from '../../intake/io/walk.ts'
import { faultOfDecidedReading } from '../../record/archive/check-reading.ts'
import { openLargeReconciler } from '../../record/shelf/reconcile-large.ts'
import type { Reading } from '../../types.ts'
import { EXIT, type ExitCode } from '../../user-error.ts'
import { standardOutput, tell } from '../print/output.ts'

/** A reading may be much longer than its document. */
const LONGEST_LINE = 1024 ** 3

export function addReconcileCommand(program: Command): void {
  program
    .command('reconcile')
    .summary('a filter: readings in, incidents out')
    .description(
      'Takes readings, one on each line as hearsay read --format ndjson prints them, and prints their incidents.',
    )
    .argument('[paths...]', 'files of readings; - or nothing is standard input')
    .addOption(new Option('--input <kind>', 'format of the input').choices(['ndjson']).default('ndjson'))
    .addOption(new Option('--format <format>', 'output format').choices(['ndjson']).default('ndjson'))
    .addOption(
      new Option('--memory <megabytes>', 'event chains that take more go to a temporary file')
        .argParser(parseMegabytes)
        .default(500),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], { memory }: { memory: number }) => {
      process.exitCode = await runReconcile(paths.length > 0 ? paths : ['-'], memory * 1e6)
    })
}

function parseMegabytes(typed: string): number {
  if (!/^\d{1,6}$/.test(typed))
    throw new InvalidArgumentError('Write a whole number of megabytes; 0 always takes a file.')
  return Number(typed)
}

async function runReconcile(paths: readonly string[], memory: number): Promise<ExitCode> {
  const reconciler = openLargeReconciler(memory)
  let failed = 0
  const files = []
  for await (const file of walk(paths)) files.push(file)
  const input = { kind: 'ndjson' as const, maxSize: LONGEST_LINE, standardInput: process.stdin }
  for await (const incoming of readInputs(files, input)) {
    const parsed = 'received' in incoming ? parseReading(incoming.received.bytes) : { fault: incoming.failure.message }
    if ('reading' in parsed) reconciler.add(parsed.reading)
    else {
      failed++
      tell(`${incoming.place}: ${parsed.fault}`)
    }
  }
  const output = standardOutput()
  for (const incident of reconciler.incidents()) await output.write(`${incident}\n`)
  return failed > 0 ? EXIT.someInputsFailed : EXIT.ok
}

/** Every field is checked, so that no line can stop the others: not here, and not where they are compared. */
function parseReading(bytes: Uint8Array): { reading: Reading } | { fault: string } {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
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

const EXAMPLES = `
It stores nothing. The same readings give the same incidents, whatever their order and however often they are repeated. A
line that is not a reading is reported on standard error; the others are used, and the exit code is 1.

What does not fit into --memory lies in temporary files, in the folder that TMPDIR names: some 1.5 GB for 100,000 reports. They
are gone when the command ends, however it ends. The incidents are the same.

Examples:
  hearsay reconcile --input ndjson --format ndjson < readings.ndjson > incidents.ndjson
  hearsay read reports --format ndjson --no-record | hearsay reconcile > incidents.ndjson
`
