// A letter as Apple Mail keeps it (emlx: a count of bytes, the letter, a list of flags) -> the letter.

import type { Container } from '../container.ts'
import { readAll } from '../io/read-all.ts'
import { looksLikeMessage, MESSAGE } from './message-sniff.ts'

const COUNT = /^(\d{1,10})[ \t]*\r?\n/

export const emlx: Container = {
  name: 'a letter of Apple Mail',
  matches: (head) => COUNT.test(head) && looksLikeMessage(head.replace(COUNT, ''), MESSAGE),
  async *parts({ chunks, size }, { maxSize }) {
    const bytes = await readAll(chunks, maxSize, size)
    const [first = '', length = '0'] = COUNT.exec(Buffer.from(bytes.subarray(0, 20)).toString('latin1')) ?? []
    yield { unpacked: once(bytes.subarray(first.length, first.length + Number(length))) }
  },
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
