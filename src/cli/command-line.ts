// Arguments -> the command that they name, run; its exit code. Only this part of the command line catches every error.

import { inspect } from 'node:util'
import { CommanderError } from 'commander'
import { EXIT, type ExitCode, UserError } from '../user-error.ts'
import { EFFECTS } from './effects.ts'
import { OutputClosed, tell } from './print/output.ts'
import { makeProgram } from './program.ts'

/** Null where the command has set `process.exitCode` itself, or all is well. */
export async function runCommandLine(args: readonly string[], effects = EFFECTS): Promise<ExitCode | null> {
  try {
    const program = await makeProgram(effects, args)
    await program.parseAsync(args, { from: 'user' })
    return null
  } catch (error) {
    return exitCodeOf(error)
  }
}

function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof OutputClosed) return EXIT.ok
  // commander has printed what it has to say
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  if (error instanceof UserError) {
    tell(error.message)
    return error.exitCode
  }
  tell('internal error, please report it:')
  process.stderr.write(`${inspect(error)}\n`)
  return EXIT.internal
}
