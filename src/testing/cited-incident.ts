// A few facts -> an incident of one account in a report of one sentence, with what stands behind it: for tests of what is exported.

import { partsOf } from '../export/articles.ts'
import type { CitedIncident } from '../export/cited.ts'
import { type Labels, NO_LABELS } from '../record/incidents/labels.ts'
import type { Account, Article, Aspect, ClaimValue, Entity, EventMention, Incident } from '../types.ts'
import { makeReading } from './made-reading.ts'

const TEXT = 'Soldiers shelled Karim on Monday, killing two people, said Ada Quist.'

export interface Facts {
  incident?: Partial<Incident>
  place?: Partial<NonNullable<Entity['place']>>
  article?: Partial<Article>
  actor?: Entity['actor']
  recipient?: Entity['actor']
  labels?: Labels
}

export function citedIncident({
  incident = {},
  place,
  article = {},
  actor,
  recipient,
  labels = NO_LABELS,
}: Facts = {}): CitedIncident {
  const { reading } = makeReading(TEXT, {
    outlet: 'Northern Wire',
    said: [['Ada Quist', 'said', 'Soldiers shelled Karim']],
  })
  const party = (role: 'actor' | 'recipient', entity: string): EventMention['participants'][number] => ({
    role,
    kind: 'group',
    named: false,
    spans: [[0, 8]],
    entity,
  })
  const entity = (id: string, name: string, more: Partial<Entity>): Entity => ({
    id,
    type: 'group',
    name,
    mentions: [{ span: [17, 22], kind: 'name' }],
    ...more,
  })
  const event: EventMention = {
    id: 'v1',
    type: 'ASSAULT',
    trigger: [9, 16],
    participants: [...(actor ? [party('actor', 'a')] : []), ...(recipient ? [party('recipient', 'r')] : [])],
    place: 'p',
    counts: [],
    status: 'actual',
    statement: 's1',
    confidence: 0.9,
  }
  const spot = { lat: 34.5, lon: 69.2, precision: 'settlement' as const, confidence: 0.9, country: 'AF', ...place }
  const whole: Article = {
    ...reading.articles[0],
    events: [event],
    entities: [
      ...reading.articles[0].entities,
      entity('a', 'the army', actor ? { actor } : {}),
      entity('r', 'villagers', recipient ? { actor: recipient } : {}),
      entity('p', 'Karim', { type: 'place', place: spot }),
    ],
    ...article,
  }
  const account: Account = {
    document: reading.document.id,
    article: 1,
    event: 'v1',
    events: ['v1'],
    sentence: TEXT,
    statement: 's1',
    origin: 'Ada Quist',
    originNumber: 0,
    originKind: 'named',
    chain: [
      { name: 'Ada Quist', role: 'person' },
      { name: 'Northern Wire', role: 'outlet' },
    ],
    basis: 'first-hand',
    outlet: 'Northern Wire',
    published: '2024-04-30',
  }
  const { confidence: _, admin1: __, featureCode: ___, relation: ____, ...where } = spot
  return {
    incident: {
      schema: 'hearsay/incident/1',
      id: 'i-00000000000a',
      type: 'ASSAULT',
      time: { start: '2024-04-29', end: '2024-04-29', precision: 'day' },
      place: { name: 'Karim', ...where },
      accounts: [account],
      aspects: [...partyAspects('actor', 'the army', actor), ...partyAspects('recipient', 'villagers', recipient)],
      confidence: 0.9,
      origins: 1,
      credibility: { grade: '3', words: 'possibly true', why: ['1 independent origin says that it happened'] },
      ...incident,
    },
    accounts: [
      {
        account,
        cited: { reading: { ...reading, articles: [whole] }, article: whole, number: 1 },
        parts: partsOf(whole),
        mentions: [event],
      },
    ],
    labels,
    countsHere: () => true,
  }
}

const partyAspects = (role: 'actor' | 'recipient', name: string, actor: Entity['actor']): Aspect[] => {
  if (!actor) return []
  const claimed = aspect(role, 'single', [[name]])
  return [
    {
      ...claimed,
      claims: claimed.claims.map((claim) => ({ ...claim, value: { ...claim.value, ...actor } as ClaimValue })),
    },
  ]
}

/** What accounts say of an aspect, each value by one more of them; "not X" denies it. */
export const aspect = (
  name: Aspect['name'],
  state: Aspect['state'],
  values: readonly [value: string, low?: number, high?: number | null][],
): Aspect => ({
  name,
  state,
  claims: values.map(([words, low, high], account) => ({
    account,
    event: 'v1',
    value: claimedValue(name, words.replace(/^not /, ''), low, high),
    polarity: words.startsWith('not ') ? 'no' : 'yes',
    text: words,
    span: [account, account + 1],
    passage: [0, 1],
  })),
  disputes: [],
  why: `${values.map(([value]) => value).join('; ')} (${state})`,
  values: values.map(([value, low, high], account) => ({
    value,
    ...(low === undefined ? {} : { low, high: high ?? null }),
    accounts: [account],
    grounds: [],
  })),
})

function claimedValue(name: Aspect['name'], words: string, low = 0, high?: number | null): ClaimValue {
  if (name.startsWith('count:')) {
    const side = /civilian|villager/i.test(words)
      ? 'civilians'
      : /soldier|fighter/i.test(words)
        ? 'fighters'
        : undefined
    const group = { of: 'people', ...(side === undefined ? {} : ({ side } as const)) }
    return { kind: 'number', low, high: high ?? null, approximate: /dozens|hundreds|about/i.test(words), group }
  }
  return name === 'status'
    ? { kind: 'status', status: words === 'planned' ? 'planned' : 'actual' }
    : {
        kind: 'party',
        name: words,
        named: false,
        ...(/soldier/i.test(words) ? { side: 'fighters' } : {}),
      }
}
