// Runs the built program as a user does: arguments and standard input in; exit code and output out.

import { type ChildProcessWithoutNullStreams, exec, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { closeAfterwards } from './closing.ts'
import { runInProcess } from './in-process.ts'

export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

export interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

export interface Setting {
  cwd: string
  stdin?: string | Uint8Array
  env?: Record<string, string>
  /** Root may read and write everything, whatever a file's mode; this takes that away. */
  unprivileged?: boolean
}

export function startHearsay(args: readonly string[], setting: Setting): ChildProcessWithoutNullStreams {
  if (!existsSync(MAIN)) throw new Error('the program is not built: npm run build')
  const { NO_COLOR, FORCE_COLOR, ...env } = process.env
  const command = [process.execPath, MAIN, ...args]
  if (setting.unprivileged && process.getuid?.() === 0) {
    command.unshift('setpriv', '--inh-caps=-all', '--bounding-set=-dac_override,-dac_read_search')
  }
  const child = spawn(command[0], command.slice(1), { cwd: setting.cwd, env: { ...env, ...setting.env } })
  child.stdin.on('error', () => {}) // it may end before it has read everything
  return child
}

export function finish(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** In this process, unless it takes one of its own. */
export function runHearsay(args: readonly string[], setting: Setting): Promise<Finished> {
  return setting.unprivileged && process.getuid?.() === 0 ? runProgram(args, setting) : runInProcess(args, setting)
}

/** In a process of its own, where several at a time, what Node.js itself does, or what was built is the point. */
export function runProgram(args: readonly string[], setting: Setting): Promise<Finished> {
  const child = startHearsay(args, setting)
  const finished = finish(child)
  child.stdin.end(setting.stdin ?? '')
  return finished
}

/** "hearsay export > all.csv" in this process; what has a pipe or a substitution in it, by the shell. */
export async function runTyped(line: string, cwd: string): Promise<Finished> {
  if (/[|$]/.test(line)) return runShell(line.replace('hearsay ', `'${process.execPath}' '${MAIN}' `), cwd)
  const [, command, file] = /^hearsay ([^>]+?)(?: > (\S+))?$/.exec(line) ?? []
  if (command === undefined) throw new Error(`not understood: ${line}`)
  const finished = await runHearsay(command.split(' '), { cwd })
  if (file !== undefined) writeFileSync(join(cwd, file), finished.stdout)
  return finished
}

export function runShell(script: string, cwd: string): Promise<Finished> {
  return new Promise((resolve) => {
    exec(script, { cwd }, (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }))
  })
}

/** An empty folder that is gone after the tests of the file. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-test-'))
  closeAfterwards(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
