// `hearsay watch`: what was typed -> feeds, pages, folders looked at on and on, and what is new told.

import { type Command, Option } from 'commander'
import { parseSize } from '../../intake/io/size.ts'
import { EXIT, UserError } from '../../user-error.ts'
import type { News } from '../../watching/news.ts'
import { watch } from '../../watching/watch.ts'
import type { Effects } from '../effects.ts'
import { recordOption } from '../options.ts'
import { addToAtomFile } from '../print/atom-file.ts'
import { newsLine } from '../print/news-line.ts'
import { standardOutput } from '../print/output.ts'
import { outputStyle } from '../print/style.ts'
import { tell } from '../print/tell.ts'
import { systemClock } from '../run/clock.ts'
import { listenForInterrupt } from '../run/interrupt.ts'
import { type LimitOptions, limitOptions, readLimits } from '../run/limits.ts'
import { allowPrivateOption, fetcherFor, parseDuration, pauseOption, type WebOptions } from '../run/web-options.ts'
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
    .summary('read what is new, on and on')
    .description(
      'Looks at feeds, pages, folders and lists of feeds (OPML) on and on, reads what is new or was changed, and tells what that adds.',
    )
    .argument('[sources...]', 'web addresses, folders and files; where there is none, all that was ever watched')
    .addOption(
      new Option('--every <time>', 'look no more often than this; a folder is looked at every 10 seconds')
        .argParser(parseDuration)
        .default(900_000, '15m'),
    )
    .addOption(
      new Option(
        '--longest <time>',
        'look no less often than this, whatever servers ask for or however often they fail',
      )
        .argParser(parseDuration)
        .default(21_600_000, '6h'),
    )
    .option('--once', 'one round, and end: for cron')
    .option('--no-follow', 'take what feeds carry, and do not ask for the articles that they link to')
    .addOption(new Option('--format <format>', 'how to print what is new').choices(FORMATS).default('lines'))
    .option('--atom <file>', 'also keep what is new in this file, as an Atom feed of the newest 200')
    .addOption(
      new Option('--max-size <size>', 'largest document that is taken')
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

/** Every minute is enough for any server. */
const MOST_OFTEN = 60_000

async function runWatch(sources: string[], options: Options, { startPool }: Effects): Promise<void> {
  const { record: path, format, every, longest, follow, once = false, atom, maxSize } = options
  if (every < MOST_OFTEN) throw new UserError('--every takes a minute or more: 1m', EXIT.usage)
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
      await watch(sources, {
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
      if (once && failed) process.exitCode = EXIT.someInputsFailed
    } finally {
      ignore()
      await reader.close()
    }
  })
}

const EXAMPLES = `
Of a feed, every article that it links to is asked for once and read, then asked for again after 1 hour, 6 hours, 1, 3 and
7 days: where its words were changed, both versions are kept, and the difference is told (hearsay changes lists them all).
Where a page's furniture alone is another, nothing is kept. What changed is asked for with ETag and Last-Modified; wishes of
servers (Retry-After, Cache-Control, ttl) are heeded between --every and --longest; what fails is asked again later and later.

Requests go to the addresses that you name, to those that the feeds you name link to, and where these lead, and nowhere else;
they send the address, the name "hearsay/VERSION", and which version of the page is here already. robots.txt, pauses,
redirects and private networks are as with hearsay read.

What is new: article (read for the first time), changed (after publication), incident, origin (a second independent one
tells of an incident), dispute. Where it stands is kept in the record, so Ctrl-C, a crash or cron with --once lose nothing.
What could not be had or read is told on standard error; with --once the exit code is then 1.

Examples:
  hearsay watch https://news.example/feed.xml                    a feed, and the articles in it
  hearsay watch feeds.opml --every 30m                           all feeds of a list
  hearsay watch https://news.example/report.html                 a page: its changes
  hearsay watch reports                                          a folder: what is put there or changed
  hearsay watch https://news.example/feed.xml --no-follow        what the feed itself carries
  hearsay watch --once --format ndjson                           all that was ever watched, one round, for programs
  hearsay watch https://news.example/feed.xml --atom new.xml     what is new as a feed of its own
`
