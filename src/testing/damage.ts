// The bytes of a file -> the same file damaged at random, as disks, mailers, editors and careless programs damage them.

import { entriesOf, openZip } from '../intake/archive/zip-entries.ts'
import { startAllowance } from '../intake/io/allowance.ts'
import { makeZip } from './make-zip.ts'

type Random = () => number
type Damage = (bytes: Buffer, random: Random) => Buffer

const at = (bytes: Buffer, random: Random): number => Math.floor(random() * bytes.length)
const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]
const stretch = (bytes: Buffer, random: Random): [from: number, to: number] => {
  const [one, other] = [at(bytes, random), at(bytes, random)]
  return one < other ? [one, other] : [other, one]
}
/** Some hundred bytes: a number, a tag, a line. */
const shortStretch = (bytes: Buffer, random: Random): [from: number, to: number] => {
  const from = at(bytes, random)
  return [from, Math.min(bytes.length, from + 1 + Math.floor(random() * 100))]
}
const replaced = (bytes: Buffer, from: number, to: number, by: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)])

/** Marks, halves of characters, ends of files, and beginnings of other formats. */
const STRAY = [
  '\0',
  '\ufeff',
  '\u202e',
  '\r',
  '\x1a',
  '<',
  '{',
  '"',
  "'",
  '%PDF-1.7',
  'PK\x03\x04',
  '<!--',
  ']]>',
  '\\u',
].map((text) => Buffer.from(text))
const BROKEN = [
  Buffer.from([0xff]),
  Buffer.from([0xe2, 0x82]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0xc0, 0x80]),
]
const NUMBERS = ['-1', '0', '99999999999999999999', '1e999', '0x7fffffff', 'NaN', ''].map((text) => Buffer.from(text))
/** What nests, and ends nowhere. */
const OPENERS = ['{"a":', '[', '<div>', '{\\b ', '(', '<![CDATA[', '"'].map((text) => Buffer.from(text))
const MARKS = [',', ';', '"', '>', '}', '\n', ':', '\t', '\\']

const DAMAGES: readonly Damage[] = [
  function changedBytes(bytes, random) {
    const changed = Buffer.from(bytes)
    for (let count = 1 + Math.floor(random() * 20); count > 0; count--)
      changed[at(bytes, random)] = Math.floor(random() * 256)
    return changed
  },
  function withoutStretch(bytes, random) {
    const [from, to] = pick([stretch, shortStretch], random)(bytes, random)
    return replaced(bytes, from, to, Buffer.alloc(0))
  },
  function doubled(bytes, random) {
    const [from, to] = pick([stretch, shortStretch], random)(bytes, random)
    return replaced(bytes, to, to, bytes.subarray(from, to))
  },
  function moved(bytes, random) {
    const [from, to] = stretch(bytes, random)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to), bytes.subarray(from, to)])
  },
  (bytes, random) => bytes.subarray(0, at(bytes, random)),
  function withStray(bytes, random) {
    const place = at(bytes, random)
    return replaced(bytes, place, place, pick([...STRAY, ...BROKEN], random))
  },
  function otherNumber(bytes, random) {
    const numbers = [...bytes.toString('latin1').matchAll(/\d+/g)]
    if (numbers.length === 0) return Buffer.from(bytes)
    const { index, 0: number } = pick(numbers, random)
    return replaced(bytes, index, index + number.length, pick(NUMBERS, random))
  },
  function nested(bytes, random) {
    const place = at(bytes, random)
    return replaced(
      bytes,
      place,
      place,
      Buffer.from(
        pick(OPENERS, random)
          .toString()
          .repeat(1 + Math.floor(random() * 5000)),
      ),
    )
  },
  function withoutMark(bytes, random) {
    return Buffer.from(bytes.toString('latin1').replaceAll(pick(MARKS, random), ''), 'latin1')
  },
  function repeated(bytes, random) {
    const [from, to] = shortStretch(bytes, random)
    const part = bytes.toString('latin1', from, to).repeat(1 + Math.floor(random() * 300))
    return replaced(bytes, from, to, Buffer.from(part, 'latin1'))
  },
]

/** Once or twice; inside an archive as often as outside, since what is packed shows only that it is broken. */
export async function damage(bytes: Buffer, random: Random): Promise<Buffer> {
  if (bytes.subarray(0, 4).equals(ZIP) && random() < 0.5) return damagedInside(bytes, random)
  const once = pick(DAMAGES, random)(bytes, random)
  return random() < 0.3 && once.length > 0 ? pick(DAMAGES, random)(once, random) : once
}

const ZIP = Buffer.from('PK\x03\x04')
const MAX_SIZE = 50_000_000

async function damagedInside(bytes: Buffer, random: Random): Promise<Buffer> {
  const limits = { maxSize: MAX_SIZE, allowance: startAllowance() }
  limits.allowance.took(bytes.length)
  const entries: { name: string; content: Buffer; stored: boolean }[] = []
  for await (const entry of entriesOf(await openZip(bytes)))
    entries.push({
      name: entry.name,
      content: Buffer.from(await entry.read(limits)),
      stored: entry.name === 'mimetype',
    })
  const broken = pick(entries, random)
  if (broken.content.length > 0) broken.content = pick(DAMAGES, random)(broken.content, random)
  return makeZip(entries)
}
