// Ctrl-C -> a signal that work in hand may be finished first; a second Ctrl-C ends the program at once.

import { EXIT } from '../../user-error.ts'

/** SIGTERM and SIGHUP count as the first Ctrl-C. */
export function listenForInterrupt(tell: (message: string) => void): { signal: AbortSignal; ignore: () => void } {
  const controller = new AbortController()
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted)
    controller.abort()
    tell('stopping after this document; what was read is kept. Once more to stop at once.')
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const name of signals) process.on(name, onSignal)
  return {
    signal: controller.signal,
    ignore: () => {
      for (const name of signals) process.off(name, onSignal)
    },
  }
}
