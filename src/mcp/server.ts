// The record -> a server of the Model Context Protocol with its tools. Nothing in it writes.

import { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { headOf } from '../record/custody/log.ts'
import { areIncidentsCurrent } from '../record/incidents/refresh.ts'
import { explainRecordError } from '../record/record-error.ts'
import { checkScope } from '../record/scope.ts'
import { UserError } from '../user-error.ts'
import { INSTRUCTIONS, type Mark, marker, NOTE } from './material.ts'
import { type Lent, scopeOf, type Tool } from './tool.ts'
import { listCollectionsTool } from './tools/collections.ts'
import { listDisputes } from './tools/disputes.ts'
import { openIncident } from './tools/incident.ts'
import { searchIncidentsTool } from './tools/incidents.ts'
import { openPassage } from './tools/passage.ts'
import { listProposalsTool } from './tools/proposals.ts'
import { listReview } from './tools/review.ts'
import { openSource } from './tools/source.ts'
import { searchStatements } from './tools/statements.ts'

export interface Settings extends Lent {
  version: string
  /** For what is nobody's fault but ours. */
  complain: (error: unknown) => void
}

export function makeMcpServer(settings: Settings): McpServer {
  const server = new McpServer(
    { name: 'hearsay', title: 'Hearsay', version: settings.version },
    { instructions: INSTRUCTIONS, capabilities: { tools: {} } },
  )
  add(searchStatements)
  add(searchIncidentsTool)
  add(openIncident)
  add(openSource)
  add(openPassage)
  add(listDisputes)
  add(listReview)
  add(listProposalsTool)
  add(listCollectionsTool)
  return server

  function add<Input extends z.ZodObject, Output extends z.ZodObject>(each: Tool<Input, Output>): void {
    const { name, title, description, input, output } = each
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: input.strict(),
        outputSchema: output.extend(envelope),
        annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
      },
      // The schema has checked what was asked.
      (asked) => answered(settings, each, asked as z.infer<Input>),
    )
  }
}

const envelope = {
  marks: z.object({ open: z.string(), close: z.string(), note: z.string() }),
  record: z.object({
    log_entries: z.number().int(),
    log_head: z
      .string()
      .describe('Hash of the last entry: hearsay verify --head proves that nothing before it was changed'),
    incidents_current: z
      .boolean()
      .describe(
        'False: since incidents were worked out, documents came or another version did; hearsay incidents works them out',
      ),
  }),
}

function answered<Input extends z.ZodObject, Output extends z.ZodObject>(
  settings: Settings,
  { answer }: Tool<Input, Output>,
  asked: z.infer<Input>,
) {
  const { record, placesInside, complain } = settings
  const mark = marker()
  try {
    checkScope(record, scopeOf(asked))
    const { number, hash } = headOf(record)
    const structuredContent = {
      marks: marksOf(mark),
      record: { log_entries: number, log_head: hash, incidents_current: areIncidentsCurrent(record) },
      ...answer({ record, placesInside, mark }, asked),
    }
    return { content: [{ type: 'text' as const, text: JSON.stringify(structuredContent) }], structuredContent }
  } catch (error) {
    const explained = explainRecordError(error, record.path)
    const isOurs = !(explained instanceof UserError)
    if (isOurs) complain(error)
    const text = isOurs ? 'this is a bug in Hearsay; its standard error has details' : explained.message
    return { isError: true, content: [{ type: 'text' as const, text }] }
  }
}

const marksOf = ({ tag }: Mark) => ({ open: `⟦${tag}`, close: `${tag}⟧`, note: NOTE })
