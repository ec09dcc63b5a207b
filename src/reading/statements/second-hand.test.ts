import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { NAME_LEXICON } from '../../testing/name-lexicon.ts'
import type { Source } from '../../types.ts'
import { isMonitor, secondHandOf } from './second-hand.ts'
import { indexSourceWords } from './source-words.ts'

const sources = indexSourceWords(
  JSON.parse(readFileSync(new URL('../../../lexicon/sources.json', import.meta.url), 'utf8')),
)

it.each<[phrase: string, kind: Source['kind'], secondHand: Source['secondHand'], why: string]>([
  ['state media', 'group', 'media', 'news media without a name'],
  ['the Gao Tribune', 'organisation', 'media', 'a newspaper taken for a body'],
  ['the Dol news agency', 'organisation', 'media', 'by its last words'],
  ['Harbour Wire', 'outlet', 'media', 'whatever the reader knows as an outlet'],
  ['unconfirmed reports', 'document', 'media', 'nobody knows whose'],
  ['media reports', 'document', 'media', 'those of media'],
  ['reports reaching here', 'document', 'media', 'words behind the noun'],
  ['shaky mobile footage', 'document', 'footage', 'it shows something'],
  ['An amateur video posted by residents', 'document', 'footage', 'not the residents'],
  ['it', 'unknown', 'nobody', 'stands for nothing'],
  ['a media activist', 'person', undefined, 'a person'],
  ['a mediator', 'person', undefined, 'a look-alike'],
  ['a media union', 'organisation', undefined, 'media before the noun'],
  ['aid agencies', 'group', undefined, 'other agencies'],
  ['the police report', 'document', undefined, 'the report of a body'],
  ['police reports', 'document', undefined, 'those of a body'],
  ['Their website', 'document', undefined, 'what a body publishes itself'],
  ['the man in the video', 'person', undefined, 'a person'],
  ['Italy', 'organisation', undefined, 'begins like "it"'],
  ['it', 'organisation', undefined, 'stands for a body'],
])('%j (%s): %s, %s', (phrase, kind, secondHand) =>
  expect(secondHandOf(phrase, { kind }, { sources, names: NAME_LEXICON })).toBe(secondHand),
)

it.each<[phrase: string, monitor: boolean]>([
  ['a war monitor', true],
  ['the Azawad Observatory for Human Rights', true],
  ['a monitoring group', true],
  ['a monitor and residents', false],
  ['independent monitors', false],
  ['the monitored villages', false],
  ['a nurse at the observatory', false],
])('%j watches others: %s', (phrase, monitor) => expect(isMonitor(phrase, sources)).toBe(monitor))
