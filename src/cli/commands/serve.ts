// `hearsay serve`: runs the local application over a record until Ctrl-C.

import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { availableParallelism } from 'node:os'
import { createSecureContext } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Gazetteer } from '../../gazetteer/gazetteer.ts'
import { placesInside } from '../../gazetteer/inside.ts'
import { largestIn } from '../../gazetteer/largest.ts'
import { parseSize } from '../../intake/io/size.ts'
import { parseColumns } from '../../intake/table/columns.ts'
import { isWritable } from '../../record/copy-aside.ts'
import { startRefreshing } from '../../record/incidents/refresh-beside.ts'
import { type OpenRecord, refuseChanges } from '../../record/open.ts'
import { VERSION } from '../../record/program.ts'
import { loadGazetteer } from '../../resources.ts'
import { findPlaces } from '../../review/find-places.ts'
import type { HowToUnpack, Lent } from '../../server/desk.ts'
import { type Listening, listen, type Where } from '../../server/listen.ts'
import { loadPages } from '../../server/pages.ts'
import type { Received } from '../../types.ts'
import { EXIT, UserError } from '../../user-error.ts'
import type { Effects } from '../effects.ts'
import { recordOption } from '../options.ts'
import { standardOutput, tell } from '../print/output.ts'
import { type LimitOptions, limitOptions, readLimits } from '../run/limits.ts'
import { openBrowser } from '../run/open-browser.ts'
import { userName } from '../run/user-name.ts'
import { withCopy, withRecord } from '../run/with-record.ts'

interface Options extends LimitOptions {
  record: string
  port?: number
  open: boolean
  host?: string
  name?: string[]
  cert?: string
  key?: string
  behindProxy?: boolean
  maxSize: number
}

const DEFAULT_PORT = 4680
/** This process serves the pages; other processes read the documents that are added. */
const WORKERS = Math.min(2, availableParallelism())

export function addServeCommand(program: Command, effects: Effects): void {
  const command = program
    .command('serve')
    .summary('explore the record in a browser')
    .description('Opens a local application over the record: articles, statements, sources, incidents.')
    .addOption(recordOption())
    .addOption(
      new Option(
        '--port <n>',
        `port to listen on; 0 takes a free one (default: ${DEFAULT_PORT}, or a free one if that is in use)`,
      ).argParser(parsePort),
    )
    .option('--no-open', 'do not open a browser')
    .option('--host <address>', 'listen on this address, also for other machines; people then sign in (hearsay people)')
    .addOption(
      new Option('--name <names>', 'names by which browsers reach it, separated by commas').argParser(parseNames),
    )
    .option('--cert <file>', "its certificate (PEM), for https; with those that lead to the issuer's")
    .option('--key <file>', 'the key of the certificate (PEM)')
    .option('--behind-proxy', 'a proxy stands before it: believe its X-Forwarded-Proto and -For; needs --name')
    .addOption(
      new Option('--max-size <size>', 'largest document that can be added')
        .argParser(parseSize)
        .default(parseSize('50MB'), '50MB'),
    )
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => runServe(options, effects))
  for (const option of limitOptions()) command.addOption(option)
}

async function runServe(options: Options, { startPool }: Effects): Promise<void> {
  const { record: path, port, open, maxSize } = options
  const where = whereOf(options)
  const serve = async (record: OpenRecord) => {
    const reader = startPool(WORKERS, readLimits(options))
    const incidents = startRefreshing(record)
    if (record.copyOf !== undefined) refuseChanges(record)
    const finders = placeFinders()
    const settings = {
      record,
      reader,
      unpack: unpackWithin(maxSize),
      refreshIncidents: incidents.refresh,
      now: () => new Date().toISOString(),
      maxSize,
      pages: loadPages(fileURLToPath(new URL('../../web', import.meta.url))),
      version: VERSION,
      complain: console.error,
      user: userName(),
      answerAssistant: assistants(record, finders.placesInside),
      ...finders,
    }
    try {
      const server = await listenAt(port, (at) => listen(settings, { ...where, port: at }))
      if (where.host !== null && !where.tls && !where.behindProxy)
        tell('without --cert and --key, passwords cross the network in the clear: only for a network that you trust')
      await standardOutput().write(`${path} is open at ${server.url}\nCtrl-C ends it.\n`)
      if (open) openBrowser(server.url)
      await untilInterrupted()
      await server.close()
    } finally {
      incidents.stop()
      await reader.close()
    }
  }
  if (!existsSync(path) || isWritable(path)) return withRecord(path, 'create', serve)
  tell(`${path} lies where nothing may be written: a copy is shown, and documents and decisions are refused`)
  return withCopy(path, serve)
}

/** A port on the command line must be free; otherwise any port will do if the usual one is taken. */
async function listenAt(typed: number | undefined, begin: (port: number) => Promise<Listening>): Promise<Listening> {
  if (typed !== undefined) return begin(typed)
  try {
    return await begin(DEFAULT_PORT)
  } catch (error) {
    if (error instanceof UserError) return begin(0)
    throw error
  }
}

/** All that knows formats is half of what a start takes: it waits until somebody adds a document. */
const unpackWithin = (maxSize: number): Lent['unpack'] =>
  async function* (received: Received, { columns, tell }: HowToUnpack) {
    const { unpackBytes } = await import('../../intake/io/unpack.ts')
    yield* unpackBytes(
      columns === undefined ? received : { ...received, columns: parseColumns(columns) },
      maxSize,
      tell,
    )
  }

/** Loaded when the first one asks. */
function assistants(record: OpenRecord, placesInside: Lent['placesInside']): Lent['answerAssistant'] {
  let answer: Lent['answerAssistant']
  return async (request) => {
    const { overHttp } = await import('../../mcp/http.ts')
    answer ??= overHttp({ record, placesInside, version: VERSION, complain: console.error })
    return answer(request)
  }
}

/** Opening the gazetteer takes a moment: it waits until somebody searches for a place. */
function placeFinders(): Pick<Lent, 'findPlaces' | 'placesInside' | 'placesIn'> {
  let opened: Gazetteer | null = null
  const gazetteer = (): Gazetteer => {
    opened ??= loadGazetteer()
    return opened
  }
  return {
    findPlaces: (name) => findPlaces(name, gazetteer()),
    placesInside: (typed) => placesInside(typed, gazetteer()),
    placesIn: (box, most) => largestIn(box, gazetteer(), most),
  }
}

/** Where it listens, and as what; one sentence if that makes no sense. */
function whereOf({ host, name = [], cert, key, behindProxy = false }: Options): Omit<Where, 'port'> {
  if ((cert === undefined) !== (key === undefined))
    throw new UserError('--cert and --key go together: a certificate and its key', EXIT.usage)
  if (behindProxy && name.length === 0)
    throw new UserError('--behind-proxy needs --name: the name by which browsers reach the proxy', EXIT.usage)
  const tls = cert !== undefined && key !== undefined ? readTls(cert, key) : null
  return { host: host ?? null, names: name, behindProxy, tls }
}

/** Read once; a renewed certificate needs a new start. */
function readTls(cert: string, key: string): { cert: string; key: string } {
  const [certificate, secret] = [cert, key].map((path) => {
    try {
      return readFileSync(path, 'utf8')
    } catch (error) {
      throw new UserError(`${path} cannot be read: ${error instanceof Error ? error.message : error}`, EXIT.usage)
    }
  })
  try {
    createSecureContext({ cert: certificate, key: secret })
  } catch (error) {
    const why = error instanceof Error ? error.message : error
    throw new UserError(`${cert} and ${key} are no certificate and its key, both as PEM (${why})`, EXIT.usage)
  }
  return { cert: certificate, key: secret }
}

function parseNames(typed: string): string[] {
  const names = typed.split(',').map((name) => name.trim())
  if (names.some((name) => !/^[\p{L}\d.-]+$/u.test(name) && isIP(name) === 0))
    throw new InvalidArgumentError('Write names without ports, separated by commas: hearsay.example.org,10.1.2.3')
  return names
}

const untilInterrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })

function parsePort(typed: string): number {
  const port = Number(typed)
  if (!/^\d+$/.test(typed) || port > 65535) throw new InvalidArgumentError('Write a whole number from 0 to 65535.')
  return port
}

const EXAMPLES = `
Only this machine can reach it, and its pages load nothing from the network. If there is no record, it is created. You can
add documents on the page, and with hearsay read at the same time.

Once a record has people (hearsay people add NAME), they sign in, on this machine too. Others can reach it only then; see
docs/several-people.md.

Examples:
  hearsay serve                               hearsay.db, in the browser
  hearsay serve --record case-12.db --port 0  another record, next to the first
  hearsay serve --host 0.0.0.0 --cert hearsay.crt --key hearsay.key --no-open
  hearsay serve --behind-proxy --name hearsay.example.org --no-open
`
