// Those who may sign in to a record: listed, added, removed, given another role or password. Each change is one transaction.

import { EXIT, UserError } from '../../user-error.ts'
import { breakSeal } from '../custody/seal.ts'
import type { OpenRecord } from '../open-record.ts'

/** Each may do what those before it may. */
export const ROLES = ['reader', 'reviewer', 'owner'] as const
export type Role = (typeof ROLES)[number]

export interface Account {
  /** By which names are compared. */
  key: string
  name: string
  role: Role
  /** Salt and hash. */
  password: string
  addedAt: string
}

export const mayAct = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed)

/** "  Ada  QUIST " and "Ada Quist" are one person. */
export const nameKey = (name: string): string => tidy(name).normalize('NFKC').toLowerCase()

export const isSamePerson = (one: string, other: string): boolean => nameKey(one) === nameKey(other)

const tidy = (name: string): string => name.trim().replace(/\s+/gu, ' ')

const COLUMNS = 'key, name, role, password, added_at AS addedAt'

/** In the order of their names. */
export const listPeople = ({ db }: OpenRecord): Account[] =>
  db.prepare<[], Account>(`SELECT ${COLUMNS} FROM people ORDER BY key`).all()

export const hasPeople = ({ db }: OpenRecord): boolean => db.prepare('SELECT 1 FROM people LIMIT 1').get() !== undefined

/** Null if nobody has the name. */
export const accountCalled = ({ db }: OpenRecord, name: string): Account | null =>
  db.prepare<[string], Account>(`SELECT ${COLUMNS} FROM people WHERE key = ?`).get(nameKey(name)) ?? null

export function addPerson(record: OpenRecord, name: string, by: Pick<Account, 'role' | 'password' | 'addedAt'>): void {
  const called = tidy(name)
  const fault = nameFault(called)
  if (fault !== null) throw new UserError(fault, EXIT.usage)
  change(record, () => {
    if (accountCalled(record, called)) throw new UserError(`there is already somebody called ${called}`, EXIT.usage)
    if (by.role !== 'owner' && !hasPeople(record)) throw new UserError('the first person must be an owner', EXIT.usage)
    record.db
      .prepare('INSERT INTO people (key, name, role, password, added_at) VALUES (?, ?, ?, ?, ?)')
      .run(nameKey(called), called, by.role, by.password, by.addedAt)
  })
}

/** It also ends the secret of the person's assistant. */
export function setPassword(record: OpenRecord, name: string, password: string): void {
  change(record, () => {
    const { key } = named(record, name)
    record.db.prepare('UPDATE people SET password = ? WHERE key = ?').run(password, key)
    record.db.prepare('DELETE FROM assistants WHERE person = ?').run(key)
  })
}

export function setRole(record: OpenRecord, name: string, role: Role): void {
  change(record, () => {
    const account = named(record, name)
    if (role !== 'owner') keepOneOwner(record, account, 'give somebody else the role of owner first')
    record.db.prepare('UPDATE people SET role = ? WHERE key = ?').run(role, account.key)
  })
}

/** What a person decided stays in the log. */
export function removePerson(record: OpenRecord, name: string): void {
  change(record, () => {
    const account = named(record, name)
    if (listPeople(record).length > 1) keepOneOwner(record, account, 'make somebody else an owner first')
    record.db.prepare('DELETE FROM people WHERE key = ?').run(account.key)
  })
}

/** In one transaction, which breaks the seal. */
export function change(record: OpenRecord, write: () => void): void {
  const all = record.db.transaction(() => {
    breakSeal(record)
    write()
  })
  all.immediate()
}

export function named(record: OpenRecord, name: string): Account {
  const account = accountCalled(record, name)
  if (!account) throw new UserError(`nobody is called ${tidy(name)}`, EXIT.usage)
  return account
}

function keepOneOwner(record: OpenRecord, { key, name }: Account, advice: string): void {
  const others = listPeople(record).filter((one) => one.role === 'owner' && one.key !== key)
  if (others.length === 0) throw new UserError(`${name} is the only owner; ${advice}`, EXIT.usage)
}

const LONGEST_NAME = 100

/** The log has it for good, so it must not look like another, or like the program's own. */
function nameFault(name: string): string | null {
  if (name === '' || name.length > LONGEST_NAME) return `write a name of 1 to ${LONGEST_NAME} characters`
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u.test(name)) return 'the name contains characters that nobody can see'
  if (/^hearsay\b/i.test(name)) return 'the log calls the program itself hearsay; choose another name'
  return null
}
