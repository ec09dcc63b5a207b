// The record -> what waits for a person's judgement, what decides most first, as the review page has it; with how much else there is.

import { z } from 'zod'
import { openProposals } from '../../record/decisions.ts'
import { labelsOf, NO_LABELS } from '../../record/incidents/labels.ts'
import { countIncidents } from '../../record/incidents/list.ts'
import { incidentRow } from '../../record/incidents/row.ts'
import { DECIDES } from '../../record/incidents/waiting.ts'
import { type Waiting, waitingMentions } from '../../record/incidents/waiting-list.ts'
import { countStatements } from '../../record/statements.ts'
import type { Mark } from '../material.ts'
import { cursorFor, pageOf, positionIn } from '../page.ts'
import { material, passage, passageIn, readingFinder } from '../passage.ts'
import { inCollection, next_cursor, paging, scopeOf, tool } from '../tool.ts'

const waiting = z.object({
  decides: z.enum(DECIDES).describe('What would change if the passage was misread'),
  aspect: z.string().nullable().describe('The aspect that is disputed, or the toll'),
  incident: z.string().describe('Its id'),
  title: material('Of the incident'),
  origin: material('Whose word it is in the end'),
  mark: z.string().describe("The event's id in the document"),
  words: material('What the reader marked'),
  taken_for: z.string().describe('What the reader took it for: PLOVER category and mode'),
  passage: passage.nullable(),
})

/** Looked at in one call; a further call goes on. */
const MOST_LOOKED_AT = 300

export const listReview = tool({
  name: 'list_review',
  title: 'What waits for review',
  description:
    'Passages that people should judge first, because a dispute, a toll, a grade or a title rests on them, in this order; and how many disputes and unnamed sources there are. People decide in hearsay serve or with hearsay commands; this tool changes nothing.',
  input: z.object({ ...inCollection, ...paging }),
  output: z.object({
    disputed_incidents: z.number().int(),
    statements_by_unnamed_sources: z.number().int(),
    proposals_open: z.number().int().describe('list_proposals has them'),
    waiting: z.array(waiting),
    next_cursor,
  }),
  answer({ record, mark }, asked) {
    const scope = scopeOf(asked)
    const find = readingFinder(record)
    const labels = labelsOf(record)
    const after = positionIn('list_review', asked) ?? 0
    const found = waitingMentions(record, { scope, readings: ({ document }) => find(document) }, after)
    const { items, next_cursor } = pageOf(answers(), {
      limit: asked.limit,
      most: MOST_LOOKED_AT,
      cursorAt: cursorFor('list_review', asked),
    })
    return {
      disputed_incidents: countIncidents(record, { ...scope, disputed: true, substantial: true }),
      statements_by_unnamed_sources: countStatements(record, { ...scope, named: false }),
      proposals_open: openProposals(record, scope).length,
      waiting: items,
      next_cursor,
    }

    function* answers() {
      for (const { at, item } of found)
        yield { at, item: item && waitingAnswer(item, find, { mark, title: titleOf(item) }) }
    }
    function titleOf({ incident }: Waiting): string {
      return (labels.get(incident.id) ?? NO_LABELS).title ?? incidentRow(incident).title
    }
  },
})

function waitingAnswer(
  { decides, aspect, incident, account: at, event: id }: Waiting,
  find: ReturnType<typeof readingFinder>,
  { mark, title }: { mark: Mark; title: string },
): z.infer<typeof waiting> | null {
  const { document, article: number, origin } = incident.accounts[at]
  const reading = find(document)
  const article = reading?.articles[number - 1]
  const event = article?.events.find((one) => one.id === id)
  if (!reading || !article || !event) return null
  const sentence = event.sentence === undefined ? undefined : article.sentences?.[event.sentence]
  return {
    decides,
    aspect,
    incident: incident.id,
    title: mark(title),
    origin: mark(origin),
    mark: id,
    words: mark(reading.document.text.slice(...event.trigger)),
    taken_for: [event.type, event.mode].filter(Boolean).join(' '),
    passage: passageIn(reading, number, sentence?.span ?? event.trigger, mark),
  }
}
