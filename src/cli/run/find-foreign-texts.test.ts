import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeRecord, openRecord } from '../../record/open.ts'
import { writeDocument } from '../../record/write.ts'
import { scratchFolder } from '../../testing/hearsay.ts'
import { makeReading } from '../../testing/made-reading.ts'
import { findForeignTexts } from './find-foreign-texts.ts'
import type { Reader } from './reader.ts'

const PRESENT = makeReading('x').reading.reader
const OLD = { ...PRESENT, version: '0' }

const READER: Reader = {
  identity: async () => PRESENT,
  textOf: async ({ bytes, origin }) =>
    origin === 'scan' ? { failure: new Error('it is a scan') } : { text: new TextDecoder().decode(bytes) },
  read: async () => ({ failure: new Error('nothing is read here') }),
  readPart: async () => ({ failure: new Error('nothing is read here') }),
  close: async () => {},
}

const KEPT: [origin: string, text: string, reader: typeof PRESENT][] = [
  ['honest', 'It rained.', PRESENT],
  ['old', 'It snowed.', OLD],
  ['forged', 'He confessed.', PRESENT],
  ['old and other', 'He fled.', OLD],
  ['scan', 'A scan.', PRESENT],
]

test('readings of a text that the bytes do not hold are found; those of another version are told apart', async () => {
  const record = openRecord(join(scratchFolder(), 'hearsay.db'), 'create')
  try {
    const hashes = KEPT.map(([origin, text, reader]) => {
      const { received, reading } = makeReading(text, { origin })
      const other = origin === 'forged' || origin === 'old and other' ? `${text} And more.` : text
      writeDocument(
        record,
        received,
        { ...reading, reader, document: { ...reading.document, text: other } },
        '2024-05-01T12:00:00.000Z',
      )
      return reading.document.sha256
    })
    const found = []
    for await (const foreign of findForeignTexts(record, READER, { items: 3, size: 1000 })) found.push(foreign)
    expect(found).toEqual([
      { sha256: hashes[2], byPresentReader: true, failure: null },
      { sha256: hashes[3], byPresentReader: false, failure: null },
      { sha256: hashes[4], byPresentReader: true, failure: 'it is a scan' },
    ])
  } finally {
    closeRecord(record)
  }
})
