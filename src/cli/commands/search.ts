// `hearsay search`: full-text search in statements and articles.

import type { Command } from 'commander'
import { HIT_COLUMNS } from '../../export/columns.ts'
import { exportRows } from '../../export/export.ts'
import { checkScope } from '../../record/scope.ts'
import { END, HIT, type Hit, search } from '../../record/search.ts'
import { collectionOption, formatOption, limitOption, type PrintFormat, recordOption } from '../options.ts'
import { printPieces, standardOutput, tell } from '../print/output.ts'
import { outputStyle, type Style, shortId } from '../print/style.ts'
import { printable } from '../print/text.ts'
import { withRecord } from '../run/with-record.ts'

interface Options {
  record: string
  format: PrintFormat
  limit?: number
  collection?: string
}

export function addSearchCommand(program: Command): void {
  program
    .command('search')
    .summary('find words')
    .description('Finds words in statements and articles, not in page furniture. The best matches come first.')
    .argument('<words...>', 'all must occur; "double quotes" find an exact phrase; bomb* finds any ending')
    .addOption(collectionOption())
    .addOption(limitOption())
    .addOption(formatOption())
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(runSearch)
}

async function runSearch(words: string[], { record: path, format, limit, collection }: Options): Promise<void> {
  await withRecord(path, 'read', async (record) => {
    checkScope(record, { collection })
    const typed = words.join(' ')
    const most = limit === 0 || (limit === undefined && format !== 'table') ? -1 : (limit ?? 20)
    const hits = search(record, typed, { limit: most, collection })
    if (format !== 'table') {
      return printPieces(exportRows(format, HIT_COLUMNS, plainSnippets(hits)), standardOutput())
    }
    const style = outputStyle()
    const output = standardOutput()
    let found = 0
    for (const hit of hits) {
      await output.write(`${formatHit(hit, style)}\n`)
      found++
    }
    if (found === 0) tell(`nothing found for ${typed}`)
  })
}

function formatHit({ where, document, source, outlet, origin, snippet }: Hit, { paint, colour }: Style): string {
  const head =
    where === 'statement' ? `${paint.bold(printable(source ?? '(nobody named)'))} said` : paint.bold('in the text')
  const at = paint.dim(`${printable(shortId(document))}  ${printable(outlet ?? origin)}`)
  const [first, ...rest] = snippet.split(HIT)
  const marked = rest.map((piece) => {
    const [hit, after = ''] = piece.split(END)
    return (colour ? paint.inverse(printable(hit)) : `*${printable(hit)}*`) + printable(after)
  })
  return `${head}  ${at}\n  ${printable(first)}${marked.join('')}\n`
}

function* plainSnippets(hits: Iterable<Hit>): Generator<Record<(typeof HIT_COLUMNS)[number], string | number | null>> {
  for (const hit of hits) yield { ...hit, snippet: hit.snippet.replaceAll(HIT, '').replaceAll(END, '') }
}

const EXAMPLES = `
A word also finds its other forms: kill finds killed and killing.

Examples:
  hearsay search checkpoint
  hearsay search '"power station" shelling'
  hearsay search evacuat* --limit 0
  hearsay search ceasefire --format csv > ceasefire.csv
`
