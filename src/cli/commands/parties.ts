// `hearsay parties`: lists the registry of parties, and says of them which are one, what they are a part of and on whose side they are.

import { type Command, Option } from 'commander'
import { exportSources } from '../../export/export.ts'
import { countNamedSources, listSourceFigures, type SourceFigures } from '../../record/incidents/figures.ts'
import { type PartyWish, partyDecision } from '../../record/incidents/party-decision.ts'
import { partyTitle } from '../../record/incidents/party-title.ts'
import type { OpenRecord } from '../../record/open.ts'
import type { Scope } from '../../record/scope.ts'
import { writeDecision } from '../../record/write-decision.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { tell } from '../print/output.ts'
import type { Style } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { printable, shorten } from '../print/text.ts'
import { waitingAs } from '../print/waits-as.ts'
import { userName } from '../run/user-name.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { withRecord } from '../run/with-record.ts'
import { addListCommand } from './list-command.ts'

interface Wishes extends Scope {
  of?: string
  sameAs?: string
  notTheSameAs?: string
  partOf?: string
  sideOf?: string
}

export const addPartiesCommand = (program: Command): void =>
  addListCommand<Wishes, 'csv' | 'ndjson'>(program, {
    name: 'parties',
    summary: 'list who is who, or correct it',
    description:
      'Lists the parties that speak in reports: under which names, of which country, a part of what, and on whose side. Says of two names that they are one party, or are not.',
    examples: EXAMPLES,
    options: (command) =>
      command
        .addOption(new Option('--of <party>', 'the party that one of the following options is about'))
        .addOption(new Option('--same-as <party>', 'it is one with that party'))
        .addOption(new Option('--not-the-same-as <name>', 'this name of it is somebody else'))
        .addOption(new Option('--part-of <party>', 'it is a part of that party; "" for none'))
        .addOption(new Option('--side-of <words>', 'it is on this side; "" for none')),
    formats: ['csv', 'ndjson'],
    open: withIncidents,
    pieces: (record, format, { collection }, limit) => exportSources(record, format, { collection, limit }),
    find: (record, { collection }, limit) => ({
      total: countNamedSources(record, { collection }),
      table: (style) => partyTable(listSourceFigures(record, { collection, named: true, limit }), style),
    }),
    nothing: () => 'no named sources',
    shownOf: (shown, total) => `${shown} of ${total} parties`,
    instead: ({ of, ...wishes }, path) => {
      const wish = Object.entries(wishes).find(([name, value]) => WISHES.has(name) && value !== undefined)
      if (of === undefined || !wish) {
        if (of === undefined && !wish) return null
        throw new UserError('--of <party> and what to say of it belong together', EXIT.usage)
      }
      return say(path, of, wish[0], String(wish[1]))
    },
  })

const WISHES: ReadonlySet<string> = new Set(['sameAs', 'notTheSameAs', 'partOf', 'sideOf'])

async function say(path: string, of: string, what: string, words: string): Promise<void> {
  const decision = await withIncidents(path, (record) =>
    partyDecision(record, wishFor(record, partyNamed(record, of), what, words)),
  )
  await withRecord(path, 'write', (record) => {
    const number = writeDecision(record, decision, { who: userName(), at: new Date().toISOString() })
    tell(
      waitingAs(record, number) ??
        `decision ${number} is in the log; hearsay decisions --withdraw ${number} takes it back`,
    )
  })
}

function wishFor(record: OpenRecord, party: SourceFigures, what: string, words: string): PartyWish {
  const own = keyOf(party)
  switch (what) {
    case 'sameAs':
      return { wish: 'same', party: own, other: keyOf(partyNamed(record, words)) }
    case 'notTheSameAs':
      return {
        wish: 'apart',
        party: own,
        keys: party.keys.filter((key) => key === words || nameIn(key) === words.toLowerCase()),
      }
    case 'partOf':
      return { wish: 'part', party: own, whole: words === '' ? null : keyOf(partyNamed(record, words)) }
    default:
      return { wish: 'side', party: own, side: words === '' ? null : words }
  }
}

const nameIn = (key: string): string => key.split('|')[1]?.trim() ?? key
const keyOf = ({ party }: SourceFigures): string => party ?? ''

/** By its title, a name that is only its own, or a key. */
function partyNamed(record: OpenRecord, words: string): SourceFigures {
  const all = listSourceFigures(record).filter(({ party }) => party !== null)
  const wanted = words.toLowerCase()
  const fitting = [
    all.filter(({ keys }) => keys.includes(words)),
    all.filter(({ source }) => source.toLowerCase() === wanted),
    all.filter(({ names }) => names.some((name) => name.toLowerCase() === wanted)),
  ].find((some) => some.length > 0)
  if (fitting?.length === 1) return fitting[0]
  if (!fitting)
    throw new UserError(`no party in the record is called "${words}"; hearsay parties lists them`, EXIT.usage)
  throw new UserError(
    `"${words}" may be any of ${fitting.map(({ party }) => `"${party}"`).join(', ')}; name one of these`,
    EXIT.usage,
  )
}

const LONGEST = 160

const partyTable = (parties: readonly SourceFigures[], style: Style): string =>
  formatTable(
    [
      { head: 'PARTY', width: { share: 50 } },
      { head: 'ALSO', width: { share: 50 } },
      { head: 'PART OF', width: { share: 25 } },
      { head: 'SIDE', width: { share: 25 } },
      { head: 'SPEAKS', width: 8 },
      { head: 'INCIDENTS', width: 11 },
    ],
    parties.map(({ source, names, part, side, statements, incidents }) => [
      printable(source),
      printable(shorten(names.filter((name) => name !== source).join(', '), LONGEST)),
      part === null ? '–' : printable(partyTitle(part, [])),
      side === null ? '–' : printable(partyTitle(side, [])),
      String(statements),
      String(incidents),
    ]),
    style,
  )

const EXAMPLES = `
Parties are made of the names in reports by rules: spelling variants of a person of one country, a body with those who speak
for it, an army for each country. What you say holds over the rules, survives reading again, and is in the log.

Examples:
  hearsay parties                                                    who is who
  hearsay parties --of "Jabhat al-Nusra" --same-as "Nusra Front"     two names of one party
  hearsay parties --of "Ana Ruiz" --not-the-same-as "ruiz"           a name that is somebody else's
  hearsay parties --of "the Dol Brigade" --part-of "the army"        a part of another party
  hearsay parties --of "the Dol Brigade" --side-of "the government"  on whose side it is
`
