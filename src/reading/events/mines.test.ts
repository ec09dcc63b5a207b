// A sentence about a mine -> the mine as what did the harm, if somebody went over it.

import { expect, it } from 'vitest'
import { eventDraft, groundsOf, type Wanted } from '../../testing/event-draft.ts'
import { readNouns } from '../../testing/read-text.ts'
import type { Span } from '../../types.ts'
import { withMines } from './mines.ts'

it.each<[text: string, parts: Wanted, instrument: string[], actor: string[], why: string]>([
  ['Two died when a lorry hit a land mine.', { actor: 'a lorry' }, ['land mine'], [], 'the lorry did nothing'],
  ['Two died when their car ran over an old mine.', {}, ['old mine'], [], 'with a word between'],
  ['Two died when a boy stepped on a mine.', {}, ['mine'], [], ''],
  ['Two died when rebels hit a gold mine.', { actor: 'rebels' }, [], ['rebels'], 'where people dig'],
  ['Two died when a lorry hit a mine owner.', {}, [], [], 'a man'],
  ['Two died when rebels with a mine hit a lorry.', { actor: 'rebels' }, [], ['rebels'], 'the lorry was hit'],
  ['Two died when a shell hit a mill.', {}, [], [], 'no mine'],
])('%s: %j (%s)', (text, parts, instrument, actor) => {
  const drafts = [eventDraft(text, 'died', parts)]
  const [found] = withMines(drafts, groundsOf(readNouns(text), drafts))
  const words = (spans: readonly Span[]) => spans.map((span) => text.slice(...span))
  expect([words(found.instrument), words(found.actor)]).toEqual([instrument, actor])
})
