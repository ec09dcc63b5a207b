// What a reading needs besides the document, loaded once: the tagger and the lexicons.

import { readFileSync } from 'node:fs'
import { loadTagger, type Tagger } from './language/tagger.ts'
import type { Wording } from './layout/kinds.ts'
import { type CueEntry, indexCues } from './reading/statements/cues.ts'
import type { StatementFinder } from './reading/statements/draft.ts'
import { lexicalFinder } from './reading/statements/find.ts'
import type { Reading } from './types.ts'

export interface Resources {
  tagger: Tagger
  wording: Wording
  findDrafts: StatementFinder
  reader: Reading['reader']
}

export function loadResources(): Resources {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return {
    tagger: loadTagger(),
    wording: { furniture: [], credits: [], captions: [] },
    findDrafts: lexicalFinder(indexCues(readLexicon<CueEntry>('cues'))),
    reader: { version, model: 'lexical-1', settings: 'default' },
  }
}

/** A lexicon is ours: its shape is checked by a test, not at each start. */
function readLexicon<Entry>(name: string): Entry[] {
  return JSON.parse(readFileSync(new URL(`../lexicon/${name}.json`, import.meta.url), 'utf8')).entries
}
