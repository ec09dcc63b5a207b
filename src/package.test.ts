import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

/** What npm would pack. It compresses all of it to say so, which takes 15 seconds. */
function listPacked(): string[] {
  const found = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel', 'error'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 2 ** 26,
    }),
  )
  // npm 10 prints a list, npm 11 an object by name.
  const [{ files }] = Object.values(found) as { files: { path: string }[] }[]
  return files.map(({ path }) => path).sort()
}

const SYSTEMS = {
  'linux/x64': 'libonnxruntime.so.1',
  'linux/arm64': 'libonnxruntime.so.1',
  'darwin/arm64': 'libonnxruntime.1.dylib',
  'win32/x64': 'onnxruntime.dll',
  'win32/arm64': 'onnxruntime.dll',
}

const RUNTIME = [
  'LICENSE',
  'package.json',
  ...['backend', 'binding', 'index', 'version'].map((name) => `dist/${name}.js`),
  ...Object.entries(SYSTEMS).flatMap(([system, library]) =>
    ['onnxruntime_binding.node', library].map((name) => `bin/napi-v6/${system}/${name}`),
  ),
].map((path) => `dist/runtime/${path}`)

test('the package has the program, its data and its documents, and nothing else', () => {
  const packed = listPacked()
  const sources = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing/'))
    .flatMap((file) => ['.js', '.d.ts'].map((ending) => `dist/${file.slice(0, -3)}${ending}`))
  const program = packed.filter((path) => /^dist\/(?!(?:web|program)\/)/.test(path))
  expect(program, 'after rm -r dist && npm run build').toEqual([...sources, ...RUNTIME].sort())

  const others = packed.filter((path) => !path.startsWith('dist/'))
  expect([...new Set(others.map((path) => path.split('/')[0]))].sort()).toEqual(
    ['ARCHITECTURE.md', 'CHANGELOG.md', 'LICENSE', 'README.md', 'docs', 'examples', 'gazetteer', 'lexicon'].concat([
      'models',
      'package.json',
      'schema',
    ]),
  )
  expect(others).toEqual(expect.arrayContaining(['gazetteer/places.bin', 'models/reader.onnx', 'models/vocab.txt']))
  expect(packed).toEqual(expect.arrayContaining(['dist/web/index.html', 'dist/program/main.js']))
  expect(packed.filter((path) => /\.test\.|testing\/|\.(db|log|map|tsbuildinfo)$/.test(path))).toEqual([])
}, 300_000)

test('the program is bundled, with the licences of what it brings along', () => {
  const entries = ['cli/main', 'cli/run/read-worker', 'record/incidents/refresh-process']
  for (const entry of entries) {
    const [bundled] = /(?<=")[./]*program\/[\w-]+\.js(?=")/.exec(readFileSync(`${ROOT}dist/${entry}.js`, 'utf8')) ?? []
    expect(bundled, entry).toBe(`${'../'.repeat(entry.split('/').length - 1)}program/${entry.split('/').at(-1)}.js`)
  }
  const licences = readFileSync(`${ROOT}dist/program/LICENCES.txt`, 'utf8').split(/^-{72}$/m)
  expect(licences.map((text) => text.trim().split(' ')[0])).toEqual(
    expect.arrayContaining(['@mozilla/readability', 'eld', 'hono', 'linkedom', 'zod']),
  )
  for (const text of licences) expect(text).toMatch(/licen[cs]e|permission|copyright/i)
})

interface Locked {
  dev?: boolean
  hasInstallScript?: boolean
  resolved?: string
}

const locked = Object.entries<Locked>(JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')).packages)

test('of what users install, SQLite alone runs a script, and everything is from the npm registry', () => {
  const users = locked.filter(([path, { dev }]) => path !== '' && !dev)
  const scripted = users.filter(([, { hasInstallScript }]) => hasInstallScript)
  expect(scripted.map(([path]) => path)).toEqual(['node_modules/better-sqlite3'])
  // An entry without an address is the registry's.
  const elsewhere = users.filter(
    ([, { resolved = 'https://registry.npmjs.org/' }]) => !resolved.startsWith('https://registry.npmjs.org/'),
  )
  expect(elsewhere.map(([path]) => path)).toEqual([])
})

test('in a checkout npm does not learn of the script of onnxruntime-node', () => {
  // npm runs the scripts of what the lock file says has some. Whoever updates the package removes the line again.
  expect(locked.find(([path]) => path === 'node_modules/onnxruntime-node')?.[1]).not.toHaveProperty('hasInstallScript')
})
