// The package as npm packs it, installed in an empty folder behind a proxy that notes every host, then used: exit code 1 if another
// host was asked than the registry and the two where better-sqlite3 keeps its binaries, or if the program does not read.
// node nightly/install.mjs, after npm run build. Needs the network; without the binaries it also needs a compiler, and some minutes.

import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const ALLOWED = ['registry.npmjs.org', 'github.com', 'release-assets.githubusercontent.com']

const hosts = new Map()
const proxy = createServer((request, response) => {
  note(new URL(request.url).hostname)
  response.writeHead(502).end()
}).on('connect', ({ url }, client, head) => {
  const [host, port] = url.split(':')
  note(host)
  const server = connect(Number(port), host, () => {
    client.write('HTTP/1.1 200 OK\r\n\r\n')
    server.write(head)
    server.pipe(client).pipe(server)
  })
  server.on('error', () => client.destroy())
  client.on('error', () => server.destroy())
})
await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve))

const folder = mkdtempSync(join(tmpdir(), 'hearsay-install-'))
try {
  const [tarball] = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
  writeFileSync(join(folder, 'package.json'), '{}')
  writeFileSync(
    join(folder, 'report.txt'),
    'The mayor, Ida Lund, said that the bridge was closed. The army denied it.\n',
  )
  const address = `http://127.0.0.1:${proxy.address().port}`
  const names = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'GLOBAL_AGENT_HTTP_PROXY']
  const env = {
    ...process.env,
    ...Object.fromEntries(names.map((name) => [name, address])),
    no_proxy: '',
    NO_PROXY: '',
  }
  const installed = await run('npm', ['install', '--cache', join(folder, 'cache'), `./${tarball}`], env)
  if (installed === 0)
    console.log(
      `node_modules: ${execFileSync('du', ['-sm', 'node_modules'], { cwd: folder, encoding: 'utf8' }).split('\t')[0]} MB`,
    )
  const read = installed === 0 ? await run('npx', ['hearsay', 'read', 'report.txt'], env) : 1
  for (const [host, times] of hosts) console.log(`${host} ${times}${ALLOWED.includes(host) ? '' : ' NOT EXPECTED'}`)
  process.exitCode = installed || read || [...hosts.keys()].some((host) => !ALLOWED.includes(host)) ? 1 : 0
} finally {
  proxy.close()
  proxy.closeAllConnections()
  rmSync(folder, { recursive: true })
}

function note(host) {
  hosts.set(host, (hosts.get(host) ?? 0) + 1)
}

function run(command, args, env) {
  return new Promise((resolve) => spawn(command, args, { cwd: folder, env, stdio: 'inherit' }).on('close', resolve))
}
