// A filter and its input -> its output and what it took: seconds by the clock, seconds of the processor, and the most memory that its
// processes held together, read ten times a second. Linux tells the last two.

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { memoryOf } from '../filter.mjs'

const EVERY_MS = 100
/** Hundredths of a second, as nearly every Linux counts. */
const TICKS_PER_SECOND = 100

export async function measured([command, words], { cwd, input }) {
  const before = processorTimeOfEnded()
  const started = performance.now()
  const child = spawn(command, words, { cwd, stdio: ['pipe', 'pipe', 'inherit'] })
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, memoryOf(child.pid))
  }, EVERY_MS)
  let megabytes = 0
  const output = []
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stdin.on('error', () => {}) // it ended before it read all; its exit code says so
  child.stdin.end(input)
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  clearInterval(watch)
  if (code !== 0) throw new Error(`${command} ${words[0]} ended with code ${code}`)
  return {
    output: Buffer.concat(output),
    seconds: (performance.now() - started) / 1000,
    processor: processorTimeOfEnded() - before,
    megabytes,
  }
}

/** Of all processes that this one started, with those that they started. */
function processorTimeOfEnded() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND
}
