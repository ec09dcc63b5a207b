// A process of the pool: a document's bytes in; its reading as JSON out, or why there is none.

import type { Reading, Received } from '../../types.ts'

/** Readings go as JSON: a string is cheaper to send than the objects, and to hold. `broken` is a fault of no document. */
export type Message = { ready: Reading['reader'] } | { broken: string } | { reading: string } | { failure: string }

const send = (message: Message) =>
  new Promise<void>((resolve) => process.send?.(message, undefined, undefined, () => resolve()))

process.on('disconnect', () => process.exit()) // whom it read for is gone

/** Told before the first document is begun: what dies then dies of the document. */
const loading = import('./reader.ts')
  .then(({ loadReader }) => loadReader())
  .then(async (reader) => {
    await send({ ready: await reader.identity() })
    return reader
  })
loading.catch((error) => send({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) }))

process.on('message', async (received: Received) => {
  const reader = await loading.catch(() => null)
  if (!reader) return
  const outcome = await reader.read(received)
  await send('reading' in outcome ? { reading: JSON.stringify(outcome.reading) } : { failure: outcome.failure.message })
})
