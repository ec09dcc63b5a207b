import { expect, it } from 'vitest'
import type { Entity, EventMention, Span, Statement } from '../../types.ts'
import { withDenials } from './denial.ts'

const REPORT = 'Petrova said that troops shelled the mill. '

/** Petrova's report of a shelling, and a denial by the army: which event the denying one names. */
function denied(
  denial: string,
  { content, status = 'actual', again = false }: { content: string; status?: EventMention['status']; again?: boolean },
) {
  const text = REPORT + denial
  const spanOf = (words: string, from = 0): Span => [
    text.indexOf(words, from),
    text.indexOf(words, from) + words.length,
  ]
  const source = (entity: string, words: string): Statement['source'] => ({
    spans: [spanOf(words)],
    entity,
    kind: 'person',
    named: true,
  })
  const verb = /\b(?:rejected|denied|debunked)\b/.exec(denial)?.[0] ?? ''
  const statement = { manner: 'indirect' as const }
  const statements: Statement[] = [
    {
      ...statement,
      id: 's1',
      source: source('e1', 'Petrova'),
      cue: [spanOf('said')],
      content: [spanOf('that troops shelled the mill')],
      stance: 'asserts',
    },
    {
      ...statement,
      id: 's2',
      source: source('e2', 'The army'),
      cue: [spanOf(verb)],
      content: [spanOf(content, REPORT.length)],
      stance: 'denies',
    },
  ]
  const event = (id: string, type: string, trigger: Span, more: Partial<EventMention>): EventMention => ({
    id,
    type,
    trigger,
    participants: [],
    counts: [],
    status: 'actual',
    statement: null,
    confidence: 0.9,
    ...more,
  })
  const events = [
    event('v1', 'ASSAULT', spanOf('shelled'), { statement: 's1', status }),
    event('v2', 'REJECT', spanOf(verb), {}),
    ...(again ? [event('v3', 'ASSAULT', spanOf(content, REPORT.length), { statement: 's2', status: 'denied' })] : []),
  ]
  const mentions = [...text.matchAll(/Petrova/g)].map(({ index }) => ({
    span: [index, index + 7] satisfies Span,
    kind: 'name' as const,
  }))
  const entities: Entity[] = [{ id: 'e1', type: 'person', name: 'Petrova', mentions }]
  return withDenials(events, statements, entities, { text, sentences: [] })[1].denies
}

const FOUND = { event: 'v1', statement: 's2' }

it.each<[denial: string, given: Parameters<typeof denied>[1], found: typeof FOUND | undefined, why: string]>([
  ['The army rejected the accusation.', { content: 'the accusation' }, FOUND, 'what was said last'],
  [
    'The army debunked the words of Petrova.',
    { content: 'the words of Petrova' },
    FOUND,
    'what the one named has said',
  ],
  ['The army rejected the budget.', { content: 'the budget' }, undefined, 'nothing that anybody claims'],
  [
    'The army denied having shelled it.',
    { content: 'having shelled it', again: true },
    undefined,
    'it is said again: an event of its own',
  ],
  [
    'The army rejected the claim.',
    { content: 'the claim', status: 'possible' },
    undefined,
    'nothing was said to be so',
  ],
])('%s %j: %j (%s)', (denial, given, found) => expect(denied(denial, given)).toEqual(found))

it.each<[text: string, status: EventMention['status'], altogether: true | undefined, why: string]>([
  ['The rebels denied that anyone had been taken.', 'denied', true, 'nobody was'],
  ['The rebels deny that there was an attack.', 'denied', true, 'there was none'],
  ['The rebels denied that they had taken anyone.', 'denied', undefined, 'others may have'],
  ['The rebels denied the attack.', 'denied', undefined, 'others may have done it'],
  ['The rebels denied that women had been taken.', 'denied', true, 'nobody is named who did it'],
  ['The rebels denied that women had been taken by their men.', 'denied', undefined, 'others may have'],
  [
    'The rebels denied that anyone had been taken after the attack.',
    'actual',
    undefined,
    'another event of the sentence',
  ],
])('%s, %s: %s (%s)', (text, status, altogether) => {
  const event: EventMention = {
    id: 'v1',
    type: 'ASSAULT',
    trigger: text.includes('taken') ? [text.indexOf('taken'), text.indexOf('taken') + 5] : [4, 5],
    sentence: 0,
    participants: [],
    counts: [],
    status,
    statement: null,
    confidence: 1,
  }
  const sentences = [{ span: [0, text.length] satisfies Span, block: 0, tokens: [] }]
  expect(withDenials([event], [], [], { text, sentences })[0].deniedAltogether).toBe(altogether)
})

it.each<[text: string, type: string, status: EventMention['status'], blame: true | undefined, why: string]>([
  ['The rebels denied responsibility for the attack.', 'ASSAULT', 'denied', true, 'the attack is granted'],
  ['The army said it had nothing to do with the attack.', 'ASSAULT', 'denied', true, ''],
  ['The army said it was not involved in the attack.', 'ASSAULT', 'denied', true, ''],
  ['The rebels denied the attack.', 'ASSAULT', 'denied', undefined, 'the attack itself, as far as the words say'],
  ['There was no part of the town that had not been shelled.', 'ASSAULT', 'denied', undefined, 'no part in anything'],
  ['Police had denied permission for the march.', 'PROTEST', 'planned', undefined, 'the march was wanted'],
  ['The court refused the marchers a permit.', 'PROTEST', 'planned', undefined, ''],
  ['The army refused access to the convoy.', 'REJECT', 'denied', undefined, 'the refusal itself'],
])('%s, %s: %s, blame %s (%s)', (text, type, status, blame) => {
  const event: EventMention = {
    id: 'v1',
    type,
    trigger: [4, 5],
    sentence: 0,
    participants: [],
    counts: [],
    status: 'denied',
    statement: null,
    confidence: 1,
  }
  const sentences = [{ span: [0, text.length] satisfies Span, block: 0, tokens: [] }]
  const [found] = withDenials([event], [], [], { text, sentences })
  expect(found.status).toBe(status)
  expect(found.deniesBlame).toBe(blame)
})

it.each<[text: string, trigger: string, status: EventMention['status'], blame: true | undefined, why: string]>([
  ['The ministry made no mention of the attack.', 'attack', 'actual', undefined, 'nothing is told of it'],
  ['The agency did not give a toll for the attack.', 'attack', 'actual', undefined, ''],
  ['He declined to say who had planted it.', 'planted', 'actual', undefined, ''],
  ['The army did not shell the town.', 'shell', 'denied', undefined, 'it is told, and denied'],
  ['He did not say much. The town was not shelled.', 'shelled', 'denied', undefined, 'another sentence'],
  ['The army denied using gas.', 'using', 'denied', true, 'what it did itself'],
  ['The army denied ever having shelled the town.', 'shelled', 'denied', true, ''],
  ['The rebels denied having anything to do with the raid.', 'raid', 'denied', true, ''],
  [
    'The army denied that the town was shelled.',
    'shelled',
    'denied',
    undefined,
    'the shelling, as far as the words say',
  ],
])('%s (%s): %s, blame %s (%s)', (text, words, status, blame) => {
  const from = text.indexOf(words)
  const event: EventMention = {
    id: 'v1',
    type: 'ASSAULT',
    trigger: [from, from + words.length],
    sentence: text.indexOf('. ') > 0 ? 1 : 0,
    participants: [],
    counts: [],
    status: 'denied',
    statement: null,
    confidence: 1,
  }
  const cut = text.indexOf('. ') + 1
  const sentences = (
    cut > 0
      ? [
          [0, cut],
          [cut + 1, text.length],
        ]
      : [[0, text.length]]
  ).map(([start, end]) => ({
    span: [start, end] satisfies Span,
    block: 0,
    tokens: [],
  }))
  const [found] = withDenials([event], [], [], { text, sentences })
  expect(found.status).toBe(status)
  expect(found.deniesBlame).toBe(blame)
})
