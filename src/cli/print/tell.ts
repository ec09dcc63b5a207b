// One line to standard error, for people; results never go there.

import { printable } from './printable.ts'

export function tell(message: string): void {
  process.stderr.write(`hearsay: ${printable(message)}\n`)
}
