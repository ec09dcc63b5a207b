// What a reading needs besides the document, loaded once: the tagger and the lexicons.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadModel } from './language/model.ts'
import { makeTokenizer } from './language/pieces.ts'
import { loadTagger, type Tagger } from './language/tagger.ts'
import { indexWording, type Wording, type WordingFile } from './layout/wording.ts'
import { indexNames, type NameFiles, type NameLexicon } from './reading/entities/lexicon.ts'
import { type CueEntry, indexCues } from './reading/statements/cues.ts'
import type { StatementFinder } from './reading/statements/draft.ts'
import type { ModelFacts } from './reading/statements/links.ts'
import { type Trained, trainedFinder } from './reading/statements/tagged.ts'
import type { Reading } from './types.ts'

export interface Resources {
  tagger: Tagger
  wording: Wording
  names: NameLexicon
  findDrafts: StatementFinder
  reader: Reading['reader']
}

export async function loadResources(): Promise<Resources> {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return {
    tagger: loadTagger(),
    wording: indexWording(readLexicon<WordingFile>('furniture')),
    names: indexNames({
      titles: readLexicon<NameFiles['titles']>('titles'),
      persons: readLexicon<NameFiles['persons']>('persons'),
      organisations: readLexicon<NameFiles['organisations']>('organisations'),
      countries: readLexicon<NameFiles['countries']>('countries'),
      documents: readLexicon<NameFiles['documents']>('documents'),
      firstNames: readLexicon<NameFiles['firstNames']>('first-names'),
    }),
    findDrafts: trainedFinder(await loadTrained(), indexCues(readLexicon<{ entries: CueEntry[] }>('cues').entries)),
    reader: { version, model: 'statements-1', settings: 'default' },
  }
}

/** Threads of one passage: two take longer in all than they save. */
const THREADS = 1

async function loadTrained(): Promise<Trained> {
  const file = (name: string): URL => new URL(`../models/${name}`, import.meta.url)
  const facts: ModelFacts = JSON.parse(readFileSync(file('statements.json'), 'utf8'))
  return {
    model: await loadModel(fileURLToPath(file('statements.onnx')), THREADS),
    tokenizer: makeTokenizer(readFileSync(file('vocab.txt'), 'utf8').trimEnd().split('\n')),
    facts,
  }
}

/** A lexicon is ours: its shape is checked by a test, not at each start. */
function readLexicon<File>(name: string): File {
  return JSON.parse(readFileSync(new URL(`../lexicon/${name}.json`, import.meta.url), 'utf8'))
}
