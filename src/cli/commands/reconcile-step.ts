// `hearsay reconcile --step NAME`: one step of reconciling as a filter, so that an engine can reconcile an archive in parts.

import { LONGEST_LINE, linesOf } from '../../intake/io/lines.ts'
import { documentLine, type Line, parseLine, STEPS, type StepName } from '../../reconciling/steps/steps.ts'
import { EXIT, type ExitCode, UserError } from '../../user-error.ts'
import { standardOutput } from '../print/output.ts'
import type { ReadingsOptions } from '../run/readings.ts'

export const STEP_NAMES = ['chain', ...Object.keys(STEPS)] as const

/** Before the lines of what could not be used: no document has this key. */
const FAILURE_KEY = '!'

export async function runStep(name: string, paths: readonly string[], { errors }: ReadingsOptions): Promise<ExitCode> {
  const output = gathering(standardOutput().write)
  if (isStep(name)) {
    for await (const line of STEPS[name].run(readLines(paths, STEPS[name].takes))) await output.write(`${line}\n`)
    await output.flush()
    return EXIT.ok
  }
  const { readingLines, readReadings } = await import('../run/readings.ts')
  const { failed } = await readReadings(readingLines(paths), {
    errors,
    use: (reading) => output.write(`${documentLine(reading)}\n`),
    printFailure: (line) => output.write(`${FAILURE_KEY}\t${line}`),
  })
  await output.flush()
  return failed > 0 && !errors ? EXIT.someInputsFailed : EXIT.ok
}

const isStep = (name: string): name is StepName => Object.hasOwn(STEPS, name)

async function* readLines(paths: readonly string[], starts: readonly string[]): AsyncGenerator<Line> {
  const decoder = new TextDecoder()
  for await (const found of linesOf(paths, { maxSize: LONGEST_LINE, standardInput: process.stdin })) {
    if ('failure' in found) throw found.failure
    const line = parseLine(decoder.decode(found.bytes))
    if (line === null || !starts.some((start) => line.json.startsWith(start)))
      throw new UserError(`${found.place}: this is no line of the step before; docs/scale.md has the order`, EXIT.usage)
    yield line
  }
}

/** As many characters are written at a time: lines are short, and each write takes a turn. */
const PIECE_CHARACTERS = 65_536

function gathering(write: (piece: string) => Promise<void>): {
  write(text: string): Promise<void>
  flush(): Promise<void>
} {
  let held = ''
  const flush = async () => {
    const piece = held
    held = ''
    if (piece !== '') await write(piece)
  }
  return {
    flush,
    write: async (text) => {
      held += text
      if (held.length > PIECE_CHARACTERS) await flush()
    },
  }
}
