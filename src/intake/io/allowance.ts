// How many bytes came in from outside, and how many they were unpacked to -> whether that is still a file, or a bomb.

import { UserError } from '../../user-error.ts'
import { formatSize } from './size.ts'

/** Text packs to a third, logs to a fiftieth; what packs better than this is made to. */
const MOST_TIMES = 200
/** Unpacked, this much is let through at any rate. */
const FREE = 100_000_000

/** No part of the file is read any more. */
export class AllowanceSpent extends UserError {}

export interface Allowance {
  /** Bytes came in, packed or not. */
  took(bytes: number): void
  /** Bytes were unpacked. Throws AllowanceSpent where they are out of all proportion to what came in. */
  unpacked(bytes: number): void
  /** How many bytes came in since this was asked last. */
  sinceAsked(): number
}

export function startAllowance(free = FREE): Allowance {
  let taken = 0
  let asked = 0
  let given = 0
  return {
    took(bytes) {
      taken += bytes
    },
    unpacked(bytes) {
      given += bytes
      if (given > free && given > MOST_TIMES * taken)
        throw new AllowanceSpent(
          `it unpacks to more than ${MOST_TIMES} times its size (${formatSize(given)} so far), as archives do that are made to do harm; the rest is not read`,
        )
    },
    sinceAsked() {
      const since = taken - asked
      asked = taken
      return since
    },
  }
}
