// All commands with their help.

import { Command } from 'commander'
import { VERSION } from '../record/program.ts'
import { addAccountCommand } from './commands/account.ts'
import { addChangesCommand } from './commands/changes.ts'
import { addCompareCommand } from './commands/compare.ts'
import { addCorrectionsCommand, addDecisionsCommand } from './commands/decisions.ts'
import { addDescribeCommand } from './commands/describe.ts'
import { addDisputesCommand } from './commands/disputes.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addDocumentsCommand } from './commands/documents.ts'
import { addExportCommand } from './commands/export.ts'
import { addGazetteerCommand } from './commands/gazetteer.ts'
import { addImportCommand } from './commands/import.ts'
import { addIncidentCommand } from './commands/incident.ts'
import { addIncidentsCommand } from './commands/incidents.ts'
import { addLabelCommand } from './commands/label.ts'
import { addLogCommand } from './commands/log.ts'
import { addPartiesCommand } from './commands/parties.ts'
import { addReadCommand } from './commands/read.ts'
import { addReconcileCommand } from './commands/reconcile.ts'
import { addRereadCommand } from './commands/reread.ts'
import { addSearchCommand } from './commands/search.ts'
import { addServeCommand } from './commands/serve.ts'
import { addShowCommand } from './commands/show.ts'
import { addGradeCommand, addSourcesCommand } from './commands/sources.ts'
import { addStatementsCommand } from './commands/statements.ts'
import { addVerifyCommand } from './commands/verify.ts'
import { addWatchCommand } from './commands/watch.ts'
import { applyConfig, CONFIG_FILE } from './config.ts'
import { EFFECTS } from './effects.ts'

/** In the order in which a newcomer needs them. */
const COMMANDS = [
  addReadCommand,
  addWatchCommand,
  addServeCommand,
  addIncidentsCommand,
  addIncidentCommand,
  addDisputesCommand,
  addStatementsCommand,
  addSourcesCommand,
  addPartiesCommand,
  addGradeCommand,
  addLabelCommand,
  addAccountCommand,
  addDecisionsCommand,
  addCorrectionsCommand,
  addDocumentsCommand,
  addDescribeCommand,
  addChangesCommand,
  addShowCommand,
  addSearchCommand,
  addExportCommand,
  addCompareCommand,
  addImportCommand,
  addReconcileCommand,
  addRereadCommand,
  addLogCommand,
  addVerifyCommand,
  addGazetteerCommand,
  addDoctorCommand,
]

export function makeProgram(effects = EFFECTS): Command {
  const program = new Command('hearsay')
    .description('Turns news reporting into a checkable record: who claims what, and on whose word.')
    .version(VERSION)
    .option('--config <file>', `a file of settings, see docs/config.md (default: "${CONFIG_FILE}" if it exists)`)
    .option('--no-config', 'ignore the file of settings')
    .hook('preAction', (program, command) => applyConfig(command, program.opts().config))
    .showHelpAfterError('(hearsay --help lists commands and options)')
    .configureHelp({ helpWidth: Math.min(110, process.stdout.columns ?? 100) })
    .addHelpText('after', HELP)
    .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, 'hearsay: ')) })
    .exitOverride()
  for (const add of COMMANDS) add(program, effects)
  for (const command of program.commands) command.copyInheritedSettings(program)
  return program
}

const HELP = `
Examples:
  hearsay read reports/           read a folder into hearsay.db
  hearsay serve                   explore it in the browser
  hearsay watch FEED              keep reading what is new
  hearsay incidents               reported events, accounts together
  hearsay incident i-3f9a         one incident, its accounts side by side
  hearsay statements              who said what
  hearsay statements --unnamed    what unnamed sources said
  hearsay show 3f9a               an article with its sources marked
  hearsay help read               help on one command

Put options you always use in ${CONFIG_FILE}: { "record": "case-12.db", "format": "ndjson" }. Options on the command
line override it.

Results go to standard output, everything else to standard error.

Exit codes:
  0    success
  1    some inputs could not be read, or were damaged; the others were read
  2    the command cannot be understood, or names something that does not exist
  3    the record cannot be opened, read or written; nothing in it was changed
  4    the output cannot be written
  5    hearsay verify found that something was changed
  70   a bug in hearsay
  130  stopped by Ctrl-C; everything read until then is kept
`
