// An incident -> a row with POLECAT's columns; its categories, modes and sectors (PLOVER) are the record's own. What the record
// does not have stays empty. docs/exports.md explains every column.

import { COUNTRIES } from '../countries.ts'
import type { Incident } from '../types.ts'
import type { CitedIncident } from './cited.ts'
import type { Row } from './rows.ts'
import { isDisputed, partiesClaimed, valuesOf } from './settled.ts'
import { oneLine, reportsOf, whereOf } from './shape.ts'

const partyColumns = (role: 'Actor' | 'Recipient'): string[] => [
  `${role} Name`,
  `${role} Country`,
  `${role} COW`,
  `Primary ${role} Sector`,
  `${role} Sectors`,
  `${role} Title`,
  `${role} Name Raw`,
  `Wikipedia ${role} ID`,
]

export const POLECAT_COLUMNS = [
  'Event ID',
  'Event Date',
  'Event Type',
  'Event Mode',
  'Intensity',
  'Quad Code',
  'Contexts',
  ...partyColumns('Actor'),
  ...partyColumns('Recipient'),
  'Placename',
  'City',
  'District',
  'Province',
  'Country',
  'Latitude',
  'Longitude',
  'GeoNames ID',
  'Raw Placename',
  'Feature Type',
  'Source',
  'Publication Date',
  'Story People',
  'Story Organizations',
  'Story Locations',
  'Language',
  'Version',
]

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' })

export function polecatRow(cited: CitedIncident): Row {
  const { incident, accounts } = cited
  const { id, type, mode, time, place } = incident
  const { admin1, admin2, feature, country } = whereOf(cited)
  const reports = reportsOf(cited)
  const isTown = place?.precision === 'settlement' || place?.precision === 'exact'
  const [reader] = accounts.map((account) => account.cited.reading.reader)
  return {
    'Event ID': id,
    'Event Date': time?.start === time?.end ? (time?.start ?? null) : null,
    'Event Type': type,
    'Event Mode': mode ?? null,
    ...partyCells(incident, 'Actor'),
    ...partyCells(incident, 'Recipient'),
    Placename: place?.name ?? null,
    City: isTown ? place.name : null,
    District: admin2,
    Province: admin1,
    Country: country?.alpha3 ?? null,
    Latitude: place?.lat ?? null,
    Longitude: place?.lon ?? null,
    'GeoNames ID': place?.geonameId ?? null,
    'Raw Placename': valuesOf(incident, 'place'),
    'Feature Type': feature,
    Source: joined(reports.map(({ outlet }) => outlet)),
    'Publication Date': reports.flatMap(({ date }) => date || []).toSorted()[0] ?? null,
    Language: joined(accounts.map(({ cited: { article } }) => languageOf(article.language))),
    Version: reader ? `hearsay ${reader.version}` : null,
  }
}

/** Without a single name, country and sectors where accounts dispute who it was; what they wrote stands in "Name Raw". */
function partyCells(incident: Incident, role: 'Actor' | 'Recipient'): Row {
  const aspect = role === 'Actor' ? 'actor' : 'recipient'
  const settled = isDisputed(incident, aspect) ? [] : partiesClaimed(incident, aspect)
  const sectors = [...new Set(settled.flatMap(({ sector }) => sector ?? []))]
  return {
    [`${role} Name`]: joined(settled.map(({ name }) => name)),
    [`${role} Country`]: joined(
      settled.map(({ country }) => (country === undefined ? undefined : COUNTRIES.get(country)?.alpha3)),
    ),
    [`Primary ${role} Sector`]: sectors.length === 1 ? sectors[0] : null,
    [`${role} Sectors`]: joined(sectors),
    [`${role} Name Raw`]: valuesOf(incident, aspect),
  }
}

/** "en-GB" -> "English"; nothing for what is no code. */
function languageOf(code: string): string | undefined {
  const language = /^[a-z]{2,3}(?=$|-)/i.exec(code)?.[0]
  return language === undefined || language === 'und' ? undefined : LANGUAGES.of(language)
}

const joined = (words: readonly (string | undefined)[]): string | null =>
  [...new Set(words.flatMap((word) => (word ? oneLine(word) : [])))].join('; ') || null
