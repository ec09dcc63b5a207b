// All commands with their help.

import { Command } from 'commander'
import { VERSION } from '../record/program.ts'
import { applyConfig, CONFIG_FILE } from './config.ts'
import { EFFECTS, type Effects } from './effects.ts'

/** In the order in which a newcomer needs them. Each is loaded when it is wanted: all of them take a second. */
const COMMANDS: Readonly<Record<string, () => Promise<(program: Command, effects: Effects) => void>>> = {
  read: async () => (await import('./commands/read.ts')).addReadCommand,
  watch: async () => (await import('./commands/watch.ts')).addWatchCommand,
  serve: async () => (await import('./commands/serve.ts')).addServeCommand,
  people: async () => (await import('./commands/people.ts')).addPeopleCommand,
  mcp: async () => (await import('./commands/mcp.ts')).addMcpCommand,
  incidents: async () => (await import('./commands/incidents.ts')).addIncidentsCommand,
  incident: async () => (await import('./commands/incident.ts')).addIncidentCommand,
  disputes: async () => (await import('./commands/disputes.ts')).addDisputesCommand,
  statements: async () => (await import('./commands/statements.ts')).addStatementsCommand,
  sources: async () => (await import('./commands/sources.ts')).addSourcesCommand,
  parties: async () => (await import('./commands/parties.ts')).addPartiesCommand,
  grade: async () => (await import('./commands/sources.ts')).addGradeCommand,
  label: async () => (await import('./commands/label.ts')).addLabelCommand,
  correct: async () => (await import('./commands/correct.ts')).addCorrectCommand,
  account: async () => (await import('./commands/account.ts')).addAccountCommand,
  decisions: async () => (await import('./commands/decisions.ts')).addDecisionsCommand,
  proposals: async () => (await import('./commands/proposals.ts')).addProposalsCommand,
  since: async () => (await import('./commands/since.ts')).addSinceCommand,
  corrections: async () => (await import('./commands/decisions.ts')).addCorrectionsCommand,
  documents: async () => (await import('./commands/documents.ts')).addDocumentsCommand,
  collections: async () => (await import('./commands/collections.ts')).addCollectionsCommand,
  describe: async () => (await import('./commands/describe.ts')).addDescribeCommand,
  changes: async () => (await import('./commands/changes.ts')).addChangesCommand,
  show: async () => (await import('./commands/show.ts')).addShowCommand,
  search: async () => (await import('./commands/search.ts')).addSearchCommand,
  cite: async () => (await import('./commands/cite.ts')).addCiteCommand,
  export: async () => (await import('./commands/export.ts')).addExportCommand,
  compare: async () => (await import('./commands/compare.ts')).addCompareCommand,
  import: async () => (await import('./commands/import.ts')).addImportCommand,
  reconcile: async () => (await import('./commands/reconcile.ts')).addReconcileCommand,
  reread: async () => (await import('./commands/reread.ts')).addRereadCommand,
  log: async () => (await import('./commands/log.ts')).addLogCommand,
  verify: async () => (await import('./commands/verify.ts')).addVerifyCommand,
  gazetteer: async () => (await import('./commands/gazetteer.ts')).addGazetteerCommand,
  doctor: async () => (await import('./commands/doctor.ts')).addDoctorCommand,
}

/** Those that the arguments may concern: the one that they begin with, none if they only ask for the version, or all. */
function wanted([first, ...rest]: readonly string[]): readonly string[] {
  if (first !== undefined && Object.hasOwn(COMMANDS, first)) return [first]
  return /^(?:-V|--version)$/.test(first ?? '') && rest.length === 0 ? [] : Object.keys(COMMANDS)
}

/** @param args as typed; without them, a program with all commands */
export async function makeProgram(effects = EFFECTS, args: readonly string[] = []): Promise<Command> {
  const program = new Command('hearsay')
    .description('Turns news reporting into a checkable record: who claims what, and on whose word.')
    .version(VERSION)
    .option('--config <file>', `a file of settings, see docs/config.md (default: "${CONFIG_FILE}" if it exists)`)
    .option('--no-config', 'ignore the file of settings')
    .hook('preAction', (program, command) => applyConfig(command, program.opts().config, () => makeProgram(effects)))
    .showHelpAfterError('(hearsay --help lists commands and options)')
    .configureHelp({ helpWidth: Math.min(110, process.stdout.columns ?? 100) })
    .addHelpText('after', HELP)
    .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, 'hearsay: ')) })
    .exitOverride()
  for (const add of await Promise.all(wanted(args).map((name) => COMMANDS[name]()))) add(program, effects)
  for (const command of program.commands)
    command.copyInheritedSettings(program).showHelpAfterError(`(hearsay help ${command.name()} explains it)`)
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
