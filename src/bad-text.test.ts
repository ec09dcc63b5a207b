// Texts that no newspaper prints, or none in English -> readings all the same: no throw, no statement out of thin air.

import { expect, it } from 'vitest'
import { openDocument } from './intake/document.ts'
import { read } from './pipeline.ts'
import { sharedResources } from './testing/resources.ts'
import type { Reading } from './types.ts'

const resources = await sharedResources()

async function readText(text: string): Promise<Reading> {
  const bytes = new TextEncoder().encode(JSON.stringify({ id: 'case', text }))
  return read(await openDocument({ bytes, origin: 'case' }), resources)
}

const REPORT =
  'The minister said on Monday that troops had shelled the village of Karim. The army denied that it had attacked the hospital.'

const statementsIn = ({ articles }: Reading) => articles.flatMap(({ statements }) => statements)
const codesOf = ({ warnings }: Reading) => warnings.map(({ code }) => code)

it.each([
  [
    'German',
    'Der Sprecher der Regierung sagte am Montag, dass die Truppen die Stadt verlassen haben. Nach Angaben der Polizei wurden drei Menschen verletzt.',
  ],
  [
    'Russian',
    'Представитель правительства сказал в понедельник, что войска покинули город. По данным полиции, ранены три человека.',
  ],
])('says that it cannot read %s, and invents no statement', async (_, text) => {
  const reading = await readText(text)
  expect(codesOf(reading)).toContain('not-english')
  expect(statementsIn(reading)).toEqual([])
})

it('finds in capitals what it finds in small letters', async () => {
  const [small, large] = [await readText(REPORT), await readText(REPORT.toUpperCase())]
  const cues = (reading: Reading) =>
    statementsIn(reading).map(({ cue }) => reading.document.text.slice(...cue[0]).toLowerCase())
  expect(cues(large)).toEqual(cues(small))
  expect(cues(large)).toEqual(['said', 'denied'])
})

it.each([
  ['no punctuation', REPORT.replace(/[.,]/g, '')],
  ['control characters', REPORT.replace(/ (?=t)/g, ' \u0007\u200b ')],
  ['mixed scripts', `Министр said that 部隊 had left مدينة حلب yesterday. ${REPORT}`],
])('reads %s, and every span points into the text', async (_, text) => {
  const reading = await readText(text)
  expect(statementsIn(reading).length).toBeGreaterThan(0)
  const spans = statementsIn(reading).flatMap(({ cue, content }) => [...cue, ...content])
  for (const [start, end] of spans) expect(text.slice(start, end).trim()).not.toBe('')
})
