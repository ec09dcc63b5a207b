import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Source } from '../../types.ts'
import { indexSides } from '../sides.ts'
import { identityOf } from './identity.ts'
import { indexSourceWords } from './source-words.ts'

const load = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../lexicon/${name}.json`, import.meta.url), 'utf8'))
const lexicon = { sources: indexSourceWords(load('sources')), sides: indexSides(load('sides')) }

it.each<[phrases: string[], kind: Source['kind'], named: boolean, identity: Source['identity'], why: string]>([
  [['Ana Petrova'], 'person', true, 'person', 'a name'],
  [['the mayor of Dol'], 'person', false, 'body', 'an office that one holds'],
  [['a mayor'], 'person', false, 'hidden', 'some mayor'],
  [["the mayor's brother"], 'person', false, 'hidden', 'no office'],
  [['the source close to the mayor'], 'person', false, 'hidden', 'another’s office'],
  [['Secretary of State'], 'person', true, 'body', 'an office taken for a name'],
  [['a military spokesman'], 'person', false, 'body', 'who speaks for a body'],
  [['its spokesman'], 'person', false, 'hidden', 'of whom, only the text before says'],
  [['a human rights group'], 'organisation', false, 'hidden', 'some group'],
  [['the health ministry'], 'organisation', true, 'body', 'a ministry'],
  [['local media'], 'outlet', false, 'hidden', 'some media'],
  [['the opposition'], 'group', false, 'body', 'one everywhere'],
  [['opposition', 'opposition groups'], 'group', false, 'hidden', 'some of them'],
  [['the villagers'], 'group', false, 'hidden', 'people of whom there are many'],
  [['a communiqué of the ministry'], 'document', false, 'body', 'the ministry’s word'],
])('%j, %s, named %s: %s (%s)', (phrases, kind, named, identity) =>
  expect(identityOf(phrases, { kind, named }, lexicon)).toBe(identity),
)
