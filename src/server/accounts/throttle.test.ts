import { expect, test } from 'vitest'
import { addressGroup, type Counted, startThrottle } from './throttle.ts'

type By = readonly (readonly [Counted, string])[]

const SECOND = 1000
const MINUTE = 60 * SECOND

/** Fails until it must wait: how often, and how long the wait is then. */
function failUntilRefused(throttle: ReturnType<typeof startThrottle>, by: By, now: number): [number, number] {
  for (let tries = 0; tries < 1000; tries++) {
    const attempt = throttle.begin(by, now)
    if ('waitMs' in attempt) return [tries, attempt.waitMs]
  }
  throw new Error('never refused')
}

test('a few failures are free; then each wait is twice the last, to a limit', () => {
  const table: [kind: Counted, free: number, longest: number][] = [
    ['name', 5, MINUTE],
    ['address', 20, 15 * MINUTE],
    ['browser', 5, 15 * MINUTE],
  ]
  for (const [kind, free, longest] of table) {
    const throttle = startThrottle()
    const waits: number[] = []
    let now = 0
    expect(failUntilRefused(throttle, [[kind, 'x']], now), kind).toEqual([free, SECOND])
    for (let round = 0; round < 14; round++) {
      const [tries, wait] = failUntilRefused(throttle, [[kind, 'x']], now)
      if (round > 0) expect(tries).toBe(1)
      waits.push(wait)
      now += wait
    }
    expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8].map((seconds) => seconds * SECOND))
    expect(waits.at(-1)).toBe(longest)
  }
})

test('many tries in one moment gain nothing, and tries that are refused prolong nothing', () => {
  const throttle = startThrottle()
  const by: By = [['name', 'ada']]
  const outcomes = Array.from({ length: 100 }, () => throttle.begin(by, 0))
  expect(outcomes.filter((outcome) => 'succeeded' in outcome)).toHaveLength(5)
  expect(throttle.begin(by, SECOND)).toHaveProperty('succeeded')
})

test('a try that succeeds does not count; earlier failures still do', () => {
  const throttle = startThrottle()
  const by: By = [['name', 'ada']]
  for (let tries = 0; tries < 50; tries++) {
    const attempt = throttle.begin(by, 0)
    if ('succeeded' in attempt) attempt.succeeded()
  }
  expect(failUntilRefused(throttle, by, 0)[0]).toBe(5)
  expect(throttle.begin(by, 0)).toEqual({ waitMs: SECOND })
  expect(failUntilRefused(throttle, by, 61 * MINUTE)[0], 'forgotten after an hour').toBe(5)
})

test('whoever is known by their browser does not wait for what strangers do', () => {
  const throttle = startThrottle()
  for (let now = 0; now < 100 * MINUTE; now += 10 * SECOND)
    throttle.begin(
      [
        ['name', 'ada'],
        ['address', `10.0.${(now / SECOND) % 250}.1`],
      ],
      now,
    )
  const now = 100 * MINUTE - SECOND
  expect(throttle.begin([['browser', 'b1']], now)).toHaveProperty('succeeded')
  const elsewhere = throttle.begin(
    [
      ['name', 'ada'],
      ['address', '192.0.2.1'],
    ],
    now,
  )
  expect(elsewhere, 'elsewhere they wait a minute at most').toHaveProperty('waitMs')
  expect('waitMs' in elsewhere && elsewhere.waitMs).toBeLessThanOrEqual(MINUTE)
})

test.each([
  ['192.0.2.7', '192.0.2.7', 'IPv4 as it is'],
  ['::ffff:192.0.2.7', '192.0.2.7', 'IPv4 in a socket of IPv6'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2', 'the network of a line'],
  ['2001:db8:1:2:bbbb:1:2:3', '2001:db8:1:2', 'another address of it'],
  ['2001:DB8::1', '2001:db8:0:0', 'zeros left out, capitals'],
  ['fe80::1%eth0', 'fe80:0:0:0', 'with its interface'],
  ['::1', '0:0:0:0', 'this machine'],
])('%s is counted as %s: %s', (address, group) => expect(addressGroup(address)).toBe(group))
