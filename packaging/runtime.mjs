// The runtime of the trained model, as npm installs it -> dist/runtime, which the package carries: the libraries for processors alone.
// The runtime's own package cannot be a dependency: on Linux its install script downloads 300 MB for graphics cards from nuget.org, and
// no setting that would stop it travels with a package.

import { copyFileSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FROM = dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'))
const TO = fileURLToPath(new URL('../dist/runtime/', import.meta.url))

/** What the bindings load at their start, by their own tables of imports. DirectML.dll and the like are asked for when a graphics card is. */
const LIBRARIES = {
  'linux/x64': 'libonnxruntime.so.1',
  'linux/arm64': 'libonnxruntime.so.1',
  'darwin/arm64': 'libonnxruntime.1.dylib',
  'win32/x64': 'onnxruntime.dll',
  'win32/arm64': 'onnxruntime.dll',
}

const files = ['index', 'backend', 'binding', 'version'].map((name) => `dist/${name}.js`)
for (const [system, library] of Object.entries(LIBRARIES))
  files.push(...['onnxruntime_binding.node', library].map((name) => `bin/napi-v6/${system}/${name}`))

rmSync(TO, { recursive: true, force: true })
for (const file of files) {
  mkdirSync(dirname(join(TO, file)), { recursive: true })
  place(join(FROM, file), join(TO, file))
}
copyFileSync(new URL('runtime-license.txt', import.meta.url), join(TO, 'LICENSE'))
const { name, version, license, repository } = JSON.parse(readFileSync(join(FROM, 'package.json'), 'utf8'))
writeFileSync(
  join(TO, 'package.json'),
  `${JSON.stringify({ name, version, license, repository, type: 'commonjs', main: 'dist/index.js' }, null, 2)}\n`,
)

/** Second names for the same bytes, since they are 170 MB; copies where the folders are on two disks. */
function place(from, to) {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
