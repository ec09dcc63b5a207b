// `hearsay gazetteer`: looks up places by name, and adds places from a GeoNames dump.

import { createReadStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { compileGazetteer } from '../../gazetteer/compile.ts'
import type { PlaceEntry } from '../../gazetteer/entry.ts'
import { spellings } from '../../gazetteer/fold.ts'
import type { Gazetteer, Listed } from '../../gazetteer/gazetteer.ts'
import { parseGeoNamesLine } from '../../gazetteer/geonames.ts'
import { explainFileError } from '../../intake/io/file-error.ts'
import { replaceFile } from '../../replace-file.ts'
import { loadGazetteer, ownGazetteerPath } from '../../resources.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { standardOutput, tell } from '../print/output.ts'
import { outputStyle } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { count, printable } from '../print/text.ts'

export function addGazetteerCommand(program: Command): void {
  const gazetteer = program
    .command('gazetteer')
    .summary('look up places, or add more')
    .description('Looks up places that Hearsay knows, or adds those of a GeoNames dump.')
    .addHelpText('after', EXAMPLES)
  gazetteer
    .command('find')
    .description('lists the places of a name, the largest first, with the regions that contain them')
    .argument('<name...>', 'as a report would spell it')
    .action(findPlaces)
  gazetteer
    .command('add')
    .description('adds the places of a GeoNames dump (allCountries.txt, SY.txt, ...) to your own gazetteer')
    .argument('<file>', 'unpacked: 19 columns separated by tabs')
    .action(addPlaces)
}

async function findPlaces(words: string[]): Promise<void> {
  const name = words.join(' ')
  const gazetteer = loadGazetteer()
  const found = new Map<number, Listed>()
  for (const form of spellings(name)) for (const listed of gazetteer.find(form)) found.set(listed.place.index, listed)
  if (found.size === 0) return tell(`the gazetteer has no place called ${printable(name)}`)
  const places = [...found.values()].sort((a, b) => b.place.population - a.place.population)
  await standardOutput().write(placeTable(places, gazetteer))
}

function placeTable(places: readonly Listed[], gazetteer: Gazetteer): string {
  const rows = places.map(({ place }) => [
    printable(place.name),
    printable(
      gazetteer
        .containers(place)
        .map(({ name }) => name)
        .join(', '),
    ),
    place.feature,
    String(place.population),
    `${place.lat}, ${place.lon}`,
    place.id ? String(place.id) : '',
  ])
  return formatTable(
    [
      { head: 'NAME', width: { share: 40 } },
      { head: 'IN', width: { share: 60 } },
      { head: 'KIND', width: 8 },
      { head: 'PEOPLE', width: 12 },
      { head: 'POINT', width: 22 },
      { head: 'GEONAMES', width: 10 },
    ],
    rows,
    outputStyle(),
  )
}

async function addPlaces(file: string): Promise<void> {
  const gazetteer = loadGazetteer()
  const added = await readDump(file)
  if (added.length === 0)
    throw new UserError(
      `${file} contains no places; give an unpacked GeoNames dump of 19 columns separated by tabs`,
      EXIT.usage,
    )
  const { file: packed, places, names } = compileGazetteer([...gazetteer.entries(), ...added], gazetteer.source)
  const path = ownGazetteerPath()
  await mkdir(dirname(path), { recursive: true })
  replaceFile(path, packed)
  tell(`read ${count(added.length, 'place')}; ${path} now has ${count(places, 'place')}, ${count(names, 'name')}`)
}

async function readDump(file: string): Promise<PlaceEntry[]> {
  const found: PlaceEntry[] = []
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      const entry = parseGeoNamesLine(line)
      if (entry) found.push(entry)
    }
  } catch (error) {
    const { message } = explainFileError(error)
    throw new UserError(`${file}: ${message}`, EXIT.usage)
  }
  return found
}

const EXAMPLES = `
The gazetteer that comes with Hearsay has settlements of at least 500 people. Your own is in your data folder, or where
HEARSAY_GAZETTEER says. Once it exists, every reading uses it. Remove the file to undo all additions. Adding a country takes
seconds; adding the whole world takes minutes and several gigabytes of memory.

Places are from GeoNames (geonames.org), CC BY 4.0.

Examples:
  hearsay gazetteer find Urosevac
  hearsay gazetteer add SY.txt
`
