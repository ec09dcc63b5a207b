// Runs a command inside the test's own process, over the model that is loaded already: arguments and standard input in; exit
// code and output out. One at a time, since the folder, the environment and the standard streams belong to the process.

import { existsSync } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { runCommandLine } from '../cli/command-line.ts'
import type { Effects } from '../cli/effects.ts'
import { type InProcessReader, loadReader, readWith } from '../cli/run/load-reader.ts'
import { ownGazetteerPath } from '../resources.ts'
import type { Finished, Setting } from './hearsay.ts'
import { sharedResources } from './resources.ts'

let last: Promise<unknown> = Promise.resolve()

export function runInProcess(args: readonly string[], setting: Setting): Promise<Finished> {
  const finished = last.then(() => run(args, setting))
  last = finished.catch(() => {})
  return finished
}

/** A gazetteer or a model of the user's own takes resources of its own. */
const openHere = async (): Promise<InProcessReader> =>
  process.env.HEARSAY_MODEL || existsSync(ownGazetteerPath()) ? loadReader() : readWith(await sharedResources())

const EFFECTS: Effects = {
  startPool() {
    let reader: Promise<InProcessReader> | null = null
    const opened = (): Promise<InProcessReader> => {
      reader ??= openHere()
      return reader
    }
    return {
      identity: async () => (await opened()).identity,
      read: async (received) => (await opened()).read(received),
      readPart: async (received, layers) => (await opened()).readPart(received, layers),
      textOf: async (received) => (await opened()).textOf(received),
      close: async () => {},
    }
  },
}

async function run(args: readonly string[], { cwd, stdin = '', env = {} }: Setting): Promise<Finished> {
  const [stdout, stderr] = [collect(), collect()]
  const standard = {
    stdin: Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
  }
  const restore = [lendStreams(standard), lendEnvironment(env), lendFolder(cwd), lendExitCode()]
  try {
    const code = (await runCommandLine(args, EFFECTS)) ?? process.exitCode ?? 0
    return { code: Number(code), stdout: stdout.text(), stderr: stderr.text() }
  } finally {
    for (const each of restore.reverse()) each()
  }
}

function collect(): { stream: Writable; text: () => string } {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  return { stream, text: () => Buffer.concat(chunks).toString() }
}

function lendStreams(standard: Readonly<Record<'stdin' | 'stdout' | 'stderr', Readable | Writable>>): () => void {
  const own = Object.entries(standard).map(([name, value]) => {
    const before = Object.getOwnPropertyDescriptor(process, name)
    Object.defineProperty(process, name, { configurable: true, enumerable: true, value })
    return { name, before }
  })
  return () => {
    for (const { name, before } of own) if (before) Object.defineProperty(process, name, before)
  }
}

function lendEnvironment(env: Readonly<Record<string, string>>): () => void {
  const before = { ...process.env }
  const { NO_COLOR, FORCE_COLOR, ...rest } = before
  process.env = { ...rest, ...env }
  return () => {
    process.env = before
  }
}

function lendFolder(cwd: string): () => void {
  const before = process.cwd()
  process.chdir(cwd)
  return () => process.chdir(before)
}

function lendExitCode(): () => void {
  const before = process.exitCode
  process.exitCode = undefined
  return () => {
    process.exitCode = before
  }
}
