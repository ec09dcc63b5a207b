// `hearsay read`: reads documents into the record and prints what was found.

import { type Command, Option } from 'commander'
import { INPUT_KINDS } from '../../intake/container.ts'
import { parseSize } from '../../intake/io/size.ts'
import { walk } from '../../intake/io/walk.ts'
import { parseColumns } from '../../intake/table/columns.ts'
import { LAYERS } from '../../layers.ts'
import type { Layer } from '../../types.ts'
import { EXIT, type ExitCode, UserError } from '../../user-error.ts'
import type { Effects } from '../effects.ts'
import { DEFAULT_RECORD, formatOption } from '../options.ts'
import { errorsOption } from '../print/failure-line.ts'
import { givenOptions } from '../run/given-options.ts'
import { limitOptions, readLimits } from '../run/limits.ts'
import type { ReadOptions } from '../run/read-into.ts'
import { allowPrivateOption, pauseOption } from '../run/web-options.ts'
import { workersFor, workersOption } from '../run/workers.ts'

export function addReadCommand(program: Command, effects: Effects): void {
  const command = program
    .command('read')
    .summary('read documents')
    .description('Reads documents, stores them in the record, and prints what was found in each.')
    .argument('[paths...]', 'files, directories and web addresses; - or nothing is standard input')
    .addOption(new Option('--input <kind>', 'format of the input').choices(INPUT_KINDS).default('auto'))
    .addOption(
      new Option(
        '--columns <names>',
        'which column of a table is what: text=body,date=posted,outlet=channel',
      ).argParser(parseColumns),
    )
    .addOption(formatOption())
    .addOption(errorsOption())
    .addOption(
      new Option('--only <layers>', `only some layers of each reading: ${LAYERS.join(', ')}`).argParser(parseLayers),
    )
    .addOption(
      new Option('--max-size <size>', 'largest document that is read')
        .argParser(parseSize)
        .default(parseSize('50MB'), '50MB'),
    )
    .option('--record <path>', `the record: one SQLite file (default: "${DEFAULT_RECORD}")`)
    .option('--no-record', 'store nothing: a plain filter')
    .option('--summary', 'print a summary of the record instead of a line for each document')
    .addOption(workersOption())
    .addOption(allowPrivateOption())
    .addOption(pauseOption())
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: ReadOptions) => {
      process.exitCode = await runRead(paths, options, effects)
    })
  for (const option of [...givenOptions(), ...limitOptions()]) command.addOption(option)
}

async function runRead(paths: readonly string[], options: ReadOptions, { startPool }: Effects): Promise<ExitCode> {
  if (options.only && (options.format !== 'ndjson' || options.record !== false))
    throw new UserError('--only is for filters: add --format ndjson --no-record', EXIT.usage)
  if (options.errors && (options.format !== 'ndjson' || options.record !== false))
    throw new UserError('--errors ndjson is for filters: add --format ndjson --no-record', EXIT.usage)
  if (options.record === false && options.summary)
    throw new UserError('--summary needs a record; leave out --no-record', EXIT.usage)
  const path = options.record === false ? null : typeof options.record === 'string' ? options.record : DEFAULT_RECORD
  const files = await collect(walk(pathsOrInput(paths), path ?? undefined))
  if ((options.title ?? options.url) !== undefined && files.length > 1)
    throw new UserError('--title and --url are of one document; name one file', EXIT.usage)
  const workers = workersFor(options.workers, files)
  const reader = startPool(workers, readLimits(options))
  try {
    // A worker loads meanwhile; why it cannot is told when a document asks for it.
    if (files.length > 0) reader.identity().catch(() => {})
    const { readInto } = await import('../run/read-into.ts')
    return await readInto(path, files, options, { reader, workers })
  } finally {
    await reader.close()
  }
}

function parseLayers(typed: string): Layer[] {
  const layers = typed.split(',').map((name) => name.trim())
  return layers.map((name) => {
    const layer = LAYERS.find((one) => one === name)
    if (layer === undefined)
      throw new UserError(`"${name}" is no layer of a reading; there are ${LAYERS.join(', ')}`, EXIT.usage)
    return layer
  })
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

const EXAMPLES = `
A file's content decides what it is, not its name: text, Markdown, saved pages (HTML, MHTML, Safari webarchive,
SingleFile) and live blogs, PDF, DOCX, ODT, FODT, RTF, EPUB, subtitles (SRT, WebVTT), mail (EML, mbox, emlx, Outlook MSG),
feeds (RSS, Atom, JSON), news items (ninjs, NewsML-G2, NewsML 1.2, NITF), fact-checks (ClaimReview), tables (CSV, TSV, XLSX,
lists in JSON), exports of Telegram, WhatsApp, X and Facebook, web archives (WARC, WACZ), ZIP and gzip archives of any of
these. If a file holds several documents, each is read separately, and its origin says where it was found:
reports.zip#dam.html. In web archives, pages and documents are read; pictures, styles, scripts and error pages are not.

Each row of a table, and each line of NDJSON of another program, is a document. Which column is the text, the date, the
outlet and so on is guessed by name and shown; --columns text=body,date=posted,outlet=channel says it (also title, author,
url, language, relay, id; dates=dmy or dates=mdy says which number of 03/04/2026 is the day). A post that was forwarded is
the word of whoever wrote it; who passed it on is kept beside it. Tables of coded events (ACLED, GED, GDELT) are not read:
hearsay compare FILE holds them against the record.

--outlet, --published, --url, --title and --collection say what you know of what you read. They go before what the file
says, stay when it is read again, and can be changed later: hearsay describe.

A directory is read with everything in it. Links are followed; hidden files, README files and *.db are left out. In NDJSON,
each line is a document:
  {"id": "...", "text": "..." or "html": "...", "url"?, "title"?, "outlet"?, "published"?}

Several documents are read at a time. Each worker is a process and takes about 200 MB. The results and their order are the
same for any number of workers. If a document takes a worker more than --max-time or --max-memory, the worker is ended and
the document is reported as unreadable. --max-time is processor time, so a busy machine does no harm. Where another process
writes to the record, this one waits for it, at most 15 minutes, or as many seconds as HEARSAY_WAIT says.

A web address is requested once, as hearsay/VERSION, if robots.txt allows it. There is a pause between requests to one
host, and at most five redirects are followed. Private networks and this machine are left out, except what --allow-private
names; link-local addresses, where clouds keep their machines' secrets, are never requested. No cookies are sent, and no proxy
of the environment is used. The answer is stored with its headers and time; if you read the address again, it is downloaded only
if it has changed. Only "hearsay read https://..." and "hearsay watch" make requests.

The same bytes are stored once, however often they arrive. An interrupted run continues where it stopped. What cannot be
read is reported in one line on standard error; everything else is read, and the exit code is 1. The last lines say how much was
read of each kind, and what was not, by what can be done about it. With --errors ndjson, a line of the output says it instead,
{"schema": "hearsay/failure/1", "place": ..., "sha256"?: ..., "message": ...}, and the exit code is 0: for engines that run
the filter over parts of an archive.

Formats: table prints a line for each document, csv a line for each statement, ndjson the whole reading on one line.

With --only statements,times, a line has these layers of each article and no others; each is exactly what the whole reading
has (schema/part-of-reading.json). Sentences alone need no model and are read several times as fast; the other layers are read
with it, and leaving some out saves little time but much of the output. For filters: --format ndjson --no-record.

Examples:
  hearsay read examples                          a directory, into hearsay.db
  hearsay read page.html --record case-12.db     a file, into another record
  hearsay read page.webarchive                   a page that Safari saved
  hearsay read https://news.example/report.html  a page, from its server
  curl -s URL | hearsay read -                   a page from another program
  hearsay read note.md                           Markdown, with its front matter
  hearsay read letter.eml                        a letter and its attachments
  hearsay read letters.mbox                      every letter in a mailbox
  hearsay read reports.zip                       every document in an archive, also in archives inside it
  hearsay read report.docx report.odt flat.fodt report.rtf
                                                 from a word processor
  hearsay read book.epub                         every chapter of a book
  hearsay read talk.srt talk.vtt                 subtitles, their times kept as places
  hearsay read posts.csv posts.xlsx              every row of a table
  hearsay read tweets.csv --columns text=body,date=posted,outlet=account
                                                 a table whose columns have other names
  hearsay read result.json messages.html         a Telegram export, as JSON or HTML
  hearsay read chat.txt tweets.js posts.json     exports of WhatsApp, X and Facebook
  hearsay read review.json                       a fact-check's ClaimReview
  hearsay read note.txt --outlet "Lanta Wire" --published 2026-03-10
                                                 plain text, with what you know of it
  hearsay read report.pdf                        columns in order; scanned pages are reported
  hearsay read feed.xml feed.json                every entry of a feed
  hearsay read crawl.warc.gz crawl.wacz          every page in a web archive, with its address
  hearsay read item.json message.xml older.xml   news items as agencies deliver them
  hearsay read live.html                         a live blog: each post an article with its own time
  hearsay read --input ndjson --format ndjson --no-record < documents.ndjson > readings.ndjson
                                                 a plain filter: no record, no state, in input order
`
