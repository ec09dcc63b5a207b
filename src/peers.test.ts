// The comparison with peers (benchmarks/peers/) installs much, so nothing here runs it; that it can say what it would compare is tested.

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const FOLDER = fileURLToPath(new URL('../benchmarks/peers/', import.meta.url))

function run(...words: string[]) {
  const env = { PATH: process.env.PATH ?? '' }
  return spawnSync(process.execPath, [`${FOLDER}run.mjs`, ...words], { encoding: 'utf8', env })
}

test('the command lists its peers without installing any', () => {
  const { status, stdout } = run('--list', '--cache', `${FOLDER}nowhere`)
  expect(status).toBe(0)
  expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining(['spacy', 'heideltime']))
  expect(existsSync(`${FOLDER}nowhere`)).toBe(false)
})

test('the command says what it needs', () => {
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--rounds') })
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('CORPORA and SCORE') })
})

test('every package has its version, and the README names it', () => {
  const readme = readFileSync(`${FOLDER}README.md`, 'utf8')
  const lines = readFileSync(`${FOLDER}requirements.txt`, 'utf8').split('\n')
  for (const line of lines.filter((each) => each && !each.startsWith('#'))) expect(line).toMatch(/^[\w-]+==[\d.]+$/)
  expect(readdirSync(FOLDER).filter((name) => name.endsWith('.py') && !readme.includes(name))).toEqual([])
})
