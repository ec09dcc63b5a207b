// A question -> the password that is typed, without an echo; from a pipe, its first line. Passwords are never arguments: other users of the
// machine see those, and shells remember them.

import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { EXIT, UserError } from '../../user-error.ts'

/** On a terminal it is asked twice. */
export async function readPassword(question: string): Promise<string> {
  if (!process.stdin.isTTY) return firstLine()
  const typed = await ask(`${question}: `)
  if ((await ask('Once more: ')) !== typed)
    throw new UserError('the two passwords are not the same; nothing was changed', EXIT.usage)
  return typed
}

/** Raw, so that the terminal echoes nothing; what readline would print goes nowhere. */
function ask(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true, historySize: 0 })
  process.stderr.write(question) // once nothing is echoed any more
  return new Promise((resolve, reject) => {
    lines.once('line', resolve)
    lines.once('SIGINT', () => reject(new UserError('stopped; nothing was changed', EXIT.interrupted)))
    lines.once('close', () => reject(new UserError('no password was typed; nothing was changed', EXIT.usage)))
  }).finally(() => {
    process.stderr.write('\n')
    lines.close()
  }) as Promise<string>
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) return line
  throw new UserError('no password came on standard input; nothing was changed', EXIT.usage)
}
