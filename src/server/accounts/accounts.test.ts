import { connect } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { listEntries } from '../../record/custody/log.ts'
import type { OpenRecord } from '../../record/open.ts'
import { hashPassword } from '../../record/people/password.ts'
import { addPerson, type Role, removePerson, setPassword, setRole } from '../../record/people/people.ts'
import { makeClient } from '../../testing/client.ts'
import { makeReading } from '../../testing/made-reading.ts'
import { type Serving, serve } from '../../testing/served.ts'

const BRIDGE = makeReading('Ada said the bridge was closed.', { said: [['Ada', 'said', 'the bridge was closed']] })
const NOON = '2024-05-01T12:00:00.000Z'
const PASSWORD = 'seven ripe medlars'

let kept: string
beforeAll(async () => {
  kept = await hashPassword(PASSWORD)
})

const PEOPLE: [name: string, role: Role][] = [
  ['Ona Ruiz', 'owner'],
  ['Vic Tamm', 'reviewer'],
  ['Rea Holm', 'reader'],
]

/** A server that others reach, with three people, and a clock that tests set. */
async function serveToPeople(serving: Serving = {}) {
  let opened: OpenRecord | null = null
  const clock = { ms: Date.parse(NOON) }
  const server = await serve([BRIDGE], {
    host: '127.0.0.1',
    now: () => new Date(clock.ms).toISOString(),
    ...serving,
    opened(record) {
      opened = record
      for (const [name, role] of PEOPLE) addPerson(record, name, { role, password: kept, addedAt: NOON })
    },
  })
  if (!opened) throw new Error('not opened')
  return { url: server.url, record: opened as OpenRecord, clock, client: () => makeClient(server.url) }
}

test('others reach a record only once it has people', async () => {
  await expect(serve([], { host: '127.0.0.1' })).rejects.toThrow(/nobody can sign in .* hearsay people add NAME/)
  await expect(serve([], { behindProxy: true, names: ['a.example'] })).rejects.toThrow(/nobody can sign in/)
})

test('on this machine a record without people opens as it is; with people they sign in there too', async () => {
  let record: OpenRecord | undefined
  const { url } = await serve([BRIDGE], {
    opened(one) {
      record = one
    },
  })
  const client = makeClient(url)
  expect(await client.json('GET', 'session')).toEqual({ needed: false, person: null })
  expect((await client.send('GET', 'overview')).status).toBe(200)
  const change = { what: 'add', name: 'Eve', role: 'owner', password: PASSWORD }
  expect((await client.send('POST', 'people', change)).status, 'the first is made on the machine').toBe(403)
  if (record) addPerson(record, 'Ona Ruiz', { role: 'owner', password: kept, addedAt: NOON })
  expect((await client.send('GET', 'overview')).status, 'from then on').toBe(401)
  expect(await client.signIn('Ona Ruiz', PASSWORD)).toBe(200)
  expect((await client.send('GET', 'overview')).status).toBe(200)
})

/** Every address of the API, as its own page lists it, with values for what stands in braces. */
async function addresses(
  url: string,
  client: ReturnType<typeof makeClient>,
): Promise<[method: string, path: string][]> {
  const { paths } = await client.json('GET', 'openapi.json')
  expect(Object.keys(paths).length, url).toBeGreaterThan(20)
  return Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method): [string, string] => [
      method.toUpperCase(),
      path.replace('/api/', '').replaceAll(/\{\w+\}/g, '1'),
    ]),
  )
}

test('every address is closed to strangers, and whatever changes the record to readers', async () => {
  const { url, client } = await serveToPeople()
  const [stranger, reader, reviewer, owner] = [client(), client(), client(), client()]
  await reader.signIn('Rea Holm', PASSWORD)
  await reviewer.signIn('Vic Tamm', PASSWORD)
  await owner.signIn('Ona Ruiz', PASSWORD)
  const all = await addresses(url, owner)
  expect(all.filter(([method]) => method !== 'GET').length).toBeGreaterThan(7)
  for (const [method, path] of all) {
    if (path === 'session') continue
    const statusFor = async (one: ReturnType<typeof makeClient>) =>
      (await one.send(method, path, method === 'GET' ? undefined : {})).status
    const at = `${method} ${path}`
    expect(await statusFor(stranger), at).toBe(401)
    const own = path.startsWith('session/')
    expect((await statusFor(reader)) === 403, at).toBe((method !== 'GET' && !own) || path === 'people')
    const forOwners = path === 'people' || (path === 'approval' && method !== 'GET')
    expect((await statusFor(reviewer)) === 403, at).toBe(forOwners)
    expect([401, 403], at).not.toContain(await statusFor(owner))
  }
  for (const path of ['%6fverview', 'nothing', '../api/overview', 'overview?x=/api/session', 'session/../overview'])
    expect([401, 404], path).toContain((await stranger.send('GET', path)).status)
  for (const method of ['PUT', 'PATCH', 'DELETE'])
    expect((await reader.send(method, 'overview')).status, method).toBe(403)
  expect((await stranger.send('GET', '../')).status, 'the pages themselves hold nothing').not.toBe(401)
})

test('decisions go into the log under the name of whoever is signed in, whatever the page says', async () => {
  const { record, client } = await serveToPeople()
  const vic = client()
  await vic.signIn('vic tamm', PASSWORD)
  const grade = { name: 'Ada', reliability: 'B', who: 'Ona Ruiz' }
  expect((await vic.send('POST', 'reliability', grade)).status).toBe(200)
  const { number } = (await vic.json('GET', 'review')).decisions[0]
  expect((await vic.send('POST', 'review/withdraw', { number, who: 'somebody else' })).status).toBe(200)
  expect(Array.from(listEntries(record), ({ what, who }) => [what, who]).slice(-2)).toEqual([
    ['grade', 'Vic Tamm'],
    ['withdraw', 'Vic Tamm'],
  ])
  expect((await vic.json('GET', 'review')).user).toBe('Vic Tamm')
})

test('a session cannot be chosen, and its cookie is worth nothing after signing out', async () => {
  const { url, client } = await serveToPeople()
  const chosen = 'A'.repeat(43)
  const victim = client()
  const name = cookieOf(url)
  victim.setCookie(name, chosen) // as somebody planted it
  await victim.signIn('Vic Tamm', PASSWORD)
  const first = victim.cookie(name)
  expect(first).toMatch(/^[\w-]{43}$/)
  const thief = client()
  thief.setCookie(name, chosen)
  expect((await thief.send('GET', 'overview')).status, 'the planted id').toBe(401)
  await victim.signIn('Vic Tamm', PASSWORD)
  expect(victim.cookie(name), 'a new id each time').not.toBe(first)
  thief.setCookie(name, first ?? '')
  expect((await thief.send('GET', 'overview')).status, 'the old id, after signing in again').toBe(401)
  const last = victim.cookie(name) ?? ''
  thief.setCookie(name, last)
  expect((await thief.send('GET', 'overview')).status, 'stolen while it lives').toBe(200)
  expect((await victim.send('DELETE', 'session')).status).toBe(204)
  expect(victim.cookie(name)).toBe(undefined)
  expect((await thief.send('GET', 'overview')).status, 'stolen, after signing out').toBe(401)
})

test('the cookie is for this server alone, out of reach for scripts, and never crosses from another site', async () => {
  const plain = await serveToPeople()
  const browser = plain.client()
  await browser.signIn('Rea Holm', PASSWORD)
  for (const line of browser.setCookieLines) {
    expect(line).toMatch(/^hearsay(?:-browser)?-\d+=/)
    expect(line).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
  }
  expect(browser.setCookieLines).toHaveLength(2)
  const proxied = await serveToPeople({ host: null, behindProxy: true, names: ['hearsay.example.org'] })
  const secure = proxied.client()
  secure.headers = { host: 'hearsay.example.org', 'x-forwarded-proto': 'https', origin: 'https://hearsay.example.org' }
  await secure.signIn('Rea Holm', PASSWORD)
  for (const line of secure.setCookieLines)
    expect(line).toMatch(/^__Host-hearsay.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  expect((await secure.send('GET', 'overview')).status).toBe(200)
  secure.headers = { host: 'hearsay.example.org' }
  expect((await secure.send('GET', 'overview')).status, 'a session of https is none of http').toBe(401)
})

test('sessions end: after two hours without a request, after twelve in any case, with another password, with the person', async () => {
  const { record, clock, client } = await serveToPeople()
  const HOUR = 60 * 60_000
  const open = async (one: ReturnType<typeof makeClient>) =>
    (await one.send('GET', 'session')).status === 200 && (await one.send('GET', 'overview')).status === 200
  const [idle, busy] = [client(), client()]
  await idle.signIn('Vic Tamm', PASSWORD)
  await busy.signIn('Vic Tamm', PASSWORD)
  for (let hours = 1; hours <= 12; hours++) {
    clock.ms += HOUR
    expect(await open(busy), `${hours} h`).toBe(true)
    if (hours === 3) expect(await open(idle)).toBe(false)
  }
  clock.ms += 1
  expect(await open(busy)).toBe(false)

  const [one, two, owner] = [client(), client(), client()]
  for (const each of [one, two]) await each.signIn('Vic Tamm', PASSWORD)
  await owner.signIn('Ona Ruiz', PASSWORD)
  const again = { old: PASSWORD, new: 'eight ripe medlars' }
  expect((await one.send('POST', 'session/password', { ...again, old: 'wrong' })).status).toBe(401)
  expect((await one.send('POST', 'session/password', { ...again, new: 'short' })).status).toBe(422)
  expect((await one.send('POST', 'session/password', again)).status).toBe(200)
  expect([await open(one), await open(two)], 'only where it was changed').toEqual([true, false])
  expect(await two.signIn('Vic Tamm', PASSWORD)).toBe(401)
  setPassword(record, 'Vic Tamm', kept) // another process, by hearsay people password
  expect(await open(one)).toBe(false)
  await one.signIn('Vic Tamm', PASSWORD)
  setRole(record, 'Vic Tamm', 'reader')
  expect((await one.send('POST', 'reliability', { name: 'Ada', reliability: 'A' })).status, 'at once').toBe(403)
  expect((await owner.send('POST', 'people', { what: 'remove', name: 'Vic Tamm' })).status).toBe(200)
  expect(await open(one)).toBe(false)
  addPerson(record, 'Vic Tamm', { role: 'owner', password: await hashPassword(PASSWORD), addedAt: NOON })
  expect(await open(one), 'somebody else of the same name').toBe(false)
  removePerson(record, 'Vic Tamm')
}, 60_000)

test('owners add, change and remove people; nothing of a password is ever answered', async () => {
  const { client } = await serveToPeople()
  const owner = client()
  await owner.signIn('Ona Ruiz', PASSWORD)
  const change = async (body: object) => {
    const response = await owner.send('POST', 'people', body)
    expect(response.body).not.toMatch(/scrypt|medlars/)
    return [response.status, JSON.parse(response.body).error ?? null]
  }
  expect(await change({ what: 'add', name: 'Ida Lund', role: 'reader', password: 'nine ripe medlars' })).toEqual([
    200,
    null,
  ])
  expect(await change({ what: 'add', name: 'IDA lund', role: 'reader', password: 'nine ripe medlars' })).toEqual([
    422,
    'there is already somebody called IDA lund',
  ])
  const faults: [password: string, why: RegExp][] = [
    ['eleven char', /too short/],
    ['aaaaaaaaaaaaaaaa', /repeats/],
    ['x1'.repeat(200), /expected string|too (?:big|long)/i],
  ]
  for (const [password, why] of faults)
    expect((await change({ what: 'add', name: 'Bo', role: 'reader', password }))[1]).toMatch(why)
  expect(await change({ what: 'role', name: 'Ona Ruiz', role: 'reader' })).toEqual([
    422,
    'Ona Ruiz is the only owner; give somebody else the role of owner first',
  ])
  const { people } = await owner.json('GET', 'people')
  expect(people.map((one: object) => Object.keys(one))).toEqual(Array(4).fill(['name', 'role']))
  const ida = client()
  expect(await ida.signIn('Ida Lund', 'nine ripe medlars')).toBe(200)
}, 60_000)

test('guessing is slowed, and stops nobody for good', async () => {
  const { url, clock, client } = await serveToPeople()
  const [ada, stranger] = [client(), client()]
  await ada.signIn('Vic Tamm', PASSWORD)
  await ada.send('DELETE', 'session')
  const statuses: number[] = []
  for (let tries = 0; tries < 8; tries++) statuses.push(await stranger.signIn('Vic Tamm', `guess number ${tries}`))
  expect(statuses).toEqual([...Array(5).fill(401), 429, 429, 429])
  expect(Number(stranger.last?.headers['retry-after'])).toBe(1)
  expect(await stranger.signIn('Vic Tamm', PASSWORD), 'not even the right one').toBe(429)
  expect(await ada.signIn('Vic Tamm', PASSWORD), 'where they signed in before').toBe(200)
  const forged = client()
  forged.setCookie(cookieOf(url, '-browser'), `${'A'.repeat(22)}.${'B'.repeat(43)}`)
  expect(await forged.signIn('Vic Tamm', 'a guess of thirteen')).toBe(429)
  clock.ms += 60_000
  expect(await client().signIn('Vic Tamm', PASSWORD), 'anywhere, a minute later').toBe(200)
}, 60_000)

test('behind a proxy the last address that it names is counted, and what a client made up before it is not', async () => {
  const proxied = await serveToPeople({ host: null, behindProxy: true, names: ['hearsay.example.org'] })
  const direct = await serveToPeople()
  const guess = async (server: typeof proxied, from: (tries: number) => string): Promise<number> => {
    const one = server.client()
    for (let tries = 0; tries < 25; tries++) {
      one.headers = { ...(server === proxied ? { host: 'hearsay.example.org' } : {}), 'x-forwarded-for': from(tries) }
      if ((await one.signIn(`nobody ${tries}`, 'a guess of thirteen')) === 429) return tries
    }
    return 25
  }
  expect(await guess(proxied, (tries) => `198.51.100.${tries}, 192.0.2.1`), 'one client that lies').toBe(20)
  expect(await guess(proxied, (tries) => `192.0.2.1, 203.0.113.${tries}`), 'many clients').toBe(25)
  expect(await guess(direct, (tries) => `203.0.113.${tries}`), 'no proxy: the header says nothing').toBe(20)
}, 120_000)

test('forged origins and other names are refused before anything else', async () => {
  const { url, client } = await serveToPeople({ names: ['desk.example.org'] })
  const { port } = new URL(url)
  const rows: [headers: Record<string, string>, status: number, why: string][] = [
    [{ host: `127.0.0.1:${port}` }, 200, 'a number'],
    [{ host: `10.1.2.3:${port}` }, 200, 'another number of the machine: nobody can point one here'],
    [{ host: `[2001:db8::1]:${port}` }, 200, 'in IPv6'],
    [{ host: `desk.example.org:${port}` }, 200, 'a name that was given'],
    [{ host: 'desk.example.org' }, 421, 'without the port'],
    [{ host: `evil.example:${port}` }, 421, 'a name that was pointed here'],
    [{ host: `desk.example.org.evil.example:${port}` }, 421, 'a name that begins so'],
    [{ host: `1.2.3.4.evil.example:${port}` }, 421, 'no number'],
    [{ host: `desk.example.org:${port}`, origin: `http://desk.example.org:${port}` }, 200, 'its own page'],
    [{ host: `desk.example.org:${port}`, origin: `https://desk.example.org:${port}` }, 403, 'another scheme'],
    [{ host: `desk.example.org:${port}`, origin: 'http://evil.example' }, 403, "a stranger's page"],
    [{ host: `desk.example.org:${port}`, origin: `http://desk.example.org:1${port}` }, 403, 'another port'],
    [
      { host: `desk.example.org:${port}`, 'x-forwarded-proto': 'https', origin: `https://desk.example.org:${port}` },
      403,
      'no proxy',
    ],
    [
      { host: `desk.example.org:${port}`, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
      403,
      'another port of the host',
    ],
  ]
  for (const [headers, status, why] of rows) {
    const one = client()
    one.headers = headers
    expect((await one.send('GET', 'session')).status, why).toBe(status)
    if (status !== 200) expect(await one.signIn('Vic Tamm', PASSWORD), why).toBe(status)
    expect(one.setCookieLines.length > 0, why).toBe(false)
  }
  expect(await raw(url, 'GET /api/session HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 4(?:00|21) /)
  expect(await raw(url, 'GET /api/session HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  expect(
    await raw(
      url,
      `GET /api/session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    ),
  ).toMatch(/^HTTP\/1\.1 (?:200|4\d\d) /)
}, 60_000)

test('behind a proxy only the names that were given are answered, on any port', async () => {
  const { client, url } = await serveToPeople({ host: null, behindProxy: true, names: ['hearsay.example.org'] })
  const rows: [headers: Record<string, string>, status: number][] = [
    [{ host: 'hearsay.example.org', 'x-forwarded-proto': 'https', origin: 'https://hearsay.example.org' }, 200],
    [
      { host: 'hearsay.example.org:8443', 'x-forwarded-proto': 'https', origin: 'https://hearsay.example.org:8443' },
      200,
    ],
    [{ host: 'hearsay.example.org', 'x-forwarded-proto': 'https, http', origin: 'https://hearsay.example.org' }, 403],
    [{ host: 'hearsay.example.org', origin: 'https://hearsay.example.org' }, 403],
    [{ host: new URL(url).host }, 200],
    [{ host: '10.1.2.3' }, 421],
    [{ host: 'evil.example' }, 421],
  ]
  for (const [headers, status] of rows) {
    const one = client()
    one.headers = headers
    expect((await one.send('GET', 'session')).status, JSON.stringify(headers)).toBe(status)
  }
})

const cookieOf = (url: string, which = ''): string => `hearsay${which}-${new URL(url).port}`

/** What no library would send. */
function raw(url: string, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname, () => socket.write(request))
    let answer = ''
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}
