// What is repeated without end, in one sentence or in many -> a reading takes a time that grows with the length, not with its square. The
// model is left out, since it reads passages of bounded length, and thousands of drafts stand in for what it finds.

import { expect, test } from 'vitest'
import { openDocument } from '../intake/document.ts'
import { read } from '../pipeline.ts'
import { findGenerously } from '../testing/generous-drafts.ts'
import { growthOf, isLinear, REPEATED, repeat } from '../testing/growth.ts'
import { sharedResources } from '../testing/resources.ts'

const LENGTH = 2000
const MORE: readonly [what: string, piece: string][] = [
  ['titles before names', 'Dr. '],
  ['parties', 'the army, two banks and '],
  ['ages', 'aged 31 and '],
  ['places', 'north of Aleppo '],
  ['whom media cite', ', citing police '],
  ['dates', '3 to 5 May '],
  ['speakers', 'Ana Ruiz, mayor of Qarn, said '],
  ['paragraphs', 'He said no.\n\n'],
  ['marks and blanks', ', ;'],
  ['words that a boundary cuts', 'rdª'],
  ['parts of a word', '-0'],
  ['blanks of two kinds', '\t '],
  ['what cannot be seen', '\0 '],
  ['participles without an end', 'edµ'],
]

const resources = { ...(await sharedResources()), findDrafts: findGenerously }

const readText = async (text: string) => {
  const bytes = new TextEncoder().encode(JSON.stringify({ id: 'case', text }))
  return read(await openDocument({ bytes, origin: 'case' }), resources)
}

const textOf = (piece: string) => (length: number) =>
  `The army said that gunmen had killed two people in Aleppo on Monday. ${repeat(piece, length)} It denied that it was so.`

test.each([...REPEATED, ...MORE])('%s: %s', { timeout: 120_000 }, async (_, piece) => {
  expect(await growthOf(LENGTH, textOf(piece), readText)).toSatisfy(isLinear)
})

// Each description looks back as far as 20,000 characters: what it costs must not depend on what lies before them.
test('events, in a text longer than descriptions look back', { timeout: 120_000 }, async () => {
  expect(await growthOf(20_000, textOf('Gunmen killed 5 in Aleppo. '), readText)).toSatisfy(isLinear)
})
