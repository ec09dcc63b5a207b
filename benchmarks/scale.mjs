// Invented readings -> incidents: time and memory for 1,000, 10,000 and 100,000, each in its own process: node benchmarks/scale.mjs.
// Build first: it measures dist/.

import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

if (process.argv[2]) {
  const { inventReadings } = await import('../dist/testing/invented-readings.js')
  const { openReconciler } = await import('../dist/reconciling/reconcile.js')
  const count = Number(process.argv[2])
  const reconciler = openReconciler()
  const begun = performance.now()
  for (const { reading } of inventReadings(count)) reconciler.add(reading)
  const incidents = reconciler.incidents().length
  const all = performance.now()
  for (const { reading } of inventReadings(1, 99))
    reconciler.add({ ...reading, document: { ...reading.document, id: 'one more' } })
  reconciler.incidents()
  const more = performance.now()
  const { maxRSS } = process.resourceUsage()
  console.log(
    `${String(count).padStart(7)} ${((all - begun) / 1000).toFixed(1).padStart(9)} ${(((all - begun) * 1000) / count).toFixed(0).padStart(13)} ${(more - all).toFixed(0).padStart(12)} ${(maxRSS / 1024).toFixed(0).padStart(8)} ${String(incidents).padStart(10)}`,
  )
} else {
  console.log('readings   seconds  µs a reading  one more, ms  peak MB  incidents')
  for (const count of [1000, 10_000, 100_000])
    process.stdout.write(execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(count)]))
}
