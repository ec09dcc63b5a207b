// The record -> what people proposed and nobody has approved or declined yet, the first to come first, each in words and with its place.

import { z } from 'zod'
import { proposalCells } from '../../export/proposals.ts'
import type { Proposed } from '../../record/decided.ts'
import { openProposals } from '../../record/decisions.ts'
import { readingsIn } from '../../record/incidents/groupings.ts'
import { documentsOf } from '../../review/decision.ts'
import { whereIs } from '../../review/where-is.ts'
import type { Mark } from '../material.ts'
import { cursorFor, pageOf, positionIn } from '../page.ts'
import { material } from '../passage.ts'
import { inCollection, next_cursor, paging, scopeOf, tool, words } from '../tool.ts'

const proposal = z.object({
  number: z.number().int().describe('Of its entry in the log'),
  at: z.string(),
  who: material('Who proposed it'),
  verdict: z.string().describe('What would be done: confirm, correct, reject, add, merge, split, grade, withdraw, ...'),
  on: z.string().describe('What it is about: statement, event, place, time, count, incident, source, ...'),
  subject: material('The words that it is about'),
  before: material('What is there now').nullable(),
  after: material('What would be there').nullable(),
  sha256: z.string().nullable().describe('Of the document that it is about, if it is about one'),
  article: z.number().int().nullable(),
  mark: z.string().nullable().describe('Id of the statement, event, place, ... in the document'),
})

export const listProposalsTool = tool({
  name: 'list_proposals',
  title: 'What waits for approval',
  description:
    'Decisions that a person proposed and that take effect once somebody else approves them, the first to come first. They hold nothing yet. People approve or decline them in hearsay serve or with hearsay proposals; this tool changes nothing.',
  input: z.object({ words: words.optional(), ...inCollection, ...paging }),
  output: z.object({
    open: z.number().int().describe('How many wait in all'),
    proposals: z.array(proposal),
    next_cursor,
  }),
  answer({ record, mark }, asked) {
    const find = readingsIn(record)
    const open = openProposals(record, scopeOf(asked))
    const wanted = asked.words?.toLowerCase().split(/\s+/).filter(Boolean) ?? []
    const after = positionIn('list_proposals', asked) ?? 0
    const { items, next_cursor } = pageOf(answers(), {
      limit: asked.limit,
      cursorAt: cursorFor('list_proposals', asked),
    })
    return { open: open.length, proposals: items, next_cursor }

    function* answers() {
      for (const one of open) {
        if (one.number <= after) continue
        const { verdict, on, subject, before, after: then, who } = proposalCells(one)
        const told = [who, verdict, on, subject, before, then].join(' ').toLowerCase()
        if (!wanted.every((word) => told.includes(word))) continue
        yield { at: one.number, item: proposalAnswer(one, find, mark) }
      }
    }
  },
})

function proposalAnswer(one: Proposed, find: ReturnType<typeof readingsIn>, mark: Mark): z.infer<typeof proposal> {
  const { number, at, who, verdict, on, subject, before, after } = proposalCells(one)
  const { decision } = one.proposal
  const [sha256 = null] = decision.kind === 'source' ? [] : documentsOf(decision)
  const reading = sha256 === null ? null : find(sha256)
  const where = reading && decision.kind !== 'source' ? whereIs(reading, decision) : null
  return {
    ...{ number, at, who: mark(who), verdict, on, subject: mark(subject), before: mark(before), after: mark(after) },
    ...{ sha256, article: where?.article ?? null, mark: where?.id ?? null },
  }
}
