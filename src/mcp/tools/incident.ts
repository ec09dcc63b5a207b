// One incident -> what its accounts claim, question by question and side by side, each claim with its passage.

import { z } from 'zod'
import { labelsOf } from '../../record/incidents/labels.ts'
import { findIncident } from '../../record/incidents/list.ts'
import type { OpenRecord } from '../../record/open.ts'
import { idsFiled } from '../../record/scope.ts'
import type { Aspect, Incident } from '../../types.ts'
import type { Mark } from '../material.ts'
import { counted, cursorFor, pageOf, positionIn } from '../page.ts'
import { material, passage, passageIn, readingFinder } from '../passage.ts'
import { inCollection, next_cursor, paging, scopeOf, tool } from '../tool.ts'
import { incidentAnswer, incidentHead } from './incidents.ts'

const claim = z.object({
  aspect: z.string(),
  side: z.number().int().describe('Claims of one aspect that say the same have the same number'),
  value: material('What is claimed'),
  low: z.number().nullable().describe('Of a number'),
  high: z.number().nullable().describe('Null also for no upper bound'),
  denied: z.boolean().describe('The account says that it is not so'),
  revised: z.boolean().describe('The same origin has said otherwise since'),
  origin: material('Whose word it is in the end'),
  origin_kind: z.enum(['named', 'unnamed', 'voice']).describe("voice: the outlet's own word"),
  origin_number: z.number().int().describe('Accounts with the same number are not independent of each other'),
  passage: passage.nullable(),
})

export const openIncident = tool({
  name: 'open_incident',
  title: 'Open an incident',
  description:
    'What all accounts of one incident claim, by aspect and by side, each with its passage. States what is disputed, and why. It is shown whole, also with a collection, which only counts the accounts outside it.',
  input: z.object({
    incident: z.string().min(1).max(60).describe('Its id, or the beginning of it'),
    aspect: z
      .string()
      .max(40)
      .optional()
      .describe('Only this one: actor, recipient, instrument, place, time, status, count:killed, ...'),
    ...inCollection,
    ...paging,
  }),
  output: incidentHead.extend({
    outside_collection: z.number().int().describe('Accounts of reports that are not in the collection asked for'),
    why_credible: z.array(material('A reason')),
    aspects: z.array(
      z.object({
        aspect: z.string(),
        state: z.enum(['agreed', 'disputed', 'single', 'not comparable']),
        why: material('A sentence to check'),
        sides: z.number().int(),
      }),
    ),
    claims: z.array(claim),
    next_cursor,
  }),
  answer({ record, mark }, asked) {
    const incident = findIncident(record, asked.incident.replace(/[^\w-]/g, ''))
    const aspects = incident.aspects.filter(({ name }) => asked.aspect === undefined || name === asked.aspect)
    const after = positionIn('open_incident', asked) ?? 0
    const find = readingFinder(record)
    const all = aspects.flatMap(claimsIn)
    const answers = counted(mappedClaims(all.slice(after), incident, find, mark), after)
    const { items, next_cursor } = pageOf(answers, {
      limit: asked.limit,
      cursorAt: cursorFor('open_incident', asked),
    })
    return {
      ...incidentAnswer(incident, labelsOf(record), mark),
      outside_collection: outside(record, incident, scopeOf(asked).collection),
      why_credible: incident.credibility.why.slice(0, 20).map((why) => mark(why)),
      aspects: aspects.map(({ name, state, why, values }) => ({
        aspect: name,
        state,
        why: mark(why, 800),
        sides: values.length,
      })),
      claims: items,
      next_cursor,
    }
  },
})

function outside(record: OpenRecord, { accounts }: Incident, collection: string | undefined): number {
  if (collection === undefined) return 0
  const inside = idsFiled(record, collection)
  return accounts.filter(({ document }) => !inside.has(document)).length
}

interface Told {
  aspect: Aspect
  side: number
  value: Aspect['values'][number]
  ground: Aspect['values'][number]['grounds'][number]
}

/** Side by side: all who stand on the first value, then all who stand on the next. */
const claimsIn = (aspect: Aspect): Told[] =>
  aspect.values.flatMap((value, side) => value.grounds.map((ground) => ({ aspect, side, value, ground })))

function* mappedClaims(
  claims: readonly Told[],
  { accounts }: Incident,
  find: ReturnType<typeof readingFinder>,
  mark: Mark,
): Generator<z.infer<typeof claim>> {
  for (const { aspect, side, value, ground } of claims) {
    const account = accounts[ground.account]
    const own = aspect.claims.find(
      ({ account: at, span }) => at === ground.account && span[0] === ground.span[0] && span[1] === ground.span[1],
    )
    yield {
      aspect: aspect.name,
      side,
      value: mark(value.value),
      low: value.low ?? null,
      high: value.high ?? null,
      denied: value.denied === true,
      revised: value.revised?.includes(ground.account) ?? false,
      origin: mark(account.origin),
      origin_kind: account.originKind,
      origin_number: account.originNumber,
      passage: passageIn(find(account.document), account.article, own?.passage ?? ground.span, mark),
    }
  }
}
