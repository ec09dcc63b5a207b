// Prints the closing line of a test run from vitest's JSON report; a run that broke before the tests counts as one failure.
import { readFileSync } from 'node:fs'

const [, , path, status] = process.argv
let report = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 }
try {
  report = JSON.parse(readFileSync(path, 'utf8'))
} catch {
  console.log('no test report was written')
}
const failed = report.numFailedTests || (status === '0' ? 0 : 1)
const skipped = report.numPendingTests ? `, ${report.numPendingTests} skipped` : ''
console.log(`${report.numPassedTests} passed, ${failed} failed${skipped}`)
