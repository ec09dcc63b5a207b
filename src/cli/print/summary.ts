// The contents of a record -> a page for somebody who sees it for the first time.

import type { OpenRecord } from '../../record/open.ts'
import type { CitedStatement } from '../../record/rows.ts'
import { listStatements } from '../../record/statements.ts'
import type { Summary } from '../../record/summary.ts'
import { statementTable } from './statement-table.ts'
import type { Style } from './style.ts'
import { count, printable } from './text.ts'

export function formatSummary(record: OpenRecord, summary: Summary, style: Style): string {
  const { paint } = style
  const { documents, articles, statements, named, unnamed, nobody, sources } = summary
  const widest = Math.max(0, ...sources.map(({ source }) => printable(source).length))
  const cited = sources.map(
    ({ source, statements, documents, outlets }) =>
      `  ${printable(source).padEnd(widest)}  ${count(statements, 'statement')} in ${count(documents, 'document')}${outlets > 1 ? `, ${outlets} outlets` : ''}`,
  )
  const someStatements = statementTable(sample(record), style)
  return [
    '',
    paint.bold(`The record ${record.path} contains`),
    `  ${count(documents, 'document')} with ${count(articles, 'article')} and ${count(statements, 'statement')}:`,
    `  ${named} by named sources, ${unnamed} by unnamed sources, ${nobody} with no source named`,
    ...(cited.length > 0 ? ['', paint.bold('Most cited'), ...cited] : []),
    ...(statements > 0 ? ['', paint.bold('Some of what they say'), '', someStatements.trimEnd()] : []),
    '',
    paint.bold('What to try next'),
    ...NEXT.map(([command, what]) => `  ${command.padEnd(45)}${paint.dim(what)}`),
    '',
  ].join('\n')
}

/** One statement from each document, not too long; some from unnamed sources, so that a newcomer sees how they are marked. */
function sample(record: OpenRecord): CitedStatement[] {
  return [
    ...firstOfEach(listStatements(record, { named: true }), 4),
    ...firstOfEach(listStatements(record, { named: false }), 3),
  ]
}

function firstOfEach(statements: Iterable<CitedStatement>, most: number): CitedStatement[] {
  const found = new Map<string, CitedStatement>()
  for (const statement of statements) {
    const { sha256, source, content } = statement
    if (source !== null && content.length > 30 && content.length < 200 && !found.has(sha256))
      found.set(sha256, statement)
    if (found.size === most) break
  }
  return [...found.values()]
}

const NEXT = [
  ['npx hearsay incidents', 'reported events, accounts together'],
  ['npx hearsay disputes', 'what the accounts disagree on'],
  ['npx hearsay statements', 'all statements'],
  ['npx hearsay statements --unnamed', 'only those by unnamed sources'],
  ['npx hearsay documents', 'what was read, with ids'],
  ['npx hearsay show ID', 'an article with its sources marked'],
  ['npx hearsay search ministry', 'full text'],
  ['npx hearsay read YOUR-FOLDER', 'your own reports'],
  ['npx hearsay --help', 'everything else'],
] as const
