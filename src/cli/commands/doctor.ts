// `hearsay doctor`: checks everything that Hearsay needs, one line for each.

import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import { formatSize } from '../../intake/io/size.ts'
import { checkRecord, describeSqlite } from '../../record/custody/check.ts'
import { OLDEST_NODE } from '../../record/program.ts'
import { summarise } from '../../record/summary.ts'
import { EXIT, type ExitCode } from '../../user-error.ts'
import type { Effects } from '../effects.ts'
import { recordOption } from '../options.ts'
import { count } from '../print/count.ts'
import { standardOutput } from '../print/output.ts'
import { printable } from '../print/printable.ts'
import { outputStyle } from '../print/style.ts'
import type { Reader } from '../run/reader.ts'
import { withRecord } from '../run/with-record.ts'

/** Returns a description; throws if something is wrong, with a message that says what to do. */
type Check = [what: string, check: () => string | Promise<string>]

export function addDoctorCommand(program: Command, effects: Effects): void {
  program
    .command('doctor')
    .summary('check the installation and the record')
    .description(
      'Checks everything that Hearsay needs: Node.js, SQLite, the model, the reader, the disk; and the whole record.',
    )
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(async ({ record }: { record: string }) => {
      process.exitCode = await runDoctor(record, effects)
    })
}

async function runDoctor(path: string, effects: Effects): Promise<ExitCode> {
  const output = standardOutput()
  const { paint } = outputStyle()
  const checks: Check[] = [
    ['Node.js', checkNode],
    ['ICU', checkIcu],
    ['model', checkModel],
    ['reader', () => checkReader(effects)],
    ['record', () => describeRecord(path)],
    ['disk', () => checkDisk(path)],
  ]
  let ill = 0
  for (const [what, check] of checks) {
    try {
      await output.write(`${paint.green('ok ')}  ${what.padEnd(8)} ${printable(await check())}\n`)
    } catch (error) {
      ill++
      const message = error instanceof Error ? error.message : String(error)
      await output.write(`${paint.red('BAD')}  ${what.padEnd(8)} ${printable(message)}\n`)
    }
  }
  return ill > 0 ? EXIT.record : EXIT.ok
}

function checkNode(): string {
  const { node, v8 } = process.versions
  if (isOlder(node, OLDEST_NODE)) throw new Error(`version ${node} is too old; hearsay needs ${OLDEST_NODE} or newer`)
  return `${node} (V8 ${v8}) on ${process.platform} ${process.arch}`
}

/** Versions as Node.js writes them: "20.19.0". */
export function isOlder(version: string, needed: string): boolean {
  const [parts, least] = [version, needed].map((each) => each.split('.').map(Number))
  const differs = least.findIndex((part, index) => part !== (parts[index] ?? 0))
  return differs >= 0 && (parts[differs] ?? 0) < least[differs]
}

/** Encodings other than UTF-8 need it, and Node.js can be built without it. */
function checkIcu(): string {
  new TextDecoder('windows-1251')
  return `${process.versions.icu}, ${Intl.Segmenter ? 'with word and sentence boundaries' : 'without boundaries'}`
}

/** Every file of the model as it was exported. */
async function checkModel(): Promise<string> {
  const { describeModel } = await import('../../resources.ts')
  const { folder, size, facts } = describeModel(process.env.HEARSAY_MODEL || undefined)
  const heads = [...Object.keys(facts.tags), ...Object.keys(facts.links)].join(', ')
  return `${facts.name} in ${folder}, ${formatSize(size)}; it marks ${heads}`
}

/** Loads the lexicons and the model, and reads a sentence with them. */
async function checkReader({ startPool }: Effects): Promise<string> {
  const reader = startPool(1)
  try {
    return await tryReader(reader)
  } finally {
    await reader.close()
  }
}

async function tryReader(reader: Reader): Promise<string> {
  const bytes = new TextEncoder().encode('The mayor said on Monday that the bridge was closed.\n')
  const outcome = await reader.read({ bytes, origin: 'doctor' })
  if ('failure' in outcome) throw outcome.failure
  const found = outcome.reading.articles.flatMap(({ statements }) => statements).length
  if (found !== 1)
    throw new Error(`found ${count(found, 'statement')} in a sentence that has one; install hearsay again`)
  const { version, model, settings } = await reader.identity()
  return `version ${version}, model ${model}, settings ${settings}; read a test sentence correctly`
}

async function describeRecord(path: string): Promise<string> {
  if (!existsSync(path)) return `none at ${path} yet; hearsay read creates it`
  return withRecord(path, 'read', (record) => {
    const { version, fullText } = describeSqlite(record)
    if (!fullText) throw new Error(`SQLite ${version} lacks full-text search (FTS5); install hearsay again`)
    const faults = checkRecord(record)
    if (faults.length > 0)
      throw new Error(
        `${path} is damaged: ${faults.join('; ')}; restore it from a copy, or read the documents into a new one`,
      )
    const { documents, articles, statements } = summarise(record, 0)
    return `${path} is sound: ${documents} documents, ${articles} articles, ${statements} statements (SQLite ${version})`
  })
}

const ENOUGH = 100e6

async function checkDisk(path: string): Promise<string> {
  const { bavail, bsize } = await statfs(dirname(resolve(path)))
  const free = `${formatSize(bavail * bsize)} free`
  if (bavail * bsize < ENOUGH)
    throw new Error(`${free} on the disk of the record; free some space before you read more`)
  return free
}

const EXAMPLES = `
HEARSAY_MODEL names the folder of another trained model, which every command then uses; see training/README.md.
The exit code is 0 if all checks pass and 3 if not. hearsay verify checks whether anything in the record was changed.

Examples:
  hearsay doctor
  hearsay doctor --record case-12.db
`
