// `hearsay reconcile`: a filter that turns readings into incidents.

import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { EXIT, type ExitCode } from '../../user-error.ts'
import { errorsOption } from '../print/failure-line.ts'
import { standardOutput } from '../print/output.ts'
import type { ReadingsOptions } from '../run/readings.ts'
import { parseWorkers } from '../run/workers.ts'
import { runStep, STEP_NAMES } from './reconcile-step.ts'

interface Options extends ReadingsOptions {
  memory: number
  workers?: number
  step?: string
}

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
    .addOption(
      new Option('--workers <n>', 'threads that reconcile at a time (default: one a core)').argParser(parseWorkers),
    )
    .addOption(errorsOption())
    .addOption(new Option('--step <name>', 'one step alone, for engines').choices(STEP_NAMES))
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: Options) => {
      const inputs = paths.length > 0 ? paths : ['-']
      const { step } = options
      process.exitCode = await (step === undefined ? runReconcile(inputs, options) : runStep(step, inputs, options))
    })
}

function parseMegabytes(typed: string): number {
  if (!/^\d{1,6}$/.test(typed))
    throw new InvalidArgumentError('Write a whole number of megabytes; 0 always takes a file.')
  return Number(typed)
}

async function runReconcile(
  paths: readonly string[],
  { memory, workers = availableParallelism(), errors }: Options,
): Promise<ExitCode> {
  // A step is started for each part of an archive, and needs neither.
  const { readingLines, tellFault } = await import('../run/readings.ts')
  const { reconcileLines } = await import('../run/reconcile-lines.ts')
  const output = standardOutput()
  let failed = 0
  const incidents = reconcileLines(readingLines(paths), {
    workers,
    memory: memory * 1e6,
    tellFault(line, fault) {
      failed++
      return tellFault(line, fault, { errors, printFailure: output.write })
    },
  })
  for await (const incident of incidents) await output.write(`${incident}\n`)
  return failed > 0 && !errors ? EXIT.someInputsFailed : EXIT.ok
}

const EXAMPLES = `
It stores nothing. The same readings give the same incidents, whatever their order and however often they are repeated. A
line that is not a reading is reported on standard error; the others are used, and the exit code is 1. With --errors ndjson
such a line, and each that hearsay read --errors ndjson printed for what it could not read, is a line of the output instead,
and the exit code is 0.

Where there are 200 lines or more, several threads work at a time (--workers), and event chains lie in temporary files in the
folder that TMPDIR names: some 1.6 GB for 100,000 reports. With one worker only what does not fit into --memory lies there. The
files are gone when the command ends, however it ends. The incidents are the same, byte for byte.

With --step, it does one step of the way from readings to incidents, so that an archive can be reconciled in parts, by sort
or by an engine such as Spark. Lines between steps are a key, a tab and JSON; each step but the first takes lines that are
sorted by their keys, as bytes. docs/scale.md has the order of the steps, and scale/ a script for sort and a program for
Spark. The incidents are the same, byte for byte.

Examples:
  hearsay reconcile --input ndjson --format ndjson < readings.ndjson > incidents.ndjson
  hearsay read reports --format ndjson --no-record | hearsay reconcile > incidents.ndjson
  hearsay reconcile --step chain < readings.ndjson | LC_ALL=C sort | hearsay reconcile --step block > blocks
`
