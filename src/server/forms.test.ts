import { expect, test } from 'vitest'
import { countedReading, wordsAt } from '../testing/counted-reading.ts'
import { serve } from '../testing/served.ts'
import type { Span } from '../types.ts'
import type { ArticleAnswer, SearchAnswer } from './answers.ts'
import type { MadeAnswer, ReviewAnswer } from './review-answers.ts'

const READING = countedReading()
const DOL = {
  received: { bytes: new TextEncoder().encode(READING.document.text), origin: 'dol.txt' },
  reading: READING,
}
const on = { document: READING.document.sha256, article: 1 }
const at = (words: string): Span => wordsAt(READING, words)

const get = async <Answer>(url: string, path: string): Promise<Answer> =>
  JSON.parse(await (await fetch(`${url}api/${path}`)).text())
const send = (url: string, body: object, path = 'decisions') =>
  fetch(`${url}api/review/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
const decide = async (url: string, body: object): Promise<MadeAnswer> => {
  const response = await send(url, body)
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return JSON.parse(text)
}
const article = async (url: string) => (await get<ArticleAnswer>(url, `articles/${on.document}/1`)).article

const NUMBER = { low: 14, high: 15, approximate: true, of: 'traders', fate: 'killed', side: 'civilians' }

test('a number is corrected with its bounds, whom it counts and whose toll it is; the log says what it was, and an undo brings it back', async () => {
  const { url } = await serve([DOL])
  const [seen] = (await article(url)).counts
  const to = { ...NUMBER, span: at('12 traders'), events: ['a1.v2'] }
  const { number, decision } = await decide(url, { ...on, who: 'Ada', kind: 'count', verdict: 'correct', seen, to })
  expect(decision).toMatchObject({ who: 'Ada', verdict: 'correct', on: 'count', found: true, mark: 'a1.c1' })
  expect(decision.changes).toEqual([
    { name: 'Words', before: 'at least 12 traders', after: '12 traders' },
    { name: 'How many', before: '12 or more', after: 'about 14 to 15' },
    {
      name: 'Toll of',
      before: '“killed at least 12 traders at the …”',
      after: '“killed five rebels …”',
    },
  ])
  const after = await article(url)
  expect(after.counts[0]).toMatchObject({ low: 14, high: 15, approximate: true, decided: 'corrected' })
  expect(after.events.map(({ counts }) => counts)).toEqual([[], ['a1.c1']])
  expect((await send(url, { number }, 'withdraw')).status).toBe(200)
  expect(await article(url)).toEqual(JSON.parse(JSON.stringify(READING.articles[0])))
})

test('a number is added, confirmed, noted and rejected', async () => {
  const { url } = await serve([DOL])
  const { counts } = await article(url)
  const to = { ...NUMBER, span: at('five rebels'), low: 5, high: 5, of: 'rebels', events: ['a1.v2'] }
  const { decision } = await decide(url, { ...on, kind: 'count', verdict: 'add', to })
  await decide(url, { ...on, kind: 'count', verdict: 'confirm', seen: counts[0] })
  await decide(url, { ...on, kind: 'count', verdict: 'reject', seen: counts[1] })
  await decide(url, { ...on, kind: 'note', on: 'count', id: 'a1.c1', text: 'the mayor’s figure' })
  const after = await get<ArticleAnswer>(url, `articles/${on.document}/1`)
  expect(after.article.counts.map(({ id, decided }) => [id, decided])).toEqual([
    ['a1.c1', 'confirmed'],
    [decision.mark, 'added'],
  ])
  expect(after.article.events[1].counts).toEqual([decision.mark])
  expect(after.decisions.map(({ verdict, on, mark }) => [verdict, on, mark])).toEqual([
    ['add', 'count', decision.mark],
    ['confirm', 'count', 'a1.c1'],
    ['reject', 'count', null],
    ['note', 'count', 'a1.c1'],
  ])
})

test('an event’s parties and toll are what is sent, and as they were where nothing is sent', async () => {
  const { url } = await serve([DOL])
  const { trigger, type, status, statement, ...seen } = (await article(url)).events[0]
  const event = { trigger, type, status, statement, place: 'a1.e3', time: null }
  const whole = { ...seen, trigger, type, status, statement }
  await decide(url, { ...on, kind: 'event', verdict: 'correct', seen: whole, to: { ...event, status: 'possible' } })
  const [same] = (await article(url)).events
  expect([same.participants, same.counts]).toEqual([whole.participants, whole.counts])
  const participants = [
    { role: 'actor', kind: 'organisation', named: true, spans: [at('The army')] },
    { role: 'recipient', kind: 'group', named: false, spans: [at('traders')] },
  ]
  const to = { ...event, participants, counts: ['a1.c2'] }
  const { decision } = await decide(url, { ...on, kind: 'event', verdict: 'correct', seen: same, to })
  expect(decision.changes).toEqual(
    expect.arrayContaining([
      { name: 'Actor', before: 'Gunmen (group)', after: 'The army (organisation, named)' },
      { name: 'Counts', before: 'at least 12 traders', after: 'Nine guards' },
    ]),
  )
  const [now] = (await article(url)).events
  expect(now.participants).toMatchObject([{ role: 'actor', spans: [at('The army')] }, { side: 'civilians' }])
  expect(now.counts).toEqual(['a1.c2'])
})

test('through whom a statement came, and to whom it was said: search and log have it', async () => {
  const { url } = await serve([DOL])
  const [seen] = (await article(url)).statements
  const { source, cue, content, manner, stance } = seen
  const said = { source: source && { spans: source.spans, kind: source.kind, named: source.named }, cue, content }
  const chain = [
    { spans: [at('Radio Dol')], kind: 'outlet' },
    { spans: [at('The Courier')], kind: 'outlet' },
  ]
  const to = { ...said, manner, stance, relay: chain, addressee: [at('the station')] }
  const { decision } = await decide(url, { ...on, kind: 'statement', verdict: 'correct', seen, to })
  expect(decision.changes).toEqual([
    { name: 'Came through', before: 'Radio Dol', after: 'Radio Dol, then The Courier' },
    { name: 'Said to', before: null, after: 'the station' },
  ])
  const [statement] = (await get<SearchAnswer>(url, 'search')).statements
  expect(statement.relay).toBe('Radio Dol; The Courier')
  const [now] = (await article(url)).statements
  expect(now.addressee).toEqual({ spans: [at('the station')] })
  const less = { ...said, manner, stance, relay: [] }
  await decide(url, { ...on, kind: 'statement', verdict: 'correct', seen: now, to: less })
  const [last] = (await article(url)).statements
  expect(last).not.toHaveProperty('relay')
  expect(last.addressee).toEqual(now.addressee)
})

test('what makes no sense is refused in one line, and nothing is decided', async () => {
  const { url } = await serve([DOL])
  const { counts, events, statements } = await article(url)
  const [seen] = counts
  const count = { ...on, kind: 'count', verdict: 'correct', seen }
  const event = { ...on, kind: 'event', verdict: 'correct', seen: events[0] }
  const { trigger } = events[0]
  const toEvent = { trigger, type: 'ASSAULT', status: 'actual', place: null, time: null, statement: null }
  const party = { role: 'actor', kind: 'group', named: false, spans: [at('Gunmen')] }
  const said = { source: null, cue: [], content: [at('Nine guards were hurt')], manner: 'indirect', stance: 'asserts' }
  const statement = { ...on, kind: 'statement', verdict: 'correct', seen: statements[0] }
  const refused: [body: object, status: number, why: string][] = [
    [{ ...count, to: { ...NUMBER, low: 20 } }, 400, 'the bounds exchanged'],
    [{ ...count, to: { ...NUMBER, low: -1 } }, 400, 'fewer than nobody'],
    [{ ...count, to: { ...NUMBER, low: 1.5 } }, 400, 'half a person'],
    [{ ...count, to: { ...NUMBER, high: 1e12 } }, 400, 'more than ever lived'],
    [{ ...count, to: { ...NUMBER, fate: 'eaten' } }, 400, 'no such fate'],
    [{ ...count, to: { ...NUMBER, side: 'ours' } }, 400, 'no such side'],
    [{ ...count, to: { ...NUMBER, of: '' } }, 400, 'nobody counted'],
    [{ ...count, to: { ...NUMBER, of: 'two\nlines' } }, 400, 'two lines'],
    [{ ...count, to: { ...NUMBER, events: ['a1.v9'] } }, 422, 'no such event'],
    [{ ...count, to: { ...NUMBER, span: [0, 99_999] } }, 422, 'beyond the end'],
    [{ ...count, to: { ...NUMBER, span: [9, 5] } }, 422, 'backwards'],
    [{ ...count, seen: { ...seen, low: 3 }, to: NUMBER }, 409, 'another tab has changed it'],
    [{ ...count, seen: undefined, verdict: 'add', to: NUMBER }, 422, 'no words'],
    [{ ...event, to: { ...toEvent, counts: ['a1.c9'] } }, 422, 'no such count'],
    [{ ...event, to: { ...toEvent, place: 'a1.e9' } }, 422, 'no such entity'],
    [{ ...event, to: { ...toEvent, place: 'a1.e1' } }, 422, 'an entity that is no place'],
    [{ ...event, to: { ...toEvent, time: 'a1.t9' } }, 422, 'no such time'],
    [{ ...event, to: { ...toEvent, statement: 'a1.s9' } }, 422, 'no such statement'],
    [{ ...event, to: { ...toEvent, participants: [{ ...party, role: 'hero' }] } }, 400, 'no such role'],
    [{ ...event, to: { ...toEvent, participants: [{ ...party, kind: 'ghost' }] } }, 400, 'no such kind'],
    [{ ...event, to: { ...toEvent, participants: [{ ...party, spans: [] }] } }, 400, 'a party without words'],
    [{ ...event, to: { ...toEvent, participants: [{ ...party, spans: [[3, 99_999]] }] } }, 422, 'beyond the end'],
    [{ ...event, to: { ...toEvent, participants: Array(41).fill(party) } }, 400, 'too many'],
    [{ ...statement, to: { ...said, relay: [{ spans: [], kind: 'outlet' }] } }, 400, 'a link without words'],
    [{ ...statement, to: { ...said, relay: [{ spans: [at('Radio Dol')], kind: 'spy' }] } }, 400, 'no such kind'],
    [{ ...statement, to: { ...said, relay: [{ spans: [[-1, 4]], kind: 'outlet' }] } }, 400, 'before the start'],
    [{ ...statement, to: { ...said, addressee: [] } }, 400, 'said to no words'],
    [{ ...statement, to: { ...said, addressee: [[3, 99_999]] } }, 422, 'beyond the end'],
  ]
  for (const [body, status, why] of refused) {
    const answer = await send(url, body)
    const { error } = JSON.parse(await answer.text())
    expect([answer.status, error.includes('\n')], `${why}: ${error}`).toEqual([status, false])
  }
  expect((await get<ReviewAnswer>(url, 'review')).total).toBe(0)
})
