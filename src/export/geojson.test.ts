import { check, getIssues } from '@placemarkio/check-geojson'
import { afterAll, expect, test } from 'vitest'
import { NO_LABELS } from '../record/incidents/labels.ts'
import { listIncidents } from '../record/incidents/list.ts'
import { closeRecord } from '../record/open.ts'
import { inventRecord } from '../testing/invented-record.ts'
import { TWO_INCIDENTS } from '../testing/two-incidents.ts'
import type { Incident, PlacePrecision } from '../types.ts'
import type { CitedIncident } from './cited.ts'
import { geojson } from './geojson.ts'

const record = inventRecord(60)
afterAll(() => closeRecord(record))

const citing = (incident: Incident): CitedIncident => ({
  incident,
  accounts: [],
  labels: NO_LABELS,
  countsHere: () => true,
})

const textOf = (incidents: readonly Incident[]): string => [...geojson(incidents.map(citing))].join('')

test('another reader takes it: a point for each incident that has a place', () => {
  const incidents = [...listIncidents(record)]
  expect(incidents.length).toBeGreaterThan(5)
  const text = textOf(incidents)
  expect(getIssues(text)).toEqual([])
  const found = check(text)
  expect(found.type === 'FeatureCollection' && found.features.map(({ id }) => id)).toEqual(
    incidents.map(({ id }) => id),
  )
})

test.each([
  ['exact', 1_000],
  ['settlement', 10_000],
  ['district', 40_000],
  ['region', 150_000],
  ['country', 800_000],
] satisfies [PlacePrecision, number][])('a place known to the %s lies within %d metres', (precision, radius) => {
  const place = { name: 'Karim', lat: -12.5, lon: 34.25, country: 'MW', precision }
  const { features } = JSON.parse(textOf([{ ...TWO_INCIDENTS[0], place }]))
  expect(features[0].geometry).toEqual({ type: 'Point', coordinates: [34.25, -12.5] }) // longitude first
  expect(features[0].properties).toMatchObject({ precision, radius_m: radius, place: 'Karim', country: 'MW' })
})

test('without any place it is an empty collection, not a broken one', () => {
  const text = textOf([{ ...TWO_INCIDENTS[0], place: null }])
  expect(getIssues(text)).toEqual([])
  expect(JSON.parse(text).features).toEqual([])
})
