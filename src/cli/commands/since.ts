// `hearsay since`: what was done to the record since a person last looked, or since a day or an entry of the log.

import { type Command, Option } from 'commander'
import { describeDecision } from '../../export/decisions.ts'
import { listDecisions, listProposals } from '../../record/decisions.ts'
import type { OpenRecord } from '../../record/open.ts'
import { markSeen, seenBy } from '../../record/since/seen.ts'
import { changesSince, entryBefore, type Since } from '../../record/since/since.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { limitOption, recordOption, resolveLimit } from '../options.ts'
import { standardOutput, tell } from '../print/output.ts'
import { outputStyle, type Style } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { count, printable, shorten } from '../print/text.ts'
import { userName } from '../run/user-name.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { withRecord } from '../run/with-record.ts'

interface Typed {
  record: string
  seen?: boolean
  limit?: number
  format: 'table' | 'ndjson'
}

export function addSinceCommand(program: Command): void {
  program
    .command('since')
    .summary('list what changed since you last looked')
    .description(
      'Lists what was done to the record since you last looked: decisions and by whom, new documents, and incidents that changed with them.',
    )
    .argument('[when]', 'the number of an entry of the log, or a day: 2026-03-10 (default: what you have seen)')
    .option('--seen', 'say that you have seen all there is now')
    .addOption(limitOption())
    .addOption(new Option('--format <format>', 'output format').choices(['table', 'ndjson']).default('table'))
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(list)
}

async function list(when: string | undefined, { record: path, seen, limit, format }: Typed): Promise<void> {
  if (seen) {
    await withRecord(path, 'write', (record) => {
      const { log } = markSeen(record, Number.MAX_SAFE_INTEGER, { who: userName(), at: new Date().toISOString() })
      tell(`you have seen everything up to entry ${log} of the log`)
    })
    return
  }
  await withIncidents(path, async (record) => {
    const from = when === undefined ? seenBy(record, userName()).log : startOf(record, when)
    const most = resolveLimit(limit, format)
    const since = changesSince(record, from, most < 0 ? Number.MAX_SAFE_INTEGER : most)
    if (format === 'ndjson') return standardOutput().write(`${JSON.stringify(since)}\n`)
    if (since.to === from) return tell(`nothing was done to the record since entry ${from} of the log`)
    await standardOutput().write(tables(record, since, outputStyle()))
    if (when === undefined) tell('hearsay since --seen says that you have seen this')
  })
}

function startOf(record: OpenRecord, when: string): number {
  if (/^\d{1,12}$/.test(when)) return Number(when)
  if (!/^\d{4}-\d\d-\d\d$/.test(when) || Number.isNaN(Date.parse(when)))
    throw new UserError(`"${when}" is neither a day, as 2026-03-10, nor the number of an entry`, EXIT.usage)
  return entryBefore(record, when)
}

const LONGEST = 160

function tables(record: OpenRecord, { deeds, documents, incidents, reread }: Since, style: Style): string {
  const words = wordsOf(record)
  const parts: string[] = []
  const more = ({ total, items }: { total: number; items: readonly unknown[] }) =>
    total > items.length ? `${total - items.length} more; --limit 0 prints all of them\n` : ''
  if (deeds.total > 0)
    parts.push(
      formatTable(
        [
          { head: 'ENTRY', width: 8 },
          { head: 'WHO, WHEN', width: 20 },
          { head: 'DID', width: 12 },
          { head: 'WHAT', width: { share: 100 } },
        ],
        deeds.items.map(({ number, who, at, what, about, of, approval }) => [
          String(number),
          printable(who) + style.paint.dim(`\n${at.slice(0, 16).replace('T', ' ')}`),
          what,
          printable(shorten(words.get(number) ?? words.get(of ?? 0) ?? settingOf(approval) ?? about, LONGEST)),
        ]),
        style,
      ) + more(deeds),
    )
  if (incidents.total > 0)
    parts.push(
      formatTable(
        [
          { head: 'INCIDENT', width: 16 },
          { head: 'NEW', width: 8 },
          { head: 'TITLE, BEFORE -> AFTER', width: { share: 100 } },
        ],
        incidents.items.map(({ id, title, isNew, accounts, changes }) => [
          id,
          isNew ? 'new' : `+${accounts}`,
          [title, ...changes.map(({ name, before, after }) => `${name}: ${before || '–'} -> ${after || '–'}`)]
            .map((line) => printable(shorten(line, LONGEST)))
            .join('\n'),
        ]),
        style,
      ) + more(incidents),
    )
  if (documents.total > 0)
    parts.push(
      formatTable(
        [
          { head: 'NEW DOCUMENT', width: { share: 100 } },
          { head: 'OUTLET', width: { share: 30 } },
        ],
        documents.items.map(({ title, origin, outlet }) => [
          printable(shorten(title ?? origin, LONGEST)),
          printable(outlet ?? '–'),
        ]),
        style,
      ) + more(documents),
    )
  if (reread > 0) parts.push(`${count(reread, 'document')} read again by another version\n`)
  return parts.join('\n')
}

const settingOf = (approval: boolean | null): string | null =>
  approval === null
    ? null
    : approval
      ? 'decisions need the approval of somebody else'
      : 'one person is enough for a decision'

/** By the numbers of their entries. */
function wordsOf(record: OpenRecord): ReadonlyMap<number, string> {
  const all = [
    ...listDecisions(record).map(({ number, decision }) => ({ number, decision })),
    ...listProposals(record).map(({ number, proposal }) => ({ number, decision: proposal.decision })),
  ]
  return new Map(
    all.map(({ number, decision }) => {
      const { verdict, on, subject, after } = describeDecision(decision)
      return [number, `${verdict} ${on}: ${subject}${verdict === 'note' && after !== null ? `: ${after}` : ''}`]
    }),
  )
}

const EXAMPLES = `
Nothing is marked as seen until you say so with --seen. Each user of this machine, and each person who signs in to the pages, has
a mark of their own. It is kept in the record's file, in no export and not in the log.

An incident is listed if new documents tell of it, with what its title, its toll, its disputes and its grade would be without them.
What decisions changed stands with the decisions. hearsay changes lists what articles changed after publication.

Examples:
  hearsay since                  what is new to you
  hearsay since --seen           you have seen it
  hearsay since 2026-03-10       since that day, UTC
  hearsay since 512              since entry 512 of the log
`
