import { expect, it } from 'vitest'
import type { ArticleText, Entity, EventMention, Span } from '../../types.ts'
import { withPlaceFromElsewhere } from './elsewhere.ts'

// A title, a dateline with the first sentence behind it, and two more sentences.
const blocks: ArticleText['blocks'] = [
  { kind: 'title', span: [0, 10] },
  { kind: 'paragraph', span: [10, 60] },
]
const sentences = [
  [0, 10],
  [20, 30],
  [30, 40],
  [40, 50],
].map(([from, to], index) => ({ span: [from, to] as Span, block: index === 0 ? 0 : 1, tokens: [] }))
const entities = new Map<string, Entity>(
  ['karim', 'dol'].map((id) => [
    id,
    {
      id,
      type: 'place',
      name: id,
      mentions: id === 'dol' ? [{ span: [11, 14], kind: 'name' }] : [],
      place: { lat: 1, lon: 2, precision: 'settlement', confidence: 1 },
    },
  ]),
)
const event = (sentence: number, more: Partial<EventMention> = {}): EventMention => ({
  id: `v${sentence}`,
  type: 'ASSAULT',
  trigger: sentences[sentence].span,
  sentence,
  participants: [],
  counts: [],
  status: 'actual',
  statement: null,
  confidence: 1,
  ...more,
})
const DATELINE = { place: 'DOL', span: [10, 18] as Span }

it.each<[events: EventMention[], dateline: typeof DATELINE | undefined, expected: [string?, string?], why: string]>([
  [[event(1, { place: 'karim' })], DATELINE, ['karim', 'sentence'], 'its own'],
  [[event(1)], DATELINE, ['dol', 'dateline'], 'the first sentence behind the dateline'],
  [[event(2)], DATELINE, [undefined, undefined], 'a later one'],
  [[event(1)], undefined, [undefined, undefined], 'no dateline'],
  [[event(1, { type: 'CONSULT' })], DATELINE, [undefined, undefined], 'talks are held anywhere'],
  [[event(1, { status: 'planned' })], DATELINE, [undefined, undefined], 'a plan'],
  [[event(2), event(0, { place: 'karim' })], DATELINE, ['karim', 'headline'], 'the headline before the dateline'],
  [[event(3), event(0, { place: 'karim' })], DATELINE, [undefined, undefined], 'too far down'],
  [
    [event(1), event(0, { place: 'karim', type: 'PROTEST' })],
    undefined,
    [undefined, undefined],
    'the headline is about another kind',
  ],
  [[event(3), event(3, { place: 'karim' })], DATELINE, ['karim', 'sentence'], 'its neighbour has one'],
  [
    [event(3), event(3, { place: 'karim' }), event(3, { place: 'dol' })],
    DATELINE,
    [undefined, undefined],
    'its neighbours differ',
  ],
])('%#: %s', (events, dateline, expected) => {
  const [{ place, placeBasis }] = withPlaceFromElsewhere(
    events,
    entities,
    { text: '', sentences, blocks },
    { title: [0, 10], dateline },
  )
  expect([place, placeBasis]).toEqual(expected)
})

it.each<[events: EventMention[], time: string | undefined, why: string]>([
  [[event(3, { place: 'karim' }), event(3, { place: 'karim', time: 't1' })], 't1', 'one place, one day'],
  [[event(3, { place: 'karim' }), event(3, { place: 'dol', time: 't1' })], undefined, 'another place'],
  [[event(3, { place: 'karim' }), event(2, { place: 'karim', time: 't1' })], undefined, 'another sentence'],
  [
    [event(3, { place: 'karim' }), event(3, { place: 'karim', time: 't1' }), event(3, { place: 'karim', time: 't2' })],
    undefined,
    'two days',
  ],
])('%#: day %s (%s)', (events, time) => {
  expect(withPlaceFromElsewhere(events, entities, { text: '', sentences, blocks }, { title: [0, 10] })[0].time).toBe(
    time,
  )
})

it.each<[text: string, place: string | undefined, why: string]>([
  ['The bishop of Karim spoke. Men |shot| two boys there.', 'Karim', 'the place named last'],
  ['The bishop of Karim said men had |shot| two boys there.', 'Karim', 'in its own sentence'],
  ['Men |shot| two boys. The bishop of Karim went there.', undefined, 'named only afterwards'],
  ['The bishop of Karim spoke. Men |shot| two boys and there was panic.', undefined, 'no place is meant'],
  ['The bishop of Karim spoke. Men |shot| two boys.', undefined, 'no word of where'],
])('%s: %s (%s)', (marked, expected) => {
  const [before, trigger, after] = marked.split('|')
  const text = before + trigger + after
  const at = text.indexOf('Karim')
  const stop = text.indexOf('. ') + 1
  const spans: Span[] =
    stop > 0
      ? [
          [0, stop],
          [stop, text.length],
        ]
      : [[0, text.length]]
  const own = spans.findIndex(([, to]) => before.length < to)
  const karim: Entity = {
    id: 'Karim',
    type: 'place',
    name: 'Karim',
    mentions: [{ span: [at, at + 5], kind: 'name' }],
    place: { lat: 1, lon: 2, precision: 'settlement', confidence: 1 },
  }
  const shot = { ...event(1), sentence: own, trigger: [before.length, before.length + trigger.length] as Span }
  const [found] = withPlaceFromElsewhere(
    [shot],
    new Map([['Karim', karim]]),
    {
      text,
      sentences: spans.map((span) => ({ span, block: 0, tokens: [] })),
      blocks: [{ kind: 'paragraph', span: [0, text.length] }],
    },
    {},
  )
  expect(found.place).toBe(expected)
})
