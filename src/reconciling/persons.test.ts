import { expect, it } from 'vitest'
import { isSamePerson, isVariant } from './persons.ts'

it.each<[one: string, other: string, same: boolean]>([
  ['radmanish', 'radmanesh', true],
  ['mohammed', 'muhamad', true],
  ['qassem', 'kasim', true],
  ['hussein', 'hassan', false],
  ['ana', 'ani', false],
  ['petrova', 'petrov', false],
  ['marin', 'martin', false],
  ['keita', 'kouyate', false],
])('%s and %s may be one name: %s', (one, other, same) => expect(isVariant(one, other)).toBe(same))

const named = (name: string, country?: string) => ({ words: name.split(' '), ...(country ? { country } : {}) })

it.each<[one: string, other: string, countries: [string?, string?], same: boolean, why: string]>([
  ['dawlat radmanish', 'dawlat radmanesh', ['AF', 'AF'], true, 'another spelling'],
  ['radmanish', 'radmanesh', ['AF', 'AF'], true, 'a family name, of one country'],
  ['qassemi', 'kasimi', [], false, 'a family name alone'],
  ['qassemi', 'kasimi', ['IR', 'IR'], true, 'the same, of one country'],
  ['ana ruiz', 'ruiz', [], true, 'the family name'],
  ['ana ruiz', 'ana ruiz', ['ES', 'PE'], false, 'namesakes of two countries'],
])('%s and %s, %j: one person %s (%s)', (one, other, [a, b], same) =>
  expect(isSamePerson(named(one, a), named(other, b))).toBe(same),
)
