import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scratchFolder } from '../../testing/hearsay.ts'
import { linesOf } from './lines.ts'

async function* typed(...chunks: string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

async function found(paths: readonly string[], standardInput = typed()): Promise<string[]> {
  const lines: string[] = []
  for await (const line of linesOf(paths, { maxSize: 20, standardInput }))
    lines.push(`${line.place}: ${'bytes' in line ? Buffer.from(line.bytes).toString() : line.failure.message}`)
  return lines
}

test('standard input and files, in the order in which they are named; what cannot be read costs nothing else', async () => {
  const folder = scratchFolder()
  const file = join(folder, 'a.ndjson')
  writeFileSync(file, 'first\r\n\n  \nlast')
  const missing = join(folder, 'missing')
  expect(await found(['-', missing, file], typed('on', 'e\ntw', 'o\n', `${'x'.repeat(21)}\n`, 'four\n'))).toEqual([
    'standard input, line 1: one',
    'standard input, line 2: two',
    'standard input, line 3: a line of 22 B is over the limit of 20 B (--max-size)',
    'standard input, line 4: four',
    `${missing}: there is no such file`,
    `${file}, line 1: first`,
    `${file}, line 4: last`,
  ])
})
