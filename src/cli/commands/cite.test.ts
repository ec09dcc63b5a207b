import { expect, test } from 'vitest'
import { copyExampleRecord } from '../../testing/examples.ts'
import { runHearsay } from '../../testing/hearsay.ts'

test('a statement, a stretch and the cells of an incident are cited in every form', async () => {
  const path = await copyExampleRecord()
  const run = async (...args: string[]) => runHearsay([...args, '--record', path], { cwd: '/' })
  const [statement] = (await run('statements', '--format', 'ndjson', '--source', 'Hasolli')).stdout.split('\n')
  const { document, id, sha256, start } = JSON.parse(statement)
  const plain = await run('cite', `${document.slice(0, 10)}#${id}`, '--as', 'plain')
  expect(plain.stderr).toBe('')
  expect(plain.stdout).toContain(`SHA-256 of the file ${sha256}`)
  expect(plain.stdout.trim().split('\n')).toHaveLength(1)
  expect((await run('cite', `${document}:${start}-${start + 20}`)).stdout).toMatch(/^> “.+”\n>\n> — /)

  const [first] = (await run('disputes', '--format', 'ndjson')).stdout.split('\n')
  const { incident_id, aspect } = JSON.parse(first)
  const all = (await run('cite', incident_id, '--as', 'bibtex')).stdout.match(/^@article\{.+,$/gm) ?? []
  const some = (await run('cite', `${incident_id}#${aspect.replace('count:', '')}`, '--as', 'bibtex')).stdout
  expect(new Set(all).size).toBe(all.length)
  expect(some.match(/^@article/gm)?.length).toBeGreaterThan(1)
  for (const key of some.match(/^@article\{.+,$/gm) ?? []) expect(all).toContain(key)

  const wrong = await run('cite', `${incident_id}#colour`)
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('nobody says anything on "colour"')])
})
