// Every sample of every format that intake reads: the fixtures, and those that tests make.

import { readdirSync, readFileSync } from 'node:fs'
import { makeCompoundFile } from './make-compound-file.ts'
import { ENCODED_TEXTS, TEXT_SAMPLES } from './text-samples.ts'

export interface Sample {
  name: string
  bytes: Buffer
}

const [, SENTENCE] = ENCODED_TEXTS[0]

/** @param folder that of the fixtures */
export function allSamples(folder: URL): Sample[] {
  const fixtures = readdirSync(folder)
    .filter((name) => name !== 'README.md')
    .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }))
  const written = TEXT_SAMPLES.map(({ name, write }) => ({ name, bytes: Buffer.from(write(SENTENCE, 'utf-8')) }))
  return [
    ...fixtures,
    ...written,
    { name: 'letter.msg', bytes: LETTER },
    { name: 'letter.emlx', bytes: emlx(fixtures) },
  ]
}

const LETTER = makeCompoundFile({
  '__nameid_version1.0': {},
  '__properties_version1.0': Buffer.alloc(32),
  '__substg1.0_0037001F': Buffer.from('Quay shut', 'utf16le'),
  '__substg1.0_1000001F': Buffer.from(SENTENCE, 'utf16le'),
})

function emlx(fixtures: readonly Sample[]): Buffer {
  const letter = fixtures.find(({ name }) => name.endsWith('.eml'))?.bytes ?? Buffer.alloc(0)
  return Buffer.concat([Buffer.from(`${letter.length}\n`), letter, Buffer.from('<plist><dict/></plist>')])
}
