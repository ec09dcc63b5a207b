// The SDK's own client over the built program, or over a server: what an assistant sees.

import { existsSync, readFileSync } from 'node:fs'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { closeAfterwards } from './closing.ts'
import { MAIN } from './hearsay.ts'

export interface Assistant {
  client: Client
  /** The structured answer; throws with the sentence of an error. */
  ask: (tool: string, asked?: Record<string, unknown>) => Promise<Answer>
  /** Milliseconds of processor time that the server has spent, on Linux; elsewhere the time of day. Only differences mean something. */
  spent: () => number
}

/** JSON: each test knows what it looks at. */
export type Answer = ReturnType<typeof JSON.parse>

/** Of a record, over the command line. */
export async function assistantOver(path: string): Promise<Assistant> {
  const client = new Client({ name: 'test', version: '1' })
  const transport = new StdioClientTransport({ command: process.execPath, args: [MAIN, 'mcp', '--record', path] })
  await client.connect(transport)
  closeAfterwards(() => client.close())
  const stat = `/proc/${transport.pid}/stat`
  return {
    client,
    spent: () => (existsSync(stat) ? processorTime(readFileSync(stat, 'utf8')) : performance.now()),
    ask: askThrough(client),
  }
}

/** Of a server, over HTTP. @param url of its pages */
export async function assistantAt(url: string, secret: string): Promise<Assistant> {
  const client = new Client({ name: 'test', version: '1' })
  const requestInit = { headers: { authorization: `Bearer ${secret}` } }
  await client.connect(new StreamableHTTPClientTransport(new URL('mcp', url), { requestInit }))
  closeAfterwards(() => client.close())
  return { client, spent: () => performance.now(), ask: askThrough(client) }
}

const askThrough =
  (client: Client): Assistant['ask'] =>
  async (tool, asked = {}) => {
    const { content, structuredContent, isError } = await client.callTool({ name: tool, arguments: asked })
    const [first] = content
    const text = first?.type === 'text' ? first.text : ''
    if (isError) throw new Error(text)
    if (text !== JSON.stringify(structuredContent)) throw new Error('the text is not the structured answer')
    return JSON.parse(text)
  }

const TICK_MS = 10

/** proc(5): the fields after the name, which stands in brackets; user and system time are the 14th and 15th of all. */
function processorTime(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return TICK_MS * (Number(fields[11]) + Number(fields[12]))
}
