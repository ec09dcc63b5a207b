import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { scratchFolder } from '../../testing/hearsay.ts'
import { archiveLines } from '../archive/archive.ts'
import { verifyRecord } from '../custody/verify.ts'
import { closeRecord, type OpenRecord, openRecord } from '../open.ts'
import { fitsPassword, hashPassword, unfittable } from './password.ts'
import { accountCalled, addPerson, listPeople, mayAct, nameKey, removePerson, setPassword, setRole } from './people.ts'

const NOON = '2024-05-01T12:00:00.000Z'

function withPeople(...people: [name: string, role: 'owner' | 'reviewer' | 'reader'][]): OpenRecord {
  const record = openRecord(join(scratchFolder(), 'hearsay.db'), 'create')
  for (const [name, role] of people) addPerson(record, name, { role, password: `hash of ${name}`, addedAt: NOON })
  return record
}

test('a password fits what is kept of it, and nothing else does', async () => {
  const kept = await hashPassword('a café by the river')
  expect(kept).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/)
  expect(await hashPassword('a café by the river'), 'another salt each time').not.toBe(kept)
  const table: [typed: string, fits: boolean, why: string][] = [
    ['a café by the river', true, 'the same'],
    ['a cafe\u0301 by the river', true, 'another keyboard writes é in two'],
    ['a cafe by the river', false, 'another letter'],
    ['A café by the river', false, 'a capital'],
    ['a café by the river ', false, 'a space more'],
    ['', false, 'nothing'],
  ]
  for (const [typed, fits, why] of table) expect(await fitsPassword(typed, kept), why).toBe(fits)
  expect(await fitsPassword('a café by the river', unfittable())).toBe(false)
  await expect(fitsPassword('x', 'plain text')).rejects.toThrow(/damaged/)
}, 60_000)

test('names are one person however they are typed; names that would mislead in the log are refused', () => {
  const record = withPeople(['Ada  Quist', 'owner'])
  for (const name of ['ada quist', ' ADA QUIST ', 'Ａda Quist'])
    expect(accountCalled(record, name)?.name).toBe('Ada Quist')
  expect(accountCalled(record, 'Ada Quistt')).toBe(null)
  expect(nameKey('Ada\tQuist')).toBe('ada quist')
  for (const name of ['', 'ADA quist', 'Ada\u200bQuist', 'Ada\u202eQuist', 'hearsay 0.2.0', 'Hearsay', 'n'.repeat(101)])
    expect(
      () => addPerson(record, name, { role: 'reader', password: 'x', addedAt: NOON }),
      JSON.stringify(name),
    ).toThrow()
  addPerson(record, 'Hearsayer', { role: 'reader', password: 'x', addedAt: NOON })
  expect(listPeople(record).map(({ name }) => name)).toEqual(['Ada Quist', 'Hearsayer'])
  closeRecord(record)
})

test('there is always an owner, as long as there is anybody', () => {
  const record = withPeople()
  const reader = { role: 'reader', password: 'x', addedAt: NOON } as const
  expect(() => addPerson(record, 'Bo', reader)).toThrow('the first person must be an owner')
  addPerson(record, 'Ada', { ...reader, role: 'owner' })
  addPerson(record, 'Bo', reader)
  expect(() => setRole(record, 'Ada', 'reviewer')).toThrow(/only owner/)
  expect(() => removePerson(record, 'Ada')).toThrow(/only owner/)
  expect(() => setRole(record, 'Cy', 'owner')).toThrow('nobody is called Cy')
  setRole(record, 'bo', 'owner')
  setRole(record, 'Ada', 'reviewer')
  removePerson(record, 'Ada')
  removePerson(record, 'Bo')
  expect(listPeople(record)).toEqual([])
  closeRecord(record)
})

test('each role may do what those before it may', () => {
  const may = (['reader', 'reviewer', 'owner'] as const).map((role) =>
    (['reader', 'reviewer', 'owner'] as const).map((needed) => mayAct(role, needed)),
  )
  expect(may).toEqual([
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ])
})

test('people are in no archive; the record stays sealed, and a person slipped in from outside breaks the seal', () => {
  const record = withPeople(['Ada', 'owner'])
  setPassword(record, 'Ada', 'another hash')
  expect([...archiveLines(record)].join('')).not.toMatch(/Ada|hash/)
  closeRecord(record)
  const changes = () => [...verifyRecord(record.path)]
  expect(changes()).toEqual([])
  const db = new Database(record.path)
  db.exec(`INSERT INTO people VALUES ('eve', 'Eve', 'owner', 'hash', '${NOON}')`)
  db.close()
  expect(changes()).toEqual(['the file of the record is not, to the byte, what it was when it was sealed'])
})
