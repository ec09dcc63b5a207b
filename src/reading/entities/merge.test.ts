import { describe, expect, it } from 'vitest'
import type { EntityType } from '../../types.ts'
import { mergeNames } from './merge.ts'

const CASES: [string, [string, EntityType | null][], string[], string][] = [
  [
    'the Ana Ortega Front for Bread (FPAO) said that FPAO men left',
    [
      ['Ana Ortega Front for Bread', 'organisation'],
      ['FPAO', null],
    ],
    ['Ana Ortega Front for Bread'],
    'a short form of another language, introduced in brackets',
  ],
  [
    'FPAO [Ana Ortega Front for Bread] said so',
    [
      ['FPAO', 'organisation'],
      ['Ana Ortega Front for Bread', 'organisation'],
    ],
    ['Ana Ortega Front for Bread'],
    'the other way round',
  ],
  [
    'the United Farm Council said; UFC men left',
    [
      ['United Farm Council', 'organisation'],
      ['UFC', null],
    ],
    ['United Farm Council'],
    'initials need no brackets',
  ],
  [
    'Santa Ana (APS) A bus burned',
    [
      ['Santa Ana', 'place'],
      ['APS', 'outlet'],
    ],
    ['Santa Ana', 'APS'],
    'a place and an agency',
  ],
  [
    'the Harbour Workers Union (Reform List) split',
    [
      ['Harbour Workers Union', 'organisation'],
      ['Reform List', 'organisation'],
    ],
    ['Harbour Workers Union', 'Reform List'],
    'no short form',
  ],
  [
    'the Harbour Workers Union and XYZ split',
    [
      ['Harbour Workers Union', 'organisation'],
      ['XYZ', null],
    ],
    ['Harbour Workers Union', 'XYZ'],
    'two bodies',
  ],
  [
    'Petar Ilic spoke; P. Ilic left',
    [
      ['Petar Ilic', 'person'],
      ['P. Ilic', 'person'],
    ],
    ['Petar Ilic'],
    'an initial for the first name',
  ],
  [
    'Petar Ilic spoke; M. Ilic left',
    [
      ['Petar Ilic', 'person'],
      ['M. Ilic', 'person'],
    ],
    ['Petar Ilic', 'M. Ilic'],
    'another initial',
  ],
  [
    'Petar Ilic spoke to Pavel Ilic; P. Ilic left',
    [
      ['Petar Ilic', 'person'],
      ['Pavel Ilic', 'person'],
      ['P. Ilic', 'person'],
    ],
    ['Petar Ilic', 'Pavel Ilic', 'P. Ilic'],
    'an initial of two',
  ],
  [
    'Ana Maria Sol spoke; A. M. Sol left; Ana S. came back',
    [
      ['Ana Maria Sol', 'person'],
      ['A. M. Sol', 'person'],
      ['Ana S.', 'person'],
    ],
    ['Ana Maria Sol'],
    'initials for both first names, and for the last',
  ],
  [
    'Abu Bakr al-Nuri spoke; Abubakr Al Nuri left',
    [
      ['Abu Bakr al-Nuri', 'person'],
      ['Abubakr Al Nuri', 'person'],
    ],
    ['Abu Bakr al-Nuri'],
    'the same letters, parted otherwise',
  ],
]

describe('names of one thing', () => {
  it.each(CASES)('%s', (text, names, expected) => {
    const mentions = names.map(([surface, type]) => {
      const start = text.indexOf(surface)
      return { span: [start, start + surface.length] as [number, number], surface, type, roles: [] }
    })
    expect(mergeNames(mentions, text).map(({ name }) => name)).toEqual(expected)
  })
})
