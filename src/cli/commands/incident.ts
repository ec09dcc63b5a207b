// `hearsay incident`: shows the accounts of one incident side by side.

import { type Command, Option } from 'commander'
import { labelsOn } from '../../record/incidents/labels.ts'
import { findIncident } from '../../record/incidents/list.ts'
import { reliabilityOf } from '../../record/reliability.ts'
import { recordOption } from '../options.ts'
import { formatIncident } from '../print/incident-view.ts'
import { standardOutput } from '../print/output.ts'
import { outputStyle } from '../print/style.ts'
import { withIncidents } from '../run/with-incidents.ts'

interface Options {
  record: string
  format: 'text' | 'ndjson'
}

export function addIncidentCommand(program: Command): void {
  program
    .command('incident')
    .summary('show the accounts of one incident side by side')
    .description('Shows who reports an incident, in which words, and what each account says on every question.')
    .argument('<id>', "the incident's id, or the beginning of it")
    .addOption(
      new Option('--format <format>', 'text, or the whole incident as JSON')
        .choices(['text', 'ndjson'])
        .default('text'),
    )
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(runIncident)
}

async function runIncident(id: string, { record: path, format }: Options): Promise<void> {
  await withIncidents(path, (record) => {
    const incident = findIncident(record, id)
    const text =
      format === 'ndjson'
        ? `${JSON.stringify(incident)}\n`
        : formatIncident(incident, labelsOn(record, incident), (name) => reliabilityOf(record, name), outputStyle())
    return standardOutput().write(text)
  })
}

const EXAMPLES = `
Numbers in brackets are the accounts. A question is disputed if accounts of independent origins cannot all be right, agreed
if they can, and single if only one origin mentions it. "Revised since" means that the same origin later said something else.
What is "also reported, not surely of this event" stands last, with the reason: it is in no title, toll or dispute.

Examples:
  hearsay incident i-3f9a                                 the beginning of an id is enough
  hearsay incident i-3f9a --format ndjson | jq .aspects   the whole incident
`
