// A folder of an Outlook message -> its properties by number: words, bytes, times.

import { ofCodePage } from '../office/rtf-encoding.ts'
import { leniently } from '../text/single-byte.ts'
import type { Folder } from './compound-file.ts'

export interface Properties {
  words(number: number): string | undefined
  bytes(number: number): Uint8Array | undefined
  /** ISO 8601, UTC */
  time(number: number): string | undefined
  number(number: number): number | undefined
  /** The encoding of words and pages that state none. */
  encoding: string
}

/** @param header bytes before the first property of the table: 32 of a message, 8 of an attachment */
export function propertiesOf({ streams }: Folder, header: number): Properties {
  const fixed = fixedIn(streams.get('__properties_version1.0')?.() ?? new Uint8Array(0), header)
  const stream = (number: number, type: string): Uint8Array | undefined =>
    streams.get(`__substg1.0_${number.toString(16).toUpperCase().padStart(4, '0')}${type}`)?.()
  const number = (wanted: number): number | undefined => fixed.get(wanted * 0x10000 + 0x0003)?.getUint32(0, true)
  const encoding = ofCodePage(number(0x3fde) ?? number(0x3ffd) ?? 1252)
  return {
    encoding,
    number,
    bytes: (wanted) => stream(wanted, '0102'),
    words(wanted) {
      const unicode = stream(wanted, '001F')
      const words = unicode ? new TextDecoder('utf-16le').decode(unicode) : undefined
      const older = words === undefined ? stream(wanted, '001E') : undefined
      return (words ?? (older && leniently(encoding, older)))?.replace(/(?<!\0)\0+$/, '') || undefined
    },
    time(wanted) {
      const value = fixed.get(wanted * 0x10000 + 0x0040)?.getBigUint64(0, true)
      if (value === undefined) return undefined
      // Tenths of microseconds since 1601.
      const instant = new Date(Number(value / 10_000n) - 11_644_473_600_000)
      return Number.isNaN(instant.getTime()) || instant.getUTCFullYear() < 1980 || instant.getUTCFullYear() > 2200
        ? undefined
        : instant.toISOString().replace(/\.\d+Z$/, 'Z')
    },
  }
}

/** Number and type -> the eight bytes of the value. */
function fixedIn(table: Uint8Array, header: number): Map<number, DataView> {
  const found = new Map<number, DataView>()
  for (let offset = header; offset + 16 <= table.length; offset += 16) {
    const view = new DataView(table.buffer, table.byteOffset + offset, 16)
    found.set(view.getUint32(0, true), new DataView(table.buffer, table.byteOffset + offset + 8, 8))
  }
  return found
}
