// The reports of examples/, read by the built program -> a server over their record, with the built pages.

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { closeRecord, openRecord } from '../record/open.ts'
import { loadGazetteer } from '../resources.ts'
import { findPlaces } from '../review/find-places.ts'
import { listen } from '../server/listen.ts'
import { builtPages } from './browser.ts'
import { closeAfterwards } from './closing.ts'
import { runHearsay, scratchFolder } from './hearsay.ts'
import { refreshNow } from './refresh-now.ts'
import { lineReader } from './served.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Its address. Added documents are read by `lineReader`, which needs no model. */
export const serveExamples = async (): Promise<string> => (await serveExampleRecord()).url

/** With the path of its record, for the command line. */
export async function serveExampleRecord(): Promise<{ url: string; path: string }> {
  const path = join(scratchFolder(), 'hearsay.db')
  const { code, stderr } = await runHearsay(['read', 'examples', '--record', path], { cwd: ROOT })
  if (code !== 0) throw new Error(stderr)
  const reconciled = await runHearsay(['incidents', '--record', path], { cwd: ROOT })
  if (reconciled.code !== 0) throw new Error(reconciled.stderr)
  const record = openRecord(path, 'write')
  const settings = {
    record,
    reader: lineReader,
    refreshIncidents: () => refreshNow(record),
    now: () => '2024-05-01T12:00:00.000Z',
    maxSize: 1_000_000,
    pages: builtPages(),
    version: '0',
    user: 'reviewer',
    findPlaces: (name: string) => findPlaces(name, loadGazetteer()),
    complain: console.error,
  }
  const server = await listen(settings, { host: null, port: 0, token: null })
  closeAfterwards(async () => {
    await server.close()
    closeRecord(record)
  })
  return { url: server.url, path }
}
