import { expect, test } from 'vitest'
import { OLDEST_NODE } from '../../record/program.ts'
import { isOlder } from './doctor.ts'

const VERSIONS: [version: string, needed: string, older: boolean][] = [
  ['20.10.0', '20.19', true],
  ['20.18.3', '20.19', true],
  ['18.99.9', '20.19', true],
  ['20.19.0', '20.19', false],
  ['20.20.2', '20.19', false],
  ['22.0.0', '20.19', false],
  ['20.19.0', '20.19.1', true],
  ['20.19.10', '20.19.9', false],
]

test.each(VERSIONS)('Node.js %s, where %s is needed: too old is %s', (version, needed, older) => {
  expect(isOlder(version, needed)).toBe(older)
})

test('what is needed is what package.json asks for, as a version', () => {
  expect(OLDEST_NODE).toMatch(/^\d+\.\d+(?:\.\d+)?$/)
})
