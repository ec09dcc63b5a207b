import { expect, it } from 'vitest'
import { bestRun, bestRuns, cueRuns, weigh, wholeWords } from './decode.ts'
import type { Run } from './links.ts'

const [O, B, I]: [number, number, number][] = [
  [0.9, 0.05, 0.05],
  [0.1, 0.8, 0.1],
  [0.1, 0.1, 0.8],
]
const apart = [false, false, false, false, false]

const RUNS: [tags: (typeof O)[], touches: boolean[], runs: Run[], why: string][] = [
  [[O, O], apart, [], 'none'],
  [
    [O, B, I, O, B],
    apart,
    [
      [1, 2],
      [4, 4],
    ],
    'two',
  ],
  [
    [B, B],
    apart,
    [
      [0, 0],
      [1, 1],
    ],
    'one behind the other',
  ],
  [[B, B], [false, true], [[0, 1]], 'pieces of one word'],
  [[O, I, I], apart, [[1, 2]], 'without its beginning'],
]

it.each(RUNS)('cue runs of %j', (tags, touches, expected) => expect(cueRuns(tags, touches, 0.5)).toEqual(expected))

const BEST: [scores: number[], best: ReturnType<typeof bestRun>, why: string][] = [
  [[-1, 2, 3, -1], { run: [1, 2], total: 5 }, 'the middle'],
  [[2, -1, 2], { run: [0, 2], total: 3 }, 'over a weak piece'],
  [[2, -5, 2], { run: [0, 0], total: 2 }, 'the earliest of equals'],
  [[-1, -2], null, 'none'],
  [[], null, 'nothing to choose from'],
]

it.each(BEST)('best run of %j', (scores, expected) => expect(bestRun(scores)).toEqual(expected))

const SEVERAL: [scores: number[], runs: Run[], why: string][] = [
  [[3, 3, -1, 3], [[0, 3]], 'a weak piece breaks none'],
  [
    [3, 3, -6, 3],
    [
      [0, 1],
      [3, 3],
    ],
    'a strong one does',
  ],
  [[1.5, -6, 3], [[2, 2]], 'less than its price'],
  [[-1, -1], [], 'none'],
  [[], [], 'nothing to choose from'],
]

it.each(SEVERAL)('best runs of %j', (scores, expected) => expect(bestRuns(scores, 2)).toEqual(expected))

it('weighs within limits and never takes what is barred', () => {
  expect(weigh([9, -9, 1, 1], 0.5, [[3, 3]])).toEqual([6.5, -5.5, 1.5, -1e6])
})

it('takes whole words', () => {
  expect(wholeWords([2, 2], [false, false, true, true, false])).toEqual([1, 3])
})
