// A program of a browser, as a user of the library writes it -> its bundle and the package's files, on a server of this machine.

import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { closeAfterwards } from './closing.ts'
import { scratchFolder } from './hearsay.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
}

/** Its address. The package's own files are under `/hearsay/`, the runtime's under `/runtime/`, and an import map finds `@noble/hashes`. */
export async function serveBundled(program: string): Promise<string> {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(ROOT, join(folder, 'node_modules/hearsay'))
  symlinkSync(join(ROOT, 'node_modules/onnxruntime-web'), join(folder, 'node_modules/onnxruntime-web'))
  writeFileSync(join(folder, 'main.js'), program)
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>-</title><link rel="icon" href="data:,"><h1>-</h1><script type="importmap">{"imports":{"@noble/hashes/":"/noble/"}}</script><script type="module" src="/main.js"></script>',
  )
  await build({ root: folder, configFile: false, logLevel: 'error', build: { target: 'es2022' } })
  const places: [prefix: string, folder: string][] = [
    ['/hearsay/', ROOT],
    ['/runtime/', join(ROOT, 'node_modules/onnxruntime-web/dist')],
    ['/noble/', join(ROOT, 'node_modules/@noble/hashes')],
    ['/', join(folder, 'dist')],
  ]
  const server = createServer(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url.split('?')[0]
    const [prefix, from] = places.find(([prefix]) => path.startsWith(prefix)) ?? places[3]
    try {
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream')
      response.end(readFileSync(join(from, path.slice(prefix.length))))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closeAfterwards(() => server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
}
