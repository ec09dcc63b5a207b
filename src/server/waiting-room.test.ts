import { request as rawRequest } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { lineReader, serve } from '../testing/served.ts'
import { openWaitingRoom } from './waiting-room.ts'

/** Whoever wants to go in, in order, with their bytes -> who is inside, at each moment. */
function watched(capacity: number) {
  const room = openWaitingRoom(capacity)
  const inside = new Map<string, () => void>()
  return {
    names: () => [...inside.keys()].join(''),
    async come(name: string, bytes: number, signal?: AbortSignal) {
      room.enter(bytes, signal).then((leave) => leave && inside.set(name, leave))
      await wait(0)
    },
    async leave(name: string) {
      inside.get(name)?.()
      inside.delete(name)
      await wait(0)
    },
  }
}

test('as many are inside as their bytes allow, in the order in which they came', async () => {
  const { come, leave, names } = watched(100)
  await come('a', 60)
  await come('b', 40)
  await come('c', 50)
  await come('d', 10)
  expect(names(), 'd is small, but c came first').toBe('ab')
  await leave('b')
  expect(names()).toBe('a')
  await leave('a')
  expect(names()).toBe('cd')
})

test('what is larger than the room goes in alone', async () => {
  const { come, leave, names } = watched(100)
  await come('a', 1)
  await come('b', 500)
  expect(names()).toBe('a')
  await leave('a')
  expect(names()).toBe('b')
})

test('whoever gives up waiting holds up nobody', async () => {
  const { come, leave, names } = watched(100)
  const gone = new AbortController()
  await come('a', 90)
  await come('b', 90, gone.signal)
  await come('c', 5)
  expect(names()).toBe('a')
  gone.abort()
  await wait(0)
  expect(names()).toBe('ac')
  await leave('a')
  expect(names()).toBe('c')
})

test('the server reads no more bytes at a time than the largest document has, and answers every upload', async () => {
  let [now, most] = [0, 0]
  const reader: typeof lineReader = {
    async read(received) {
      now += received.bytes.length
      most = Math.max(most, now)
      await wait(20)
      now -= received.bytes.length
      return lineReader.read(received)
    },
  }
  const { url } = await serve([], { maxSize: 1000, reader })
  const upload = (name: number, length: 'stated' | 'not stated') =>
    new Promise((resolve, reject) => {
      const body = `Ada said it was ${name}. ${'x'.repeat(400)}`
      const headers = {
        'content-type': 'application/octet-stream',
        ...(length === 'stated' ? { 'content-length': body.length } : { 'transfer-encoding': 'chunked' }),
      }
      const request = rawRequest(`${url}api/documents?name=${name}.txt`, { method: 'POST', headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode))
      })
      request.on('error', reject).end(body)
    })
  const uploads = Array.from({ length: 12 }, (_, name) => upload(name, name % 3 === 0 ? 'not stated' : 'stated'))
  expect(await Promise.all(uploads)).toEqual(uploads.map(() => 200))
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThanOrEqual(1000)
})
