// Which keys are one party, whatever their order, and what people say of them.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupParties } from './registry.ts'

const groups = (keys: readonly string[], sayings: Parameters<typeof groupParties>[1] = []): string[][] => {
  const found = new Map<string, string[]>()
  for (const [key, party] of groupParties(keys, sayings)) found.set(party, [...(found.get(party) ?? []), key])
  return [...found.values()].filter((group) => group.length > 1)
}

it.each<[keys: string[], together: string[][], why: string]>([
  [['body | army | ML', 'body | army | NE'], [], 'armies of two countries'],
  [['body | army | ML', 'body | army |'], [], 'an army of no country that is known is nobody’s'],
  [['body | army | ? a1#1', 'body | army | ? a1#2', 'body | army | ML'], [], 'nor is that of one article another’s'],
  [
    ['person | rommel dalandag |', 'person | rommel dalandang |'],
    [['person | rommel dalandag |', 'person | rommel dalandang |']],
    'a family name misspelt',
  ],
  [['person | rommel dalan |', 'person | rommel daza |'], [], 'two that begin alike'],
  [['body | police | ML | gao', 'body | police | ML | mopti'], [], 'the police of two towns'],
  [
    ['body | niger movement for justice | NE', 'body | nmj |'],
    [['body | niger movement for justice | NE', 'body | nmj |']],
    'initials',
  ],
  [
    ['person | dawlat radmanesh | AF', 'person | dawlat radmanish | AF'],
    [['person | dawlat radmanesh | AF', 'person | dawlat radmanish | AF']],
    'two spellings',
  ],
  [
    ['person | radmanesh | AF', 'person | dawlat radmanish | AF'],
    [['person | dawlat radmanish | AF', 'person | radmanesh | AF']],
    'a family name of the same country',
  ],
  [['person | ruiz |', 'person | ana ruiz |'], [], 'a family name of no country'],
  [['person | ana ruiz | ES', 'person | ana ruiz | PE', 'person | ana ruiz |'], [], 'namesakes: it is open whose'],
  [
    ['outlet | reuters |', 'outlet | reuters news agency |'],
    [['outlet | reuters news agency |', 'outlet | reuters |']],
    'an agency with its kind',
  ],
  [['outlet | dol post |', 'body | dol post |'], [], 'an outlet and a body'],
])('%j: %j (%s)', (keys, together) => expect(groups(keys)).toEqual(together))

const KEYS = [
  'person | dawlat radmanish | ES',
  'person | dawlat radmanesh | ES',
  'body | police | ES',
  'body | guardia civil | ES',
]

it('what people say holds over the rules, and the later over the earlier', () => {
  expect(groups(KEYS)).toEqual([['person | dawlat radmanesh | ES', 'person | dawlat radmanish | ES']])
  expect(groups(KEYS, [[[KEYS[0]], [KEYS[1]]]])).toEqual([])
  expect(groups(KEYS, [[[KEYS[2], KEYS[3]]]])).toContainEqual([KEYS[3], KEYS[2]])
  expect(groups(KEYS, [[[KEYS[2], KEYS[3]]], [[KEYS[2]], [KEYS[3]]]])).toHaveLength(1)
})

it('gives the same whatever the order', () => {
  const all = [...KEYS, 'person | radmanish | ES', 'person | dawlat radmanish |', 'body | gc | ES', 'outlet | ruiz |']
  const whole = [...groupParties(all, [])]
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect([...groupParties([...shuffled, ...shuffled], [])]).toEqual(whole)
    }),
  )
})
