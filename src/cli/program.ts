// All commands with their help, as commander takes them.

import { Command } from 'commander'
import { VERSION } from '../record/program.ts'
import { addChangesCommand } from './commands/changes.ts'
import { addCorrectionsCommand, addDecisionsCommand } from './commands/decisions.ts'
import { addDisputesCommand } from './commands/disputes.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addDocumentsCommand } from './commands/documents.ts'
import { addExportCommand } from './commands/export.ts'
import { addGazetteerCommand } from './commands/gazetteer.ts'
import { addImportCommand } from './commands/import.ts'
import { addIncidentCommand } from './commands/incident.ts'
import { addIncidentsCommand } from './commands/incidents.ts'
import { addLogCommand } from './commands/log.ts'
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
  addGradeCommand,
  addDecisionsCommand,
  addCorrectionsCommand,
  addDocumentsCommand,
  addChangesCommand,
  addShowCommand,
  addSearchCommand,
  addExportCommand,
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
    .option(
      '--config <file>',
      `settings, as docs/config.md explains them (default: "${CONFIG_FILE}" where there is one)`,
    )
    .option('--no-config', 'go by no file of settings')
    .hook('preAction', (program, command) => applyConfig(command, program.opts().config))
    .showHelpAfterError('(hearsay --help shows what there is)')
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
  hearsay serve                   look at it in the browser
  hearsay watch FEED              read what is new, on and on
  hearsay incidents               what is said to have happened, accounts together
  hearsay incident i-3f9a         one incident, its accounts side by side
  hearsay statements              who said what
  hearsay statements --unnamed    what is said by sources without a name
  hearsay show 3f9a               an article with its sources marked
  hearsay help read               help on one command

What is typed each time can stand in a file: { "record": "case-12.db", "format": "ndjson" } in ${CONFIG_FILE}. What is
typed wins over it.

Results go to standard output, everything else to standard error.

Exit codes:
  0    all is well
  1    some inputs could not be read, or only with damage; the others were
  2    what was typed cannot be understood, or names nothing
  3    the record cannot be opened, read or written; it is unharmed
  4    the output cannot be written
  5    hearsay verify found that something was changed
  70   a bug in hearsay
  130  stopped by Ctrl-C; what was read until then is kept
`
