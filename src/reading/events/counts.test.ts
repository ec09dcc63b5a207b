// The draft of an event in its sentence -> its counts: none where somebody had only lived through it.

import { expect, it } from 'vitest'
import { eventDraft } from '../../testing/event-draft.ts'
import { readNouns } from '../../testing/read-text.ts'
import type { Count } from '../../types.ts'
import { indexBySpan } from '../spans.ts'
import { countsOf } from './counts.ts'

const judge: Count = { id: 'c1', span: [0, 7], low: 1, high: 1, approximate: false, of: 'judge', fate: 'killed' }

it.each<[text: string, trigger: string, counted: number, why: string]>([
  ['A judge who had survived a bombing was killed.', 'bombing', 0, 'he lived'],
  ['A judge who had escaped an earlier raid was killed.', 'raid', 0, 'he lived'],
  ['A judge who had survived a bombing was killed.', 'killed', 1, 'he was killed later'],
  ['A judge was killed in a bombing.', 'bombing', 1, 'he did not'],
])('%s "%s": %s (%s)', (text, trigger, counted) => {
  const [sentence] = readNouns(text).sentences
  const draft = eventDraft(text, trigger, { recipient: 'A judge' })
  const before = text.slice(0, draft.trigger[0])
  expect(countsOf(draft, trigger, sentence, indexBySpan([judge]), before)).toHaveLength(counted)
})
