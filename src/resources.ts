// What a reading needs besides the document, loaded once from the package's own files.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as runtime from 'onnxruntime-node'
import type { Gazetteer } from './gazetteer/gazetteer.ts'
import { openGazetteer } from './gazetteer/open-gazetteer.ts'
import { makeResources, type Resources } from './make-resources.ts'
import { UserError } from './user-error.ts'

export type { Resources } from './make-resources.ts'

export async function loadResources(): Promise<Resources> {
  const bytes = (path: string): Uint8Array => readFileSync(new URL(`../${path}`, import.meta.url))
  const text = (path: string): string => Buffer.from(bytes(path)).toString()
  return makeResources({
    version: JSON.parse(text('package.json')).version,
    settings: settings(),
    lexicon: (name) => JSON.parse(text(`lexicon/${name}.json`)),
    gazetteer: loadGazetteer(),
    model: {
      onnx: bytes('models/reader.onnx'),
      facts: JSON.parse(text('models/reader.json')),
      vocabulary: text('models/vocab.txt'),
    },
    runtime,
    options: { executionProviders: ['cpu'], intraOpNumThreads: THREADS, interOpNumThreads: 1 },
  })
}

/** Threads of one passage: two take longer in all than they save. */
const THREADS = 1

/** The gazetteer of this machine's user, with what `hearsay gazetteer add` put into it. */
export function ownGazetteerPath(): string {
  const { HEARSAY_GAZETTEER: own, XDG_DATA_HOME: data, LOCALAPPDATA: local } = process.env
  return own || join(data || local || join(homedir(), '.local', 'share'), 'hearsay', 'places.bin')
}

/** The user's own where there is one, else the one that comes with hearsay. */
export function loadGazetteer(): Gazetteer {
  const path = gazetteerPath()
  const gazetteer = openGazetteer(readFileSync(path))
  if (!gazetteer) throw new UserError(`${path} is no gazetteer of this version; remove it, and add your files again`)
  return gazetteer
}

function gazetteerPath(): string {
  const own = ownGazetteerPath()
  return existsSync(own) ? own : fileURLToPath(new URL('../gazetteer/places.bin', import.meta.url))
}

/** What a reading hangs on besides the version: the user's own gazetteer, by its hash. */
function settings(): string {
  const path = gazetteerPath()
  if (path !== ownGazetteerPath()) return 'default'
  return `gazetteer ${createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12)}`
}
