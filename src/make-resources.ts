// The files that a reading needs, as they lie in the package -> what its stages work with. Touches no disk, so that it runs in a browser too.

import type { InferenceSession } from 'onnxruntime-node'
import type { Gazetteer } from './gazetteer/gazetteer.ts'
import { indexLemmas } from './language/lemma.ts'
import { loadModel, type Runtime } from './language/model.ts'
import { makeTokenizer } from './language/pieces.ts'
import { indexWording, type Wording } from './layout/wording.ts'
import { indexNames, type NameLexicon } from './reading/entities/lexicon.ts'
import { indexModes, type Modes } from './reading/events/modes.ts'
import { type Divisions, indexDivisions } from './reading/places/containment.ts'
import { indexCues } from './reading/statements/cues.ts'
import type { Finder } from './reading/tagging/drafts.ts'
import { headsOf } from './reading/tagging/links.ts'
import { trainedFinder } from './reading/tagging/tagging.ts'
import type { Reading } from './types.ts'

export interface Resources {
  wording: Wording
  names: NameLexicon
  gazetteer: Gazetteer
  divisions: Divisions
  findDrafts: Finder
  modes: Modes
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
  'modes',
  'lemmas',
] as const

export interface Files {
  version: string
  /** What a reading hangs on besides the version. */
  settings: string
  // biome-ignore lint/suspicious/noExplicitAny: a lexicon is ours; its shape is checked by a test, not at each start
  lexicon: (name: (typeof LEXICONS)[number]) => any
  gazetteer: Gazetteer
  /** `models/reader.onnx`, `reader.json` and `vocab.txt`. */
  model: { onnx: Uint8Array; facts: Parameters<typeof headsOf>[0]; vocabulary: string }
  runtime: Runtime
  options: InferenceSession.SessionOptions
}

export async function makeResources({
  version,
  settings,
  lexicon,
  gazetteer,
  model,
  runtime,
  options,
}: Files): Promise<Resources> {
  const trained = {
    model: await loadModel(runtime, model.onnx, options),
    tokenizer: makeTokenizer(model.vocabulary.trimEnd().split('\n')),
    heads: headsOf(model.facts),
  }
  return {
    wording: indexWording(lexicon('furniture')),
    names: indexNames({
      titles: lexicon('titles'),
      persons: lexicon('persons'),
      organisations: lexicon('organisations'),
      countries: lexicon('countries'),
      documents: lexicon('documents'),
      firstNames: lexicon('first-names'),
    }),
    gazetteer,
    divisions: indexDivisions(lexicon('divisions'), gazetteer),
    findDrafts: trainedFinder(trained, indexCues(lexicon('cues').entries), indexLemmas(lexicon('lemmas').entries)),
    modes: indexModes(lexicon('modes')),
    reader: { version, model: 'reader-3', settings },
  }
}
