// `hearsay correct`: decides on a number, an event's parties and toll, or through whom a statement came, as the article's page does.

import { type Command, InvalidArgumentError, Option } from 'commander'
import { findDocument, readingOf } from '../../record/documents.ts'
import type { OpenRecord } from '../../record/open.ts'
import { surface } from '../../record/rows.ts'
import { writeDecision } from '../../record/write-decision.ts'
import type { Article, Reading } from '../../types.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { parseLine, recordOption } from '../options.ts'
import { standardOutput, tell } from '../print/output.ts'
import { outputStyle } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { printable, shorten } from '../print/text.ts'
import { type Correction, correctionBody, NEW_NUMBER, NONE, type TypedParty } from '../run/correction.ts'
import { userName } from '../run/user-name.ts'
import { withRecord } from '../run/with-record.ts'

const FATES = ['killed', 'injured', 'detained', 'abducted', 'displaced', 'missing', NONE]

export function addCorrectCommand(program: Command): void {
  program
    .command('correct')
    .summary('correct numbers, parties and chains of word')
    .description(
      'Corrects what was read in an article: a number, who took part in an event, through whom a statement came. Without <what> it lists them.',
    )
    .argument('<document>', "the document's id or SHA-256, or the beginning of either")
    .argument('[what]', `the id of a number, an event or a statement; "${NEW_NUMBER}" adds one that was missed`)
    .addOption(new Option('--article <n>', 'the article in the document').argParser(parseNumber).default(1))
    .option('--confirm', 'it is right')
    .option('--reject', 'there is no such thing')
    .addOption(new Option('--words <words>', 'number: its words in the article').argParser(parseLine))
    .addOption(new Option('--least <n>', 'number: at least so many').argParser(parseNumber))
    .addOption(
      new Option('--most <n>', `number: at most so many; "${NONE}" if the text gives no such bound`).argParser(
        parseMost,
      ),
    )
    .option('--about', 'number: only about so many')
    .option('--no-about', 'number: exactly so many')
    .addOption(new Option('--of <whom>', 'number: whom or what it counts').argParser(parseLine))
    .addOption(new Option('--fate <fate>', 'number: what became of them').choices(FATES))
    .addOption(new Option('--they-are <side>', 'number: who they are').choices(['fighters', 'civilians', NONE]))
    .addOption(new Option('--toll-of <events...>', `number: ids of the events whose toll it is; "${NONE}"`))
    .addOption(new Option('--party <role: words...>', 'event: who took part, and as what').argParser(parseParty))
    .addOption(new Option('--without-party <words...>', 'event: who did not'))
    .addOption(new Option('--toll <numbers...>', `event: ids of the numbers that are its toll; "${NONE}"`))
    .addOption(new Option('--through <words...>', `statement: who passed it on, in order; "${NONE}"`))
    .addOption(new Option('--said-to <words>', `statement: to whom it was said; "${NONE}"`).argParser(parseLine))
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(runCorrect)
}

async function runCorrect(id: string, what: string | undefined, options: Correction & { record: string }) {
  const { record: path, ...typed } = options
  if (what === undefined)
    return withRecord(path, 'read', (record) => {
      const { article, reading } = articleIn(record, id, typed.article)
      return standardOutput().write(`${thingsIn(reading, article)}\n`)
    })
  // What checks it is the server's, which takes a moment to load.
  const [{ decisionFrom }, { decisionBody }] = await Promise.all([
    import('../../server/decision-from.ts'),
    import('../../server/review-answers.ts'),
  ])
  return withRecord(path, 'write', (record) => {
    const { article, reading } = articleIn(record, id, typed.article)
    const body = correctionBody(reading.document.text, reading.document.sha256, article, what, typed)
    const { success, data, error } = decisionBody.safeParse(JSON.parse(JSON.stringify(body)))
    if (!success) throw new UserError(`it makes no sense: ${error.issues[0].message}`, EXIT.usage)
    if (!('article' in data) || !('verdict' in data)) throw new Error(`${data.kind} is not corrected here`)
    const decision = decisionFrom(reading, data)
    if ('error' in decision) throw new UserError(decision.error, EXIT.usage)
    const number = writeDecision(record, decision, { who: userName(), at: new Date().toISOString() })
    tell(`decision ${number} is in the log; hearsay decisions --withdraw ${number} takes it back`)
  })
}

function articleIn(record: OpenRecord, id: string, number: number): { reading: Reading; article: Article } {
  const reading = readingOf(record, findDocument(record, id).number)
  const article = reading.articles[number - 1]
  if (!article)
    throw new UserError(`the document has no article ${number}; it has ${reading.articles.length}`, EXIT.usage)
  return { reading, article }
}

const MAX_WORDS = 160

/** In the order of the text, each with its id. */
function thingsIn({ document: { text } }: Reading, { statements, events, counts }: Article): string {
  const words = (spans: readonly [number, number][]) => printable(shorten(surface(text, spans), MAX_WORDS))
  const all = [
    ...counts.map(({ id, span, low, high, fate, of }) => ({
      at: span[0],
      cells: [
        id,
        'number',
        words([span]),
        `${high === null ? `${low}+` : low === high ? low : `${low}–${high}`} ${of}${fate ? `, ${fate}` : ''}`,
      ],
    })),
    ...events.map(({ id, trigger, participants, counts }) => ({
      at: trigger[0],
      cells: [
        id,
        'event',
        words([trigger]),
        [
          ...participants.map(({ role, spans }) => `${role}: ${words(spans)}`),
          ...(counts.length > 0 ? [`toll: ${counts.join(' ')}`] : []),
        ].join('\n'),
      ],
    })),
    ...statements.map(({ id, content, source, relay = [], addressee }) => ({
      at: content[0]?.[0] ?? 0,
      cells: [
        id,
        'statement',
        words(content),
        [
          source ? words(source.spans) : 'nobody named',
          ...(relay.length > 0 ? [`through ${relay.join(', ')}`] : []),
          ...(addressee ? [`to ${words(addressee.spans)}`] : []),
        ].join('\n'),
      ],
    })),
  ].sort((a, b) => a.at - b.at)
  return formatTable(
    [
      { head: 'ID', width: 10 },
      { head: 'WHAT', width: 10 },
      { head: 'WORDS', width: { share: 50 } },
      { head: 'READ AS', width: { share: 50 } },
    ],
    all.map(({ cells }) => cells.map(printableLines)),
    outputStyle(),
  )
}

const printableLines = (cell: string): string => cell.split('\n').map(printable).join('\n')

function parseNumber(typed: string): number {
  if (!/^\d{1,11}$/.test(typed)) throw new InvalidArgumentError('Write a whole number.')
  return Number(typed)
}

/** Commander takes null for nothing typed. */
const parseMost = (typed: string): number => (typed === NONE ? Number.POSITIVE_INFINITY : parseNumber(typed))

/** "actor: the army", "recipient named person: Ana Ruiz". */
function parseParty(typed: string, before: TypedParty[] = []): TypedParty[] {
  const found =
    /^(actor|recipient|instrument)( named| unnamed)?(?: (person|group|organisation|facility|thing))?: *(\S.*)$/.exec(
      typed,
    )
  if (!found) throw new InvalidArgumentError('Write a role and its words: "actor: the army".')
  const [, role, named, kind, words] = found
  return [
    ...before,
    {
      role: role as TypedParty['role'],
      words,
      ...(named === undefined ? {} : { named: named === ' named' }),
      ...(kind === undefined ? {} : { kind: kind as NonNullable<TypedParty['kind']> }),
    },
  ]
}

const EXAMPLES = `
Words are the article's own: of several places that have them, the nearest is meant. What you say is in the log with your name,
stays when the article is read again, and changes incidents, exports and grades. hearsay decisions --withdraw undoes it.

A party is "ROLE: WORDS", with "named" and what it is in between if need be: "actor named organisation: the army". Of a party
that is there already it changes the role, and what else is said. A chain of word begins with whoever was told first; whoever is
no outlet is "person: WORDS", "group: WORDS" or "organisation: WORDS".

Examples:
  hearsay correct 3f9a                                                    what is there to correct, each with its id
  hearsay correct 3f9a a1.c2 --least 12 --most none --fate killed         at least 12 killed
  hearsay correct 3f9a number --words "five rebels" --least 5 --of rebels --toll-of a1.v3
  hearsay correct 3f9a a1.v3 --party "actor: the army" --without-party "the market"
  hearsay correct 3f9a a1.s4 --through "Radio Dol" "person: his brother" --said-to "the court"
  hearsay correct 3f9a a1.c2 --reject                                     it counts nobody
`
