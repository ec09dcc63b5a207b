// A message -> one line on standard error. Results never go there.

import { printable } from './printable.ts'

export function tell(message: string): void {
  process.stderr.write(`hearsay: ${printable(message)}\n`)
}
