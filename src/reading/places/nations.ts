// A country's code -> its point and that of its capital, as the gazetteer has them.

import { foldName } from '../../gazetteer/fold.ts'
import type { Gazetteer, Place } from '../../gazetteer/gazetteer.ts'
import type { NameLexicon } from '../entities/lexicon.ts'
import { describePlace } from './describe.ts'
import type { Nations } from './described.ts'
import { isCountry } from './geography.ts'

/** A demonym leaves little doubt. */
const LIKELY = 0.9

export function nationsOf({ gazetteer, names }: { gazetteer: Gazetteer; names: NameLexicon }): Nations {
  const find = (code: string, name: string | undefined, fits: (place: Place) => boolean) => {
    const found = gazetteer
      .find(foldName(name ?? ''))
      .map(({ place }) => place)
      .filter((place) => place.country === code && fits(place))
      .toSorted((a, b) => b.population - a.population)[0]
    return found && describePlace({ place: found, share: 1, container: false }, gazetteer, LIKELY)
  }
  return {
    country: (code) => find(code, names.countries.get(code)?.name, isCountry),
    capital: (code) => find(code, names.countries.get(code)?.capital, ({ feature }) => feature.startsWith('PPL')),
  }
}
