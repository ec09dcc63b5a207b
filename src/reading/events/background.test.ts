import { expect, it } from 'vitest'
import type { EventMention, Span } from '../../types.ts'
import { isBackground, withBackground } from './background.ts'

/** `<...>` marks the event, `{...}` others. */
it.each<[marked: string, background: boolean, why: string]>([
  ['The rebels regularly <bomb> the town.', true, 'again and again'],
  ['The town has often been <attacked>.', true, ''],
  ['He had previously <targeted> the governor.', true, ''],
  ['The group has carried out several <bombings> there in the past.', true, ''],
  ['He <shot> him repeatedly.', false, 'one event'],
  ['Two men died in the past 24 hours of <shelling>.', false, 'the last day'],
  ['The group said nothing of previous <attacks>.', true, 'others'],
  ['Gunmen fled after an earlier <attack>.', false, 'one other event'],
  ['Rebels <control> the valley.', true, 'how things stand'],
  ['Rebels <controlled> the valley after capturing the bridge.', false, 'the capture'],
  ['Hundreds have been <killed> since the war began.', true, 'a sum'],
  ['Hundreds have been <killed> since 2011.', true, ''],
  ['Eleven have been <killed> since Monday.', false, 'days'],
  ['It was the deadliest <attack> since the war began.', false, 'the event itself'],
  ['Over the past two years the army has <captured> the valley.', true, ''],
  ['In recent months jets have <struck> the valley.', true, ''],
  ['At least 200 soldiers have been <killed> this year.', true, ''],
  ['The war has <killed> 300,000 people.', true, ''],
  ['Raids have <killed> 60 this year.', true, ''],
  ["This year's <attack> killed two.", false, 'the one of the year'],
  ['Since then 4,000 have been <killed> there.', true, ''],
  ['In May alone, 64 soldiers were <killed>.', true, 'a month by itself'],
  ['The roads saw 500 <crashes> between May and July.', true, 'a stretch of months'],
  ['The <blasts> took place over a two-month period.', true, ''],
  ['The <blast> took place over a shop.', false, 'no time'],
  ['The war in Alia has <displaced> thousands.', true, ''],
  ['The militia has been the main force <fighting> the rebels.', true, 'what it is'],
  ['They are backed by <air strikes> of a coalition.', true, ''],
  ['Months of <clashes> have emptied the town.', true, ''],
  ['A bomb <killed> five, and jets regularly {bomb} the town.', false, 'the other clause'],
  ['A bomb {killed} five, and jets regularly <bomb> the town.', true, ''],
])('%s: %s (%s)', (marked, background) => {
  const text = marked.replace(/[<>{}]/g, '')
  const spans = [...marked.matchAll(/[<{]([^>}]+)[>}]/g)].map((match, nth): [Span, boolean] => [
    [match.index - 2 * nth, match.index - 2 * nth + match[1].length],
    match[0].startsWith('<'),
  ])
  const own = spans.find(([, isOwn]) => isOwn)?.[0] as Span
  const triggers = spans.map(([span]) => span)
  expect(isBackground(text, own, [0, text.length], triggers)).toBe(background)
})

const TEXT = 'Shot. Hit. The war has killed many and displaced more, but on Monday nobody was hurt.'
const event = (id: string, word: string, sentence: number, time?: string): EventMention => ({
  id,
  type: 'ASSAULT',
  trigger: [TEXT.indexOf(word), TEXT.indexOf(word) + word.length],
  sentence,
  ...(time ? { time } : {}),
  participants: [],
  counts: [],
  status: 'actual',
  statement: null,
  confidence: 0.9,
})
const article = {
  text: TEXT,
  sentences: (
    [
      [0, 5],
      [6, 10],
      [11, TEXT.length],
    ] as Span[]
  ).map((span) => ({ span, block: 0, tokens: [] })),
  blocks: [{ kind: 'paragraph' as const, span: [0, TEXT.length] as Span }],
}

it('takes along what is not dated in the same sentence, and hangs on the news', () => {
  const events = [
    event('v1', 'Shot', 0),
    event('v2', 'killed', 2),
    event('v3', 'displaced', 2),
    event('v4', 'hurt', 2, 't1'),
    event('v5', 'war', 2),
  ]
  const follows = withBackground(events, article).map((one) => one.follows?.event)
  expect(follows).toEqual([undefined, 'v1', 'v1', undefined, 'v1'])
})

it('leaves alone the news, and an article of nothing else', () => {
  const first = [event('v1', 'Shot', 0), { ...event('v2', 'killed', 1), trigger: [6, 9] as Span }]
  expect(withBackground(first, article).every(({ follows }) => !follows)).toBe(true)
  const alone = [event('v1', 'killed', 2)]
  expect(withBackground(alone, article)[0].follows).toBe(undefined)
  const talks = { ...event('v1', 'Shot', 0), type: 'CONSULT' }
  expect(withBackground([talks, event('v2', 'killed', 2)], article)[1].follows?.event).toBe('v1')
})

it.each<[text: string, trigger: string, time: string | undefined, background: boolean, why: string]>([
  ['During his rule some 3,000 were killed.', 'killed', undefined, true, 'a sum of years'],
  ['His 17-year regime killed some 3,000.', 'killed', undefined, true, 'the same'],
  ['A man was arrested over deaths during his rule.', 'arrested', 't1', false, 'it has a day of its own'],
  ['Two were killed under a bridge.', 'killed', undefined, false, 'no ruler'],
])('%s "%s": %s', (text, trigger, time, background) => {
  const filler = 'Talks began. Talks went on. Rebels shot a clerk. '
  const whole = filler + text
  const spanOf = (words: string): Span => [whole.indexOf(words), whole.indexOf(words) + words.length]
  const ends = ['Talks began.', 'Talks went on.', 'Rebels shot a clerk.', text].map((words) => ({
    span: spanOf(words),
    block: 0,
  }))
  const of = (id: string, words: string, sentence: number, more: Partial<EventMention> = {}): EventMention => ({
    id,
    type: 'ASSAULT',
    trigger: spanOf(words),
    sentence,
    participants: [],
    counts: [],
    status: 'actual',
    statement: null,
    confidence: 1,
    ...more,
  })
  const events = [of('v1', 'shot', 2), of('v2', trigger, 3, time === undefined ? {} : { time })]
  const [, found] = withBackground(events, {
    text: whole,
    sentences: ends.map((one) => ({ ...one, tokens: [] })),
    blocks: [{ kind: 'paragraph', span: [0, whole.length] }],
  })
  expect(found.follows?.what === 'background').toBe(background)
})
