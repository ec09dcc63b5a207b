import { expect, it } from 'vitest'
import { isCredit } from './credit.ts'

it.each<[label: string, credit: boolean, why: string]>([
  ['REUTERS/Ana Ruiz', true, 'an agency and its photographer'],
  ['AP Photo', true, 'an agency’s photo'],
  ['Getty Images', true, 'an agency of photos'],
  ['Photo by Ana Ruiz', true, 'said in words'],
  ['the Reuters news agency', false, 'an agency that reports'],
  ['photographs of the scene', false, 'pictures that show something'],
  ['AFP', false, 'an agency'],
])('%s: %s (%s)', (label, credit) => expect(isCredit(label)).toBe(credit))
