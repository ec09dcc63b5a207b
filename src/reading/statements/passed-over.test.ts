import { expect, it } from 'vitest'
import type { Source, Span, Statement } from '../../types.ts'
import { passedOver } from './passed-over.ts'

const TEXT =
  'The agency said that three were hurt. Two are missing, it said, and one was found. It rained, said nobody. On Monday, it was reported that it snowed.'

const spanOf = (words: string, from = 0): Span => [TEXT.indexOf(words, from), TEXT.indexOf(words, from) + words.length]
const statement = (cue: Span, source: Source | null): Statement => ({
  id: `s${cue[0]}`,
  source,
  cue: [cue],
  content: [],
  manner: 'indirect',
  stance: 'asserts',
})
const AGENCY: Source = { spans: [spanOf('The agency')], entity: 'e1', kind: 'organisation', named: true }
const SAID = statement(spanOf('said'), AGENCY)
const AGAIN = statement(spanOf('said', 40), null)

it('is who spoke last, by the pronoun', () => {
  expect(passedOver(AGAIN, [SAID, AGAIN], TEXT)).toEqual({
    ...AGENCY,
    spans: [spanOf('it said').map((at, i) => at - i * 5)],
  })
})

it('has the name of who spoke last where no entity has it', () => {
  const { entity: _, ...nobody } = AGENCY
  expect(passedOver(AGAIN, [statement(spanOf('said'), nobody), AGAIN], TEXT)?.name).toBe('The agency')
})

it.each<[cue: Span, before: Statement[], why: string]>([
  [spanOf('said', 40), [], 'nobody spoke before'],
  [spanOf('said', 90), [SAID], 'no pronoun stands before the cue'],
  [spanOf('rained'), [SAID], 'a sentence of its own'],
  [spanOf('was reported'), [SAID], 'the cue goes on: “it” is nobody'],
])('finds nobody before %j (%#: %s)', (cue, before) =>
  expect(passedOver(statement(cue, null), [...before], TEXT)).toBeNull(),
)
