// Violent events and the stretches that the model takes for attackers, targets, victims and weapons -> the events with these as parties.

import { CASING } from '../../language/pieces.ts'
import { typedRuns } from './decode.ts'
import type { EventDraft, PartDraft } from './drafts.ts'
import type { Run } from './links.ts'
import { allChances, chancesAt, isKept, linked, type PassageRead, spanOf } from './passage-read.ts'

/** Categories of PLOVER that do harm by force. */
export const VIOLENT: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])

const ROLES: Readonly<Record<PartDraft['part'], PartDraft['role']>> = {
  attacker: 'actor',
  organisation: 'actor',
  target: 'recipient',
  victim: 'recipient',
  weapon: 'instrument',
}

const isPart = (name: string): name is PartDraft['part'] => name in ROLES

/** Each part goes to the event that links to it best. */
export function withParts(read: PassageRead, events: readonly { trigger: Run; draft: EventDraft }[]): EventDraft[] {
  const { tags, thresholds } = read.heads.facts
  const violent = events.filter(({ draft }) => VIOLENT.has(draft.type))
  const parts = new Map<EventDraft, PartDraft[]>()
  if (violent.length > 0) {
    for (const { run, kind } of bridged(
      read,
      typedRuns(allChances(read, 'part'), tags.part, thresholds.part, read.continues),
    )) {
      if (!isPart(kind) || !isKept(read, run[0])) continue
      const role = ROLES[kind]
      const ranked = violent.map(({ trigger, draft }) => ({ draft, odds: mean(linked(read, role, trigger), run) }))
      const [best] = ranked.toSorted((a, b) => b.odds - a.odds)
      if (best.odds < thresholds.part_link) continue
      parts.set(best.draft, [...(parts.get(best.draft) ?? []), { span: spanOf(read, run), role, part: kind }])
    }
  }
  return events.map(({ draft }) => ({ ...draft, parts: parts.get(draft) ?? [] }))
}

/** "the embassies of" and "Soviet Union" with "the" between them are one stretch. */
function bridged(read: PassageRead, runs: readonly { run: Run; kind: string }[]): { run: Run; kind: string }[] {
  const whole: { run: Run; kind: string }[] = []
  const small = BRIDGES.map((word) => read.tokenizer.idOf(word))
  for (const one of runs) {
    const last = whole.at(-1)
    const between = last ? read.pieces.ids.slice(last.run[1] + 1, one.run[0]) : []
    const meets = last && last.kind === one.kind && between.length === 1 && small.includes(between[0])
    if (meets) whole[whole.length - 1] = { kind: one.kind, run: [last.run[0], one.run[1]] }
    else whole.push(one)
  }
  return whole
}

const BRIDGES = ['the', 'of', 'a', 'an', "'", '-']

/**
 * Whether what an event links to is a party to violence by both opinions together: that of the link and that of the part. Parts were learnt from
 * wire copy in capitals: that a stretch plays none tells something only there, where links, learnt mostly elsewhere, are less sure.
 */
export function isInViolence(read: PassageRead, party: Run, odds: readonly number[]): boolean {
  if (!isInCapitals(read)) return true
  const { part_weight: weight, party_total: total } = read.heads.facts.thresholds
  let most = 0
  for (let piece = party[0]; piece <= party[1]; piece++) most = Math.max(most, 1 - chancesAt(read, 'part', piece)[0])
  return mean(odds, party) + weight * Math.max(-4, Math.log(most / (1 - most))) >= total
}

function isInCapitals({ pieces: { casing } }: PassageRead): boolean {
  const [lower, upper] = [CASING.lower, CASING.upper].map((kind) => casing.filter((own) => own === kind).length)
  return upper > 9 * lower
}

function mean(values: ArrayLike<number>, [first, last]: Run): number {
  let sum = 0
  for (let piece = first; piece <= last; piece++) sum += values[piece]
  return sum / (last + 1 - first)
}
