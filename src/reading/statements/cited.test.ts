import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Source, Span } from '../../types.ts'
import { citedBy } from './cited.ts'
import { indexSourceWords } from './source-words.ts'

const words = indexSourceWords(
  JSON.parse(readFileSync(new URL('../../../lexicon/sources.json', import.meta.url), 'utf8')),
)

it.each<[text: string, source: string, kind: Source['kind'], cue: string, cited: string | null, why: string]>([
  ['Local media, citing the army, said that it rained.', 'Local media', 'outlet', 'said', 'the army', 'before the cue'],
  ['It rained, Dol Post reported, citing police.', 'Dol Post', 'outlet', 'reported', 'police', 'behind the cue'],
  ['Dol Post said on Tuesday, quoting a nurse.', 'Dol Post', 'outlet', 'said', 'a nurse', 'a day between'],
  ['Dol Post cites police, citing the army as saying so.', 'Dol Post', 'outlet', 'cites', 'the army', 'only who'],
  [
    'Newspapers in Juba, citing the army, blame rebels.',
    'Newspapers',
    'group',
    'citing',
    'the army',
    '“citing” is the cue',
  ],
  ['The minister, citing the army, said that it rained.', 'The minister', 'person', 'said', null, 'no news medium'],
  ['Dol Post said that it rained. Citing the army is rare.', 'Dol Post', 'outlet', 'said', null, 'another sentence'],
  [
    'Dol Post said that it rained all day and night, citing the army.',
    'Dol Post',
    'outlet',
    'said',
    null,
    'too far away',
  ],
  ['Dol Post said that it rained.', 'Dol Post', 'outlet', 'said', null, 'nobody is cited'],
])('%s (%s, %s): %s, %s (%s)', (text, source, kind, cue, cited) => {
  const spanOf = (phrase: string): Span => [text.indexOf(phrase), text.indexOf(phrase) + phrase.length]
  const found = citedBy({ source: { spans: [spanOf(source)], kind, named: true }, cue: [spanOf(cue)] }, text, words)
  expect(found && text.slice(...found)).toBe(cited)
})
