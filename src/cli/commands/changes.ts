// `hearsay changes`: lists what changed in articles after they were first read.

import type { Command } from 'commander'
import type { OpenRecord } from '../../record/open.ts'
import type { Scope } from '../../record/scope.ts'
import { type Change, listChanges } from '../../watching/changes.ts'
import { differenceText } from '../print/news-line.ts'
import { type Style, shortId } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { printable } from '../print/text.ts'
import { addListCommand } from './list-command.ts'

export const addChangesCommand = (program: Command): void =>
  addListCommand<Scope, 'ndjson'>(program, {
    name: 'changes',
    summary: 'list what articles changed after publication',
    description: 'Lists what was removed from articles and added to them after they were first read.',
    examples: EXAMPLES,
    formats: ['ndjson'],
    pieces: (record, _, scope, limit) => changeLines(record, scope, limit),
    find(record, scope, limit) {
      const shown: Change[] = []
      let total = 0
      for (const change of listChanges(record, scope)) if (total++ < limit || limit < 0) shown.push(change)
      return { total, table: (style) => changeTable(shown, style) }
    },
    nothing: () => 'no article has changed since it was read',
    shownOf: (shown, total) => `${shown} of ${total} changes`,
  })

function* changeLines(record: OpenRecord, scope: Scope, limit: number): Generator<string> {
  let given = 0
  for (const change of listChanges(record, scope)) {
    if (given++ === limit) return
    yield `${JSON.stringify(change)}\n`
  }
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
      { head: '[-REMOVED-] {+ADDED+}', width: { share: 60 } },
      { head: 'OLDER, NEWER', width: 14 },
    ],
    rows,
    style,
  )
}

const EXAMPLES = `
A version is what was at one web address, or in one watched file, at one time. hearsay watch finds new versions, and so does
reading an address again. Changes in menus, appeals and other furniture are left out. Both versions are in the record, and
hearsay show prints either.

Examples:
  hearsay changes                                     an overview
  hearsay changes --format ndjson > changes.ndjson    for programs
`
