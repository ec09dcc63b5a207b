// Readings, 2,000 invented ones or those of a file, reconciled on Spark on two cores and in one process: exit code 1 if a byte differs.
// node nightly/spark.mjs [READINGS.ndjson], after npm run build. Needs Java and pyspark (scale/spark/README.md).

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReconciler } from '../dist/reconciling/reconcile.js'
import { inventReadings } from '../dist/testing/invented-readings.js'
import { lackingForSpark, partsOf, reconcileOnSpark } from '../dist/testing/on-spark.js'

const lacking = lackingForSpark()
if (lacking !== null) throw new Error(lacking)

const folder = mkdtempSync(join(tmpdir(), 'hearsay-spark-'))
try {
  const [given] = process.argv.slice(2)
  const archive = given ?? join(folder, 'readings.ndjson')
  if (given === undefined)
    writeFileSync(
      archive,
      [...inventReadings(2000, 1, { towns: 40, days: 90 })]
        .map(({ reading }) => `${JSON.stringify(reading)}\n`)
        .join(''),
    )
  const begun = performance.now()
  const reconciler = openReconciler()
  for (const line of readFileSync(archive, 'utf8').trimEnd().split('\n')) reconciler.add(JSON.parse(line))
  const expected = reconciler.incidents().map((incident) => `${JSON.stringify(incident)}\n`)
  const one = performance.now()
  await reconcileOnSpark({ archive, out: join(folder, 'out'), areReadings: true, partitions: 6 })
  const seconds = [one - begun, performance.now() - one].map((milliseconds) => (milliseconds / 1000).toFixed(0))
  const isSame = partsOf(join(folder, 'out', 'incidents')) === expected.join('')
  console.log(
    `${expected.length} incidents, one process ${seconds[0]} s, Spark on two cores ${seconds[1]} s: ${isSame ? 'the same bytes' : 'OTHER BYTES'}`,
  )
  process.exitCode = isSame ? 0 : 1
} finally {
  rmSync(folder, { recursive: true })
}
