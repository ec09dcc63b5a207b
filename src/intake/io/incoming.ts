// What intake hands on, one thing at a time: bytes to be opened, or why there are none.

import type { Received } from '../../types.ts'
import type { UserError } from '../../user-error.ts'

/** `place` names it for people ("standard input, line 7"); `size` counts the bytes it took up, for a progress bar. */
export type Incoming = { place: string; size: number } & ({ received: Received } | { failure: UserError })
