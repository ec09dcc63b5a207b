// The library for a browser: the same reading and reconciling, with the files fetched by the caller and the runtime handed in.

import { gazetteerOf } from './gazetteer/gazetteer.ts'
import { html } from './intake/html/html.ts'
import { openWith } from './intake/open-with.ts'
import { markdown } from './intake/text/markdown.ts'
import { plain } from './intake/text/plain.ts'
import type { Runtime } from './language/model.ts'
import { LEXICONS, MODEL_FILES, makeResources, type Resources } from './make-resources.ts'
import { sha256 } from './sha256.ts'
import { UserError } from './user-error.ts'

export { read } from './pipeline.ts'
export { openReconciler, type Reconciler, reconcile } from './reconciling/reconcile.ts'
export type * from './types.ts'
export type { Resources, Runtime }

/** Text, Markdown and pages; the other formats need Node. Throws UserError where there is no text. */
export const openDocument = openWith([markdown, html, plain])

/** Where hearsay's own model is. */
const OWN = 'models'

function modelFiles(folder: string): string[] {
  return MODEL_FILES.map((file) => `${folder}/${file}`)
}

/** The files that `loadResources` asks for, by their place in the package. */
export const FILES: readonly string[] = [
  'package.json',
  'gazetteer/places.bin',
  ...modelFiles(OWN),
  ...LEXICONS.map((name) => `lexicon/${name}.json`),
]

/**
 * Takes about 36 MB.
 * @param runtime the module `onnxruntime-web/wasm`, set up by the caller
 * @param fetchFile gives the bytes of one of FILES, from wherever the caller keeps it
 * @param model the folder of another trained model, which `fetchFile` is then asked for in place of `models`
 */
export async function loadResources(
  runtime: Runtime,
  fetchFile: (path: string) => Promise<Uint8Array>,
  { model }: { model?: string } = {},
): Promise<Resources> {
  const folder = model ?? OWN
  const wanted = [...FILES.filter((path) => !modelFiles(OWN).includes(path)), ...modelFiles(folder)]
  const files = new Map(await Promise.all(wanted.map(async (path) => [path, await fetchFile(path)] as const)))
  const bytes = (path: string): Uint8Array => files.get(path) ?? new Uint8Array()
  const text = (path: string): string => new TextDecoder().decode(bytes(path))
  const gazetteer = gazetteerOf(await unpacked(bytes('gazetteer/places.bin')))
  if (!gazetteer) throw new UserError('gazetteer/places.bin is from another version')
  return makeResources({
    version: JSON.parse(text('package.json')).version,
    // WebAssembly rounds otherwise than a processor does: such a reading is not quite the one that Node gives.
    settings: 'wasm',
    lexicon: (name) => JSON.parse(text(`lexicon/${name}.json`)),
    gazetteer,
    model: {
      folder,
      own: model === undefined,
      onnx: bytes(`${folder}/reader.onnx`),
      facts: text(`${folder}/reader.json`),
      vocabulary: text(`${folder}/vocab.txt`),
      sha256,
    },
    runtime,
    options: { executionProviders: ['wasm'] },
  })
}

async function unpacked(packed: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
