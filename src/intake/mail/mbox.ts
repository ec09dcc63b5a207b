// A mailbox file (mbox, as Thunderbird, Gmail and mail servers write it) -> its letters, one at a time in memory.

import { UserError } from '../../user-error.ts'
import type { Container, Part } from '../container.ts'
import { rawLines } from '../io/raw-lines.ts'
import { tooLarge } from '../io/read-all.ts'
import { formatSize } from '../io/size.ts'
import { looksLikeMbox, MESSAGE } from './message-sniff.ts'

export const mbox: Container = {
  name: 'a mailbox',
  matches: looksLikeMbox,
  async *parts({ chunks }, { maxSize }) {
    let parts: Uint8Array[] = []
    let lines: Uint8Array[] = []
    let size = 0
    let number = 0
    const finish = (): Part[] => {
      const part = number === 0 ? [] : [letter(number, [...parts, ...lines], size, maxSize)]
      number++
      parts = []
      lines = []
      size = 0
      return part
    }
    let afterBlank = true
    for await (const line of rawLines(chunks)) {
      if (afterBlank && line[0] === F && SEPARATOR.test(latin1(line))) yield* finish()
      else {
        const bare = line[0] === GREATER && QUOTED.test(latin1(line.subarray(0, 20))) ? line.subarray(1) : line
        size += bare.length
        if (size > maxSize) {
          parts = []
          lines = []
        } else if (lines.push(bare) === LINES_AT_A_TIME) {
          parts.push(Buffer.concat(lines))
          lines = []
        }
      }
      afterBlank = line.length <= 2 && (line[0] === 0x0a || (line[0] === 0x0d && line[1] === 0x0a))
    }
    yield* finish()
  },
}

/** A line is a small object: millions of empty ones would take a hundred times the letter. */
const LINES_AT_A_TIME = 4096
const F = 0x46
const GREATER = 0x3e

/** Between letters; in them such a line has a ">" before it. */
const SEPARATOR = /^From [^\r\n]*\d{2}:\d{2}/
const QUOTED = /^>+From /

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 200)).toString('latin1')

function letter(number: number, lines: readonly Uint8Array[], size: number, maxSize: number): Part {
  const name = String(number)
  if (size > maxSize) return { name, failure: tooLarge(`a letter of ${formatSize(size)}`, maxSize) }
  if (size === 0) return { name, failure: new UserError('the message is empty') }
  return { name, content: Buffer.concat(lines), known: { mediaType: MESSAGE } }
}
