// What is in dispute -> the pairs of claims that contradict each other, each with both passages; the latest incidents first.

import { z } from 'zod'
import { labelsOf, NO_LABELS } from '../../record/incidents/labels.ts'
import { incidentRow } from '../../record/incidents/row.ts'
import { searchIncidents } from '../../record/incidents/search.ts'
import type { Aspect, Incident, Reading } from '../../types.ts'
import type { Mark } from '../material.ts'
import { cursorFor, pageOf, positionIn } from '../page.ts'
import { material, passage, passageIn, readingFinder } from '../passage.ts'
import { day, inCollection, name, next_cursor, paging, tool } from '../tool.ts'
import { searchOf } from './incidents.ts'

const side = z.object({
  value: material('What is claimed'),
  denied: z.boolean().describe('The account says that this is not so'),
  origin: material('Whose word it is in the end'),
  passage: passage.nullable(),
})

/** Of one aspect; open_incident has all claims. */
const MOST_PAIRS = 3

export const listDisputes = tool({
  name: 'list_disputes',
  title: 'What is disputed',
  description:
    'Incidents on which accounts of independent origins contradict each other, the latest first: what cannot both be right, and the two passages. No verdict on who is right.',
  input: z.object({
    type: z.string().max(40).optional().describe('PLOVER category, or HAZARD'),
    place: name.optional().describe('A country, its code, a region or a town; what lies inside counts'),
    since: day.optional(),
    until: day.optional(),
    ...inCollection,
    ...paging,
  }),
  output: z.object({
    incidents: z.array(
      z.object({
        incident: z.string(),
        title: material('Its title'),
        start: z.string().nullable(),
        end: z.string().nullable(),
        disputes: z.array(
          z.object({ aspect: z.string(), why: material('What cannot both be right'), one: side, other: side }),
        ),
      }),
    ),
    next_cursor,
  }),
  answer(bench, asked) {
    const { record, mark } = bench
    const labels = labelsOf(record)
    const find = readingFinder(record)
    const found = searchIncidents(
      record,
      { ...searchOf(bench, asked), disputed: true },
      positionIn('list_disputes', asked) ?? 0,
    )
    const { items, next_cursor } = pageOf(answers(), {
      limit: asked.limit,
      cursorAt: cursorFor('list_disputes', asked),
    })
    return { incidents: items, next_cursor }

    function* answers() {
      for (const { at, incident } of found) {
        if (!incident) continue
        const { id, title, start, end } = incidentRow(incident)
        const disputes = incident.aspects.flatMap((aspect) => pairsIn(incident, aspect, find, mark))
        const own = (labels.get(id) ?? NO_LABELS).title
        yield { at, item: { incident: id, title: mark(own ?? title), start, end, disputes } }
      }
    }
  },
})

const pairsIn = (
  { accounts }: Incident,
  { name, claims, disputes }: Aspect,
  find: (document: string) => Reading | null,
  mark: Mark,
) =>
  disputes.slice(0, MOST_PAIRS).map(({ claims: [one, other], why }) => {
    const sideOf = (at: number): z.infer<typeof side> => {
      const { account, text, polarity, passage: span } = claims[at]
      const { document, article, origin } = accounts[account]
      return {
        value: mark(text),
        denied: polarity === 'no',
        origin: mark(origin),
        passage: passageIn(find(document), article, span, mark),
      }
    }
    return { aspect: name, why: mark(why, 800), one: sideOf(one), other: sideOf(other) }
  })
