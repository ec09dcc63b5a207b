// Made readings -> a server over a record that holds them, on a free port of this machine; closed after the test file.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { overHttp } from '../mcp/http.ts'
import type { IncidentPlace } from '../record/incidents/list.ts'
import { writeIncidents } from '../record/incidents/store.ts'
import { closeRecord, type OpenRecord, openRecord } from '../record/open.ts'
import { writeDocument } from '../record/write.ts'
import type { Settings } from '../server/app.ts'
import { type Listening, listen, type Where } from '../server/listen.ts'
import type { Incident } from '../types.ts'
import { closeAfterwards } from './closing.ts'
import { scratchFolder } from './hearsay.ts'
import { type Made, makeReading } from './made-reading.ts'

const NOON = '2024-05-01T12:00:00.000Z'

export type Serving = Partial<Omit<Settings, 'record' | 'guardOf'>> &
  Partial<Where> & { incidents?: readonly Incident[]; opened?: (record: OpenRecord) => void }

export async function serve(
  made: readonly Made[],
  { host, port, tls, names, behindProxy, incidents = [], opened: tell = () => {}, ...lent }: Serving = {},
): Promise<Listening> {
  const record = openRecord(join(scratchFolder(), 'hearsay.db'), 'create')
  for (const { received, reading } of made) writeDocument(record, received, reading, NOON)
  writeIncidents(record, incidents)
  tell(record)
  const settings = {
    record,
    reader: lineReader,
    refreshIncidents: () => {},
    now: () => NOON,
    maxSize: 1_000_000,
    pages: new Map(),
    version: '0',
    user: 'reviewer',
    findPlaces: () => [],
    placesIn: () => [],
    placesInside: (typed: string) => (places: readonly IncidentPlace[]) =>
      places.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())),
    complain: (error: unknown) => {
      throw error
    },
    ...lent,
  }
  const { placesInside, version, complain } = settings
  const answerAssistant = overHttp({ record, placesInside, version, complain })
  const server = await listen(
    { answerAssistant, ...settings },
    {
      host: host ?? null,
      port: port ?? 0,
      tls: tls ?? null,
      names: names ?? [],
      behindProxy: behindProxy ?? false,
    },
  )
  closeAfterwards(async () => {
    await server.close()
    closeRecord(record)
  })
  return server
}

/** Reads "Ada said it rained": one statement. What begins with "broken" breaks it. */
export const lineReader: Settings['reader'] = {
  async read({ bytes, origin }) {
    const text = new TextDecoder().decode(bytes)
    if (text.startsWith('broken')) return { failure: new Error('the reader broke on it') }
    const said = /^(\S+) (said) (.+?)\.?$/m.exec(text)
    const { reading } = makeReading(text, { origin, said: said ? [[said[1], said[2], said[3]]] : [] })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { reading: { ...reading, document: { ...reading.document, id: sha256, sha256 } } }
  },
}
