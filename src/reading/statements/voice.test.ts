import { expect, it } from 'vitest'
import { findDateline } from '../../layout/dateline.ts'
import { NAME_LEXICON } from '../../testing/name-lexicon.ts'
import type { Article } from '../../types.ts'
import { voiceOf } from './voice.ts'

function voice(outlet: string | undefined, text: string) {
  const dateline = findDateline(text, [0, text.length])?.dateline
  const article: Pick<Article, 'outlet' | 'dateline' | 'bylines' | 'blocks'> = {
    ...(outlet === undefined ? {} : { outlet }),
    ...(dateline ? { dateline } : {}),
    blocks: [{ kind: 'paragraph', span: [0, text.length] }],
  }
  const { wires = [], firsthand = [] } = voiceOf(article, text, NAME_LEXICON)
  return { wires: wires.map(({ name }) => name), own: firsthand.map((span) => text.slice(...span)) }
}

it.each<[outlet: string | undefined, text: string, wires: string[], own: string[], why: string]>([
  [
    'Harbour Wire',
    'GAO, Mali (Harbour Wire) - A mine exploded.',
    [],
    ['GAO, Mali (Harbour Wire) -'],
    'its own dateline',
  ],
  ['Dol Post', 'GAO, Mali (AFP) — A mine exploded.', ['AFP'], [], 'an agency’s dateline'],
  ['Dol Post', 'GAO, Mali — A mine exploded.', [], ['GAO, Mali —'], 'a correspondent of its own'],
  ['Dol Post', 'A mine exploded, police said. (Harbour Wire)', ['Harbour Wire'], [], 'credited at the end'],
  [
    'Dol Post',
    'A mine exploded, police said. (Harbour Wire, Post)',
    ['Harbour Wire'],
    [],
    'a credit to an agency and itself',
  ],
  ['Dol Post', 'A mine exploded near the town (Gao)', [], [], 'brackets around a place'],
  ['Dol Post', 'A mine exploded, a driver told this newspaper.', [], ['told this newspaper'], 'its own interview'],
  ['Dol Post', 'A mine exploded, a driver told the Post.', [], ['told the Post'], 'the same, by name'],
  ['Dol Post', 'Our reporter in the town saw two craters.', [], ['Our reporter in the town saw'], 'it saw itself'],
  ['Dol Post', 'A reporter of this website was arrested.', [], [], 'what happened to a reporter'],
  ['Dol Post', 'A mine exploded, a driver told Harbour Wire.', [], [], 'another’s interview'],
  ['Dol Post', 'A mine exploded.', [], [], 'nothing said'],
])('%s | %s: from %j, itself %j (%s)', (outlet, text, wires, own) =>
  expect(voice(outlet, text)).toEqual({ wires, own }),
)
