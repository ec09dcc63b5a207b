// Two invented reports of one blast and one strike, with the incidents that reconciling would make of them: for tests.

import type { Account, Claim, ClaimValue, Count, EventMention, Incident, Span, Time } from '../types.ts'
import { type Made, makeReading } from './made-reading.ts'

const WIRE = `Blast at depot near Herat kills two

Mira Vostrik, a police spokeswoman, said the blast killed two people at the depot on Monday.
Drivers at the port went on strike.`

const RADIO = `Herat: four dead in depot fire

A source denied that there was a blast. Radio Meridian was told that the fire killed four people on Monday.`

const wire = makeReading(WIRE, {
  origin: 'invented/wire.txt',
  outlet: 'Northern Wire',
  said: [['Mira Vostrik', 'said', 'the blast killed two people at the depot on Monday']],
})
const radio = makeReading(RADIO, {
  origin: 'invented/radio.txt',
  outlet: 'Radio Meridian',
  said: [['A source', 'denied', 'that there was a blast']],
  named: false,
})

const at = (text: string, words: string, from = 0): Span => [
  text.indexOf(words, from),
  text.indexOf(words, from) + words.length,
]

function withEvents(
  { received, reading }: Made,
  published: string,
  events: EventMention[],
  counts: Count[],
  times: Time[],
): Made {
  const [article] = reading.articles
  const dated = {
    ...article,
    title: article.blocks[0].span,
    published: { value: published, basis: 'given' as const },
    events,
    counts,
    times,
  }
  return { received, reading: { ...reading, articles: [dated] } }
}

const event = (id: string, type: string, trigger: Span, rest: Partial<EventMention> = {}): EventMention => ({
  id,
  type,
  trigger,
  participants: [],
  counts: [],
  status: 'actual',
  statement: null,
  confidence: 0.9,
  ...rest,
})

const count = (id: string, span: Span, low: number): Count => ({
  id,
  span,
  low,
  high: low,
  approximate: false,
  of: 'people',
  fate: 'killed',
})
const monday = (id: string, span: Span): Time => ({
  id,
  span,
  type: 'date',
  value: '2024-04-29',
  start: '2024-04-29',
  end: '2024-04-29',
  precision: 'day',
  basis: 'publication',
})

export const TWO_REPORTS: readonly Made[] = [
  withEvents(
    wire,
    '2024-04-30',
    [
      event('v1', 'ASSAULT', at(WIRE, 'blast killed'), {
        mode: 'explosives',
        statement: 's1',
        counts: ['c1'],
        time: 't1',
      }),
      event('v2', 'PROTEST', at(WIRE, 'strike'), { mode: 'strike' }),
    ],
    [count('c1', at(WIRE, 'two people'), 2)],
    [monday('t1', at(WIRE, 'Monday'))],
  ),
  withEvents(
    radio,
    '2024-05-01',
    [
      event('v1', 'ASSAULT', at(RADIO, 'blast'), { status: 'denied', statement: 's1' }),
      event('v2', 'ASSAULT', at(RADIO, 'killed'), { counts: ['c1'], time: 't1' }),
    ],
    [count('c1', at(RADIO, 'four people'), 4)],
    [monday('t1', at(RADIO, 'Monday'))],
  ),
]

TWO_REPORTS[1].reading.articles[0].signals = [
  {
    code: 'unnamed-source',
    spans: [at(RADIO, 'A source')],
    why: 'The denial rests on a source without a name.',
    statement: 's1',
  },
]

const [first, second] = TWO_REPORTS.map(({ reading }) => reading.document.id)

const account = (
  document: string,
  event: string,
  origin: string,
  originKind: Account['originKind'],
  originNumber: number,
  sentence: string,
): Account => ({
  document,
  article: 1,
  event,
  events: [event],
  sentence,
  statement: originKind === 'voice' ? null : 's1',
  origin,
  originNumber,
  originKind,
  chain: [{ name: origin, role: originKind === 'voice' ? 'outlet' : 'person' }],
  basis: originKind === 'voice' ? 'own words' : 'first-hand',
  outlet: document === first ? 'Northern Wire' : 'Radio Meridian',
  published: document === first ? '2024-04-30' : '2024-05-01',
})

const HAPPENED: ClaimValue = { kind: 'status', status: 'actual' }
const MONDAY: ClaimValue = { kind: 'interval', start: '2024-04-29', end: '2024-04-29', precision: 'day' }
const killed = (count: number): ClaimValue => ({
  kind: 'number',
  low: count,
  high: count,
  approximate: false,
  group: { of: 'people' },
})
const [SAID, DENIED, BURNED] = [
  at(WIRE, 'Mira Vostrik, a police spokeswoman, said the blast killed two people at the depot on Monday.'),
  at(RADIO, 'A source denied that there was a blast.'),
  at(RADIO, 'Radio Meridian was told that the fire killed four people on Monday.'),
]

const claim = (
  account: number,
  event: string,
  value: ClaimValue,
  rest: Pick<Claim, 'text' | 'span'> & Partial<Claim>,
): Claim => ({ account, event, value, polarity: 'yes', passage: rest.span, ...rest })

export const TWO_INCIDENTS: readonly Incident[] = [
  {
    schema: 'hearsay/incident/1',
    id: 'i-1',
    type: 'ASSAULT',
    mode: 'explosives',
    time: { start: '2024-04-29', end: '2024-04-29', precision: 'day' },
    place: { name: 'Herat', lat: 34.34817, lon: 62.19967, country: 'AF', precision: 'settlement' },
    accounts: [
      account(
        first,
        'v1',
        'Mira Vostrik',
        'named',
        0,
        'Mira Vostrik, a police spokeswoman, said the blast killed two people at the depot on Monday.',
      ),
      account(second, 'v1', 'A source', 'unnamed', 1, 'A source denied that there was a blast.'),
      account(
        second,
        'v2',
        'Radio Meridian',
        'voice',
        2,
        'Radio Meridian was told that the fire killed four people on Monday.',
      ),
    ],
    aspects: [
      {
        name: 'status',
        claims: [
          claim(0, 'v1', HAPPENED, { text: 'actual', span: at(WIRE, 'blast killed'), passage: SAID }),
          claim(1, 'v1', HAPPENED, { text: 'denied', polarity: 'no', span: at(RADIO, 'blast'), passage: DENIED }),
          claim(2, 'v2', HAPPENED, { text: 'actual', span: at(RADIO, 'killed'), passage: BURNED }),
        ],
        disputes: [{ claims: [0, 1], why: 'Mira Vostrik: actual; A source: denied' }],
        values: [
          { value: 'actual', accounts: [0, 2], grounds: [] },
          { value: 'denied', accounts: [1], grounds: [{ account: 1, span: at(RADIO, 'blast') }] },
        ],
        state: 'disputed',
        why: 'Two accounts say that it happened, one denies it.',
      },
      {
        name: 'count:killed',
        claims: [
          claim(0, 'v1', killed(2), { text: 'two people', span: at(WIRE, 'two people'), passage: SAID }),
          claim(2, 'v2', killed(4), { text: 'four people', span: at(RADIO, 'four people'), passage: BURNED }),
        ],
        disputes: [{ claims: [0, 1], why: 'Mira Vostrik: two people; Radio Meridian: four people' }],
        values: [
          { value: '2', low: 2, high: 2, accounts: [0], grounds: [{ account: 0, span: at(WIRE, 'two people') }] },
          { value: '4', low: 4, high: 4, accounts: [2], grounds: [{ account: 2, span: at(RADIO, 'four people') }] },
        ],
        state: 'disputed',
        why: '2 and 4 have nothing in common.',
      },
      {
        name: 'time',
        claims: [
          claim(0, 'v1', MONDAY, { text: '2024-04-29', span: at(WIRE, 'Monday'), passage: SAID }),
          claim(2, 'v2', MONDAY, { text: '2024-04-29', span: at(RADIO, 'Monday'), passage: BURNED }),
        ],
        disputes: [],
        values: [{ value: '2024-04-29', accounts: [0, 2], grounds: [{ account: 0, span: at(WIRE, 'Monday') }] }],
        state: 'agreed',
        why: 'Both give the same day.',
      },
    ],
    unsure: [
      {
        question: 'actor',
        account: 1,
        event: 'v1',
        text: 'A source',
        span: at(RADIO, 'A source'),
        why: 'further down in the report',
      },
      {
        question: 'recipient',
        account: 0,
        event: 'v1',
        text: 'the depot',
        span: at(WIRE, 'the depot'),
        why: 'the program is not sure that it is an event',
      },
    ],
    origins: 3,
    credibility: { grade: '3', words: 'possibly true', why: ['Three origins tell of it.', 'One of them denies it.'] },
    confidence: 0.9,
  },
  {
    schema: 'hearsay/incident/1',
    id: 'i-2',
    type: 'PROTEST',
    mode: 'strike',
    time: null,
    place: { name: 'Afghanistan', lat: 33, lon: 66, country: 'AF', precision: 'country' },
    accounts: [
      account(first, 'v2', 'Northern Wire', 'voice', 0, 'Drivers at the port went on strike.'),
      account(second, 'v2', 'Radio Meridian', 'voice', 0, 'Drivers at the port went on strike.'),
    ],
    aspects: [
      {
        name: 'status',
        claims: [0, 1].map((one) => claim(one, 'v2', HAPPENED, { text: 'actual', span: at(WIRE, 'strike') })),
        disputes: [],
        values: [{ value: 'actual', accounts: [0, 1], grounds: [] }],
        state: 'single',
        why: 'Only one origin tells of it.',
      },
    ],
    origins: 1,
    credibility: { grade: '4', words: 'doubtful', why: ['One origin alone tells of it.'] },
    confidence: 0.9,
  },
]
