// Two processes on one record, a thousand kills at random moments in every command that writes: exit code 1 if anything is lost, doubled
// or not whole. node nightly/kills.mjs [KILLS] [SEED], after npm run build. A kill takes about 4 seconds.
// Stopped with Ctrl-C, it says what there is until then.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killMany } from '../dist/testing/kills/kill-many.js'

const [kills = '1000', seed = String(Date.now() % 1e9)] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'hearsay-kills-'))
try {
  let stopped = false
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      stopped = true
    })
  const { runs, killed, faults } = await killMany(folder, Number(kills), Number(seed), (soFar) => {
    if (soFar.runs % 50 === 0) console.error(`${soFar.runs} of ${kills}, ${soFar.faults.length} faults`)
    return !stopped
  })
  for (const fault of faults) console.log(fault)
  console.log(`seed ${seed}: ${runs} runs, ${killed} killed before their end, ${faults.length} faults`)
  process.exitCode = faults.length > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true })
}
