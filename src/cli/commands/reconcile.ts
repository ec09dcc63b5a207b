// `hearsay reconcile`: a filter that turns readings into incidents.

import { type Command, Option } from 'commander'
import { openReconciler } from '../../reconciling/reconcile.ts'
import { EXIT, type ExitCode } from '../../user-error.ts'
import { errorsOption } from '../print/failure-line.ts'
import { standardOutput } from '../print/output.ts'
import { type ReadingsOptions, readReadings } from '../run/readings.ts'
import { runStep, STEP_NAMES } from './reconcile-step.ts'

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
    .addOption(errorsOption())
    .addOption(new Option('--step <name>', 'one step alone, for engines').choices(STEP_NAMES))
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], { step, ...options }: ReadingsOptions & { step?: string }) => {
      const inputs = paths.length > 0 ? paths : ['-']
      process.exitCode = step === undefined ? await runReconcile(inputs, options) : await runStep(step, inputs, options)
    })
}

async function runReconcile(paths: readonly string[], { errors }: ReadingsOptions): Promise<ExitCode> {
  const reconciler = openReconciler()
  const output = standardOutput()
  const { failed } = await readReadings(paths, {
    errors,
    use: (reading) => reconciler.add(reading),
    printFailure: (line) => output.write(line),
  })
  for (const incident of reconciler.incidents()) await output.write(`${JSON.stringify(incident)}\n`)
  return failed > 0 && !errors ? EXIT.someInputsFailed : EXIT.ok
}

const EXAMPLES = `
It stores nothing. The same readings give the same incidents, whatever their order and however often they are repeated. A
line that is not a reading is reported on standard error; the others are used, and the exit code is 1. With --errors ndjson
such a line, and each that hearsay read --errors ndjson printed for what it could not read, is a line of the output instead,
and the exit code is 0.

With --step, it does one step of the way from readings to incidents, so that an archive can be reconciled in parts, by sort
or by an engine such as Spark; docs/scale.md has the order of the steps, and scale/ a script for each of the two. Lines
between steps are a key, a tab and JSON. Each step but the first takes lines that are sorted by their keys, as bytes. The
incidents are the same, byte for byte. The steps: ${STEP_NAMES.join(', ')}.

Examples:
  hearsay reconcile --input ndjson --format ndjson < readings.ndjson > incidents.ndjson
  hearsay read reports --format ndjson --no-record | hearsay reconcile > incidents.ndjson
  hearsay reconcile --step chain --errors ndjson < readings.ndjson | LC_ALL=C sort -s -t "$(printf '\\t')" -k 1,1 > documents
`
