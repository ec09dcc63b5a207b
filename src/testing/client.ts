// A client with a jar of cookies that sends whatever headers a test wants, over HTTP or HTTPS.

import { type IncomingHttpHeaders, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

export interface Client {
  /** Sent with every request. */
  headers: Record<string, string>
  /** All that were ever received. */
  setCookieLines: string[]
  last: Answer | null
  /** @param path below /api/ */
  send(method: string, path: string, body?: object): Promise<Answer>
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server answers
  json(method: string, path: string, body?: object): Promise<any>
  /** The status of the answer. */
  signIn(name: string, password: string): Promise<number>
  cookie(name: string): string | undefined
  setCookie(name: string, value: string): void
}

export function makeClient(url: string): Client {
  const jar = new Map<string, string>()
  const client: Client = {
    headers: {},
    setCookieLines: [],
    last: null,
    async send(method, path, body) {
      const answer = await ask(new URL(`/api/${path}`, url), method, body, {
        ...(jar.size > 0 ? { cookie: [...jar].map((pair) => pair.join('=')).join('; ') } : {}),
        ...client.headers,
      })
      for (const line of answer.headers['set-cookie'] ?? []) {
        client.setCookieLines.push(line)
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (name === undefined || value === undefined) continue
        if (/;\s*max-age=0\b/i.test(line)) jar.delete(name)
        else jar.set(name, value)
      }
      client.last = answer
      return answer
    },
    async json(method, path, body) {
      return JSON.parse((await client.send(method, path, body)).body)
    },
    async signIn(name, password) {
      return (await client.send('POST', 'session', { name, password })).status
    },
    cookie: (name) => jar.get(name),
    setCookie: (name, value) => void jar.set(name, value),
  }
  return client
}

function ask(url: URL, method: string, body: object | undefined, headers: Record<string, string>): Promise<Answer> {
  const sent = body === undefined ? '' : JSON.stringify(body)
  const all = {
    ...(sent === '' ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(sent)) }),
    ...headers,
  }
  const start = url.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((resolve, reject) => {
    const request = start(url, { method, headers: all, rejectUnauthorized: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    request.on('error', reject)
    request.end(sent)
  })
}
