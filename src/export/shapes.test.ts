// What stands in the columns of GED, ACLED and POLECAT, and above all when nothing does: what the record cannot know stays empty.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aspect, citedIncident, type Facts } from '../testing/cited-incident.ts'
import type { Incident } from '../types.ts'
import { ACLED_COLUMNS, acledRow } from './acled.ts'
import { FATES } from './columns.ts'
import { EVENT_COLUMNS } from './events.ts'
import { GED_COLUMNS, gedRow } from './ged.ts'
import { INCIDENT_COLUMNS } from './incidents.ts'
import { POLECAT_COLUMNS, polecatRow } from './polecat.ts'
import { withoutHazards } from './shape.ts'

const time = (start: string, end = start, precision: NonNullable<Incident['time']>['precision'] = 'day') => ({
  incident: { time: { start, end, precision } },
})
const toll = (...values: [string, number, (number | null)?][]): Facts => ({
  incident: { aspects: [aspect('count:killed', values.length > 1 ? 'disputed' : 'single', values)] },
})
const told = (...aspects: Incident['aspects']): Facts => ({ incident: { aspects } })

const GED: [facts: Facts, column: (typeof GED_COLUMNS)[number], expected: unknown, why: string][] = [
  [{}, 'id', 10, 'a number, as theirs is'],
  [{}, 'relid', 'i-00000000000a', ''],
  [{ place: { precision: 'exact' } }, 'where_prec', 1, 'a site in a town'],
  [{ place: { precision: 'settlement' } }, 'where_prec', 1, 'a town or village'],
  [{ place: { precision: 'settlement', relation: 'in' } }, 'where_prec', 1, '"a depot in Karim" is in Karim'],
  [{ place: { precision: 'district', relation: 'near' } }, 'where_prec', 2, 'near Karim'],
  [{ place: { precision: 'district', featureCode: 'ADM2' } }, 'where_prec', 3, 'somewhere in a district'],
  [{ place: { precision: 'region', featureCode: 'ADM1' } }, 'where_prec', 4, 'somewhere in a province'],
  [{ place: { precision: 'region', relation: 'in', admin1: 'Kabul' } }, 'where_prec', 4, '"a base in Kabul province"'],
  [{ place: { precision: 'region', featureCode: 'STM' } }, 'where_prec', 5, 'along a river'],
  [{ place: { precision: 'country', featureCode: 'PCLI' } }, 'where_prec', 6, 'somewhere in a country'],
  [{ place: { precision: 'region', featureCode: 'SEA' } }, 'where_prec', 7, 'at sea'],
  [{ incident: { place: null } }, 'where_prec', null, 'nowhere told'],
  [{ incident: { place: null } }, 'latitude', null, ''],
  [{ place: { featureCode: 'ADM2', precision: 'district' } }, 'adm_2', 'Karim', 'the district itself'],
  [{ place: { admin1: 'Kabul' } }, 'adm_1', 'Kabul', ''],
  [{}, 'adm_1', null, 'no gazetteer tells'],
  [{ place: { lat: 34.53, lon: 69.17 } }, 'priogrid_gid', 179779, 'the cell that Kabul lies in'],
  [{ place: { lat: -90, lon: -180 } }, 'priogrid_gid', 1, 'the first cell'],
  [{ place: { lat: 90, lon: 180 } }, 'priogrid_gid', 259200, 'the last cell'],
  [{}, 'country', 'Afghanistan', ''],
  [{ place: { country: 'ZZ' } }, 'country', null, 'no such country'],
  [{}, 'region', undefined, "the UCDP's own division of the world"],
  [time('2024-04-29'), 'date_prec', 1, ''],
  [time('2024-04-27', '2024-04-29'), 'date_prec', 2, ''],
  [time('2024-04-22', '2024-04-28', 'week'), 'date_prec', 3, ''],
  [time('2024-04-01', '2024-04-30', 'month'), 'date_prec', 4, ''],
  [time('2024-01-01', '2024-12-31', 'year'), 'date_prec', 5, ''],
  [time('2011-01-01', '2019-12-31', 'decade'), 'date_prec', null, 'no event to them'],
  [{ incident: { time: null } }, 'date_prec', null, ''],
  [time('2023-12-31', '2024-01-01'), 'year', null, 'which of the two, nobody knows'],
  [{}, 'event_clarity', 1, 'a day and a town'],
  [time('2024-04-01', '2024-04-30', 'month'), 'event_clarity', 2, 'summed up over a month'],
  [{ incident: { time: null } }, 'event_clarity', null, 'nobody can tell'],
  [toll(['Two people', 2, 2]), 'best', 2, ''],
  [toll(['Two people', 2, 2]), 'deaths_unknown', 2, 'whose they are is not told'],
  [toll(['Two people', 2, 2]), 'deaths_a', undefined, 'no account says that they were of the side that did it'],
  [toll(['two people', 2, 2], ['five', 5, 5]), 'best', null, 'which of the two, the record does not know'],
  [toll(['two people', 2, 2], ['five', 5, 5]), 'deaths_quoted', 'two people (Ada Quist); five', 'who says what'],
  [toll(['Two civilians', 2, 2]), 'deaths_civilians', 2, ''],
  [toll(['Two civilians', 2, 2]), 'deaths_unknown', null, ''],
  [toll(['two people', 2, 2], ['five', 5, 5]), 'low', 2, 'both are kept'],
  [toll(['two people', 2, 2], ['five', 5, 5]), 'high', 5, ''],
  [{}, 'best', null, 'silence is no zero'],
  [
    told(aspect('count:killed', 'single', [['two soldiers', 2, 2]]), aspect('recipient', 'single', [['Two soldiers']])),
    'deaths_b',
    2,
    'the side that was hit are fighters, and fighters are counted',
  ],
  [
    told(aspect('count:killed', 'single', [['two soldiers', 2, 2]]), aspect('recipient', 'single', [['the rebels']])),
    'deaths_b',
    null,
    'whose soldiers they were is not told',
  ],
  [told(aspect('actor', 'single', [['rebels']])), 'side_a', 'rebels', ''],
  [
    told(aspect('actor', 'disputed', [['rebels'], ['the army']])),
    'side_a',
    null,
    'which of the two, the record does not know',
  ],
  [
    told(aspect('actor', 'agreed', [['not the rebels'], ['two men']])),
    'side_a',
    'two men',
    'who denies it is not who did it',
  ],
  [{}, 'number_of_sources', 1, ''],
  [{ article: { title: [0, 8] } }, 'source_article', '"Northern Wire,,Soldiers"', ''],
  [{}, 'source_original', 'Ada Quist', ''],
  [{ article: { outlet: 'Wire; Northern' } }, 'source_office', 'Wire, Northern', 'a semicolon parts the sources'],
  [{}, 'type_of_violence', undefined, 'their coders decide it'],
]

test.each(GED)('GED: %j has %s %j (%s)', (facts, column, expected) => {
  expect(gedRow(citedIncident(facts))[column]).toBe(expected)
})

const ACLED: [facts: Facts, column: (typeof ACLED_COLUMNS)[number], expected: unknown, why: string][] = [
  [time('2024-04-29'), 'time_precision', 1, ''],
  [time('2024-04-22', '2024-04-28', 'week'), 'time_precision', 2, ''],
  [time('2024-04-01', '2024-04-30', 'month'), 'time_precision', 3, ''],
  [time('2024-01-01', '2024-12-31', 'year'), 'time_precision', null, 'too coarse to be coded'],
  [time('2024-01-01', '2024-12-31', 'year'), 'event_date', null, 'New Year is not the day'],
  [time('2024-01-01', '2024-12-31', 'year'), 'year', 2024, ''],
  [{ place: { precision: 'exact' } }, 'geo_precision', 1, ''],
  [{ place: { precision: 'district' } }, 'geo_precision', 2, ''],
  [{ place: { precision: 'region' } }, 'geo_precision', 3, ''],
  [{ place: { precision: 'country' } }, 'geo_precision', null, ''],
  [{ place: { precision: 'country' } }, 'latitude', null, 'the middle of a country is not the place'],
  [{ place: { precision: 'country' } }, 'country', 'Afghanistan', ''],
  [{}, 'iso', 4, 'ISO 3166-1 numeric'],
  [{ place: { country: 'XK' } }, 'iso', null, 'Kosovo has none'],
  [{ place: { country: 'XK' } }, 'country', 'Kosovo', ''],
  [{ place: { country: 'ML' } }, 'region', 'Western Africa', ''],
  [{ actor: { sector: 'MIL', country: 'AF' } }, 'inter1', 1, "the country's own army"],
  [{ actor: { sector: 'MIL', country: 'PK' } }, 'inter1', 8, "another country's army"],
  [{ actor: { sector: 'MIL' } }, 'inter1', null, 'whose army?'],
  [{ actor: { sector: 'REB' } }, 'inter1', 2, ''],
  [{ actor: { sector: 'MED' } }, 'inter1', null, 'no kind of theirs'],
  [{ recipient: { sector: 'CVL' } }, 'inter2', 7, ''],
  [{ recipient: { sector: 'CVL' } }, 'civilian_targeting', 'Civilian targeting', ''],
  [{ recipient: { sector: 'REB' } }, 'civilian_targeting', null, ''],
  [{ actor: { sector: 'REB' }, recipient: { sector: 'MIL', country: 'AF' } }, 'interaction', '12', 'the lower first'],
  [{ actor: { sector: 'REB' } }, 'interaction', null, 'one side alone'],
  [{ actor: { sector: 'REB' }, ...told(aspect('actor', 'disputed', [['rebels'], ['the army']])) }, 'inter1', null, ''],
  [{ incident: { type: 'PROTEST', mode: 'demo' }, actor: { sector: 'LAB' } }, 'inter1', 6, ''],
  [{ incident: { mode: 'drone' } }, 'sub_event_type', 'Air/drone strike', ''],
  [{ incident: { mode: 'explosives' } }, 'event_type', 'Explosions/Remote violence', ''],
  [{ incident: { mode: 'explosives' } }, 'sub_event_type', null, 'a grenade or a mine?'],
  [{ incident: { mode: 'firearms' } }, 'event_type', null, 'a battle or an attack on civilians?'],
  [toll(['two people', 2, 2]), 'fatalities', 2, ''],
  [toll(['two people', 2, 2], ['five', 5, 5]), 'fatalities', null, 'in dispute'],
  [toll(['dozens of people', 24, 99]), 'fatalities', null, 'dozens are no number'],
  [toll(['dozens of people', 24, 99]), 'fatalities_quoted', 'dozens of people (Ada Quist)', ''],
  [{ labels: { title: null, tags: ['school'], notes: [] } }, 'tags', 'school', "a person's own"],
  [{}, 'fatalities', null, 'silence is no zero'],
  [{}, 'timestamp', undefined, 'when they loaded it up'],
  [
    toll(['two people', 2, 2], ['five', 5, 5]),
    'notes',
    'Attack in Karim, Afghanistan, 29 April 2024: 1 account of 1 independent origin. Killed: 2 (Ada Quist) to 5. Accounts disagree on the number of killed: two people; five (disputed).',
    'names the dispute',
  ],
  [
    told(aspect('status', 'single', [['planned']])),
    'notes',
    'Planned attack in Karim, Afghanistan, 29 April 2024: 1 account of 1 independent origin. Told as planned.',
    'and what did not happen',
  ],
]

test.each(ACLED)('ACLED: %j has %s %j (%s)', (facts, column, expected) => {
  expect(acledRow(citedIncident(facts))[column]).toBe(expected)
})

const POLECAT: [facts: Facts, column: string, expected: unknown, why: string][] = [
  [{}, 'Event Date', '2024-04-29', ''],
  [time('2024-04-01', '2024-04-30', 'month'), 'Event Date', null, 'they know days only'],
  [{ incident: { mode: 'heavy-weapons' } }, 'Event Mode', 'heavy-weapons', ''],
  [{ actor: { country: 'AF', sector: 'MIL' } }, 'Actor Name', 'the army', ''],
  [{ actor: { country: 'AF', sector: 'MIL' } }, 'Actor Name Raw', 'the army', 'as the accounts have it'],
  [{ actor: { country: 'AF', sector: 'MIL' } }, 'Actor Country', 'AFG', 'three letters'],
  [{ actor: { country: 'AF', sector: 'MIL' } }, 'Primary Actor Sector', 'MIL', ''],
  [{ recipient: { sector: 'CVL' } }, 'Recipient Sectors', 'CVL', ''],
  [{ actor: { country: 'AF' }, ...told(aspect('actor', 'disputed', [['x'], ['y']])) }, 'Actor Country', null, ''],
  [
    { actor: { country: 'AF' }, ...told(aspect('actor', 'disputed', [['x'], ['y']])) },
    'Actor Name Raw',
    'x; y',
    'both, in a dispute',
  ],
  [{}, 'City', 'Karim', ''],
  [{ place: { precision: 'region', featureCode: 'ADM1' } }, 'City', null, 'a province is none'],
  [{ place: { precision: 'region', featureCode: 'ADM1' } }, 'Province', 'Karim', ''],
  [{ place: { geonameId: 42 } }, 'GeoNames ID', 42, ''],
  [{}, 'Language', 'English', ''],
  [{ article: { language: 'und' } }, 'Language', null, ''],
  [{ article: { language: '../../etc' } }, 'Language', null, 'a page may say anything of itself'],
  [{}, 'Story People', undefined, 'of the story, not of the event'],
  [{}, 'Intensity', undefined, 'no table of intensities is part of the record'],
]

test.each(POLECAT)('POLECAT: %j has %s %j (%s)', (facts, column, expected) => {
  expect(polecatRow(citedIncident(facts))[column]).toBe(expected)
})

test('every value has a column of its own', () => {
  const full: Facts = { actor: { country: 'AF', sector: 'MIL' }, recipient: { sector: 'CVL' } }
  for (const [columns, row] of [
    [GED_COLUMNS, gedRow(citedIncident(full))],
    [ACLED_COLUMNS, acledRow(citedIncident(full))],
    [POLECAT_COLUMNS, polecatRow(citedIncident(full))],
  ] as const) {
    expect(new Set(columns).size).toBe(columns.length)
    expect(Object.keys(row).filter((name) => !(columns as readonly string[]).includes(name))).toEqual([])
  }
})

test('as many columns as the data sets have, and one with what was quoted', () => {
  expect([GED_COLUMNS.length, ACLED_COLUMNS.length, POLECAT_COLUMNS.length]).toEqual([50, 32, 40])
})

test.each([
  ['Events', EVENT_COLUMNS],
  ['Incidents', INCIDENT_COLUMNS],
  ['GED', GED_COLUMNS],
  ['ACLED', ACLED_COLUMNS],
  ['POLECAT', POLECAT_COLUMNS],
] as const)('docs/exports.md explains every column of %s, and no other', (title, columns) => {
  const page = readFileSync(new URL('../../docs/exports.md', import.meta.url), 'utf8')
  const section = page.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? ''
  const told = [...section.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell]) => cell.match(/(?<=`)[^`]+(?=`)/g) ?? [])
  const names = told.filter((name) => /\w/.test(name) && !/^(?:, ?|, and so for )$/.test(name))
  const fates = FATES.flatMap((fate) => ['best', 'low', 'high', 'quoted'].map((bound) => `${fate}_${bound}`))
  expect(columns.filter((column) => !names.includes(column) && !fates.includes(column))).toEqual([])
  expect(
    names.filter((name) => !columns.some((column) => column === name) && !FATES.some((fate) => fate === name)),
  ).toEqual([])
})

test('accidents, disasters and disease are in no data set of conflict', () => {
  const [flood, raid] = ['HAZARD', 'ASSAULT'].map((type) => citedIncident({ incident: { type } }))
  expect([...withoutHazards([flood, raid])]).toEqual([raid])
})
