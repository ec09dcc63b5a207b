import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder, type Room } from './in-order.ts'

interface Thing {
  name: number
  size: number
  /** Milliseconds. */
  takes: number
}

async function* arriving<T>(things: readonly T[]): AsyncGenerator<T> {
  yield* things
}

const THINGS = fc.array(fc.record({ size: fc.nat(50), takes: fc.nat(4) }), { maxLength: 20 })
const ROOM: fc.Arbitrary<Room> = fc.record({ items: fc.integer({ min: 1, max: 6 }), size: fc.nat(100) })

test('whatever takes long: in order, each once, never more than there is room for, as many as there is room for', async () => {
  await fc.assert(
    fc.asyncProperty(THINGS, ROOM, async (drawn, room) => {
      const things = drawn.map((thing, name) => ({ ...thing, name }))
      const under = new Set<Thing>()
      const given: Thing[] = []
      const begin = async (thing: Thing) => {
        under.add(thing)
        const held = [...under].reduce((sum, { size }) => sum + size, 0)
        expect(under.size).toBeLessThanOrEqual(room.items)
        expect(under.size === 1 || held <= room.size).toBe(true)
        await sleep(thing.takes)
        return thing.name
      }
      for await (const { item, result } of inOrder(arriving(things), begin, ({ size }) => size, room)) {
        expect(result).toBe(item.name)
        given.push(item)
        under.delete(item)
      }
      expect(given).toEqual(things)
    }),
    { numRuns: 60 },
  )
})

test('several are under way at a time', async () => {
  let under = 0
  let most = 0
  const begin = async () => {
    most = Math.max(most, ++under)
    await sleep(5)
    under--
  }
  for await (const _ of inOrder(arriving([1, 2, 3, 4, 5, 6]), begin, () => 1, { items: 3, size: 10 }));
  expect(most).toBe(3)
})

test('a result is given while the next thing is still waited for, and nothing is asked for behind a slow first one', async () => {
  let asked = 0
  async function* endless(): AsyncGenerator<number> {
    for (;;) {
      if (asked === 2) await new Promise(() => {})
      yield asked++
    }
  }
  const results = inOrder(
    endless(),
    async (name) => name,
    () => 1,
    { items: 9, size: 9 },
  )
  expect((await results.next()).value).toEqual({ item: 0, result: 0 })
  expect((await results.next()).value).toEqual({ item: 1, result: 1 })
  await results.return(undefined)

  asked = -1000
  const blocked = inOrder(
    endless(),
    () => new Promise<number>(() => {}),
    () => 1,
    { items: 4, size: 9 },
  )
  void blocked.next()
  await sleep(20)
  expect(asked).toBe(-1000 + 4)
})

test('what fails ends the run when its turn comes, whatever failed behind it', async () => {
  const given: number[] = []
  const begin = async (name: number) => {
    if (name > 1) throw new Error(`number ${name}`)
    await sleep(10)
    return name
  }
  const run = async () => {
    for await (const { result } of inOrder(arriving([0, 1, 2, 3]), begin, () => 1, { items: 4, size: 9 }))
      given.push(result)
  }
  await expect(run()).rejects.toThrow('number 2')
  expect(given).toEqual([0, 1])
})
