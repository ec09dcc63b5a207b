// Places -> the index file: columns of numbers, and all names sorted for binary search.

import { gzipSync } from 'node:zlib'
import { containers, ownCode, type PlaceEntry } from './entry.ts'
import { foldedNames } from './names.ts'
import { type Header, NONE, writeSections } from './sections.ts'

export interface Compiled {
  file: Uint8Array
  places: number
  names: number
}

/** @param source of the entries, with its licence: it goes into the file. Of several with one id the last counts. */
export function compileGazetteer(given: Iterable<PlaceEntry>, source: string): Compiled {
  const entries = distinct(given)
  const byCode = new Map<string, number>()
  entries.forEach((entry, index) => {
    const code = ownCode(entry)
    if (code !== null && !byCode.has(code)) byCode.set(code, index)
  })
  const features = new Codes()
  const countries = new Codes()
  const columns = {
    id: Uint32Array.from(entries, ({ id }) => id),
    lat: Float32Array.from(entries, ({ lat }) => lat),
    lon: Float32Array.from(entries, ({ lon }) => lon),
    population: Uint32Array.from(entries, ({ population }) => population),
    feature: Uint16Array.from(entries, ({ feature }) => features.of(feature)),
    country: Uint16Array.from(entries, ({ country }) => countries.of(country)),
    within: Uint32Array.from(entries, (entry) => within(entry, byCode)),
  }
  const names = indexNames(entries)
  const codes = Array.from(byCode, ([code, index]) => `${code}\t${index}`).join('\n')
  const header: Header = { source, features: features.list, countries: countries.list }
  const file = writeSections(header, {
    ...columns,
    ...names,
    ...strings(entries.map(({ name }) => name)),
    codes: new TextEncoder().encode(codes),
  })
  return { file: gzipSync(file, { level: 6 }), places: entries.length, names: names.nameStart.length - 1 }
}

function distinct(given: Iterable<PlaceEntry>): PlaceEntry[] {
  const known = new Map<string | number, PlaceEntry>()
  let unnamed = 0
  for (const entry of given) {
    // A division may come from a list without ids first, and then from a dump.
    const code = ownCode(entry)
    const key = code ?? (entry.id || `unnamed ${unnamed++}`)
    const before = known.get(key)
    known.set(key, before ? merged(before, entry) : entry)
  }
  return [...known.values()]
}

const merged = (before: PlaceEntry, entry: PlaceEntry): PlaceEntry => ({
  ...entry,
  id: entry.id || before.id,
  synonyms: [...before.synonyms, ...entry.synonyms],
  alternates: [...before.alternates, before.name, ...entry.alternates],
  population: entry.population || before.population,
})

function within(entry: PlaceEntry, byCode: ReadonlyMap<string, number>): number {
  const code = containers(entry).find((candidate) => byCode.has(candidate))
  return code === undefined ? NONE : (byCode.get(code) ?? NONE)
}

/** A list of codes, numbered as they come. */
class Codes {
  readonly list: string[] = []
  readonly #numbers = new Map<string, number>()
  of(code: string): number {
    const known = this.#numbers.get(code)
    if (known !== undefined) return known
    this.#numbers.set(code, this.list.length)
    return this.list.push(code) - 1
  }
}

/** Names in the order of their code units; of each, the places: index times two, plus one where it is an alternate name. */
function indexNames(entries: readonly PlaceEntry[]) {
  const places = new Map<string, number[]>()
  entries.forEach((entry, index) => {
    for (const { form, primary } of foldedNames(entry)) {
      const reference = index * 2 + (primary ? 0 : 1)
      const list = places.get(form)
      if (list) list.push(reference)
      else places.set(form, [reference])
    }
  })
  const encoder = new TextEncoder()
  const sorted = Array.from(places.keys(), (form) => ({ form, bytes: encoder.encode(form) }))
  sorted.sort((a, b) => Buffer.compare(a.bytes, b.bytes))
  const references = sorted.map(({ form }) => places.get(form) ?? [])
  return {
    nameStart: starts(sorted.map(({ bytes }) => bytes.length)),
    nameBytes: Buffer.concat(sorted.map(({ bytes }) => bytes)),
    placeStart: starts(references.map(({ length }) => length)),
    places: Uint32Array.from(references.flat()),
  }
}

function strings(list: readonly string[]) {
  const encoder = new TextEncoder()
  const encoded = list.map((text) => encoder.encode(text))
  return { titleStart: starts(encoded.map(({ length }) => length)), titleBytes: Buffer.concat(encoded) }
}

function starts(lengths: readonly number[]): Uint32Array {
  const found = new Uint32Array(lengths.length + 1)
  lengths.forEach((length, index) => {
    found[index + 1] = found[index] + length
  })
  return found
}
