import { expect, it } from 'vitest'
import type { Count, EventMention, Span, Statement } from '../../types.ts'
import { withoutCountsOfOthers } from './counts-of-others.ts'

const statement = (id: string, entity: string, content: Span[], within?: string): Statement => ({
  id,
  source: { spans: [[0, 1]], entity, kind: 'person', named: true },
  cue: [],
  content,
  manner: 'indirect',
  stance: 'asserts',
  ...(within === undefined ? {} : { within }),
})
const SIX: Count = { id: 'six', span: [10, 20], low: 6, high: 6, approximate: false, of: 'people' }
const TWENTY: Count = { id: 'twenty', span: [60, 70], low: 20, high: 20, approximate: false, of: 'people' }
const event = (trigger: Span, told: string | null): EventMention => ({
  id: 'v1',
  type: 'ASSAULT',
  trigger,
  participants: [],
  counts: ['six', 'twenty'],
  status: 'actual',
  statement: told,
  confidence: 1,
})
const counts = new Map([SIX, TWENTY].map((count) => [count.id, count]))

it.each<[statements: Statement[], trigger: Span, told: string | null, kept: string[], why: string]>([
  [
    [statement('s1', 'mayor', [[5, 80]]), statement('s2', 'nurse', [[50, 80]], 's1')],
    [30, 36],
    's1',
    ['six'],
    'the nurse’s words stand within the mayor’s',
  ],
  [
    [statement('s1', 'mayor', [[5, 40]]), statement('s2', 'nurse', [[50, 80]])],
    [30, 36],
    's1',
    ['six'],
    'or beside them',
  ],
  [
    [statement('s1', 'mayor', [[5, 80]]), statement('s2', 'nurse', [[5, 80]], 's1')],
    [30, 36],
    's1',
    ['six', 'twenty'],
    'the nurse tells of the attack, too',
  ],
  [
    [statement('s1', 'mayor', [[5, 40]]), statement('s2', 'mayor', [[50, 80]])],
    [30, 36],
    's1',
    ['six', 'twenty'],
    'the same mayor',
  ],
  [
    [statement('s2', 'nurse', [[50, 80]])],
    [30, 36],
    null,
    ['six', 'twenty'],
    'the report repeats its sources in its own voice',
  ],
])('%#: %j', (statements, trigger, told, kept) =>
  expect(withoutCountsOfOthers([event(trigger, told)], counts, statements)[0].counts).toEqual(kept),
)
