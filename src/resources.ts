// What a reading needs besides the document, loaded once: the tagger and the lexicons.

import { readFileSync } from 'node:fs'
import { loadTagger, type Tagger } from './language/tagger.ts'
import type { Reading } from './types.ts'

export interface Resources {
  tagger: Tagger
  reader: Reading['reader']
}

export function loadResources(): Resources {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return { tagger: loadTagger(), reader: { version, model: 'lexical-1', settings: 'default' } }
}
