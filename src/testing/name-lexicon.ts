// The names of lexicon/ as the reader indexes them, for tests of single steps.

import { readFileSync } from 'node:fs'
import { indexNames } from '../reading/entities/lexicon.ts'

const load = (name: string) => JSON.parse(readFileSync(new URL(`../../lexicon/${name}.json`, import.meta.url), 'utf8'))

export const NAME_LEXICON = indexNames({
  titles: load('titles'),
  persons: load('persons'),
  organisations: load('organisations'),
  countries: load('countries'),
  firstNames: load('first-names'),
  documents: load('documents'),
})
