// A web server on this machine, for tests: what it is asked is kept, what it answers the test says.

import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createRawServer, type Socket } from 'node:net'
import { closeAfterwards } from './closing.ts'

export interface Asked {
  path: string
  headers: IncomingHttpHeaders
}

export interface WebServer {
  /** "http://127.0.0.1:4711" */
  url: string
  port: number
  asked: Asked[]
}

/** robots.txt is missing unless the test gives one. */
export async function startWebServer(
  answer: (path: string, response: ServerResponse, asked: Asked) => void,
): Promise<WebServer> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const each = { path: request.url ?? '', headers: request.headers }
    asked.push(each)
    response.on('error', () => {})
    answer(each.path, response, each)
  })
  closeAfterwards(() => {
    server.closeAllConnections()
    server.close()
  })
  return { ...(await listening(server)), asked }
}

/** One that speaks whatever the test writes. */
export async function startRawServer(answer: (socket: Socket, path: string) => void): Promise<WebServer> {
  const sockets = new Set<Socket>()
  const asked: Asked[] = []
  const server = createRawServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    let head = ''
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1')
      const path = /^GET (\S+)[\s\S]*\r\n\r\n$/.exec(head)?.[1]
      if (path === undefined) return
      head = ''
      asked.push({ path, headers: {} })
      if (path === '/robots.txt') socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n')
      else answer(socket, path)
    })
  })
  closeAfterwards(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { ...(await listening(server)), asked }
}

async function listening(server: ReturnType<typeof createRawServer>): Promise<{ url: string; port: number }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, port }
}
