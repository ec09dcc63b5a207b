import { describe, expect, it } from 'vitest'
import { bestRun, bestRuns, cueRuns, probabilities, weigh, wholeWords } from './decode.ts'

const [O, B, I]: [number, number, number][] = [
  [0.9, 0.05, 0.05],
  [0.1, 0.8, 0.1],
  [0.1, 0.1, 0.8],
]
const apart = [false, false, false, false, false]

describe('cue runs', () => {
  it.each([
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
  ] as const)('%j', (tags, touches, expected) => expect(cueRuns(tags, touches, 0.5)).toEqual(expected))
})

describe('best run', () => {
  it.each([
    [[-1, 2, 3, -1], { run: [1, 2], total: 5 }, 'the middle'],
    [[2, -1, 2], { run: [0, 2], total: 3 }, 'over a weak piece'],
    [[2, -5, 2], { run: [0, 0], total: 2 }, 'the earliest of equals'],
    [[-1, -2], null, 'none'],
    [[], null, 'nothing to choose from'],
  ])('%j', (scores, expected) => expect(bestRun(scores)).toEqual(expected))
})

describe('best runs', () => {
  it.each([
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
  ])('%j', (scores, expected) => expect(bestRuns(scores, 2)).toEqual(expected))
})

it('weighs within limits and never takes what is barred', () => {
  expect(weigh([9, -9, 1, 1], 0.5, [[3, 3]])).toEqual([6.5, -5.5, 1.5, -1e6])
})

it('takes whole words', () => {
  expect(wholeWords([2, 2], [false, false, true, true, false])).toEqual([1, 3])
})

it('makes probabilities of scores', () => {
  expect(probabilities(new Float32Array([7, 7, 7, 500, 0, -500]), 1)).toEqual([1, 0, 0])
})
