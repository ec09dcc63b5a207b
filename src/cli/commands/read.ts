// `hearsay read`: what was typed -> a run over the documents, and what it prints.

import { type Command, Option } from 'commander'
import { INPUT_KINDS, type InputOptions } from '../../intake/io/inputs.ts'
import { parseSize } from '../../intake/io/size.ts'
import { type Found, walk } from '../../intake/io/walk.ts'
import { summarise } from '../../record/summary.ts'
import { EXIT, type ExitCode, UserError } from '../../user-error.ts'
import type { Effects } from '../effects.ts'
import { DEFAULT_RECORD, formatOption, type PrintFormat } from '../options.ts'
import { standardOutput } from '../print/output.ts'
import { startProgress } from '../print/progress.ts'
import { readingPrinter, untilClosed } from '../print/read-print.ts'
import { outputStyle } from '../print/style.ts'
import { formatSummary } from '../print/summary.ts'
import { tell } from '../print/tell.ts'
import { fetchKnown } from '../run/fetch-known.ts'
import { listenForInterrupt } from '../run/interrupt.ts'
import { type LimitOptions, limitOptions, readLimits } from '../run/limits.ts'
import { describeRun, type Run, readDocuments } from '../run/read-run.ts'
import { allowPrivateOption, fetcherFor, pauseOption, type WebOptions } from '../run/web-options.ts'
import { withRecord } from '../run/with-record.ts'
import { roomFor, workersFor, workersOption } from '../run/workers.ts'

interface Options extends WebOptions, LimitOptions {
  input: InputOptions['kind']
  format: PrintFormat
  maxSize: number
  record: string | boolean
  summary?: boolean
  workers?: number
}

export function addReadCommand(program: Command, effects: Effects): void {
  const command = program
    .command('read')
    .summary('read documents')
    .description('Reads documents, keeps them in the record, and prints what was found in each.')
    .argument('[paths...]', 'files, directories and web addresses; - is standard input, also where there is none')
    .addOption(new Option('--input <kind>', 'what the input is').choices(INPUT_KINDS).default('auto'))
    .addOption(formatOption())
    .addOption(
      new Option('--max-size <size>', 'largest document that is taken')
        .argParser(parseSize)
        .default(parseSize('50MB'), '50MB'),
    )
    .option('--record <path>', `the record: one SQLite file (default: "${DEFAULT_RECORD}")`)
    .option('--no-record', 'keep nothing: a plain filter')
    .option('--summary', 'print what the record then holds, in place of a line for each document')
    .addOption(workersOption())
    .addOption(allowPrivateOption())
    .addOption(pauseOption())
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await runRead(paths, options, effects)
    })
  for (const option of limitOptions()) command.addOption(option)
}

async function runRead(paths: readonly string[], options: Options, effects: Effects): Promise<ExitCode> {
  if (options.record === false) {
    if (options.summary) throw new UserError('--summary needs a record; leave --no-record away', EXIT.usage)
    return readAndPrint(paths, options, effects, {})
  }
  const path = typeof options.record === 'string' ? options.record : DEFAULT_RECORD
  return withRecord(path, 'create', async (record) => {
    const code = await readAndPrint(paths, options, effects, { record })
    if (options.summary) await standardOutput().write(formatSummary(record, summarise(record), outputStyle()))
    return code
  })
}

async function readAndPrint(
  paths: readonly string[],
  { input, format, maxSize, summary, workers: typed, ...options }: Options,
  { startPool }: Effects,
  { record }: Pick<Run, 'record'>,
): Promise<ExitCode> {
  const files = await collect(walk(pathsOrInput(paths), record?.path))
  const workers = workersFor(typed, files)
  const reader = startPool(workers, readLimits(options))
  const room = roomFor(workers)
  const progress = startProgress(totalSize(files))
  const { signal, ignore } = listenForInterrupt((message) => progress.aside(() => tell(message)), reader.close)
  try {
    const printer = summary ? async () => {} : readingPrinter(format, standardOutput(), outputStyle())
    const print = record ? untilClosed(printer) : printer
    const fetch = fetchKnown(fetcherFor(options, maxSize, signal), record)
    const result = await readDocuments({ files, input, maxSize, fetch, record, reader, room, print, progress, signal })
    progress.stop()
    if (format === 'table') tell(describeRun(result))
    if (signal.aborted) return EXIT.interrupted
    return result.failed + result.damaged + result.partly > 0 ? EXIT.someInputsFailed : EXIT.ok
  } finally {
    progress.stop()
    ignore()
    await reader.close()
  }
}

function pathsOrInput(paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return paths
  if (process.stdin.isTTY)
    throw new UserError('name a file, directory or web address to read; hearsay help read has examples', EXIT.usage)
  return ['-']
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

const totalSize = (files: readonly Found[]): number =>
  files.reduce((sum, file) => sum + ('size' in file ? file.size : 0), 0)

const EXAMPLES = `
What a file is, its content tells: text, Markdown, saved pages and live blogs, PDF, DOCX, ODT, mail (EML, mbox), feeds
(RSS, Atom, JSON), news items (ninjs, NewsML-G2, NITF), web archives (WARC, WACZ), ZIP and gzip archives of any of these.
Where a file holds several documents, each is read by itself, and its origin says where it lies: reports.zip#dam.html.
Of web archives the pages and documents are read; pictures, styles, scripts and error pages are passed over.

A directory is read with all that lies in it, links followed, but without hidden files, README files and *.db. Of NDJSON,
each line is a document:
  {"id": "...", "text": "..." or "html": "...", "url"?, "title"?, "outlet"?, "published"?}

Several documents are read at a time, each worker in a process of its own that takes about 200 MB; what comes out is the
same, and in the same order, whatever their number. A worker that takes more than --max-time or --max-memory for one
document is ended, and the document is one that cannot be read. Processor time is meant: a busy machine does no harm.

A web address is asked for once, as hearsay/VERSION: where robots.txt allows it, with a pause between requests to one host,
following at most five redirects, and never in a private network or on this machine unless --allow-private is given. No
cookies are sent, and no proxy of the environment is used. What came is kept with its headers and time; read again, it is
asked for only if it has changed. Nothing but "hearsay read https://..." and "hearsay watch" makes requests.

The same bytes are kept once, however often they come; a run that was broken off goes on where it stopped.
What cannot be read gets one line on standard error; the rest is read all the same, and the exit code is 1.

Formats: table prints a line for each document, csv one for each statement, ndjson the whole reading on one line.

Examples:
  hearsay read examples                          a directory, into hearsay.db
  hearsay read page.html --record case-12.db     a file, into another record
  hearsay read https://news.example/report.html  a page, from its server
  curl -s URL | hearsay read -                   a page from elsewhere
  hearsay read note.md                           Markdown, its front matter too
  hearsay read letter.eml                        a letter, then what is attached to it
  hearsay read letters.mbox                      every letter in a mailbox
  hearsay read reports.zip                       every document in an archive, archives in it too
  hearsay read report.docx report.odt            from a word processor
  hearsay read report.pdf                        columns in order, pages kept as places; scanned pages are named
  hearsay read feed.xml feed.json                every entry of a feed
  hearsay read crawl.warc.gz crawl.wacz          every page in a web archive, with its address
  hearsay read item.json message.xml             news items as agencies deliver them
  hearsay read live.html                         a live blog: each post an article with its own time
  hearsay read --input ndjson --format ndjson --no-record < documents.ndjson > readings.ndjson
                                                 a plain filter: no record, no state, in input order
`
