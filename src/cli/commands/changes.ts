// `hearsay changes`: what was changed in articles after they were read first.

import { type Command, Option } from 'commander'
import { type Change, listChanges } from '../../watching/changes.ts'
import { limitOption, recordOption, resolveLimit } from '../options.ts'
import { differenceText } from '../print/news-line.ts'
import { standardOutput } from '../print/output.ts'
import { printable } from '../print/printable.ts'
import { outputStyle, type Style, shortId } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { tell } from '../print/tell.ts'
import { withRecord } from '../run/with-record.ts'

const FORMATS = ['table', 'ndjson'] as const

interface Options {
  record: string
  format: (typeof FORMATS)[number]
  limit?: number
}

export function addChangesCommand(program: Command): void {
  program
    .command('changes')
    .summary('list what was changed after publication')
    .description('Lists what was taken out of articles, and put in, after they were read first.')
    .addOption(limitOption())
    .addOption(new Option('--format <format>', 'how to print what is found').choices(FORMATS).default('table'))
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(runChanges)
}

async function runChanges({ record: path, format, limit }: Options): Promise<void> {
  await withRecord(path, 'read', async (record) => {
    const most = resolveLimit(limit, format)
    const shown: Change[] = []
    let total = 0
    for (const change of listChanges(record)) {
      total++
      if (most >= 0 && total > most) continue
      if (format === 'ndjson') await standardOutput().write(`${JSON.stringify(change)}\n`)
      else shown.push(change)
    }
    if (total === 0 && format === 'table') return tell('no article was changed after it was read')
    if (format === 'table') await standardOutput().write(changeTable(shown, outputStyle()))
    if (format === 'table' && total > shown.length)
      tell(`${shown.length} of ${total} changes; --limit 0 prints all of them`)
  })
}

function changeTable(changes: readonly Change[], style: Style): string {
  const { paint } = style
  const rows = changes.map(({ title, address, outlet, found, older, newer, differences }) => [
    printable([title ?? '(no title)', outlet].filter(Boolean).join(', ')) + paint.dim(`\n${printable(address)}`),
    found.slice(0, 16).replace('T', ' '),
    differences.map((each) => printable(differenceText(each))).join('\n'),
    printable(`${shortId(older)} ${shortId(newer)}`),
  ])
  return formatTable(
    [
      { head: 'ARTICLE', width: { share: 40 } },
      { head: 'FOUND, UTC', width: 18 },
      { head: '[-TAKEN OUT-] {+PUT IN+}', width: { share: 60 } },
      { head: 'OLDER, NEWER', width: 14 },
    ],
    rows,
    style,
  )
}

const EXAMPLES = `
Versions are what stood at one web address, or in one watched file, at different times: hearsay watch finds them, and so does
reading an address again. Changes of menus, appeals and other furniture are left out. Both versions are in the record:
hearsay show prints either.

Examples:
  hearsay changes                                     at a glance
  hearsay changes --format ndjson > changes.ndjson    for programs
`
