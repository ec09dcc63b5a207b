// The options that choose incidents, shared by the commands that list and export them.

import { type Command, InvalidArgumentError, Option } from 'commander'
import { placesInside } from '../../gazetteer/inside.ts'
import type { ChoosePlaces, IncidentFilter } from '../../record/incidents/list.ts'
import { loadGazetteer } from '../../resources.ts'

export type IncidentChoice = Omit<IncidentFilter, 'substantial' | 'sort' | 'limit'>

export const addIncidentFilter = (command: Command): Command =>
  command
    .option('--type <category>', 'only of this category: ASSAULT, COERCE, PROTEST, HAZARD, ...')
    .addOption(
      new Option(
        '--place <place>',
        "only inside this country, region or town: its name, a country's code, or a GeoNames id",
      ).argParser(parsePlace),
    )
    .option('--origin <words>', 'only those that rest on an origin with these words in its name')
    .addOption(new Option('--since <date>', 'only from this day on: 2016-06-20').argParser(parseDate))
    .addOption(new Option('--until <date>', 'only until this day').argParser(parseDate))
    .option('--disputed', 'only if accounts of independent origins cannot all be right')
    .option('--unnamed', 'only those that rest on unnamed sources alone')
    .addOption(new Option('--origins <n>', 'only with at least this many independent origins').argParser(parseCount))

/** Opening the gazetteer takes a moment: it waits until there are places to choose from. */
function parsePlace(typed: string): ChoosePlaces {
  let choose: ChoosePlaces | null = null
  return (places) => {
    choose ??= placesInside(typed, loadGazetteer())
    return choose(places)
  }
}

function parseDate(typed: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(typed)) throw new InvalidArgumentError('Write a day as 2016-06-20.')
  return typed
}

function parseCount(typed: string): number {
  if (!/^\d{1,15}$/.test(typed)) throw new InvalidArgumentError('Write a whole number.')
  return Number(typed)
}
