// `hearsay verify`: checks whether anything in the record was changed since it was written.

import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { openToVerify, type Verdict, verifyRecord } from '../../record/custody/verify.ts'
import { closeRecord } from '../../record/open.ts'
import { explainRecordError } from '../../record/record-error.ts'
import { summarise } from '../../record/summary.ts'
import { EXIT, type ExitCode, UserError } from '../../user-error.ts'
import type { Effects } from '../effects.ts'
import { recordOption } from '../options.ts'
import { standardOutput, tell } from '../print/output.ts'
import { outputStyle } from '../print/style.ts'
import { count, printable } from '../print/text.ts'
import { type ForeignText, findForeignTexts } from '../run/find-foreign-texts.ts'
import { roomFor } from '../run/workers.ts'

interface Options {
  record: string
  head?: string
}

export function addVerifyCommand(program: Command, effects: Effects): void {
  program
    .command('verify')
    .summary('prove that nothing in the record was changed')
    .description(
      'Proves that no byte and no entry of the record was changed since it was written, or names what was changed. It checks every document against the log, every row against its reading, the text of every reading against its bytes, and the log itself.',
    )
    .addOption(
      new Option('--head <hash>', 'a head that an earlier verify printed: the log must contain that entry').argParser(
        parseHash,
      ),
    )
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      process.exitCode = await runVerify(options, effects)
    })
}

/** More would add nothing: if a page of the file is damaged, everything on it is. */
const MOST = 20

async function runVerify({ record: path, head }: Options, effects: Effects): Promise<ExitCode> {
  if (!existsSync(path))
    throw new UserError(`there is no record at ${path}; make one with: hearsay read FILE`, EXIT.record)
  const output = standardOutput()
  const { paint } = outputStyle()
  const verifying = verifyRecord(path, { noted: head })
  let changes = 0
  const printChange = (change: string) => output.write(`${paint.red('CHANGED')}  ${printable(change)}\n`)
  try {
    for (;;) {
      const { value, done } = verifying.next()
      if (done && changes === 0) {
        const { faults, unchecked } = await checkTexts(path, effects)
        for (const fault of faults) await printChange(fault)
        changes = faults.length
        if (changes === 0) await output.write(describe(value, unchecked, paint.bold))
      }
      if (done || changes === MOST) break
      changes++
      await printChange(value)
    }
  } catch (error) {
    const explained = explainRecordError(error, path)
    if (changes === 0 || !(explained instanceof UserError)) throw explained
    tell(explained.message)
  } finally {
    verifying.return(null as never)
  }
  if (changes === 0) return EXIT.ok
  tell('the record is not what was written; compare it with a copy that you trust')
  return EXIT.changed
}

/** A worker loads for as long as it takes to open so many documents. */
const WORTH_A_WORKER = 50

/** Asked last: that the bytes and the readings are those that were written is proved before. */
async function checkTexts(path: string, { startPool }: Effects): Promise<{ faults: string[]; unchecked: number }> {
  const faults: string[] = []
  let unchecked = 0
  const record = openToVerify(path)
  try {
    const { documents } = summarise(record, 0)
    const workers = Math.max(1, Math.min(availableParallelism(), Math.floor(documents / WORTH_A_WORKER)))
    const reader = startPool(workers)
    try {
      for await (const foreign of findForeignTexts(record, reader, roomFor(workers))) {
        if (!foreign.byPresentReader) unchecked++
        else if (faults.push(describeForeign(foreign)) === MOST) break
      }
    } finally {
      await reader.close()
    }
  } finally {
    closeRecord(record)
  }
  return { faults, unchecked }
}

const describeForeign = ({ sha256, failure }: ForeignText): string =>
  failure === null
    ? `document ${sha256}: the text of its reading is not what its bytes hold`
    : `document ${sha256}: the text of its reading cannot be taken out of its bytes (${failure})`

function describe(
  { head, documents, seal, noted }: Verdict,
  unchecked: number,
  bold: (text: string) => string,
): string {
  const since = head.number - (noted?.number ?? 0)
  return [
    `log        ${count(head.number, 'entry', 'entries')}, none changed and none missing`,
    `documents  ${documents}, with bytes, readings and rows as the log says`,
    `texts      ${unchecked === 0 ? 'the texts of all readings match the bytes' : describeUnchecked(unchecked)}`,
    `file       ${SEALS[seal]}`,
    ...(noted
      ? [`noted      entry ${noted.number} of ${noted.at} is there; ${count(since, 'entry', 'entries')} came since`]
      : []),
    head.number > 0 ? `head       ${bold(head.hash)}` : 'head       none yet: the log is empty',
    '',
  ].join('\n')
}

const describeUnchecked = (unchecked: number): string =>
  `${unchecked} cannot be checked: another version read them and extracts text differently; see hearsay reread`

const SEALS: Readonly<Record<Verdict['seal'], string>> = {
  holds: 'the same, byte for byte, as when the last run ended',
  made: 'had no seal, because a run was interrupted or it is a copy; it is sealed now, and incidents will be computed again',
  'open elsewhere':
    'has no seal while another process has the record open, as hearsay serve does; unused bytes were not checked',
  none: 'has no seal, because a run is in progress or the folder is read-only; unused bytes were not checked',
}

function parseHash(typed: string): string {
  const hash = typed.trim().toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new InvalidArgumentError('Write the whole hash, 64 digits from 0 to f.')
  return hash
}

const EXAMPLES = `
The exit code is 0 if nothing was changed and 5 if something was. Each line then names a change, the first one first.

Somebody who can write the file can also forge a new record with a new log. So note the head down elsewhere, on paper or in a
letter. If a later verify finds it with --head, everything that was in the log on that day is unchanged.

To copy a record, copy only hearsay.db. The file hearsay.db.seal beside it shows whether the record is the same byte for byte.

Examples:
  hearsay verify
  hearsay verify --record case-12.db --head "$(cat head-of-2024-05-01.txt)"
`
