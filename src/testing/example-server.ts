// The reports of examples/, read -> a server over their record, with the built pages.

import { placesInside } from '../gazetteer/inside.ts'
import { type Box, largestIn } from '../gazetteer/largest.ts'
import { closeRecord, openRecord } from '../record/open.ts'
import { loadGazetteer } from '../resources.ts'
import { findPlaces } from '../review/find-places.ts'
import { listen } from '../server/listen.ts'
import { builtPages } from './browser.ts'
import { closeAfterwards } from './closing.ts'
import { copyExampleRecord } from './examples.ts'
import { refreshNow } from './refresh-now.ts'
import { lineReader } from './served.ts'

/** Its address. Added documents are read by `lineReader`, which needs no model. */
export const serveExamples = async (): Promise<string> => (await serveExampleRecord()).url

/** With the path of its record, for the command line. */
export async function serveExampleRecord(): Promise<{ url: string; path: string }> {
  const path = await copyExampleRecord()
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
    placesInside: (typed: string) => placesInside(typed, loadGazetteer()),
    placesIn: (box: Box, most: number) => largestIn(box, loadGazetteer(), most),
    complain: console.error,
  }
  const server = await listen(settings, { host: null, port: 0 })
  closeAfterwards(async () => {
    await server.close()
    closeRecord(record)
  })
  return { url: server.url, path }
}
