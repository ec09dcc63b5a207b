// The draft of an event -> the same with the parties that the grammar of its clause gives it, and without actors that cannot act: whoever was
// killed suffered it, whoever stands behind "by" did it, and no weapon, vehicle or day did.

import type { Span, Token } from '../../types.ts'
import type { NameLexicon } from '../entities/lexicon.ts'
import { headOf } from '../entities/nouns.ts'
import { tokenFrom, tokensInside } from '../spans.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import { type Clause, clauseOf } from './clause.ts'
import type { Deeds } from './deed-words.ts'
import { type Grounds, isPeople } from './parties.ts'

/** Done by one to another by force; the parties to something mutual are all actors. */
const ONE_SIDED: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])
const MUTUAL: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

export function withClauseParties(
  draft: EventDraft,
  grounds: Grounds,
  { names, deeds }: { names: NameLexicon; deeds: Deeds },
): EventDraft {
  const sentence = grounds.sentences.touching(draft.trigger)[0]
  if (!sentence) return draft
  const able = withoutDisowners(
    withoutLosers(withCountedAmong(withoutThings(draft, grounds, deeds), grounds.text), grounds.text),
    grounds.text,
    sentence.span,
  )
  const from = tokenFrom(sentence.tokens, draft.trigger[0])
  let to = from
  while (to < sentence.tokens.length && sentence.tokens[to].span[0] < draft.trigger[1]) to++
  const clause = clauseOf(sentence.tokens, from, to)
  if (!clause || MUTUAL.has(draft.type) || isInCapitals(grounds.text.slice(...sentence.span))) return able
  return withClause(able, clause, grounds.text, (span) => isPeople(span, grounds, names))
}

function withClause(draft: EventDraft, clause: Clause, text: string, people: (span: Span) => boolean): EventDraft {
  const trigger = text.slice(...draft.trigger)
  const { noun, passive, whose, subject, object, by } = clause
  const oneSided = ONE_SIDED.has(draft.type)
  if (passive) {
    // "the town, which was liberated from the rebels": who lost it stands as an actor yet.
    const isOpen = isFree(draft, 'recipient') && (draft.type !== 'RETREAT' || isFree(draft, 'actor'))
    const suffers = subject && people(subject) && (oneSided || isOpen)
    const own = by ? draft : withoutOthersDoers(draft, text)
    const suffering = suffers ? withSufferer(own, subject, whose) : subject ? withSubjectAlone(own, subject) : own
    return by && people(by) ? withParty(suffering, 'actor', by) : suffering
  }
  if (
    subject &&
    people(subject) &&
    (SUFFERS.test(trigger) || (!(object && people(object)) && /^drown(?:s|ed|ing)?$/i.test(trigger)))
  )
    return oneSided ? withParty(draft, 'recipient', subject) : draft
  const done = object && oneSided && people(object) ? withObject(draft, object) : draft
  const acts =
    !/^los(?:t|es?|ing)$/i.test(trigger) &&
    subject &&
    people(subject) &&
    isFree(draft, 'actor') &&
    (noun || object || !oneSided)
  return acts ? withParty(done, 'actor', subject) : done
}

/** Of an active verb with its object: those before it belong to another verb, "shot a priest and wounded two nuns". */
function withObject(draft: EventDraft, object: Span): EventDraft {
  const isBehind = ([start]: Span) => start >= draft.trigger[0]
  const own = {
    ...draft,
    recipient: draft.recipient.filter(isBehind),
    parts: draft.parts.filter(({ role, span }) => role !== 'recipient' || isBehind(span)),
  }
  return isFree(own, 'recipient') ? withParty(own, 'recipient', object) : own
}

/** There a tagger errs too often. */
const isInCapitals = (words: string): boolean => words.length > 20 && words === words.toUpperCase()

/** Who dies does nothing to anybody. */
const SUFFERS =
  /^(?:d(?:ie[sd]?|ying)|perish\w*|lost (?:his|her|their) li(?:fe|ves)|suffer\w*|c[ao]m(?:e|es|ing) under (?:\w+ )?(?:fire|attack))/i

type Role = 'actor' | 'recipient'

const overlap = ([a, b]: Span, [c, d]: Span): boolean => a < d && c < b

const spansOf = (draft: EventDraft, role: Role): Span[] => [
  ...draft[role],
  ...draft.parts.filter((part) => part.role === role).map(({ span }) => span),
]

const isFree = (draft: EventDraft, role: Role): boolean => spansOf(draft, role).length === 0

const other = (role: Role): Role => (role === 'actor' ? 'recipient' : 'actor')

/** A party in one role is in no other. */
function withParty(draft: EventDraft, role: Role, span: Span): EventDraft {
  const without = {
    ...draft,
    [other(role)]: draft[other(role)].filter((those) => !overlap(those, span)),
    parts: draft.parts.filter((part) => part.role === role || !overlap(part.span, span)),
  }
  return spansOf(draft, role).some((those) => overlap(those, span))
    ? without
    : { ...without, [role]: [...draft[role], span] }
}

/** Of a passive: those who come later belong to another verb, "two men were killed and four women taken". */
function withSufferer(draft: EventDraft, span: Span, alone = false): EventDraft {
  const isOther = (those: Span) => those[0] >= draft.trigger[1] || (alone && !overlap(those, span))
  const only = {
    ...draft,
    recipient: draft.recipient.filter((those) => !isOther(those)),
    parts: draft.parts.filter((part) => part.role !== 'recipient' || !isOther(part.span)),
  }
  return withParty(only, 'recipient', span)
}

/** "The farmer, whose son was killed by soldiers in 2020, was arrested": the soldiers killed. */
function withoutOthersDoers(draft: EventDraft, text: string): EventDraft {
  const isOthers = ([start, end]: Span) =>
    end <= draft.trigger[0] &&
    draft.trigger[0] - end < REACH_CHARACTERS &&
    /\bby $/.test(text.slice(Math.max(0, start - 4), start)) &&
    /^[^,;]*, (?:was|were|is|are|has|have|had|been|being|\s)+$/.test(text.slice(end, draft.trigger[0]))
  return {
    ...draft,
    actor: draft.actor.filter((span) => !isOthers(span)),
    parts: draft.parts.filter(({ role, span }) => role !== 'actor' || !isOthers(span)),
  }
}
const REACH_CHARACTERS = 120

/** "officers were missing and four cars were torched": where the model has the cars, the officers belong to another verb. */
function withSubjectAlone(draft: EventDraft, subject: Span): EventDraft {
  const isIn = (span: Span) => overlap(span, subject)
  if (!spansOf(draft, 'recipient').some(isIn)) return draft
  return {
    ...draft,
    recipient: draft.recipient.filter(isIn),
    parts: draft.parts.filter(({ role, span }) => role !== 'recipient' || isIn(span)),
  }
}

/** "lost two brothers in the raid": who lost somebody did nothing. */
const withoutLosers = (draft: EventDraft, text: string): EventDraft =>
  ONE_SIDED.has(draft.type) && /^los(?:t|es?|ing)$/i.test(text.slice(...draft.trigger))
    ? { ...draft, actor: [], parts: draft.parts.filter(({ role }) => role !== 'actor') }
    : draft

/** "The Tigers disowned the attack": whoever wants no part in it is not shown as who did it. */
function withoutDisowners(draft: EventDraft, text: string, [start]: Span): EventDraft {
  const from = Math.max(start, draft.trigger[0] - DISOWNED_CHARACTERS)
  const disowned = DISOWNS.exec(text.slice(from, draft.trigger[0]))
  if (!ONE_SIDED.has(draft.type) || !disowned) return draft
  const isBefore = ([, end]: Span) => end <= from + disowned.index
  return {
    ...draft,
    actor: draft.actor.filter((span) => !isBefore(span)),
    parts: draft.parts.filter(({ role, span }) => role !== 'actor' || !isBefore(span)),
  }
}
const DISOWNED_CHARACTERS = 200
const DISOWNS =
  /\b(?:disown(?:s|ed|ing)?|disavow(?:s|ed|ing)?|distanc(?:e[sd]?|ing) (?:itself|themselves|himself|herself) from|condemn(?:s|ed|ing)?)\b[^,;:.]*$/i

/** "17 were killed, among them 13 officers": the officers are of those who were. */
function withCountedAmong(draft: EventDraft, text: string): EventDraft {
  if (!HARMS.test(text.slice(...draft.trigger))) return draft
  const isAmong = ([start]: Span) =>
    start > draft.trigger[1] && AMONG.test(text.slice(Math.max(draft.trigger[1], start - 20), start))
  return {
    ...draft,
    actor: draft.actor.filter((span) => !isAmong(span)),
    parts: draft.parts.map((part) =>
      part.role === 'actor' && isAmong(part.span) ? { ...part, role: 'recipient', part: 'victim' } : part,
    ),
  }
}

const HARMS =
  /^(?:kill|die|dead|death|wound|injur|hurt|shot|attack|blast|bomb|explo|strike|struck|raid|abduct|kidnap|miss|casualt|toll)/i
const AMONG =
  /\b(?:among (?:them|whom|those|the (?:dead|victims|wounded))|including|mostly|most of them)(?: (?:the|at least|about|some))? ?$/i

/** "a NATO air strike", "an Israeli drone": whose it is acts; "two rockets": nobody. */
function withoutThings(draft: EventDraft, grounds: Grounds, { thing }: Deeds): EventDraft {
  const actsOf = (span: Span): Span[] => {
    const [sentence] = grounds.sentences.touching(span)
    const tokens = tokensInside(sentence ? [sentence] : [], span)
    const head = headOf(tokens)
    // "Warplanes" has its capital from the beginning of the sentence.
    const first = sentence?.tokens[0]
    if (!head || !(thing.test(head.lemma) || (head === first && thing.test(head.lemma.toLowerCase())))) return [span]
    const owner = ownerIn(tokens, head)
    return owner ? [owner] : []
  }
  return {
    ...draft,
    actor: draft.actor.flatMap(actsOf),
    parts: draft.parts.flatMap((part) =>
      part.role === 'actor' ? actsOf(part.span).map((span) => ({ ...part, span })) : [part],
    ),
  }
}

/** The name or nationality before the thing. */
function ownerIn(tokens: readonly Token[], head: Token): Span | undefined {
  const at = tokens.indexOf(head)
  const start = tokens.findIndex(({ pos, text }) => pos === 'PROPN' || (pos === 'ADJ' && /^\p{Lu}/u.test(text)))
  if (start < 0 || start >= at) return undefined
  let end = start
  while (end + 1 < at && tokens[end + 1].pos === 'PROPN') end++
  return [tokens[start].span[0], tokens[end].span[1]]
}
