import { expect, test } from 'vitest'
import { readNdjson } from './ndjson.ts'

async function read(chunks: Iterable<string | Buffer>, maxSize = 100): Promise<string[]> {
  async function* stream() {
    for (const chunk of chunks) yield Buffer.from(chunk)
  }
  const found: string[] = []
  for await (const item of readNdjson(stream(), 'in', maxSize)) {
    const what = 'received' in item ? Buffer.from(item.received.bytes).toString() : `failure: ${item.failure.message}`
    found.push(`${item.place}: ${what}`)
  }
  return found
}

const CASES: [input: string, expected: string[], why: string][] = [
  ['{"a":1}\n{"b":2}\n', ['in, line 1: {"a":1}', 'in, line 2: {"b":2}'], 'one document a line'],
  ['{"a":1}\n{"b":2}', ['in, line 1: {"a":1}', 'in, line 2: {"b":2}'], 'the last line needs no end'],
  ['{"a":1}\r\n{"b":2}\r\n', ['in, line 1: {"a":1}', 'in, line 2: {"b":2}'], 'Windows line ends'],
  ['\n  \n\t\r\n{"b":2}\n\n', ['in, line 4: {"b":2}'], 'blank lines count, and are no documents'],
  ['\ufeff{"a":1}\n', ['in, line 1: {"a":1}'], 'a byte order mark at the start'],
  ['{"a":"\ufeff"}\n', ['in, line 1: {"a":"\ufeff"}'], 'none elsewhere'],
  ['{"a":"\u2028é"}\n', ['in, line 1: {"a":"\u2028é"}'], 'only the line feed ends a line'],
  ['', [], 'nothing'],
  ['not json\n', ['in, line 1: not json'], 'what is in the line is for others to judge'],
  [
    `${'x'.repeat(101)}\n{"b":2}\n`,
    ['in, line 1: failure: a line of 102 B is over the limit of 100 B (--max-size)', 'in, line 2: {"b":2}'],
    'a line too long is passed over, the next one is read',
  ],
  [`${'x'.repeat(100)}\n`, [`in, line 1: ${'x'.repeat(100)}`], 'just within the limit'],
]

test.each(CASES)('%j', async (input, expected) => {
  expect(await read([input])).toEqual(expected)
})

test('wherever the stream is cut, also within a character', async () => {
  const [input, expected] = [
    '{"a":"é"}\r\n\n{"b":"\u2028"}\nlast',
    ['in, line 1: {"a":"é"}', 'in, line 3: {"b":"\u2028"}', 'in, line 4: last'],
  ]
  const bytes = Buffer.from(input)
  for (let cut = 0; cut <= bytes.length; cut++) {
    expect(await read([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(expected)
  }
  expect(await read(Array.from(bytes, (byte) => Buffer.from([byte])))).toEqual(expected)
})

test('a line without end is read to its end, and told by its size', async () => {
  let asked = 0
  function* endless() {
    for (asked = 0; asked < 1000; asked++) yield Buffer.alloc(1e6, 'x')
    yield Buffer.from('\nnext')
  }
  const found = await read(endless(), 1000)
  expect(found).toEqual([
    'in, line 1: failure: a line of 1 GB is over the limit of 1 kB (--max-size)',
    'in, line 2: next',
  ])
})
