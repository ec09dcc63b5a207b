// The draft of an event -> its participants: who plays which role in it.

import type { Resources } from '../../resources.ts'
import type { Count, Span, Token } from '../../types.ts'
import { fateOf } from '../counts/fate.ts'
import type { EventDraft, PartDraft } from '../tagging/drafts.ts'
import { type Grounds, type Participant, partedOf, participantOf } from './parties.ts'
import { wholePhrase } from './whole-phrase.ts'

/** Those with a part in violence first, then what the event links to besides; one stretch plays one part. */
export function participantsOf(
  draft: EventDraft,
  grounds: Grounds,
  resources: Pick<Resources, 'names'>,
): Participant[] {
  const taken: Span[] = []
  const isFree = ([from, to]: Span): boolean => {
    const free = !taken.some(([start, end]) => start < to && from < end)
    if (free) taken.push([from, to])
    return free
  }
  const roles = ['actor', 'recipient', 'instrument'] as const
  const goesOn =
    (part: PartDraft['part']) =>
    (noun: Token, last: Token): boolean => {
      if (part === 'weapon' || grounds.triggers.touching(noun.span).length > 0) return false
      const word = noun.text.toLowerCase()
      if (part === 'organisation') return resources.names.heads.has(word) && !resources.names.personNouns.has(word)
      return !resources.names.personNouns.has(last.text.toLowerCase())
    }
  const roleAt = (role: Participant['role'], span: Span) =>
    role === 'actor' && isTakenFrom(span, draft.trigger, grounds.text) ? 'recipient' : role
  const playing = draft.parts
    .flatMap(({ role, span: marked, part }) => {
      const span = wholePhrase(wholeName(marked, grounds), grounds.sentences, goesOn(part))
      return span ? [{ role, span, part }] : []
    })
    .filter(({ span }) => isFree(span))
    .map(({ role, span, part }) => participantOf(roleAt(role, span), span, grounds, resources, part))
  const linked = roles.flatMap((role) =>
    draft[role]
      .flatMap((whole) => partedOf(grounds.text, whole, grounds.mentions))
      .filter(isFree)
      .map((span) => participantOf(roleAt(role, span), span, grounds, resources)),
  )
  // "Shelling of a school killed nine": the school did not.
  const isBuilding = ({ role, kind, named }: Participant) => role === 'actor' && kind === 'facility' && !named
  return [...playing, ...linked].filter(
    (party) => party !== null && !(draft.type === 'ASSAULT' && isBuilding(party)),
  ) as Participant[]
}

/** "Romero" where the text has "Ana Romero", "Front" of "Ortega Front". */
const wholeName = (span: Span, { mentions }: Grounds): Span =>
  mentions.holding(span).find(({ kind }) => kind === 'name')?.span ?? span

/** "liberated from the rebels", "seized the town from the army": they did not do it, they lost it. */
const isTakenFrom = ([start]: Span, trigger: Span, text: string): boolean =>
  /^(?:re)?(?:liberat|captur|conquer|seiz|tak|took|wrest|clear|free)/i.test(text.slice(...trigger)) &&
  /\bfrom\s+(?:the\s+)?$/i.test(text.slice(Math.max(trigger[1], start - 12), start))

/** "killed eight soldiers and wounded ten": of the killing, the ten are no part. */
export function withoutOtherFates(
  participants: readonly Participant[],
  trigger: string,
  countsAt: (span: Span) => readonly Count[],
): Participant[] {
  const own = fateOf(trigger)
  if (!own) return [...participants]
  const isOther = (span: Span) => countsAt(span).some(({ fate }) => fate !== undefined && fate !== own)
  return participants.filter(({ role, spans }) => role !== 'recipient' || !spans.some(isOther))
}

/** "with thousands of residents having fled the fighting": those who were displaced did not do it, it was done to them. */
export const withDriven = (participants: readonly Participant[], counts: readonly Count[]): Participant[] => {
  const displaced = counts.filter(({ fate }) => fate === 'displaced')
  const isDriven = ({ spans: [[start, end]] }: Participant) =>
    displaced.some(({ span: [from, to] }) => from < end && start < to)
  return participants.map((party) =>
    party.role === 'actor' && isDriven(party) ? { ...party, role: 'recipient' } : party,
  )
}
