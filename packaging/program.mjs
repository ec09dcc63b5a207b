// The program's modules, and those of the packages that they use -> dist/program, a few files: a thousand files take two thirds of a second
// to load, and each `hearsay read` loads them twice. The files by themselves stay beside it, as the library.

import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { licencesOf } from './licences.mjs'
import { packNgrams } from './pack-ngrams.mjs'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const TO = `${ROOT}dist/program/`

/** What is started by its path: by a user, or as a process of its own. */
const ENTRIES = ['cli/main', 'cli/run/read-worker', 'cli/run/reconcile-thread', 'record/incidents/refresh-process']

/** They bring binaries, or files that they find beside themselves. */
const LEFT_OUT = ['better-sqlite3', 'pdfjs-dist']

/** Modules find data and other programs beside themselves: each keeps the address that it has in dist. */
const keepAddresses = {
  name: 'keep-addresses',
  transform(code, id) {
    if (!id.startsWith(`${ROOT}src/`) || !code.includes('import.meta.url')) return null
    const own = relative(TO, id.replace(`${ROOT}src/`, `${ROOT}dist/`)).replace(/\.ts$/, '.js')
    return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(own)}, import.meta.url).href`)
  },
}

const { output } = await build({
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  plugins: [keepAddresses, packNgrams],
  ssr: { noExternal: true, external: LEFT_OUT },
  build: {
    ssr: true,
    target: 'node20',
    outDir: TO,
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(ENTRIES.map((entry) => [entry.split('/').at(-1), `${ROOT}src/${entry}.ts`])),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      checks: { pluginTimings: false },
    },
  },
})

writeFileSync(`${TO}LICENCES.txt`, licencesOf(output.flatMap(({ moduleIds = [] }) => moduleIds)))

for (const entry of ENTRIES) {
  const path = `${ROOT}dist/${entry}.js`
  const [first] = readFileSync(path, 'utf8').split('\n')
  const bundled = `${relative(dirname(path), TO)}/${entry.split('/').at(-1)}.js`
  writeFileSync(path, `${first.startsWith('#!') ? `${first}\n` : ''}import ${JSON.stringify(bundled)}\n`)
}
