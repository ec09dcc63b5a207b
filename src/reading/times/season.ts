// A season and its context -> its year.

import { type Day, dayOf, fieldsOf, isoOf } from '../../calendar.ts'
import type { Which } from './expression.ts'
import type { Of, Resolved, Setting } from './setting.ts'
import type { Tense } from './tense.ts'
import { openValue, seasonValue } from './value.ts'
import type { Season } from './vocabulary.ts'

export function resolveSeason({ season, year, which, definite }: Of<'season'>, setting: Setting): Resolved {
  const { publication, tense } = setting
  if (year !== undefined) return { ...seasonValue(year, season), basis: 'absolute' }
  // "in the summer", where something happened or will, is one summer; where something is so, each.
  const one = which !== undefined || (definite && (tense === 'past' || tense === 'future'))
  if (which === undefined && one && setting.toldYear !== null)
    return { ...seasonValue(setting.toldYear, season), basis: 'narrative' }
  if (!one || publication === null || (which === undefined && !setting.deictic))
    return { ...openValue(`XXXX-${season}`, 'season'), basis: 'absolute' }
  return { ...seasonValue(seasonYear(season, which ?? 0, publication, tense), season), basis: 'publication' }
}

function seasonYear(season: Season, which: Which, publication: Day, tense: Tense | null): number {
  const { year: here } = fieldsOf(publication)
  const today = isoOf(publication)
  const years = [here - 2, here - 1, here, here + 1]
  const of = (year: number) => seasonValue(year, season)
  const ended = years.findLast((year) => (of(year).end ?? '') < today) ?? here - 1
  const coming = years.find((year) => (of(year).start ?? '') > today) ?? here + 1
  if (which === -1) return ended
  if (which === 1) return coming
  if (coming - ended === 2) return ended + 1
  const since = dayOf(here, 1, 1) - dayOf(ended, 1, 1) + publication - dayOf(here, 1, 1)
  return tense === 'past' || (tense !== 'future' && since < 365 && (of(ended).end ?? '').startsWith(String(here)))
    ? ended
    : coming
}
