import { expect, test } from 'vitest'
import { unpackBytes } from '../intake/io/unpack.ts'
import { parseColumns } from '../intake/table/columns.ts'
import { lineReader, serve } from '../testing/served.ts'
import type { Reading, Received } from '../types.ts'

/** As lineReader, with what is said of the document on its articles. */
const reader = {
  async read(received: Received): Promise<{ reading: Reading } | { failure: Error }> {
    const outcome = await lineReader.read(received)
    if ('failure' in outcome) return outcome
    const { reading } = outcome
    const { title: _, ...said } = received.given ?? {}
    return { reading: { ...reading, articles: reading.articles.map((article) => ({ ...article, ...said })) } }
  },
}
const TEXT = 'The mayor said that the bridge was closed.\n'

async function start() {
  const { url } = await serve([], {
    complain: console.error,
    reader,
    unpack: (received, { columns, tell }) =>
      unpackBytes(columns === undefined ? received : { ...received, columns: parseColumns(columns) }, 1_000_000, tell),
  })
  const ask = async (path: string, body?: unknown, type = 'application/json') => {
    const init =
      body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': type },
            body: type === 'application/json' ? JSON.stringify(body) : String(body),
          }
    const response = await fetch(new URL(`/api/${path}`, url), init)
    return { status: response.status, answer: JSON.parse(await response.text()) }
  }
  return { ask, add: (path: string, text: string) => ask(path, text, 'application/octet-stream') }
}

test('what is said when a report is added, later, and taken back', async () => {
  const { ask, add } = await start()
  const said = new URLSearchParams({ name: 'a.txt', outlet: 'Lanta Wire' })
  const { answer } = await add(`documents?${said}`, TEXT)
  expect(answer.articles[0]).toMatchObject({ outlet: 'Lanta Wire', published: null })
  const listed = async (without: string) =>
    (await ask(`facts?without=${without}`)).answer.documents.map(({ origin }: { origin: string }) => origin)
  expect([await listed('date'), await listed('outlet')]).toEqual([['a.txt'], []])
  expect((await ask(`facts/${answer.sha256}`, { published: '2021-05-04' })).answer).toEqual({ changed: true })
  expect((await ask(`facts/${answer.sha256}`, { published: '2021-05-04' })).answer).toEqual({ changed: false })
  expect(await listed('date')).toEqual([])
  expect((await ask(`facts/${answer.sha256}`, { outlet: null })).answer).toEqual({ changed: true })
  expect(await listed('outlet')).toEqual(['a.txt'])
})

test('a file that holds several reports gives all of them', async () => {
  const { add } = await start()
  const { answer } = await add(
    'documents?name=a.csv&outlet=Lanta+Wire',
    `date,text\n2021-05-04,${TEXT.trim()}\n2021-05-05,Nobody was hurt.\n`,
  )
  expect(answer.articles.map(({ origin, outlet }: { origin: string; outlet: string }) => [origin, outlet])).toEqual([
    ['a.csv#row 2', 'Lanta Wire'],
    ['a.csv#row 3', 'Lanta Wire'],
  ])
  expect((await add('documents?name=b.csv', 'place,killed\nZerin,3\n')).status).toBe(422)
})

test('which column of a table is what can be said, and what was guessed is told', async () => {
  const { add } = await start()
  const table = `when,body,remark\n2021-05-04,${TEXT.trim()},Nobody was hurt.\n`
  const texts = ({ answer }: Awaited<ReturnType<typeof add>>) => [answer.articles.length, answer.notes ?? answer.error]
  const table1 = await add('documents?name=a.csv', table)
  expect(texts(table1)).toEqual([1, [expect.stringContaining('its columns read as --columns text=body')]])
  const other = await add(`documents?${new URLSearchParams({ name: 'b.csv', columns: 'text=remark' })}`, table)
  expect(other.answer.notes[0]).toContain('--columns text=remark')
  const wrong = await add(`documents?${new URLSearchParams({ name: 'c.csv', columns: 'remark' })}`, table)
  expect([wrong.status, wrong.answer.error]).toEqual([422, expect.stringContaining('"remark" names no column')])
})

test('what makes no sense is refused', async () => {
  const { ask, add } = await start()
  const { answer } = await add('documents?name=a.txt', TEXT)
  for (const [body, status] of [
    [{ published: 'yesterday' }, 400],
    [{ published: '2021-13-45' }, 400],
    [{ url: 'javascript:alert(1)' }, 400],
    [{ outlet: ' ' }, 400],
    [{ sha256: 'x' }, 400],
    [{ title: 'x'.repeat(30_000) }, 413],
  ] as const)
    expect([body, (await ask(`facts/${answer.sha256}`, body)).status]).toEqual([body, status])
  expect((await ask(`facts/${'0'.repeat(64)}`, { outlet: 'x' })).status).toBe(404)
})
