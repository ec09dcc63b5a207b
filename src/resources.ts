// What a reading needs besides the document, loaded once from the package's own files.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Gazetteer } from './gazetteer/gazetteer.ts'
import { openGazetteer, openGazetteerBeside } from './gazetteer/open-gazetteer.ts'
import type { Runtime } from './language/model.ts'
import { type ModelFacts, parseFacts } from './language/model-facts.ts'
import { checkFiles, type ModelFiles, makeResources, modelFault, type Resources } from './make-resources.ts'
import { UserError } from './user-error.ts'

export type { Resources } from './make-resources.ts'

const PACKAGE = fileURLToPath(new URL('../', import.meta.url))

/** @param model the folder of another trained model than the one that comes with hearsay */
export async function loadResources({ model }: { model?: string } = {}): Promise<Resources> {
  const text = (path: string): string => readFileSync(join(PACKAGE, path), 'utf8')
  const gazetteer = loadGazetteerBeside()
  gazetteer.catch(() => {}) // told where it is waited for
  return makeResources({
    version: JSON.parse(text('package.json')).version,
    settings: settings(),
    lexicon: (name) => JSON.parse(text(`lexicon/${name}.json`)),
    gazetteer,
    model: readModel(model),
    runtime: loadRuntime(),
    options: { executionProviders: ['cpu'], intraOpNumThreads: THREADS, interOpNumThreads: 1 },
  })
}

/** The copy that the build makes, in a checkout too, so that what is tested is what users get. */
function loadRuntime(): Runtime {
  const folder = join(PACKAGE, 'dist', 'runtime')
  if (!existsSync(folder)) throw new UserError(`${folder} is missing; run npm run build, or install hearsay again`)
  return createRequire(import.meta.url)(folder)
}

/** @param folder of another model than hearsay's own */
function readModel(folder?: string): ModelFiles {
  const where = { folder: folder ?? join(PACKAGE, 'models'), own: folder === undefined }
  const bytes = (file: string): Uint8Array => {
    try {
      return readFileSync(join(where.folder, file))
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      throw modelFault(where)(file, missing ? 'is missing' : `cannot be read (${error})`)
    }
  }
  const text = (file: string): string => new TextDecoder().decode(bytes(file))
  return { ...where, onnx: bytes('reader.onnx'), facts: text('reader.json'), vocabulary: text('vocab.txt'), sha256 }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What a model is, every file of it compared with what it was when it was exported. */
export function describeModel(folder?: string): { folder: string; size: number; facts: ModelFacts } {
  const files = readModel(folder)
  const facts = parseFacts(files.facts, modelFault(files))
  checkFiles(files, facts)
  return { folder: files.folder, size: files.onnx.length, facts }
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
  return openGazetteer(readFileSync(path)) ?? notOne(path)
}

/** The same, while the model is loaded. */
async function loadGazetteerBeside(): Promise<Gazetteer> {
  const path = gazetteerPath()
  return (await openGazetteerBeside(readFileSync(path))) ?? notOne(path)
}

function notOne(path: string): never {
  throw new UserError(`${path} is not a gazetteer of this version; remove it and add your files again`)
}

function gazetteerPath(): string {
  const own = ownGazetteerPath()
  return existsSync(own) ? own : fileURLToPath(new URL('../gazetteer/places.bin', import.meta.url))
}

/** What a reading depends on besides the version and the model: the user's own gazetteer, by its hash. */
function settings(): string {
  const path = gazetteerPath()
  if (path !== ownGazetteerPath()) return 'default'
  return `gazetteer ${sha256(readFileSync(path)).slice(0, 12)}`
}
