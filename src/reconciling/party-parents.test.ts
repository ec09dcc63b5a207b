import { expect, it } from 'vitest'
import { bodyParent } from './party-parents.ts'

it.each<[key: string, parent: string | null, why: string]>([
  ['body | air force | AF', 'body | army | AF', 'an arm of the armed forces'],
  ['body | army | AF', 'body | government | AF', 'the armed forces of the state'],
  ['body | police | ML | gao', 'body | police | ML', 'the police of a town'],
  ['body | interior ministry | ML', 'body | government | ML', 'a ministry'],
  ['body | government | ML', null, 'the state itself'],
  ['body | opposition | ML', null, 'no part of the state'],
  ["body | lord's resistance army | UG", null, 'an armed group'],
  ['body | army |', null, 'of no country that is known'],
  ['person | ana ruiz | ES', null, 'a person'],
])('%s is a part of %s (%s)', (key, parent) => expect(bodyParent(key)).toBe(parent))
