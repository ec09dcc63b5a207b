// `hearsay account`: an account that a person adds to an incident by hand.

import { type Command, InvalidArgumentError, Option } from 'commander'
import { findIncident } from '../../record/incidents/list.ts'
import { writeAccount } from '../../record/write-account.ts'
import { EXIT, UserError } from '../../user-error.ts'
import type { Effects } from '../effects.ts'
import { parseLine, recordOption } from '../options.ts'
import { tell } from '../print/output.ts'
import { printable } from '../print/text.ts'
import { waitingAs } from '../print/waits-as.ts'
import { readLimits } from '../run/limits.ts'
import { userName } from '../run/user-name.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { withRecord } from '../run/with-record.ts'

interface Account {
  record: string
  source: string
  unnamed?: boolean
  denies?: boolean
  said?: string
  outlet?: string
}

export function addAccountCommand(program: Command, { startPool }: Effects): void {
  program
    .command('account')
    .summary('add an account to an incident by hand')
    .description('Adds what somebody told you, or what you read elsewhere, to an incident as a further account.')
    .argument('<id>', "the incident's id, or the beginning of it")
    .argument('<words...>', 'what they say, in their own words')
    .addOption(new Option('--source <name>', 'who says it').argParser(parseLine).makeOptionMandatory())
    .option('--unnamed', 'the source has no name: "a nurse at the hospital"')
    .option('--denies', 'they say that it did not happen')
    .addOption(new Option('--said <date>', 'the day on which they said it: 2016-06-20').argParser(parseDay))
    .addOption(new Option('--outlet <name>', 'the outlet that printed it, if any').argParser(parseLine))
    .addOption(recordOption())
    .addHelpText('after', ACCOUNT_EXAMPLES)
    .action(async (id: string, words: string[], { record: path, unnamed, denies, ...typed }: Account) => {
      const incident = await withIncidents(path, (record) => findIncident(record, id))
      const account = { ...typed, words: words.join(' '), named: !unnamed, denies: denies ?? false }
      const reader = startPool(1, readLimits())
      try {
        await withRecord(path, 'write', async (record) => {
          const by = { who: userName(), at: new Date().toISOString() }
          const outcome = await writeAccount(record, incident, account, { ...by, read: reader.read })
          if ('failure' in outcome) throw new UserError(`it cannot be read: ${outcome.failure.message}`, EXIT.usage)
          tell(
            waitingAs(record, outcome.number) ??
              `${printable(typed.source)} is an account of ${incident.id} (decision ${outcome.number})`,
          )
        })
      } finally {
        await reader.close()
      }
    })
}

function parseDay(typed: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(typed)) throw new InvalidArgumentError('Write a day as 2016-06-20.')
  return typed
}

const ACCOUNT_EXAMPLES = `
The words become a document of the record with your name as its author, so they have a hash, are in the log, and are read again
like all others. hearsay decisions --withdraw takes the account out of the incident; the document stays.

Examples:
  hearsay account i-3f9a --source "Ada Quist, a nurse" --said 2016-06-21 "We counted four dead at the depot."
  hearsay account i-3f9a --source "a driver" --unnamed --denies "There was no blast on Monday."
`
