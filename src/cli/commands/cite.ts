// `hearsay cite`: a statement, a passage or an incident's cells as citations to paste.

import { type Command, Option } from 'commander'
import { cite } from '../../export/cite/citation.ts'
import { CITATION_FORMATS, type CitationFormat, formatCitation } from '../../export/cite/format-citation.ts'
import { recordOption } from '../options.ts'
import { standardOutput } from '../print/output.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { withRecord } from '../run/with-record.ts'

interface Options {
  record: string
  as: CitationFormat
}

export function addCiteCommand(program: Command): void {
  program
    .command('cite')
    .summary('cite a statement, a passage or an incident')
    .description(
      'Prints citations: the quotation, whose word it is, title, outlet, date, address, the SHA-256 of the file and the head of the log.',
    )
    .argument('<id>', 'DOCUMENT#STATEMENT, DOCUMENT:START-END, INCIDENT or INCIDENT#ASPECT')
    .addOption(new Option('--as <format>', 'what to print').choices(CITATION_FORMATS).default('markdown'))
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(runCite)
}

async function runCite(id: string, { record: path, as }: Options): Promise<void> {
  const open: typeof withRecord<void> = (path, access, use) =>
    id.startsWith('i-') ? withIncidents(path, use) : withRecord(path, access, use)
  await open(path, 'read', (record) =>
    standardOutput().write(
      cite(record, id)
        .map((citation) => `${formatCitation(citation, as)}\n`)
        .join('\n'),
    ),
  )
}

const EXAMPLES = `
If the address of the page is known, the Markdown and BibTeX forms link to the quoted words in it (#:~:text=), where browsers
scroll to them.

Examples:
  hearsay cite 3ba507851c#a1.s2                      a statement, by the id that statements lists it by
  hearsay cite 3ba507851c:120-180 --as plain         these characters of a document's text
  hearsay cite i-3f9a --as bibtex >> references.bib  every passage that an incident's claims rest on
  hearsay cite i-3f9a#killed                         only what they say on one question
`
