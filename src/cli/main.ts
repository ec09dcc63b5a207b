#!/usr/bin/env node
// The command line: what was typed -> a command and its exit code; the only place that catches every error.

import { CommanderError } from 'commander'
import { EXIT, type ExitCode, UserError } from '../user-error.ts'
import { OutputClosed } from './print/output.ts'
import { tell } from './print/tell.ts'
import { makeProgram } from './program.ts'

process.stderr.on('error', () => {}) // whoever read it has gone; there is nobody left to tell

try {
  await makeProgram().parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
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
  console.error(error)
  return EXIT.internal
}
