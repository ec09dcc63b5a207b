import { describe, expect, test } from 'vitest'
import type { Incident } from '../../types.ts'
import { type CodedEvent, DATASETS, gdeltColumns } from './coded-event.ts'
import { deathsOf, matchEvents } from './match-events.ts'

const incident = (id: string, more: Partial<Incident> = {}, killed?: [number, number | null]): Incident => ({
  schema: 'hearsay/incident/1',
  id,
  type: 'ASSAULT',
  time: { start: '2021-05-04', end: '2021-05-04', precision: 'day' },
  place: { name: 'Zerin', lat: 10, lon: 20, country: 'SD', precision: 'settlement' },
  accounts: [],
  aspects: killed
    ? [
        {
          name: 'count:killed',
          claims: [],
          values: [{ value: 'x', low: killed[0], high: killed[1], accounts: [], grounds: [] }],
          state: 'single',
          why: '',
          disputes: [],
        },
      ]
    : [],
  origins: 1,
  credibility: { grade: '6', words: 'cannot be judged', why: [] },
  confidence: 1,
  ...more,
})
const event = (id: string, more: Partial<CodedEvent> = {}): CodedEvent => ({
  id,
  start: '2021-05-04',
  end: '2021-05-04',
  place: 'Zerin',
  point: { lat: 10.05, lon: 20 },
  country: 'SD',
  kind: 'Attack',
  types: ['ASSAULT'],
  deaths: null,
  source: '',
  notes: '',
  ...more,
})
const SCOPE = { start: '2021-01-01', end: '2021-12-31', countries: new Set(['SD']) }
const match = (incidents: Incident[], events: CodedEvent[]) => {
  const { same, theirs, ours, incomparable } = matchEvents(incidents, events, SCOPE)
  return [
    same.map((pair) => `${pair.event.id}=${pair.incident.id}`).join(),
    theirs.map(({ id }) => id).join(),
    ours.map(({ id }) => id).join(),
    incomparable,
  ]
}
const at = (lat: number, precision: 'settlement' | 'district' | 'region' | 'country' = 'settlement') => ({
  place: { name: 'x', lat, lon: 20, country: 'SD', precision },
})
const on = (start: string, end = start) => ({ time: { start, end, precision: 'day' as const } })

describe('which are the same', () => {
  test.each<[why: string, incidents: Incident[], events: CodedEvent[], found: (string | number)[]]>([
    ['day, place and kind', [incident('i')], [event('e')], ['e=i', '', '', 0]],
    ['the day after', [incident('i', on('2021-05-05'))], [event('e')], ['e=i', '', '', 0]],
    ['two days after', [incident('i', on('2021-05-06'))], [event('e')], ['', 'e', 'i', 0]],
    [
      'at the turn of the year',
      [incident('i', on('2021-01-01'))],
      [event('e', { start: '2020-12-31', end: '2020-12-31' })],
      ['e=i', '', '', 0],
    ],
    ['another town', [incident('i', at(11))], [event('e')], ['', 'e', 'i', 0]],
    ['a district is wider', [incident('i', at(10.5, 'district'))], [event('e')], ['e=i', '', '', 0]],
    ['a country is no place', [incident('i', at(10, 'country'))], [event('e')], ['', 'e', '', 1]],
    ['no day', [incident('i', { time: null })], [event('e')], ['', 'e', '', 1]],
    ['another kind', [incident('i', { type: 'PROTEST' })], [event('e')], ['', 'e', 'i', 0]],
    ['a kind that they do not code', [incident('i', { type: 'CONSULT' })], [event('e')], ['', 'e', '', 1]],
    [
      'a week in which it lies',
      [incident('i')],
      [event('e', { start: '2021-05-01', end: '2021-05-07' })],
      ['e=i', '', '', 0],
    ],
    [
      'one event, one incident: the closer day',
      [incident('i', on('2021-05-05')), incident('j')],
      [event('e')],
      ['e=j', '', 'i', 0],
    ],
    [
      'two of one day and town, by the dead',
      [incident('i', {}, [9, 9]), incident('j', {}, [2, 2])],
      [event('d', { deaths: { best: 2, low: 2, high: 2 } }), event('e', { deaths: { best: 9, low: 9, high: 9 } })],
      ['d=j,e=i', '', '', 0],
    ],
    [
      'another country is not held against them',
      [incident('i', { place: { name: 'x', lat: 40, lon: 3, country: 'ES', precision: 'settlement' } })],
      [event('e')],
      ['', 'e', '', 0],
    ],
    ['beyond their days', [incident('i', on('2022-02-01'))], [event('e')], ['', 'e', '', 0]],
    ['an event without a point', [incident('i')], [event('e', { point: null })], ['', 'e', 'i', 0]],
  ])('%s', (_, incidents, events, found) => {
    expect(match(incidents, events)).toEqual(found)
    expect(match(incidents.toReversed(), events.toReversed())[0]).toBe(found[0])
  })
})

describe('rows of data sets', () => {
  const read = (cells: Record<string, string>) =>
    DATASETS.find(({ matches }) => matches(new Set(Object.keys(cells))))?.read(cells)

  test('ACLED', () => {
    expect(
      read({
        event_id_cnty: 'SUD1',
        event_date: '04 May 2021',
        time_precision: '2',
        event_type: 'Battles',
        sub_event_type: 'Armed clash',
        iso: '729',
        country: 'Sudan',
        location: 'Zerin',
        latitude: '10.05',
        longitude: '20',
        source: 'Lanta Wire',
        notes: 'N',
        fatalities: '3',
      }),
    ).toEqual({
      id: 'SUD1',
      start: '2021-04-28',
      end: '2021-05-10',
      place: 'Zerin',
      point: { lat: 10.05, lon: 20 },
      country: 'SD',
      kind: 'Armed clash',
      types: ['ASSAULT'],
      deaths: { best: 3, low: 3, high: 3 },
      source: 'Lanta Wire',
      notes: 'N',
    })
  })

  test('UCDP GED', () => {
    expect(
      read({
        id: '7',
        date_start: '2021-05-04 00:00:00.000',
        date_end: '2021-05-05 00:00:00.000',
        type_of_violence: '3',
        where_coordinates: 'Zerin town',
        where_prec: '1',
        latitude: '10.05',
        longitude: '20',
        country: 'Sudan',
        best: '3',
        low: '2',
        high: '5',
        source_headline: 'H',
        source_office: 'Lanta Wire',
      }),
    ).toMatchObject({
      id: '7',
      start: '2021-05-04',
      end: '2021-05-05',
      kind: 'one-sided',
      country: 'SD',
      deaths: { best: 3, low: 2, high: 5 },
    })
    expect(
      read({
        id: '7',
        date_start: '2021-05-04',
        type_of_violence: '1',
        best: '3',
        where_prec: '6',
        latitude: '1',
        longitude: '1',
      })?.point,
    ).toBeNull()
  })

  test('GDELT, whose files have no names of columns', () => {
    for (const [count, lat] of [
      [61, 56],
      [58, 53],
    ]) {
      const columns = gdeltColumns(count) ?? []
      const cells: string[] = columns.map(() => '')
      ;[cells[0], cells[1], cells[26], cells[28], cells[lat], cells[lat + 1], cells[count - 1]] = [
        '1',
        '20210504',
        '190',
        '19',
        '10.05',
        '20',
        'https://a.example',
      ]
      const row = Object.fromEntries(columns.map((name, index) => [name, cells[index]]))
      expect(read(row)).toMatchObject({
        id: '1',
        start: '2021-05-04',
        types: ['ASSAULT'],
        point: { lat: 10.05, lon: 20 },
        source: 'https://a.example',
      })
    }
    expect(gdeltColumns(5)).toBeNull()
  })

  test.each<Record<string, string>>([
    { event_date: 'soon', event_type: 'x', fatalities: '1', event_id_cnty: 'a' },
    { event_date: '04 May 2021', event_type: 'x', fatalities: '1' },
  ])('%# has no day or no id', (cells) => {
    expect(read(cells)).toBeNull()
  })
})

test('a part of a toll, and a number that is denied, are no toll', () => {
  const whole = incident('i-1', {}, [9, 9])
  const [aspect] = whole.aspects
  const value = aspect.values[0]
  const parts = [
    { ...value, low: 3, high: 3, part: true as const },
    { ...value, low: 40, high: 40, denied: true as const },
  ]
  expect(deathsOf({ ...whole, aspects: [{ ...aspect, values: [value, ...parts] }] })).toEqual({ low: 9, high: 9 })
})
