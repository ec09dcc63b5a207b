// `hearsay label`: a person's own title, tags and note for an incident.

import { type Command, InvalidArgumentError, Option } from 'commander'
import { anchorsOfIncident } from '../../record/incidents/anchors.ts'
import { labelsOn } from '../../record/incidents/labels.ts'
import { findIncident } from '../../record/incidents/list.ts'
import { writeDecision } from '../../record/write-decision.ts'
import { type Labelling, labelDecisions } from '../../review/label.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { parseLine, recordOption } from '../options.ts'
import { tell } from '../print/output.ts'
import { count } from '../print/text.ts'
import { waitingAs } from '../print/waits-as.ts'
import { userName } from '../run/user-name.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { withRecord } from '../run/with-record.ts'

interface Typed {
  record: string
  title?: string | false
  tag?: string[]
  untag?: string[]
  note?: string
}

export function addLabelCommand(program: Command): void {
  program
    .command('label')
    .summary('give an incident a title, tags or a note')
    .description('Gives an incident your own title, tags or a note. They stay with its mentions when it is read again.')
    .argument('<id>', "the incident's id, or the beginning of it")
    .addOption(new Option('--title <words>', 'your own title').argParser(parseLine))
    .option('--no-title', 'back to the title made from what the accounts agree on')
    .addOption(new Option('--tag <words...>', 'tags to add').argParser(parseTag))
    .addOption(new Option('--untag <words...>', 'tags to remove').argParser(parseTag))
    .option('--note <words>', 'a note, kept with your name and the time')
    .addOption(recordOption())
    .addHelpText('after', LABEL_EXAMPLES)
    .action(runLabel)
}

async function runLabel(id: string, { record: path, title, tag, untag, note }: Typed): Promise<void> {
  const labelling: Labelling = { title: title === false ? null : title, tags: tag, untags: untag, note }
  if (Object.values(labelling).every((value) => value === undefined))
    throw new UserError('say what to change: --title, --tag, --untag or --note', EXIT.usage)
  const incident = await withIncidents(path, (record) => findIncident(record, id))
  await withRecord(path, 'write', (record) => {
    const now = labelsOn(record, incident)
    const decisions = labelDecisions(labelling, now, anchorsOfIncident(record, incident))
    const by = { who: userName(), at: new Date().toISOString() }
    const numbers = decisions.map((decision) => writeDecision(record, decision, by))
    const waiting = numbers.flatMap((number) => waitingAs(record, number) ?? [])
    for (const each of waiting) tell(`${incident.id}: ${each}`)
    if (waiting.length > 0) return
    tell(
      numbers.length === 0
        ? `${incident.id}: nothing changes`
        : `${incident.id}: ${count(numbers.length, 'decision')} (${numbers.join(', ')}); hearsay decisions --withdraw undoes one`,
    )
  })
}

const parseTag = (typed: string, before: string[] = []): string[] => {
  if (typed.trim() === '' || typed.length > 60 || /[\p{Cc};]/u.test(typed))
    throw new InvalidArgumentError('Write at most 60 characters, without semicolons.')
  return [...before, typed.trim()]
}

const LABEL_EXAMPLES = `
Nothing leaves the log: hearsay decisions lists what you did and undoes it. If incidents are merged, the later title holds and all
tags stay. If one is split, both go with most of the mentions that it had.

Examples:
  hearsay label i-3f9a --title "The school at Qarn"
  hearsay label i-3f9a --tag school --tag "to verify"
  hearsay label i-3f9a --untag "to verify" --note "confirmed by the district office"
  hearsay label i-3f9a --no-title
`
