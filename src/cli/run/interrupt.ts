// Ctrl-C -> a signal that work in hand may be finished first, for a moment; a second Ctrl-C ends the program at once.

import { EXIT } from '../../user-error.ts'

/** Longer than nearly every document takes. */
const PATIENCE_MS = 5000

export interface Interrupt {
  signal: AbortSignal
  ignore: () => void
}

/**
 * SIGTERM and SIGHUP count as the first Ctrl-C.
 * @param giveUp ends what is still in hand when the moment is over
 */
export function listenForInterrupt(tell: (message: string) => void, giveUp: () => void): Interrupt {
  const controller = new AbortController()
  let patience: NodeJS.Timeout | undefined
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted)
    controller.abort()
    patience = setTimeout(giveUp, PATIENCE_MS)
    tell(
      `stopping after this document; what was read is kept. After ${PATIENCE_MS / 1000} seconds, or once more, it stops at once.`,
    )
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const name of signals) process.on(name, onSignal)
  return {
    signal: controller.signal,
    ignore: () => {
      clearTimeout(patience)
      for (const name of signals) process.off(name, onSignal)
    },
  }
}
