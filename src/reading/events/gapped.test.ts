import { expect, it } from 'vitest'
import { eventDraft } from '../../testing/event-draft.ts'
import { readParagraph } from '../../testing/read-text.ts'
import type { Entity, Span } from '../../types.ts'
import { indexBySpan, indexSpans } from '../spans.ts'
import { findTimes } from '../times/times.ts'
import { withGapped } from './gapped.ts'
import type { Mention } from './parties.ts'

const point = { lat: 1, lon: 2, precision: 'settlement' as const, confidence: 1 }

it.each<[text: string, expected: string[], why: string]>([
  ['Three were |killed| in Karim on Monday and five in Dol.', ['five @ Dol Monday'], 'the day of both'],
  [
    'They |killed| a clerk in Karim on Monday and a nurse in Dol on Tuesday.',
    ['a nurse @ Dol Tuesday'],
    'a day of its own',
  ],
  ['Four were |killed| in Karim, one in Dol and two in Lun.', ['one @ Dol', 'two @ Lun'], 'a list of places'],
  [
    'They |arrested| 40 in Karim and at least 12 more near Dol, he said.',
    ['at least 12 more @ Dol'],
    'a bounded number',
  ],
  ['Two were |killed| in Karim and three in Dol were taken away.', [], 'another verb'],
  ['They |killed| three guards and a clerk in Karim.', [], 'one place'],
  ['Two were |killed| in Karim and in Dol.', [], 'nobody is counted'],
  ['Two were |killed| in Karim and five in hospital.', [], 'no name'],
])('%s: %j (%s)', async (marked, expected) => {
  const [before, trigger, after] = marked.split('|')
  const text = before + trigger + after
  const article = await readParagraph(text)
  const named = ['Karim', 'Dol', 'Lun'].filter((name) => text.includes(name))
  const mentions = named.map((name): readonly [Span, Mention] => {
    const span: Span = [text.indexOf(name), text.indexOf(name) + name.length]
    const entity: Entity = { id: name, type: 'place', name, mentions: [{ span, kind: 'name' }], place: point }
    return [span, { entity, span, kind: 'name' }]
  })
  const times = findTimes(article, { value: '2014-05-20', basis: 'given' }, 'a1')
  const draft = {
    ...eventDraft(text, trigger),
    trigger: [before.length, before.length + trigger.length] as Span,
    time: times.slice(0, 1).map(({ span }) => span),
  }
  const grounds = { text, mentions: indexSpans(mentions), times: indexBySpan(times) }
  const [, ...found] = withGapped([draft], indexBySpan(article.sentences), grounds)
  const words = (spans: readonly Span[]) => spans.map((span) => text.slice(...span)).join('')
  expect(found.map((event) => `${words([event.trigger])} @ ${words(event.place)} ${words(event.time)}`.trim())).toEqual(
    expected,
  )
})
