// The files that a reading needs, as they lie in the package -> what its stages work with. Touches no disk, so that it runs in a browser too.

import type { InferenceSession } from 'onnxruntime-common'
import type { Gazetteer } from './gazetteer/gazetteer.ts'
import { indexLemmas } from './language/lemma.ts'
import { loadModel, type Runtime } from './language/model.ts'
import { type ModelFacts, parseFacts } from './language/model-facts.ts'
import { makeTokenizer } from './language/pieces.ts'
import { indexWording, type Wording } from './layout/wording.ts'
import { indexNames, type NameLexicon } from './reading/entities/lexicon.ts'
import { type Deeds, indexDeeds } from './reading/events/deed-words.ts'
import { type Hazards, indexHazards } from './reading/events/hazard-words.ts'
import { indexMeans, type MeansLexicon } from './reading/events/means.ts'
import { indexModes, type Modes } from './reading/events/modes.ts'
import { type Divisions, indexDivisions } from './reading/places/containment.ts'
import { indexSides, type Sides } from './reading/sides.ts'
import { indexLoaded, type LoadedLexicon } from './reading/signals/loaded.ts'
import { indexCues } from './reading/statements/cues.ts'
import { indexSourceWords, type SourceWords } from './reading/statements/source-words.ts'
import type { Finder } from './reading/tagging/drafts.ts'
import { headsOf } from './reading/tagging/links.ts'
import { trainedFinder } from './reading/tagging/tagging.ts'
import type { Reading } from './types.ts'
import { UserError } from './user-error.ts'

export interface Resources {
  wording: Wording
  names: NameLexicon
  gazetteer: Gazetteer
  divisions: Divisions
  findDrafts: Finder
  modes: Modes
  model: ModelFacts
  means: MeansLexicon
  hazards: Hazards
  deeds: Deeds
  sides: Sides
  loaded: LoadedLexicon
  sources: SourceWords
  reader: Reading['reader']
}

export const LEXICONS = [
  'furniture',
  'titles',
  'persons',
  'organisations',
  'countries',
  'documents',
  'first-names',
  'divisions',
  'cues',
  'deeds',
  'hazards',
  'means',
  'modes',
  'sides',
  'loaded',
  'sources',
  'lemmas',
] as const

export interface Files {
  version: string
  /** What a reading depends on besides the version and the model. */
  settings: string
  // biome-ignore lint/suspicious/noExplicitAny: a lexicon is ours; its shape is checked by a test, not at each start
  lexicon: (name: (typeof LEXICONS)[number]) => any
  /** Waited for after the model. */
  gazetteer: Gazetteer | Promise<Gazetteer>
  model: ModelFiles
  runtime: Runtime
  options: InferenceSession.SessionOptions
}

/** A folder with a trained model, as training/export.py writes it. */
export interface ModelFiles {
  folder: string
  /** Whether it is the one that comes with hearsay. */
  own: boolean
  /** The bytes of reader.onnx, and the texts of reader.json and vocab.txt. */
  onnx: Uint8Array
  facts: string
  vocabulary: string
  /** Node's own is much faster than one that a browser can run without waiting. */
  sha256: (bytes: Uint8Array) => string
}

export const MODEL_FILES = ['reader.onnx', 'reader.json', 'vocab.txt'] as const

/** What is wrong with a file of a model, and what to do. */
export const modelFault =
  ({ folder, own }: Pick<ModelFiles, 'folder' | 'own'>) =>
  (file: string, what: string): UserError =>
    new UserError(`${folder}/${file} ${what}; ${own ? 'install hearsay again' : 'export the model again'}`)

export async function makeResources({
  version,
  settings,
  lexicon,
  gazetteer: opening,
  model,
  runtime,
  options,
}: Files): Promise<Resources> {
  const fault = modelFault(model)
  const facts = parseFacts(model.facts, fault)
  const heads = headsOf(facts)
  const pieces = model.vocabulary.trimEnd().split('\n')
  for (const mark of ['[CLS]', '[SEP]', '[UNK]', ':'])
    if (!pieces.includes(mark)) throw fault('vocab.txt', `lacks the piece ${mark}`)
  const trained = {
    model: await loadModel(runtime, model.onnx, options, heads.widths, fault),
    tokenizer: makeTokenizer(pieces),
    heads,
  }
  const words = {
    wording: indexWording(lexicon('furniture')),
    names: indexNames({
      titles: lexicon('titles'),
      persons: lexicon('persons'),
      organisations: lexicon('organisations'),
      countries: lexicon('countries'),
      documents: lexicon('documents'),
      firstNames: lexicon('first-names'),
    }),
    findDrafts: trainedFinder(trained, indexCues(lexicon('cues').entries), indexLemmas(lexicon('lemmas').entries)),
    modes: indexModes(lexicon('modes')),
    means: indexMeans(lexicon('means')),
    hazards: indexHazards(lexicon('hazards')),
    deeds: indexDeeds(lexicon('deeds')),
    sides: indexSides(lexicon('sides')),
    loaded: indexLoaded(lexicon('loaded')),
    sources: indexSourceWords(lexicon('sources')),
  }
  const gazetteer = await opening
  return {
    ...words,
    gazetteer,
    divisions: indexDivisions(lexicon('divisions'), gazetteer),
    model: facts,
    reader: { version, model: facts.name, settings: model.own ? settings : withModel(settings, model, facts) },
  }
}

/** Two models may have one name: another one than hearsay's own is known by the hash of its files as well. */
function withModel(settings: string, files: ModelFiles, facts: ModelFacts): string {
  const { onnx, vocabulary } = checkFiles(files, facts)
  const hash = files.sha256(new TextEncoder().encode(`${onnx} ${vocabulary} ${files.facts}`)).slice(0, 12)
  return `${settings === 'default' ? '' : `${settings}, `}model ${hash}`
}

/** The SHA-256 of the files that reader.json describes. Throws where one is not the file that was exported with it. */
export function checkFiles(files: ModelFiles, { sha256: expected }: ModelFacts): { onnx: string; vocabulary: string } {
  const found = {
    onnx: files.sha256(files.onnx),
    vocabulary: files.sha256(new TextEncoder().encode(files.vocabulary)),
  }
  const fault = modelFault(files)
  if (found.onnx !== expected['reader.onnx']) throw fault('reader.onnx', 'is not the file that reader.json describes')
  if (found.vocabulary !== expected['vocab.txt']) throw fault('vocab.txt', 'is not the file that reader.json describes')
  return found
}
