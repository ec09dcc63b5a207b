// Lines of NDJSON -> how long the built filter takes for them, and the peak memory of it and its workers.

import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const FILTER = ['read', '--input', 'ndjson', '--format', 'ndjson', '--no-record']
const EVERY_MS = 100

export async function runFilter(lines, workers) {
  const started = performance.now()
  const child = spawn(process.execPath, [MAIN, ...FILTER, '--workers', String(workers)], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  let megabytes = null
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes ?? 0, memoryOf(child.pid)) || null
  }, EVERY_MS)
  child.stdin.end(lines.join(''))
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`the filter ended with code ${code}`)
  return { seconds: (performance.now() - started) / 1000, megabytes }
}

/** Of a process and all that it started, as Linux tells it; 0 elsewhere. */
export function memoryOf(pid) {
  try {
    const held = Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1000
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    )
    return children.reduce((sum, each) => sum + memoryOf(each), held)
  } catch {
    return 0 // it has ended meanwhile, or this is no Linux
  }
}
