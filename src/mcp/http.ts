// The record -> what answers one request of an assistant over HTTP (streamable HTTP, POST alone). It keeps nothing between two requests, and
// asks for no secret: whoever mounts it does (server/assistant.ts).

import { createMcpHandler } from '@modelcontextprotocol/server'
import { makeMcpServer, type Settings } from './server.ts'

export function overHttp(settings: Settings): (request: Request) => Promise<Response> {
  // A stream that waits for news would outlive its secret, and there is no news.
  return createMcpHandler(() => makeMcpServer(settings), { maxSubscriptions: 0 }).fetch
}
