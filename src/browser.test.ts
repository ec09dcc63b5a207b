import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDocument, read, reconcile } from './index.ts'
import { loadResources } from './resources.ts'
import { quietClose, visit } from './testing/browser.ts'
import { serveBundled } from './testing/bundled.ts'
import type { Reading } from './types.ts'

const EXAMPLES = new URL('../examples/', import.meta.url)
const names = readdirSync(EXAMPLES).filter((name) => name !== 'README.md')

const PROGRAM = `
import * as runtime from 'onnxruntime-web/wasm'
import { loadResources, openDocument, read, reconcile } from 'hearsay/browser'
runtime.env.wasm.wasmPaths = '/runtime/'
runtime.env.wasm.numThreads = 1
const bytesOf = async (path) => new Uint8Array(await (await fetch('/hearsay/' + path)).arrayBuffer())
globalThis.readAll = async (names) => {
  const resources = await loadResources(runtime, bytesOf)
  const readings = []
  for (const name of names)
    readings.push(await read(await openDocument({ bytes: await bytesOf('examples/' + name), origin: name }), resources))
  return { readings, incidents: reconcile(readings) }
}
globalThis.ready = true
`

test('a browser reads the examples as Node does, and reconciles them to the same incidents', async () => {
  const visitor = await visit(await serveBundled(PROGRAM))
  const { page } = visitor
  await page.waitForFunction('globalThis.ready')
  const found: { readings: Reading[]; incidents: unknown } = await page.evaluate(
    (names) => (globalThis as unknown as { readAll: (names: string[]) => never }).readAll(names),
    names,
  )
  const resources = await loadResources()
  const expected: Reading[] = []
  for (const name of names) {
    const bytes = readFileSync(new URL(name, EXAMPLES))
    expected.push(await read(await openDocument({ bytes, origin: name }), resources))
  }
  for (const [at, reading] of expected.entries()) expect(found.readings[at], names[at]).toEqual(reading)
  expect(found.incidents).toEqual(reconcile(expected))
  await quietClose(visitor)
}, 300_000)
