// Servers that mean harm: each gives one sentence, in bounded time and memory, and no request where none may go.

import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fetcherForTests } from '../testing/fetch-for-tests.ts'
import { startRawServer, startWebServer } from '../testing/web-server.ts'
import { isPublicAddress } from './public-address.ts'
import type { Resolve } from './request.ts'
import { validatorsOf } from './validators.ts'

const naming =
  (names: Readonly<Record<string, string>>): Resolve =>
  async (host) => {
    const address = names[host]
    if (address === undefined) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })
    return [{ address, family: address.includes(':') ? 6 : 4 }]
  }

const PRIVATE = /is in a private network or on this machine; use --allow-private \S+ to request it$/

const NOT_ASKED: [address: string, names: Record<string, string>, message: RegExp, why: string][] = [
  ['http://127.0.0.1:PORT/', {}, PRIVATE, 'typed by the user too'],
  ['http://localhost:PORT/', { localhost: '127.0.0.1' }, PRIVATE, 'by its name'],
  ['http://0x7f.1:PORT/', {}, PRIVATE, 'a number in disguise'],
  ['http://2130706433:PORT/', {}, PRIVATE, 'one number'],
  ['http://0177.0.0.1:PORT/', {}, PRIVATE, 'octal'],
  ['http://[::1]:PORT/', {}, PRIVATE, 'IPv6'],
  ['http://[::ffff:127.0.0.1]:PORT/', {}, PRIVATE, 'IPv4 in IPv6'],
  ['http://metadata.example:PORT/', { 'metadata.example': '169.254.169.254' }, PRIVATE, "a cloud's secrets, by a name"],
  ['http://inner.example:PORT/', { 'inner.example': '::1' }, PRIVATE, 'by a name, IPv6'],
  ['http://inner.example:PORT/', { 'inner.example': '64:ff9b::7f00:1' }, PRIVATE, 'by a name, NAT64'],
  ['http://nobody.example:PORT/', {}, /^its host is not known; check the address \(ENOTFOUND\)$/, 'no such name'],
  ['http://user:secret@127.0.0.1:PORT/', {}, /^the address contains a name or password/, 'a password'],
  [
    'http://127.0.0.1:PORT/a\r\nX-Injected: 1',
    {},
    /^a web address has no spaces and no control characters/,
    'injection',
  ],
  ['file:///etc/passwd', {}, /^only http and https addresses can be requested, not file:$/, 'a file'],
  ['http://', {}, /^this is not a web address/, 'nothing'],
]

test.each(NOT_ASKED)('%s is not asked: %j %s', async (address, names, message) => {
  const { port, asked } = await startWebServer((_, response) => response.end('secret'))
  const fetcher = fetcherForTests({ mayAsk: isPublicAddress, resolve: naming(names) })
  await expect(fetcher.fetch(address.replace('PORT', String(port)))).rejects.toThrow(message)
  expect(asked).toEqual([])
})

const LEADS: [target: string, message: RegExp][] = [
  ['http://[::1]:PORT/secret', PRIVATE],
  ['http://0x7f.1:PORT/secret', PRIVATE],
  ['http://inner.example:PORT/secret', PRIVATE],
  ['//127.0.0.1:PORT/secret', PRIVATE],
  ['file:///etc/passwd', /^it redirects to "file:\/\/\/etc\/passwd": only http and https/],
  ['gopher://127.0.0.1:PORT/secret', /only http and https/],
  ['data:text/html,<p>x', /only http and https/],
  ['http://a:b@public.example/secret', /contains a name or password/],
  ['http://public.example/a b', /no spaces and no control characters/],
]

test.each(LEADS)('a redirect to %s is not followed', async (target, message) => {
  const { port, asked } = await startWebServer((path, response) => {
    if (path === '/a') response.writeHead(302, { location: target.replace('PORT', String(port)) }).end()
    else response.writeHead(path === '/robots.txt' ? 404 : 200).end('secret')
  })
  const fetcher = fetcherForTests({
    resolve: naming({ 'public.example': '127.0.0.1', 'inner.example': '10.0.0.7' }),
    mayAsk: (ip, host) => host === 'public.example' || isPublicAddress(ip), // as if this machine were a public server
  })
  await expect(fetcher.fetch(`http://public.example:${port}/a`)).rejects.toThrow(message)
  expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a'])
})

test('a name that is public when it is checked and private when it is connected to', async () => {
  const { port, asked } = await startWebServer((_, response) => response.end('secret'))
  let times = 0
  const resolve: Resolve = async () => [{ address: times++ === 0 ? '127.0.0.1' : '10.0.0.7', family: 4 }]
  const fetcher = fetcherForTests({ resolve, mayAsk: (ip) => ip === '127.0.0.1' })
  // robots.txt goes to the first meaning, the page would go to the second: each connection is checked by itself.
  await expect(fetcher.fetch(`http://rebinding.example:${port}/a`)).rejects.toThrow(PRIVATE)
  expect(asked.map(({ path }) => path)).toEqual(['/robots.txt'])
})

test('redirects in a circle, and without end', async () => {
  const { url, asked } = await startWebServer((path, response) => {
    if (path === '/robots.txt') response.writeHead(404).end()
    else response.writeHead(302, { location: path === '/circle' ? '/circle' : `${path}x` }).end('x'.repeat(100_000))
  })
  const fetcher = fetcherForTests()
  for (const start of ['/circle', '/on'])
    await expect(fetcher.fetch(url + start)).rejects.toThrow(/^it redirects more than 5 times$/)
  expect(asked).toHaveLength(1 + 6 + 6)
})

/** Writes the beginning, and then on until nobody listens. */
function begin(socket: Socket, beginning: string, chunk: string): void {
  socket.write(beginning)
  const more = () => {
    while (!socket.destroyed && socket.write(chunk));
  }
  socket.on('drain', more)
  more()
}

const OK = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n'
const BOMB = gzipSync(Buffer.alloc(50_000_000, 'a'))

const HARMFUL: [what: string, answer: (socket: Socket) => void, message: RegExp][] = [
  [
    'headers without end',
    (socket) => begin(socket, OK, 'x: y\r\n'.repeat(1000)),
    /headers of the server's answer are too long/,
  ],
  [
    'interim answers without end',
    (socket) => begin(socket, '', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(100)),
    /time limit|too long|no HTTP/,
  ],
  [
    'a body without end',
    (socket) => begin(socket, `${OK}\r\n`, 'x'.repeat(50_000)),
    /^it is over the limit of 1 MB; raise it with --max-size$/,
  ],
  [
    'chunks without end',
    (socket) => begin(socket, `${OK}transfer-encoding: chunked\r\n\r\n`, `1000\r\n${'x'.repeat(4096)}\r\n`),
    /^it is over the limit of 1 MB/,
  ],
  [
    'a stated length over the limit',
    (socket) => socket.write(`${OK}content-length: 9000000000\r\n\r\nx`),
    /^9 GB is over the limit of 1 MB/,
  ],
  [
    'a length that lies',
    (socket) => socket.end(`${OK}content-length: 5000\r\n\r\nonly this`),
    /^the server closed the connection before the end of its answer/,
  ],
  [
    'two lengths',
    (socket) => socket.end(`${OK}content-length: 3\r\ncontent-length: 4\r\n\r\nabcd`),
    /answer is not HTTP/,
  ],
  ['a negative length', (socket) => socket.end(`${OK}content-length: -3\r\n\r\nabcd`), /answer is not HTTP/],
  [
    'length and chunks at a time',
    (socket) => socket.end(`${OK}content-length: 3\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`),
    /answer is not HTTP/,
  ],
  ['broken chunks', (socket) => socket.end(`${OK}transfer-encoding: chunked\r\n\r\nzz\r\nabc`), /answer is not HTTP/],
  [
    'chunks that break off',
    (socket) => socket.end(`${OK}transfer-encoding: chunked\r\n\r\n5\r\nab`),
    /^the server closed the connection/,
  ],
  [
    'a gzip bomb',
    (socket) =>
      socket.end(
        Buffer.concat([Buffer.from(`${OK}content-encoding: gzip\r\ncontent-length: ${BOMB.length}\r\n\r\n`), BOMB]),
      ),
    /^unpacked it is over the limit of 1 MB; raise it with --max-size$/,
  ],
  [
    'gzip that is cut off',
    (socket) =>
      socket.end(
        Buffer.concat([
          Buffer.from(`${OK}content-encoding: gzip\r\ncontent-length: 1000\r\n\r\n`),
          BOMB.subarray(0, 1000),
        ]),
      ),
    /^its gzip packing is damaged/,
  ],
  ['silence', () => {}, /^its server was silent for 0\.5 s \(time limit\)$/],
  [
    'a byte at a time',
    (socket) => void every(socket, 50, () => 'x'),
    /^the answer was not complete within 1\.5 s \(time limit\)$/,
  ],
  ['headers a byte at a time', (socket) => void every(socket, 50, () => 'H'), /time limit|no HTTP/],
  ['no HTTP', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'), /answer is not HTTP/],
  ['nothing', (socket) => socket.end(), /^the server closed the connection/],
  [
    'another protocol',
    (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    /^the server did not answer$/,
  ],
  ['a reset', (socket) => socket.resetAndDestroy(), /^the server closed the connection/],
]

function every(socket: Socket, ms: number, byte: () => string): void {
  socket.write(`${OK}\r\n`)
  const timer = setInterval(() => socket.write(byte()), ms)
  socket.on('close', () => clearInterval(timer))
}

test.concurrent.each(HARMFUL)('%s', async (_, answer, message) => {
  const { url } = await startRawServer(answer)
  await expect(fetcherForTests().fetch(`${url}/a`)).rejects.toThrow(message)
})

test('a server that speaks no TLS', async () => {
  const { port } = await startWebServer((_, response) => response.end('page'))
  await expect(fetcherForTests().fetch(`https://127.0.0.1:${port}/a`)).rejects.toThrow(
    /^no secure connection to its server was possible \(\w+\)$/,
  )
})

test('a port where nobody listens', async () => {
  await expect(fetcherForTests().fetch('http://127.0.0.1:1/a')).rejects.toThrow(
    /^its server refuses connections \(ECONNREFUSED\)$/,
  )
})

test('a harmful robots.txt: without end, or a riddle', async () => {
  const endless = await startWebServer((path, response) => {
    if (path !== '/robots.txt') return response.end('page')
    response.write('User-agent: *\n')
    response.on('drain', () => response.write('Disallow: /x\n'.repeat(5000)))
    return response.write('Disallow: /x\n'.repeat(5000))
  })
  await expect(fetcherForTests().fetch(`${endless.url}/a`)).rejects.toThrow(/^it is over the limit of 500 kB/)
  const riddle = await startWebServer((path, response) =>
    response.end(path === '/robots.txt' ? `User-agent: *\n${`Disallow: /${'*a'.repeat(20)}b\n`.repeat(9000)}` : 'page'),
  )
  // Cut off, the pattern forbids more than it did.
  await expect(fetcherForTests().fetch(`${riddle.url}/${'a'.repeat(3900)}`)).rejects.toThrow(/robots\.txt asks/)
})

test('what a server says of its answer goes back only where it is well-formed', async () => {
  const { url, asked } = await startRawServer((socket) =>
    socket.end(`${OK}etag: "a\tb" evil\r\nlast-modified: never\u00e9\r\ncontent-length: 1\r\n\r\nx`),
  )
  const fetcher = fetcherForTests()
  const { headers } = await fetcher.fetch(`${url}/a`)
  expect(validatorsOf(`${url}/a`, headers)).toEqual({ url: `${url}/a` })
  expect(asked).toHaveLength(2)
})
