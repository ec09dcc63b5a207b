// A passage's scores -> its events: a trigger each, with its category, its status and the stretches that it links to.

import type { Link } from '../../language/model-facts.ts'
import type { EventMention, Span } from '../../types.ts'
import { bestRuns, typedRuns, weigh } from './decode.ts'
import type { EventDraft } from './drafts.ts'
import type { Run } from './links.ts'
import { isInViolence, VIOLENT, withParts } from './parts-in.ts'
import { allChances, chancesAt, isKept, likeliestOf, linked, type PassageRead, spanOf } from './passage-read.ts'

export function eventsIn(read: PassageRead): EventDraft[] {
  const { tags, thresholds } = read.heads.facts
  const marks = typedRuns(allChances(read, 'trigger'), tags.trigger, thresholds.trigger, read.continues).filter(
    ({ run }) => isKept(read, run[0]),
  )
  return withParts(
    read,
    marks.map((mark) => ({ trigger: mark.run, draft: draftOf(read, mark) })),
  )
}

function draftOf(read: PassageRead, { run, kind, sure }: { run: Run; kind: string; sure: number }): EventDraft {
  const linkedTo = (link: Link, most: number): Span[] => {
    const odds = weigh(linked(read, link, run), 0, [run])
    const runs = bestRuns(odds, read.heads.facts.thresholds.party_price).slice(0, most)
    const kept =
      VIOLENT.has(kind) && link !== 'place' && link !== 'time'
        ? runs.filter((party) => isInViolence(read, party, odds))
        : runs
    return kept.map((party) => spanOf(read, party))
  }
  return {
    trigger: spanOf(read, run),
    type: kind,
    status: likeliestOf(read, 'status', run[0], STATUS),
    refers: chancesAt(read, 'look', run[0])[read.heads.facts.tags.look.indexOf('ref')],
    sure,
    main: chancesAt(read, 'lead', run[0])[read.heads.facts.tags.lead.indexOf('main')],
    actor: linkedTo('actor', 8),
    recipient: linkedTo('recipient', 8),
    instrument: linkedTo('instrument', 3),
    place: linkedTo('place', 1),
    time: linkedTo('time', 1),
    parts: [],
  }
}

const STATUS: readonly EventMention['status'][] = [
  'actual',
  'denied',
  'possible',
  'planned',
  'demanded',
  'hypothetical',
]
