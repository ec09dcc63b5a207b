// Drafts of events, and all else that is known of the article -> events: parties, place, time, counts, status, on whose word.

import type { Resources } from '../../resources.ts'
import type { ArticleText, Count, Entity, EventMention, Sentence, Span, Statement, Time, Token } from '../../types.ts'
import { indexBySpan, indexSpans, type SpanIndex, tokenFrom } from '../spans.ts'
import type { EventDraft, PartDraft } from '../tagging/drafts.ts'
import { confidenceOf } from './confidence.ts'
import { modeOf } from './modes.ts'
import { type Grounds, type Mention, type Participant, partedOf, participantOf, withSharedEntities } from './parties.ts'
import { statusByWords, supposes } from './status.ts'
import { withTakenUp } from './taken-up.ts'
import { wholePhrase } from './whole-phrase.ts'
import { wordsIn } from './word.ts'

/** What the other stages have found. */
export interface Known {
  statements: readonly Statement[]
  entities: readonly Entity[]
  times: readonly Time[]
  counts: readonly Count[]
}

export function settleEvents(
  article: ArticleText,
  drafts: readonly EventDraft[],
  known: Known,
  id: string,
  resources: Pick<Resources, 'names' | 'modes' | 'model'>,
): EventMention[] {
  const grounds: Grounds = {
    text: article.text,
    sentences: indexBySpan(article.sentences),
    triggers: indexBySpan(drafts.map(({ trigger }) => ({ span: trigger }))),
    mentions: indexSpans(
      known.entities.flatMap((entity) =>
        entity.mentions.map(({ span, kind }): readonly [Span, Mention] => [span, { entity, span, kind }]),
      ),
    ),
  }
  const times = indexBySpan(known.times)
  const counts = indexBySpan(known.counts)
  const wordOf = wordsIn(article, known.statements)
  const { calibration, thresholds } = resources.model
  // Below the threshold an actual event is rather a turn of phrase; a demand or a plan is beside the point by its nature.
  const likely = withTakenUp(drafts, article.sentences)
    .map((draft) => ({ ...draft, status: statusOf(draft, grounds.sentences.touching(draft.trigger)[0]) }))
    .filter((draft) => confidenceOf(draft, calibration) >= thresholds.event || draft.status !== 'actual')
  const parties = withSharedEntities(
    article.text,
    likely.map((draft) => partiesOf(draft, grounds, resources)),
  )
  return likely.map((draft, index): EventMention => {
    const participants = parties[index]
    const sentence = grounds.sentences.touching(draft.trigger)[0]
    const place = placeOf(draft, sentence, grounds)
    const said = wordOf(draft.trigger, sentence)
    const time = timeOf(draft, sentence, times, said)
    const mode = modeOf(
      draft.type,
      [draft.trigger, ...draft.instrument].map((span) => article.text.slice(...span)),
      resources.modes,
    )
    return {
      id: `${id}.v${index + 1}`,
      type: draft.type,
      ...(mode ? { mode } : {}),
      trigger: draft.trigger,
      participants,
      ...(place ? { place: place.id } : {}),
      ...(time ? { time: time.id } : {}),
      counts: countsOf(draft, sentence, counts).map((count) => count.id),
      status: draft.status,
      statement: said?.id ?? null,
      confidence: confidenceOf(draft, calibration),
    }
  })
}

/** Those with a part in violence first, then what the event links to besides; one stretch plays one part. */
function partiesOf(draft: EventDraft, grounds: Grounds, resources: Pick<Resources, 'names'>): Participant[] {
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
  return [...playing, ...linked].filter((party) => party !== null)
}

/** "Romero" where the text has "Ana Romero". */
const wholeName = (span: Span, { mentions }: Grounds): Span =>
  mentions.holding(span).find(({ kind, entity }) => kind === 'name' && entity.type === 'person')?.span ?? span

/** "liberated from the rebels", "seized the town from the army": they did not do it, they lost it. */
const isTakenFrom = ([start]: Span, trigger: Span, text: string): boolean =>
  /^(?:re)?(?:liberat|captur|conquer|seiz|tak|took|wrest|clear|free)/i.test(text.slice(...trigger)) &&
  /\bfrom\s+(?:the\s+)?$/i.test(text.slice(Math.max(trigger[1], start - 12), start))

/** The words around it decide where they say something; else the model does. */
function statusOf({ trigger, status }: EventDraft, sentence: Sentence | undefined): EventMention['status'] {
  if (!sentence) return status
  const from = tokenFrom(sentence.tokens, trigger[0])
  let to = from
  while (to < sentence.tokens.length && sentence.tokens[to].span[0] < trigger[1]) to++
  const said = from < to ? statusByWords(sentence.tokens, from, to) : null
  return said ?? (status === 'hypothetical' && !supposes(sentence.tokens) ? 'actual' : status)
}

/** The place that the model points at; else the last one named before or after the trigger in its sentence, behind "in", "at", "near". */
function placeOf(draft: EventDraft, sentence: Sentence | undefined, { mentions, text }: Grounds): Entity | undefined {
  // "was in one town and not in the other"
  const isNegated = ([start]: Span) => /\bnot\s+(?:in|at|near)\s+$/.test(text.slice(Math.max(0, start - 12), start))
  const isPlace = ({ entity, span }: Mention) =>
    (entity.type === 'place' || entity.type === 'facility') && !isNegated(span)
  for (const span of draft.place) {
    const found = mentions.touching(span).filter(isPlace)
    if (found.length > 0) return (found.find(({ entity }) => entity.place) ?? found[0]).entity
  }
  if (!sentence || draft.place.some((span) => !isNegated(span))) return undefined
  const located = mentions.touching(sentence.span).filter(
    (mention) =>
      isPlace(mention) &&
      /\b(?:in|at|near|outside|around|inside)\s+(?:the\s+)?(?:\p{L}+\s+){0,3}$/u.test(
        text.slice(Math.max(sentence.span[0], mention.span[0] - 40), mention.span[0]),
      ) &&
      // "the attack by men who are now in the capital"
      !/\bwho\b/.test(text.slice(draft.trigger[1], mention.span[0])),
  )
  const away = ({ span: [start] }: Mention) => Math.abs(start - draft.trigger[0])
  return located.toSorted((a, b) => away(a) - away(b))[0]?.entity
}

/** The time that the model points at, else the only one of the sentence; never the day on which somebody said so. */
function timeOf(
  draft: EventDraft,
  sentence: Sentence | undefined,
  times: SpanIndex<Time>,
  said: Statement | undefined,
): Time | undefined {
  const isDated = ({ type, span }: Time) =>
    (type === 'date' || type === 'time') && !(said && sentence && datesSaying(span, said, sentence))
  for (const span of draft.time) {
    const found = times.touching(span).find(isDated)
    if (found) return found
  }
  const inside = sentence ? times.touching(sentence.span).filter(isDated) : []
  return inside.length === 1 ? inside[0] : undefined
}

/** "The bridge was shelled, the army said on Friday", "said on Friday that": a time beside the cue, and no part of what is said. */
function datesSaying(time: Span, { cue, content }: Statement, { span: [from, to] }: Sentence): boolean {
  const [start, end] = cue[0]
  if (start < from || end > to || time[0] < start) return false
  const goesOn = content.some(([, last]) => start < last && last <= time[0])
  return !goesOn && !content.some(([first, last]) => first <= time[0] && time[1] <= last)
}

/** Categories whose victims are counted. */
const FATES: ReadonlyMap<string, ReadonlySet<Count['fate']>> = new Map([
  ['ASSAULT', new Set<Count['fate']>(['killed', 'injured', 'abducted', 'missing', 'displaced'])],
  ['COERCE', new Set<Count['fate']>(['detained', 'displaced'])],
])

/** Counts inside its parties, and those of its sentence that say what became of people in such events. */
function countsOf(draft: EventDraft, sentence: Sentence | undefined, counts: SpanIndex<Count>): Count[] {
  const parties = [...draft.actor, ...draft.recipient, ...draft.instrument].flatMap((span) => counts.touching(span))
  const fates = FATES.get(draft.type)
  const fated = sentence && fates ? counts.touching(sentence.span).filter(({ fate }) => fate && fates.has(fate)) : []
  return [...new Set([...parties, ...fated])]
}
