// `hearsay show`: prints a document's articles with sources, cues and contents marked.

import { type Command, Option } from 'commander'
import { findDocument, readingOf } from '../../record/documents.ts'
import { recordOption } from '../options.ts'
import { formatReading } from '../print/article-view.ts'
import { standardOutput } from '../print/output.ts'
import { outputStyle } from '../print/style.ts'
import { withRecord } from '../run/with-record.ts'

interface Options {
  record: string
  format: 'text' | 'ndjson'
}

export function addShowCommand(program: Command): void {
  program
    .command('show')
    .summary('show an article with its sources marked')
    .description(
      'Shows the articles of a document, with sources, cues and contents marked and page furniture labelled.',
    )
    .argument('<id>', "the document's id or SHA-256, or the beginning of either")
    .addOption(
      new Option('--format <format>', 'text, or the whole reading as JSON').choices(['text', 'ndjson']).default('text'),
    )
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(runShow)
}

async function runShow(id: string, { record: path, format }: Options): Promise<void> {
  await withRecord(path, 'read', (record) => {
    const reading = readingOf(record, findDocument(record, id).number)
    const text = format === 'ndjson' ? `${JSON.stringify(reading)}\n` : formatReading(reading, outputStyle())
    return standardOutput().write(text)
  })
}

const EXAMPLES = `
Marks are colours on a terminal. Elsewhere, or with NO_COLOR=1, they are brackets:
  [Ruiz] <said> {that it rained}, [?a neighbour] <denied> {it}

Examples:
  hearsay show 3f9a                                    the beginning of an id is enough
  FORCE_COLOR=1 hearsay show 3f9a | less -R            page by page
  hearsay show 3f9a --format ndjson | jq .articles     the whole reading
`
