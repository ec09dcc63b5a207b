// A gzip file -> what it was made from, under the same name; several packed one after the other are one.

import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { UserError } from '../../user-error.ts'
import type { Container, Limits } from '../container.ts'
import { AllowanceSpent } from '../io/allowance.ts'

export const gzip: Container = {
  name: 'a gzip archive',
  matches: (head) => head.startsWith('\x1f\x8b\x08'),
  async *parts({ chunks }, limits) {
    yield { unpacked: gunzip(chunks, limits) }
  },
}

async function* gunzip(chunks: AsyncIterable<Uint8Array>, { allowance }: Limits): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(chunks)
  const unpacked = createGunzip()
  packed.on('error', (error) => unpacked.destroy(error)).pipe(unpacked)
  try {
    for await (const chunk of unpacked) {
      allowance.unpacked(chunk.length)
      yield chunk
    }
  } catch (error) {
    if (error instanceof AllowanceSpent || !(error instanceof Error) || !('code' in error)) throw error
    throw /^Z_/.test(String(error.code)) ? new UserError(`the gzip archive is damaged (${error.message})`) : error
  } finally {
    packed.destroy()
    unpacked.destroy()
  }
}
