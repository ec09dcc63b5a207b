import { expect, it } from 'vitest'
import type { Entity, Span } from '../../types.ts'
import { indexSpans } from '../spans.ts'
import { isMedium, relaysOf } from './relay.ts'

const ROWS: [text: string, source: string, cue: string, content: string, relayed: boolean, why: string][] = [
  ['Benko told Dol Radio that it rained.', 'Benko', 'told', 'that it rained', true, 'told'],
  ['It rained, Benko told the Dol Radio.', 'Benko', 'told', 'It rained', true, 'behind the cue'],
  [
    'The firm said in a statement received by Dol Radio that it rained.',
    'The firm',
    'said',
    'that it rained',
    true,
    'sent',
  ],
  [
    'A witness speaking to Dol Radio said it rained.',
    'A witness speaking to Dol Radio',
    'said',
    'it rained',
    true,
    'spoken to',
  ],
  ['Benko said on state-run Dol Radio that it rained.', 'Benko', 'said', 'that it rained', true, 'on the air'],
  ['Benko was quoted by Dol Radio as saying it rained.', 'Benko', 'saying', 'it rained', true, 'quoted'],
  ['Dol Radio said that it rained.', 'Dol Radio', 'said', 'that it rained', false, 'its own word'],
  ['Benko said that Dol Radio had burned.', 'Benko', 'said', 'that Dol Radio had burned', false, 'what is said'],
  ['Benko, who owns Dol Radio, said it rained.', 'Benko', 'said', 'it rained', false, 'named for something else'],
]

it.each(ROWS)('%s (%s, %s, %s): %s (%s)', (text, source, cue, content, relayed) => {
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length]
  const medium = spanOf('Dol Radio')
  const entity: Entity = { id: 'e1', type: 'outlet', name: 'Dol Radio', mentions: [{ span: medium, kind: 'name' }] }
  const { touching } = indexSpans([[medium, { span: medium, entity }]])
  const found = relaysOf(
    { source: [spanOf(source)], cue: [spanOf(cue)], content: [spanOf(content)] },
    [0, text.length],
    text,
    touching,
  )
  expect(found).toEqual(relayed ? ['e1'] : [])
})

it.each<[text: string, type: Entity['type'], medium: boolean, why: string]>([
  ['Dol Post', 'outlet', true, 'an outlet'],
  ['the Dol news agency', 'organisation', true, 'by its kind'],
  ['the Dol refugee agency', 'organisation', false, 'another agency'],
  ['the press', 'outlet', false, 'no medium of a name'],
])('%s, %s: %s (%s)', (text, type, medium) =>
  expect(isMedium({ id: 'e1', type, name: text, mentions: [{ span: [0, text.length], kind: 'name' }] }, text)).toBe(
    medium,
  ),
)
