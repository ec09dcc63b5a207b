// Uploads -> as many at a time as their bytes allow; the others wait in the order in which they came, and none of their bytes is taken in.

import type { MiddlewareHandler } from 'hono'

export interface WaitingRoom {
  /** Resolves to what is to be called at the end; null where `signal` said first that nobody waits any more. */
  enter(bytes: number, signal?: AbortSignal): Promise<(() => void) | null>
}

/** @param capacity in bytes; what is larger goes in alone */
export function openWaitingRoom(capacity: number): WaitingRoom {
  let inside = 0
  const waiting: { bytes: number; admit: () => void }[] = []

  const admitNext = () => {
    while (waiting.length > 0 && (inside === 0 || inside + waiting[0].bytes <= capacity)) {
      const next = waiting.shift()
      if (!next) return
      inside += next.bytes
      next.admit()
    }
  }

  return {
    enter: (bytes, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve(null)
        const giveUp = () => {
          waiting.splice(waiting.indexOf(mine), 1)
          resolve(null)
          admitNext()
        }
        const mine = {
          bytes,
          admit() {
            signal?.removeEventListener('abort', giveUp)
            let left = false
            resolve(() => {
              if (!left) inside -= bytes
              left = true
              admitNext()
            })
          },
        }
        signal?.addEventListener('abort', giveUp, { once: true })
        waiting.push(mine)
        admitNext()
      }),
  }
}

/** One that does not say how long it is counts as the largest there may be. */
export function oneAfterAnother(room: WaitingRoom, largest: number): MiddlewareHandler {
  return async (context, next) => {
    const header = (name: string) => context.req.header(name)
    const length = Number(header('transfer-encoding') === undefined ? header('content-length') : undefined)
    const bytes = Number.isNaN(length) ? largest : Math.min(length, largest)
    const leave = await room.enter(bytes, context.req.raw.signal)
    if (!leave) return context.json({ error: 'the upload was given up' }, 400)
    try {
      return await next()
    } finally {
      leave()
    }
  }
}
