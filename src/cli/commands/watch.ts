// `hearsay watch`: keeps reading feeds, pages and folders, and prints what is new.

import { type Command, Option } from 'commander'
import { parseSize } from '../../intake/io/size.ts'
import { EXIT, UserError } from '../../user-error.ts'
import type { News } from '../../watching/news.ts'
import { watch } from '../../watching/watch.ts'
import type { Effects } from '../effects.ts'
import { recordOption } from '../options.ts'
import { addToAtomFile } from '../print/atom-file.ts'
import { newsLine } from '../print/news-line.ts'
import { standardOutput, tell } from '../print/output.ts'
import { outputStyle } from '../print/style.ts'
import { systemClock } from '../run/clock.ts'
import { parseDuration } from '../run/duration.ts'
import { fetcherFor } from '../run/fetcher-for.ts'
import { listenForInterrupt } from '../run/interrupt.ts'
import { type LimitOptions, limitOptions, readLimits } from '../run/limits.ts'
import { allowPrivateOption, pauseOption, type WebOptions } from '../run/web-options.ts'
import { withRecord } from '../run/with-record.ts'

const FORMATS = ['lines', 'ndjson'] as const

interface Options extends WebOptions, LimitOptions {
  record: string
  format: (typeof FORMATS)[number]
  every: number
  longest: number
  follow: boolean
  once?: boolean
  atom?: string
  maxSize: number
}

export function addWatchCommand(program: Command, effects: Effects): void {
  const command = program
    .command('watch')
    .summary('keep reading what is new')
    .description(
      'Watches feeds, pages, folders and lists of feeds (OPML), reads what is new or has changed, and reports what that adds.',
    )
    .argument('[sources...]', 'web addresses, folders and files (default: everything watched before)')
    .addOption(
      new Option('--every <time>', 'shortest time between two checks; folders are checked every 10 seconds')
        .argParser(parseDuration)
        .default(900_000, '15m'),
    )
    .addOption(
      new Option(
        '--longest <time>',
        'longest time between two checks, whatever servers ask for or however often they fail',
      )
        .argParser(parseDuration)
        .default(21_600_000, '6h'),
    )
    .option('--once', 'check once and end: for cron')
    .option('--no-follow', 'read only what feeds contain, not the articles that they link to')
    .addOption(new Option('--format <format>', 'output format').choices(FORMATS).default('lines'))
    .option('--atom <file>', 'also write the news to this file, as an Atom feed of the newest 200')
    .addOption(
      new Option('--max-size <size>', 'largest document that is read')
        .argParser(parseSize)
        .default(parseSize('50MB'), '50MB'),
    )
    .addOption(allowPrivateOption())
    .addOption(pauseOption())
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action((sources: string[], options: Options) => runWatch(sources, options, effects))
  for (const option of limitOptions()) command.addOption(option)
}

/** No server is asked more often than once a minute. */
const MOST_OFTEN = 60_000

async function runWatch(sources: string[], options: Options, { startPool }: Effects): Promise<void> {
  const { record: path, format, every, longest, follow, once = false, atom, maxSize } = options
  if (every < MOST_OFTEN) throw new UserError('--every must be a minute or more: 1m', EXIT.usage)
  if (longest < every) throw new UserError('--longest is shorter than --every; write a longer time', EXIT.usage)
  const output = standardOutput()
  const style = outputStyle()
  const say = async (news: readonly News[]) => {
    for (const each of news)
      await output.write(format === 'ndjson' ? `${JSON.stringify(each)}\n` : newsLine(each, style))
    if (atom !== undefined) addToAtomFile(atom, news, new Date().toISOString())
  }
  await withRecord(path, 'create', async (record) => {
    const reader = startPool(1, readLimits(options))
    const { signal, ignore } = listenForInterrupt(tell, reader.close)
    try {
      let failed = false
      const { looked, next } = await watch(sources, {
        record,
        fetcher: fetcherFor(options, maxSize, signal),
        read: (received) => reader.read(received),
        pace: { every, longest },
        maxSize,
        follow,
        once,
        clock: systemClock,
        random: Math.random,
        signal,
        tell(message) {
          failed = true
          tell(message)
        },
        say,
      })
      if (once && looked === 0)
        tell(
          `nothing was due yet${next === null ? '' : `; the next check is due at ${next.slice(0, 16).replace('T', ' ')} UTC`}`,
        )
      if (once && failed) process.exitCode = EXIT.someInputsFailed
    } finally {
      ignore()
      await reader.close()
    }
  })
}

const EXAMPLES = `
Every article that a feed links to is requested and read, then requested again after 1 hour, 6 hours, 1, 3 and 7 days. If
its words have changed, both versions are kept and the difference is reported (hearsay changes lists them all). If only the
page's furniture has changed, nothing is kept. Requests use ETag and Last-Modified. What servers ask for (Retry-After,
Cache-Control, ttl) is respected between --every and --longest. After failures, the time between requests grows.

Requests go only to the addresses that you name, to those that the feeds you name link to, and to where these redirect. They
send the address, the name "hearsay/VERSION", and which version of the page you already have. robots.txt, pauses, redirects
and private networks are handled as by hearsay read.

News is of five kinds: article (read for the first time), changed (after publication), incident, origin (a second independent
origin reports an incident) and dispute. The record keeps the state, so Ctrl-C, a crash or cron with --once lose nothing. What
could not be requested or read is reported on standard error; with --once the exit code is then 1.

Examples:
  hearsay watch https://news.example/feed.xml                    a feed, and the articles in it
  hearsay watch feeds.opml --every 30m                           all feeds of a list
  hearsay watch https://news.example/report.html                 a page: its changes
  hearsay watch reports                                          a folder: new and changed files
  hearsay watch https://news.example/feed.xml --no-follow        only what the feed itself contains
  hearsay watch --once --format ndjson                           everything watched before, once, for programs
  hearsay watch https://news.example/feed.xml --atom new.xml     the news as a feed of its own
`
