// `hearsay reconcile`: readings in, incidents out; a plain filter.

import { type Command, Option } from 'commander'
import { readInputs } from '../../intake/io/inputs.ts'
import { walk } from '../../intake/io/walk.ts'
import { openReconciler } from '../../reconciling/reconcile.ts'
import type { Reading } from '../../types.ts'
import { EXIT, type ExitCode } from '../../user-error.ts'
import { standardOutput } from '../print/output.ts'
import { tell } from '../print/tell.ts'

/** A reading may be much longer than its document. */
const LONGEST_LINE = 1024 ** 3

export function addReconcileCommand(program: Command): void {
  program
    .command('reconcile')
    .summary('a filter: readings in, incidents out')
    .description(
      'Takes readings, one on each line as hearsay read --format ndjson prints them, and prints the incidents that they tell of.',
    )
    .argument('[paths...]', 'files of readings; - is standard input, also where there is none')
    .addOption(new Option('--input <kind>', 'what the input is').choices(['ndjson']).default('ndjson'))
    .addOption(new Option('--format <format>', 'how to print the incidents').choices(['ndjson']).default('ndjson'))
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
    const reading = 'received' in incoming ? parseReading(incoming.received.bytes) : null
    if (reading) reconciler.add(reading)
    else {
      failed++
      tell(
        `${incoming.place}: ${'failure' in incoming ? incoming.failure.message : 'this line is no reading; make readings with hearsay read --format ndjson'}`,
      )
    }
  }
  const output = standardOutput()
  for (const incident of reconciler.incidents()) await output.write(`${JSON.stringify(incident)}\n`)
  return failed > 0 ? EXIT.someInputsFailed : EXIT.ok
}

/** Null for what is none: by its name and the fields that are looked into. */
function parseReading(bytes: Uint8Array): Reading | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isReading(value) ? value : null
  } catch {
    return null
  }
}

const isReading = (value: unknown): value is Reading =>
  typeof value === 'object' &&
  value !== null &&
  'schema' in value &&
  value.schema === 'hearsay/reading/1' &&
  'articles' in value &&
  Array.isArray(value.articles) &&
  'document' in value

const EXAMPLES = `
Keeps nothing and asks nothing: the same readings give the same incidents, in whatever order and however often they come.
A line that is no reading is named on standard error; the others are taken, and the exit code is 1.

Examples:
  hearsay reconcile --input ndjson --format ndjson < readings.ndjson > incidents.ndjson
  hearsay read reports --format ndjson --no-record | hearsay reconcile > incidents.ndjson
`
