// The SDK's own client over the built program: what an assistant sees.

import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { closeAfterwards } from './closing.ts'
import { MAIN } from './hearsay.ts'

export interface Assistant {
  client: Client
  /** The structured answer; throws with the sentence of an error. */
  ask: (tool: string, asked?: Record<string, unknown>) => Promise<Answer>
}

/** JSON: each test knows what it looks at. */
export type Answer = ReturnType<typeof JSON.parse>

export async function assistantOver(path: string): Promise<Assistant> {
  const client = new Client({ name: 'test', version: '1' })
  const transport = new StdioClientTransport({ command: process.execPath, args: [MAIN, 'mcp', '--record', path] })
  await client.connect(transport)
  closeAfterwards(() => client.close())
  return {
    client,
    async ask(tool, asked = {}) {
      const { content, structuredContent, isError } = await client.callTool({ name: tool, arguments: asked })
      const [first] = content
      const text = first?.type === 'text' ? first.text : ''
      if (isError) throw new Error(text)
      if (text !== JSON.stringify(structuredContent)) throw new Error('the text is not the structured answer')
      return JSON.parse(text)
    },
  }
}
