#!/usr/bin/env node
// The program: this process's arguments -> its exit code.

import { runCommandLine } from './command-line.ts'

process.stderr.on('error', () => {}) // whoever read it has gone; there is nobody left to tell

process.exitCode = (await runCommandLine(process.argv.slice(2))) ?? process.exitCode
