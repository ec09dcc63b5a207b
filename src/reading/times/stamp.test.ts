import { expect, it } from 'vitest'
import { readParagraph } from '../../testing/read-text.ts'
import { findStamp } from './stamp.ts'
import { findTimes } from './times.ts'

const PUBLISHED = { value: '2017-04-26', basis: 'given' } as const

it.each<[text: string, stamp: string, why: string]>([
  ['Published April 26 2017 At least 6 traders were killed on Tuesday.', 'Published April 26 2017', 'said so'],
  ['Posted on 3 May 2016 by Ana Rao Gunmen killed two.', 'Posted on 3 May 2016', 'said so, whenever it came out'],
  ['AFP Wednesday 26 Apr 2017 Gunmen killed two.', 'AFP Wednesday 26 Apr 2017', 'an agency, and the day it came out'],
  ['26 April 2017 Gunmen killed two.', '26 April 2017', 'the day it came out'],
  [
    '26.04.2017 (updated 14:57 26.04.2017) Gunmen killed two.',
    '26.04.2017 (updated 14:57 26.04.2017)',
    'and was changed',
  ],
  ['25 April 2016 Gunmen killed two.', '', 'another day, and no label'],
  ['26 April 2017: Gunmen killed two.', '', 'a line of a chronicle'],
  ['On 26 April 2017 gunmen killed two.', '', 'a sentence about that day'],
  ['Gunmen killed two on 26 April 2017 in Dol.', '', 'not at the beginning'],
])('%s -> %s (%s)', async (text, stamp) => {
  const article = await readParagraph(text)
  expect(text.slice(...(findStamp(article, findTimes(article, PUBLISHED, 'a1'), PUBLISHED) ?? [0, 0]))).toBe(stamp)
})
