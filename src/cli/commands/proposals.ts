// `hearsay proposals`: lists what waits for somebody else's approval, approves or declines it, and says whether decisions need it.

import { type Command, InvalidArgumentError, Option } from 'commander'
import { exportProposals, proposalCells } from '../../export/proposals.ts'
import { needsApproval, setApproval } from '../../record/approval.ts'
import { approveProposal, declineProposal, type NotDone } from '../../record/approve.ts'
import type { Proposed } from '../../record/decided.ts'
import { listProposals } from '../../record/decisions.ts'
import type { OpenRecord } from '../../record/open.ts'
import type { Scope } from '../../record/scope.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { tell } from '../print/output.ts'
import type { Style } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { printable, shorten } from '../print/text.ts'
import { userName } from '../run/user-name.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { withRecord } from '../run/with-record.ts'
import { addListCommand } from './list-command.ts'

interface Wish extends Scope {
  all?: boolean
  approve?: number
  decline?: number
  why?: string
  require?: boolean
}

export const addProposalsCommand = (program: Command): void =>
  addListCommand<Wish, 'csv' | 'ndjson'>(program, {
    name: 'proposals',
    summary: 'list what waits for a second person, approve or decline it',
    description:
      'Lists the decisions that wait until somebody else approves them, the first to come first. Approves or declines one, and says whether decisions need approval.',
    examples: EXAMPLES,
    options: (command) =>
      command
        .option('--all', 'also those that were approved or declined')
        .addOption(new Option('--approve <n>', 'approve a proposal, by its number').argParser(parseNumber))
        .addOption(
          new Option('--decline <n>', 'decline a proposal, or take back your own')
            .argParser(parseNumber)
            .conflicts('approve'),
        )
        .addOption(new Option('--why <words>', 'the reason why it is declined, kept in the log'))
        .addOption(new Option('--require', 'from now on, decisions take effect once somebody else approves them'))
        .addOption(new Option('--no-require', 'from now on, one person is enough')),
    formats: ['csv', 'ndjson'],
    pieces: (record, format, wish, limit) => exportProposals(chosen(record, wish, limit), format),
    find: (record, wish, limit) => ({
      total: chosen(record, wish, -1).length,
      table: (style) => proposalTable(chosen(record, wish, limit), style),
    }),
    nothing: ({ all }) => (all ? 'nobody has proposed anything' : 'nothing waits for approval'),
    shownOf: (shown, total) => `${shown} of ${total} proposals`,
    more: (record) =>
      needsApproval(record) ? null : 'one person is enough for a decision here; --require asks for a second',
    instead({ approve, decline, why, require }, path) {
      if (require !== undefined) return demand(path, require)
      if (approve !== undefined) return close(path, (record, by) => approveProposal(record, approve, by), 'approved')
      if (decline !== undefined)
        return close(path, (record, by) => declineProposal(record, decline, why ?? null, by), 'declined')
      return null
    },
  })

function chosen(record: OpenRecord, { all, collection }: Wish, limit: number): Proposed[] {
  const proposed = listProposals(record, { collection }).filter(({ closed }) => all || closed === null)
  return limit < 0 ? proposed : proposed.slice(0, limit)
}

const now = () => ({ who: userName(), at: new Date().toISOString() })

async function demand(path: string, isNeeded: boolean): Promise<void> {
  await withRecord(path, 'write', (record) => {
    const isChanged = setApproval(record, isNeeded, now())
    const said = isNeeded ? 'decisions need the approval of somebody else' : 'one person is enough for a decision'
    tell(isChanged ? `${said}, from now on` : `${said} already`)
  })
}

/** Of incidents it matters whether they are still what they were, so they are brought up to date first. */
async function close(
  path: string,
  act: (record: OpenRecord, by: ReturnType<typeof now>) => { number: number } | NotDone,
  word: string,
): Promise<void> {
  await withIncidents(path, () => {})
  await withRecord(path, 'write', (record) => {
    const outcome = act(record, now())
    if ('refused' in outcome) throw new UserError(outcome.because, EXIT.usage)
    tell(
      word === 'approved'
        ? `approved: decision ${outcome.number} is in the log`
        : `proposal ${outcome.number} is ${word}`,
    )
  })
}

function parseNumber(typed: string): number {
  if (!/^[1-9]\d*$/.test(typed)) throw new InvalidArgumentError('Write the number that hearsay proposals shows.')
  return Number(typed)
}

const LONGEST = 200

const proposalTable = (proposed: readonly Proposed[], style: Style): string =>
  formatTable(
    [
      { head: 'NUMBER', width: 8 },
      { head: 'WHO, WHEN', width: 20 },
      { head: 'WHAT', width: 14 },
      { head: 'ABOUT', width: { share: 40 } },
      { head: 'BEFORE, AFTER', width: { share: 60 } },
    ],
    proposed
      .map(proposalCells)
      .map(({ number, at, who, verdict, on, subject, before, after, closed }) => [
        String(number),
        printable(who) + style.paint.dim(`\n${at.slice(0, 16).replace('T', ' ')}`),
        verdict + style.paint.dim(`\n${on}`) + (closed === null ? '' : style.paint.yellow(`\n${closed}`)),
        printable(shorten(subject, LONGEST)),
        [before, after].map((part) => (part === null ? '–' : printable(shorten(part, LONGEST)))).join('\n'),
      ]),
    style,
  )

const EXAMPLES = `
Where decisions need approval, what one person decides, grades, merges, labels or withdraws is a proposal, here and on the pages,
until somebody else approves it. Nobody can approve their own. If what it is about has changed since, approving it says so and
changes nothing. Notes need no approval. Proposals are in the log: two people who exchange exports (hearsay export --what record,
hearsay import) see each other's and approve them, also without a network.

A command runs under the name of the machine's user; on the pages, people sign in. On the pages, only an owner can change whether
decisions need approval.

Examples:
  hearsay proposals                            what waits
  hearsay proposals --approve 12
  hearsay proposals --decline 12 --why "the later report corrects it"
  hearsay proposals --require                  decisions need a second person from now on
`
