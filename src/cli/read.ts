// `hearsay read`: reads documents, prints what was found.

import { setImmediate as turn } from 'node:timers/promises'
import { type Command, Option } from 'commander'
import { openDocument } from '../intake/document.ts'
import type { Incoming } from '../intake/incoming.ts'
import { INPUT_KINDS, type InputOptions, readInputs } from '../intake/inputs.ts'
import { parseSize } from '../intake/size.ts'
import { walk } from '../intake/walk.ts'
import { read } from '../pipeline.ts'
import { loadResources, type Resources } from '../resources.ts'
import type { Reading } from '../types.ts'
import { EXIT, type ExitCode, UserError } from '../user-error.ts'
import { standardOutput } from './output.ts'
import { tell } from './tell.ts'

interface Options {
  input: InputOptions['kind']
  format: 'table' | 'csv' | 'ndjson'
  maxSize: number
  record: string | false
}

export function addReadCommand(program: Command): void {
  program
    .command('read')
    .argument('[paths...]', 'files, directories, - for standard input')
    .addOption(new Option('--input <kind>', 'what the input is').choices(INPUT_KINDS).default('auto'))
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'csv', 'ndjson']).default('table'))
    .addOption(new Option('--max-size <size>', 'largest document').argParser(parseSize).default(50e6, '50MB'))
    .option('--no-record', 'keep nothing')
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await runRead(paths.length > 0 ? paths : ['-'], options)
    })
}

async function runRead(paths: readonly string[], options: Options): Promise<ExitCode> {
  const resources = loadResources()
  const output = standardOutput()
  const inputs = readInputs(walk(paths), {
    kind: options.input,
    maxSize: options.maxSize,
    standardInput: process.stdin,
  })
  let failed = 0
  for await (const incoming of inputs) {
    const outcome = readOne(incoming, resources)
    if ('reading' in outcome) {
      await output.write(`${JSON.stringify(outcome.reading)}\n`)
    } else {
      failed++
      tell(`${incoming.place}: ${outcome.failure.message}`)
    }
    await turn() // lets a signal in
  }
  return failed > 0 ? EXIT.someInputsFailed : EXIT.ok
}

function readOne(incoming: Incoming, resources: Resources): { reading: Reading } | { failure: Error } {
  if ('failure' in incoming) return incoming
  try {
    return { reading: read(openDocument(incoming.received), resources) }
  } catch (error) {
    if (error instanceof UserError) return { failure: error }
    throw error
  }
}
