// `hearsay people`: who may sign in to the record on the pages, and what each may do there.

import { Argument, type Command, Option } from 'commander'
import { assistantsSince, endSecret, giveSecret } from '../../record/people/assistants.ts'
import { faultOf, hashPassword } from '../../record/people/password.ts'
import {
  type Account,
  accountCalled,
  addPerson,
  hasPeople,
  listPeople,
  nameKey,
  ROLES,
  type Role,
  removePerson,
  setPassword,
  setRole,
} from '../../record/people/people.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { recordOption } from '../options.ts'
import { standardOutput, tell } from '../print/output.ts'
import { outputStyle, type Style } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { printable } from '../print/text.ts'
import { readPassword } from '../run/read-password.ts'
import { withRecord } from '../run/with-record.ts'

interface Where {
  record: string
}

export function addPeopleCommand(program: Command): void {
  const people = program
    .command('people')
    .summary('say who may sign in to the pages')
    .description('Lists, adds, changes and removes those who may sign in to the record on the pages (hearsay serve).')
    .addHelpText('after', EXAMPLES)
  const part = (name: string, description: string) =>
    people.command(name).description(description).addOption(recordOption())
  people
    .command('list', { isDefault: true })
    .description('lists who may sign in')
    .addOption(recordOption())
    .action(list)
  part('add', 'adds a person, and asks for a password')
    .argument('<name...>', 'as the log will write it')
    .addOption(
      new Option('--role <role>', 'what they may do (default: owner for the first, then reviewer)').choices(ROLES),
    )
    .action(add)
  part('password', 'gives a person another password, which signs them out everywhere')
    .argument('<name...>')
    .action(changePassword)
  part('secret', "prints a new secret by which the person's assistant may read the record (docs/mcp.md)")
    .argument('<name...>')
    .option('--end', 'ends it instead')
    .action(secret)
  part('role', 'gives a person another role')
    .addArgument(new Argument('<role>').choices(ROLES))
    .argument('<name...>')
    .action(changeRole)
  part('remove', 'takes a person away; what they decided stays').argument('<name...>').action(remove)
}

async function list({ record: path }: Where): Promise<void> {
  const { people, assistants } = await withRecord(path, 'read', (record) => ({
    people: listPeople(record),
    assistants: assistantsSince(record),
  }))
  if (people.length === 0) return tell('nobody needs to sign in; hearsay people add NAME adds the first person')
  await standardOutput().write(peopleTable(people, assistants, outputStyle()))
}

const peopleTable = (people: readonly Account[], assistants: ReadonlyMap<string, string>, style: Style): string =>
  formatTable(
    [
      { head: 'NAME', width: { share: 100 } },
      { head: 'ROLE', width: 10 },
      { head: 'SINCE', width: 12 },
      ...(assistants.size > 0 ? [{ head: 'ASSISTANT', width: 12 }] : []),
    ],
    people.map(({ key, name, role, addedAt }) => [
      printable(name),
      role,
      addedAt.slice(0, 10),
      ...(assistants.size > 0 ? [assistants.get(key)?.slice(0, 10) ?? '–'] : []),
    ]),
    style,
  )

async function add(words: string[], { record: path, role }: Where & { role?: Role }): Promise<void> {
  const name = words.join(' ')
  await withRecord(path, 'create', async (record) => {
    if (accountCalled(record, name)) throw new UserError(`there is already somebody called ${name}`, EXIT.usage)
    const given = role ?? (hasPeople(record) ? 'reviewer' : 'owner')
    const password = await newPassword(name)
    addPerson(record, name, { role: given, password, addedAt: new Date().toISOString() })
    tell(`${name} may sign in to ${path} as ${given === 'owner' ? 'an owner' : `a ${given}`}`)
  })
}

async function changePassword(words: string[], { record: path }: Where): Promise<void> {
  await withRecord(path, 'write', async (record) => {
    const { name } = known(accountCalled(record, words.join(' ')), words)
    setPassword(record, name, await newPassword(name))
    tell(`${name} has another password, and is signed out everywhere`)
  })
}

/** To standard output alone, so that it can go into a file or a variable without being shown. */
async function secret(words: string[], { record: path, end = false }: Where & { end?: boolean }): Promise<void> {
  await withRecord(path, 'write', async (record) => {
    const { name } = known(accountCalled(record, words.join(' ')), words)
    if (end) {
      const ended = endSecret(record, name)
      return tell(ended ? `the assistant of ${name} can no longer read` : `${name} has no assistant`)
    }
    const given = giveSecret(record, name, new Date().toISOString())
    tell(`who has this secret reads all of ${path} over HTTP as ${name}; it is shown only now, and ends the one before`)
    await standardOutput().write(`${given}\n`)
  })
}

async function changeRole(role: Role, words: string[], { record: path }: Where): Promise<void> {
  await withRecord(path, 'write', (record) => {
    const { name } = known(accountCalled(record, words.join(' ')), words)
    setRole(record, name, role)
    tell(`${name} is now ${role === 'owner' ? 'an owner' : `a ${role}`}`)
  })
}

async function remove(words: string[], { record: path }: Where): Promise<void> {
  await withRecord(path, 'write', (record) => {
    const { name } = known(accountCalled(record, words.join(' ')), words)
    removePerson(record, name)
    tell(
      hasPeople(record)
        ? `${name} can no longer sign in`
        : `${name} can no longer sign in; nobody is left, so on this machine the pages open without signing in`,
    )
  })
}

function known(account: Account | null, words: readonly string[]): Account {
  if (account) return account
  throw new UserError(`nobody is called ${nameKey(words.join(' '))}; hearsay people list names all`, EXIT.usage)
}

async function newPassword(name: string): Promise<string> {
  const typed = await readPassword(`Password for ${printable(name)}`)
  const fault = faultOf(typed, name)
  if (fault !== null) throw new UserError(fault, EXIT.usage)
  return hashPassword(typed)
}

const EXAMPLES = `
  reader    sees everything
  reviewer  also decides, grades, notes and adds documents
  owner     also adds and removes people on the page

A decision goes into the log under the name of whoever is signed in. A record without people opens without signing in, and on
this machine only. Passwords have at least 12 characters; they are typed without an echo, or come as a line on standard input.
Who may sign in is in no export.

Examples:
  hearsay people add Ada Quist                the first person, an owner
  hearsay people add Bo Lindqvist             another, a reviewer
  hearsay people role reader Bo Lindqvist
  hearsay people password Ada Quist < password.txt
  hearsay people secret Ada Quist             for her AI assistant, over HTTP: docs/mcp.md
  hearsay people secret Ada Quist --end
  hearsay people list
`
