// The built program -> hearsay.tar.gz, all that must lie on each machine of a cluster: Node.js, the program without its pages, the packages that
// it uses, the model, the gazetteer and the word lists. `hearsay/hearsay` in it is the command. For machines like this one: system and processor.
//
//   npm run build && node scale/pack.mjs [FILE]

import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const file = resolve(process.argv[2] ?? 'hearsay.tar.gz')
const folder = mkdtempSync(join(tmpdir(), 'hearsay-pack-'))
const packed = join(folder, 'hearsay')

/** Of these nothing is needed to run the filters: pages, tests, types, sources that were compiled, libraries for other systems. */
const LEFT_OUT = [
  /^dist\/(?:web|testing)(?:\/|$)/,
  /\.(?:test\.js|d\.[cm]?ts|[cm]?ts|map|md|markdown|tsbuildinfo)$/i,
  /^node_modules\/better-sqlite3\/(?:deps|src)(?:\/|$)/,
  /^node_modules\/better-sqlite3\/build\/(?!Release$|Release\/better_sqlite3\.node$)/,
  /^node_modules\/pdfjs-dist\/(?:build|web|types|image_decoders)(?:\/|$)/,
  /^node_modules\/pdfjs-dist\/legacy\/(?:web|image_decoders)(?:\/|$)/,
  /\/(?:\.bin|\.github|test|tests|__tests__|docs|examples)(?:\/|$)/,
]
const isNeeded = (path) => !LEFT_OUT.some((pattern) => pattern.test(path)) && !isOfOtherSystem(path)

const isOfOtherSystem = (path) => {
  const [, system] = /^dist\/runtime\/bin\/napi-v6\/([^/]+\/[^/]+)/.exec(path) ?? []
  return system !== undefined && system !== `${process.platform}/${process.arch}`
}

/** The packages of the program, and theirs, by the lock file; what is only for development or for browsers is not among them. */
function packagesUsed() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  return Object.entries(packages).flatMap(([path, { dev, optional, devOptional }]) =>
    path === '' || dev || optional || devOptional || path.lastIndexOf('node_modules/') > 0 ? [] : [path],
  )
}

try {
  mkdirSync(packed)
  for (const path of [
    'package.json',
    'LICENSE',
    'dist',
    'lexicon',
    'models',
    'schema',
    'gazetteer/places.bin',
    ...packagesUsed(),
  ])
    cpSync(join(ROOT, path), join(packed, path), {
      recursive: true,
      dereference: true,
      filter: (from) => isNeeded(relative(ROOT, from)),
    })
  mkdirSync(join(packed, 'bin'))
  cpSync(process.execPath, join(packed, 'bin', 'node'), { dereference: true })
  writeFileSync(
    join(packed, 'hearsay'),
    '#!/bin/sh\nhere=$(cd "$(dirname "$0")" && pwd -P)\nexec "$here/bin/node" "$here/dist/cli/main.js" "$@"\n',
    { mode: 0o755 },
  )
  // Without times and owners, so that the same program gives the same bytes.
  execFileSync('tar', [
    ...['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner'],
    ...['-C', packed, '-I', 'gzip -9n', '-cf', file, '.'],
  ])
  console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(0)} MB`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
