// `hearsay decisions`: lists and withdraws decisions; `hearsay corrections`: writes them as labelled data.

import { type Command, InvalidArgumentError, Option } from 'commander'
import { CORRECTIONS, type Corrections, exportCorrections } from '../../export/corrections.ts'
import { decisionCells, exportDecisions, lastDecisions } from '../../export/decisions.ts'
import { decisionNumbered, listDecisions } from '../../record/decisions.ts'
import { checkScope, type Scope } from '../../record/scope.ts'
import { restoreDecision, withdrawDecision } from '../../record/write-decision.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { collectionOption, recordOption } from '../options.ts'
import { printTo, tell } from '../print/output.ts'
import type { Style } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { printable, shorten } from '../print/text.ts'
import { waitsAs } from '../print/waits-as.ts'
import { userName } from '../run/user-name.ts'
import { withRecord } from '../run/with-record.ts'
import { addListCommand } from './list-command.ts'

interface Turn extends Scope {
  withdraw?: number
  restore?: number
}

export const addDecisionsCommand = (program: Command): void =>
  addListCommand<Turn, 'csv' | 'ndjson'>(program, {
    name: 'decisions',
    summary: 'list what people decided, or undo it',
    description:
      'Lists what people confirmed, corrected, rejected, merged, split, graded and noted (hearsay serve), the most recent first.',
    examples: DECISIONS_EXAMPLES,
    options: (command) =>
      command
        .addOption(new Option('--withdraw <n>', 'withdraw a decision, by its number').argParser(parseNumber))
        .addOption(
          new Option('--restore <n>', 'restore a withdrawn decision, by its number')
            .argParser(parseNumber)
            .conflicts('withdraw'),
        ),
    formats: ['csv', 'ndjson'],
    pieces: (record, format, { collection }, limit) => exportDecisions(record, format, limit, { collection }),
    find: (record, { collection }, limit) => ({
      total: listDecisions(record, { collection }).length,
      table: (style) => decisionTable(lastDecisions(record, limit, { collection }).map(decisionCells), style),
    }),
    nothing: () => 'nobody has decided anything yet; hearsay serve has the pages for it',
    shownOf: (shown, total) => `${shown} of ${total} decisions`,
    instead({ withdraw, restore }, path) {
      const number = withdraw ?? restore
      return number === undefined ? null : turn(path, number, withdraw !== undefined)
    },
  })

async function turn(path: string, number: number, isWithdrawn: boolean): Promise<void> {
  await withRecord(path, 'write', (record) => {
    if (!decisionNumbered(record, number))
      throw new UserError(`there is no decision ${number}; hearsay decisions lists them`, EXIT.usage)
    const by = { who: userName(), at: new Date().toISOString() }
    const done = isWithdrawn ? withdrawDecision(record, number, by) : restoreDecision(record, number, by)
    if (done === null)
      throw new UserError(
        `decision ${number} ${isWithdrawn ? 'was already withdrawn' : 'is not withdrawn'}`,
        EXIT.usage,
      )
    tell(
      done !== number
        ? waitsAs(done)
        : isWithdrawn
          ? `decision ${number} is withdrawn; --restore ${number} restores it`
          : `decision ${number} is restored`,
    )
  })
}

function parseNumber(typed: string): number {
  if (!/^[1-9]\d*$/.test(typed)) throw new InvalidArgumentError('Write the number that hearsay decisions shows.')
  return Number(typed)
}

const LONGEST = 200

function decisionTable(rows: readonly ReturnType<typeof decisionCells>[], style: Style): string {
  return formatTable(
    [
      { head: 'NUMBER', width: 8 },
      { head: 'WHO, WHEN', width: 20 },
      { head: 'WHAT', width: 14 },
      { head: 'ABOUT', width: { share: 40 } },
      { head: 'BEFORE, AFTER', width: { share: 60 } },
    ],
    rows.map(({ number, at, who, verdict, on, subject, before, after, withdrawn_by, approved_by }) => [
      String(number),
      printable(approved_by === null ? who : `${who}, approved by ${approved_by}`) +
        style.paint.dim(`\n${at.slice(0, 16).replace('T', ' ')}`),
      verdict + style.paint.dim(`\n${on}`) + (withdrawn_by === null ? '' : style.paint.yellow('\nwithdrawn')),
      printable(shorten(subject, LONGEST)),
      [before, after].map((part) => (part === null ? '–' : printable(shorten(part, LONGEST)))).join('\n'),
    ]),
    style,
  )
}

export function addCorrectionsCommand(program: Command): void {
  program
    .command('corrections')
    .summary('write what people decided as labelled data')
    .description('Writes what people confirmed, corrected and added as labelled data, to train and evaluate readers.')
    .addOption(new Option('--what <what>', 'kind of decision').choices(CORRECTIONS).default('statements'))
    .option(
      '--output <file>',
      'a file to write; an existing one is replaced once the new one is whole (default: standard output)',
    )
    .addOption(collectionOption())
    .addOption(recordOption())
    .addHelpText('after', CORRECTIONS_EXAMPLES)
    .action(runCorrections)
}

async function runCorrections({
  record: path,
  what,
  output: file,
  collection,
}: {
  record: string
  what: Corrections
  output?: string
  collection?: string
}): Promise<void> {
  await withRecord(path, 'read', async (record) => {
    checkScope(record, { collection })
    let lines = 0
    await printTo(file, counted(exportCorrections(record, what, { collection })))
    if (lines === 0) tell(`nobody has decided anything about ${what} yet; hearsay serve has the pages for it`)
    else if (file !== undefined) tell(`wrote the corrected ${what} to ${file}`)

    function* counted(pieces: Iterable<string>) {
      for (const piece of pieces) {
        lines++
        yield piece
      }
    }
  })
}

const DECISIONS_EXAMPLES = `
Nothing leaves the log: a withdrawn decision stays in it and can be restored. Reading a document again never overwrites a
decision. If the text no longer has its words, the decision is kept but changes nothing.

Examples:
  hearsay decisions                            the last 50
  hearsay decisions --withdraw 12              as if it had never been made
  hearsay decisions --format ndjson            each with its words before and after
`

const CORRECTIONS_EXAMPLES = `
One JSON object on each line, with offsets in UTF-16 units of its "text". Only articles with decisions of this kind are
included. What people confirmed, corrected or added is gold; what they rejected is absent. "discard" lists what nobody has
reviewed: use it neither as right nor as wrong.

  statements   one article a line, as PolNeAR: "attributions", each with spans of source, cue and content
  places       one article a line: "places" with start, end, name, lat, lon, geonameId, countryCode
  times        one article a line, as GUM: "times" with start, end, surface, and when, or from and to
  events       one event a line, as PLOVER's records: "event", its sentence, "spans" of source, target, event, location

Examples:
  hearsay corrections > statements.jsonl
  hearsay corrections --what places --output places.jsonl
`
