// `hearsay reconcile`: a filter that turns readings into incidents.

import { type Command, Option } from 'commander'
import { readInputs } from '../../intake/io/inputs.ts'
import { walk } from '../../intake/io/walk.ts'
import { openReconciler } from '../../reconciling/reconcile.ts'
import { faultOfDecidedReading } from '../../record/archive/check-reading.ts'
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
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[]) => {
      process.exitCode = await runReconcile(paths.length > 0 ? paths : ['-'])
    })
}

async function runReconcile(paths: readonly string[]): Promise<ExitCode> {
  const reconciler = openReconciler()
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
  for (const incident of reconciler.incidents()) await output.write(`${JSON.stringify(incident)}\n`)
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

Examples:
  hearsay reconcile --input ndjson --format ndjson < readings.ndjson > incidents.ndjson
  hearsay read reports --format ndjson --no-record | hearsay reconcile > incidents.ndjson
`
