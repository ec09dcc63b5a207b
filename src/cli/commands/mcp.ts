// `hearsay mcp`: the record for an assistant, over standard input and output, until the assistant closes them.

import { once } from 'node:events'
import type { Command } from 'commander'
import { placesInside } from '../../gazetteer/inside.ts'
import { VERSION } from '../../record/program.ts'
import { loadGazetteer } from '../../resources.ts'
import { recordOption } from '../options.ts'
import { withRecord } from '../run/with-record.ts'

export function addMcpCommand(program: Command): void {
  program
    .command('mcp')
    .summary('let an AI assistant search the record')
    .description(
      'Serves the record to an assistant by the Model Context Protocol, over standard input and output. Assistants start it themselves.',
    )
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(runMcp)
}

async function runMcp({ record: path }: { record: string }): Promise<void> {
  await withRecord(path, 'look', async (record) => {
    // No other command needs them, and loading them takes a moment.
    const [{ makeMcpServer }, { serveStdio }] = await Promise.all([
      import('../../mcp/server.ts'),
      import('@modelcontextprotocol/server/stdio'),
    ])
    // Before it is asked, so that the first question after a place is answered at once too.
    const gazetteer = loadGazetteer()
    const settings = {
      record,
      placesInside: (typed: string) => placesInside(typed, gazetteer),
      version: VERSION,
      complain: console.error,
    }
    const ended = Promise.race([
      once(process.stdin, 'end'),
      once(process.stdin, 'close'),
      once(process.stdout, 'error'),
    ])
    const serving = serveStdio(() => makeMcpServer(settings), { onerror: console.error })
    await Promise.race([ended, ...(['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => once(process, signal))])
    await serving.close()
  })
}

const EXAMPLES = `
It only reads, and never writes to the record. Every answer has the passages it rests on, with the document's hash, offsets and
address. Text of reports is marked as material. docs/mcp.md says how to add it to an assistant.

Examples:
  hearsay mcp                                                     hearsay.db
  hearsay mcp --record /home/ana/case-12.db                       another record; assistants need the whole path
  claude mcp add hearsay -- npx hearsay mcp --record /home/ana/case-12.db
`
