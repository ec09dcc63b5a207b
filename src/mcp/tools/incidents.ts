// What is wanted of incidents -> each in brief, with a passage that reports it; the latest first.

import { z } from 'zod'
import { type Labels, labelsOf, NO_LABELS } from '../../record/incidents/labels.ts'
import { incidentRow } from '../../record/incidents/row.ts'
import { searchIncidents } from '../../record/incidents/search.ts'
import type { Incident, Reading } from '../../types.ts'
import { type Mark, unmarked } from '../material.ts'
import { cursorFor, pageOf, positionIn } from '../page.ts'
import { material, passage, passageIn, readingFinder } from '../passage.ts'
import { type Bench, day, inCollection, name, next_cursor, paging, scopeOf, tool, words } from '../tool.ts'

export const incidentHead = z.object({
  incident: z.string().describe('Its id'),
  title: material('A person gave it, or it is made from what nobody disputes'),
  gist: material('The tolls, and what is disputed'),
  type: z.string().describe('PLOVER category, or HAZARD'),
  mode: z.string().nullable(),
  start: z.string().nullable().describe('First and last day'),
  end: z.string().nullable(),
  place: material('Where').nullable(),
  country: z.string().nullable().describe('ISO 3166-1 alpha-2'),
  accounts: z.number().int(),
  origins: z.number().int().describe('How many accounts are independent'),
  disputed: z.array(z.string()).describe('Aspects on which independent accounts contradict each other'),
  agreed: z.array(z.string()),
  credibility: z.string().describe('In words; it says how far accounts bear each other out, not what is true'),
})

export const incidentAnswer = (
  incident: Incident,
  labels: ReadonlyMap<string, Labels>,
  mark: Mark,
): z.infer<typeof incidentHead> => {
  const row = incidentRow(incident)
  return {
    incident: row.id,
    title: mark((labels.get(row.id) ?? NO_LABELS).title ?? row.title),
    gist: mark(row.gist),
    type: row.type,
    mode: row.mode,
    start: row.start,
    end: row.end,
    place: mark(row.place),
    country: row.country,
    accounts: row.accounts,
    origins: row.origins,
    disputed: row.disputed,
    agreed: row.agreed,
    credibility: incident.credibility.words,
  }
}

/** The sentence by which its first account reports it. */
function reported({ accounts }: Incident, find: (document: string) => Reading | null, mark: Mark) {
  for (const { document, article, event } of accounts) {
    const reading = find(document)
    const told = reading?.articles[article - 1]
    const mention = told?.events.find(({ id }) => id === event)
    if (!told || !mention) continue
    const sentence = mention.sentence === undefined ? undefined : told.sentences?.[mention.sentence]
    return passageIn(reading, article, sentence?.span ?? mention.trigger, mark)
  }
  return null
}

/** Looked at in one call where words are wanted; a further call goes on. */
const MOST_LOOKED_AT = 400

export const searchIncidentsTool = tool({
  name: 'search_incidents',
  title: 'Search incidents',
  description:
    'Finds reported events, each once with all its accounts: by words, type, place, origin, date, dispute. The latest first. Only violence, protest and disaster, unless all is set.',
  input: z.object({
    words: words.optional(),
    type: z.string().max(40).optional().describe('PLOVER category: ASSAULT, COERCE, PROTEST, CONSULT, ...; or HAZARD'),
    place: name.optional().describe('A country, its code, a region or a town; what lies inside counts'),
    origin: name.optional().describe('Part of the name of whom an account rests on in the end'),
    since: day.optional(),
    until: day.optional(),
    disputed: z.boolean().optional().describe('Only those on which independent accounts contradict each other'),
    min_origins: z.number().int().min(1).max(100).optional().describe('At least so many independent origins'),
    all: z.boolean().optional().describe('Also talks, plans, words, and what too little is known of'),
    ...inCollection,
    ...paging,
  }),
  output: z.object({
    incidents: z.array(incidentHead.extend({ passage: passage.nullable() })),
    next_cursor,
  }),
  answer(bench, asked) {
    const { record, mark } = bench
    const labels = labelsOf(record)
    const find = readingFinder(record)
    const found = searchIncidents(record, searchOf(bench, asked), positionIn('search_incidents', asked) ?? 0)
    const heads = mapped(found, (incident) => ({
      ...incidentAnswer(incident, labels, mark),
      passage: reported(incident, find, mark),
    }))
    const { items, next_cursor } = pageOf(heads, {
      limit: asked.limit,
      most: MOST_LOOKED_AT,
      cursorAt: cursorFor('search_incidents', asked),
    })
    return { incidents: items, next_cursor }
  },
})

interface Wanted {
  words?: string | undefined
  type?: string | undefined
  place?: string | undefined
  origin?: string | undefined
  since?: string | undefined
  until?: string | undefined
  disputed?: boolean | undefined
  min_origins?: number | undefined
  all?: boolean | undefined
  collection?: string | undefined
}

export const searchOf = (
  { placesInside }: Pick<Bench, 'placesInside'>,
  { words, type, place, origin, since, until, disputed, min_origins, all, collection }: Wanted,
) => ({
  ...scopeOf({ collection }),
  substantial: !all,
  ...(words === undefined ? {} : { words: unmarked(words) }),
  ...(type === undefined ? {} : { type }),
  ...(place === undefined ? {} : { place: placesInside(unmarked(place)) }),
  ...(origin === undefined ? {} : { origin: unmarked(origin) }),
  ...(since === undefined ? {} : { since }),
  // The end of a month or a year that is given whole.
  ...(until === undefined ? {} : { until: until.length < 10 ? `${until}-99` : until }),
  ...(disputed ? { disputed } : {}),
  ...(min_origins === undefined ? {} : { origins: min_origins }),
})

function* mapped<Item>(
  found: Iterable<{ at: number; incident: Incident | null }>,
  make: (incident: Incident) => Item,
): Generator<{ at: number; item: Item | null }> {
  for (const { at, incident } of found) yield { at, item: incident && make(incident) }
}
