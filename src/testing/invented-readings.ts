// A number -> as many readings of invented reports, some of one event, some reprints, some disputes, as the reader would give them:
// for tests of what comes after reading, and for timing it. The same seed gives the same readings.

import type { Article, Entity, Reading, Span, Statement } from '../types.ts'

export interface Invented {
  reading: Reading
  /** Which of the invented events it tells of. */
  event: number
}

const ACTORS = ['the army', 'rebels', 'gunmen', 'a militia', 'the air force', 'separatists']
const VERBS = [
  ['ASSAULT', 'attacked'],
  ['ASSAULT', 'shelled'],
  ['ASSAULT', 'bombed'],
  ['COERCE', 'raided'],
  ['PROTEST', 'blockaded'],
] as const
const SOURCES = ['the mayor', 'a doctor', 'the ministry', 'residents', 'police']

/** In how many towns, and on how many days: in few of both, events are hard to tell apart. */
export interface Spread {
  towns: number
  days: number
}

export function* inventReadings(
  count: number,
  seed = 1,
  { towns, days }: Spread = { towns: Math.max(50, count / 20), days: 700 },
): Generator<Invented> {
  const dice = diceOf(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(dice() * items.length)]
  for (let made = 0, event = 0; made < count; event++) {
    const facts = {
      place: `Town${Math.floor(dice() * towns)}`,
      day: Math.floor(dice() * days),
      killed: 1 + Math.floor(dice() * 40),
      actor: pick(ACTORS),
      verb: pick(VERBS),
    }
    const reports = 1 + Math.floor(dice() * 5)
    for (let report = 0; report < reports && made < count; report++, made++) {
      const told = {
        ...facts,
        killed: dice() < 0.2 ? facts.killed + 3 : facts.killed,
        actor: dice() < 0.2 ? pick(ACTORS) : facts.actor,
        source: pick(SOURCES),
        outlet: `Outlet ${Math.floor(dice() * 60)}`,
      }
      yield { reading: readingOf(`r${made}`, told), event }
    }
  }
}

interface Facts {
  place: string
  day: number
  killed: number
  actor: string
  verb: readonly [type: string, word: string]
  source: string
  outlet: string
}

function readingOf(id: string, { place, day, killed, actor, verb: [type, verb], source, outlet }: Facts): Reading {
  const date = new Date(Date.UTC(2015, 0, 1 + day)).toISOString().slice(0, 10)
  const text = `On ${date} ${actor} ${verb} ${place}, killing ${killed} people, ${source} said.`
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length]
  const entity = (name: string, more: Partial<Entity>): Entity => ({
    id: `a1.e${name}`,
    type: 'group',
    name,
    mentions: [{ span: spanOf(name), kind: 'description' }],
    ...more,
  })
  const [lat, lon] = coordinatesOf(place)
  const statement: Statement = {
    id: 'a1.s1',
    source: { spans: [spanOf(source)], entity: `a1.e${source}`, kind: 'organisation', named: source !== 'residents' },
    cue: [spanOf('said')],
    content: [[0, text.indexOf(`, ${source}`)]],
    manner: 'indirect',
    stance: 'asserts',
  }
  const article: Article = {
    span: [0, text.length],
    outlet,
    published: { value: date, basis: 'given' },
    language: 'en',
    blocks: [{ kind: 'paragraph', span: [0, text.length] }],
    sentences: [{ span: [0, text.length], block: 0 }],
    statements: [statement],
    events: [
      {
        id: 'a1.v1',
        type,
        trigger: spanOf(verb),
        sentence: 0,
        participants: [{ role: 'actor', kind: 'group', named: false, spans: [spanOf(actor)], entity: `a1.e${actor}` }],
        place: `a1.e${place}`,
        time: 'a1.t1',
        counts: ['a1.n1'],
        status: 'actual',
        statement: 'a1.s1',
        confidence: 0.9,
      },
    ],
    entities: [
      entity(actor, {}),
      entity(source, { type: 'organisation' }),
      entity(place, {
        type: 'place',
        mentions: [{ span: spanOf(place), kind: 'name' }],
        place: { lat, lon, country: 'XX', precision: 'settlement', confidence: 0.9 },
      }),
    ],
    times: [
      {
        id: 'a1.t1',
        span: spanOf(date),
        type: 'date',
        value: date,
        start: date,
        end: date,
        precision: 'day',
        basis: 'absolute',
      },
    ],
    counts: [
      {
        id: 'a1.n1',
        span: spanOf(String(killed)),
        low: killed,
        high: killed,
        approximate: false,
        of: 'people',
        fate: 'killed',
      },
    ],
  }
  return {
    schema: 'hearsay/reading/1',
    document: { id, sha256: id, origin: id, mediaType: 'text/plain', text },
    articles: [article],
    warnings: [],
    reader: { version: '0', model: 'invented', settings: 'none' },
  }
}

function coordinatesOf(place: string): [lat: number, lon: number] {
  const dice = diceOf(Number(place.slice(4)) + 7)
  return [dice() * 120 - 60, dice() * 340 - 170]
}

/** Mulberry32, by Tommy Ettinger (public domain). */
function diceOf(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b9) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
