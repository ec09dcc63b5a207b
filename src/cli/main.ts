#!/usr/bin/env node
// The command line: what was typed -> a command, its exit code; the only place that catches every error.

import { Command } from 'commander'
import { EXIT, UserError } from '../user-error.ts'
import { OutputClosed } from './output.ts'
import { addReadCommand } from './read.ts'
import { tell } from './tell.ts'

const program = new Command('hearsay')
addReadCommand(program)

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof OutputClosed) process.exitCode = EXIT.ok
  else if (error instanceof UserError) {
    tell(error.message)
    process.exitCode = error.exitCode
  } else {
    tell(`internal error: ${error instanceof Error ? error.stack : error}`)
    process.exitCode = EXIT.internal
  }
}
