// The draft of an event -> the same with what its people are said to have been: "The nine people killed in the raid were farmers", "The men whom
// soldiers shot were all teachers". Of "whom soldiers shot", the soldiers did it.

import type { Resources } from '../../resources.ts'
import type { Sentence, Span } from '../../types.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import { type Grounds, isPeople } from './parties.ts'

const HARM: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'HAZARD'])

/** People of whom nothing else is known, at the beginning of a sentence or of a quotation. */
const SUBJECT =
  /^["“‘']?(?:all |most )?(?:of )?(?:the|those|all|these) (?:of the )?(?:[\d,]+ |[a-z]+ )?(?:people|persons|men|women|youths|dead|victims|casualties|killed|wounded|detainees|captives)\b/i

export function withSaidToBe(draft: EventDraft, grounds: Grounds, names: Resources['names']): EventDraft {
  const sentence = grounds.sentences.touching(draft.trigger)[0]
  if (!sentence || !HARM.has(draft.type)) return draft
  const [start, end] = sentence.span
  const subject = SUBJECT.exec(grounds.text.slice(start, end))
  if (!subject || start + subject[0].length > draft.trigger[1]) return draft
  const people = predicateOf(sentence, draft.trigger)
  if (!people || !isPeople(people, grounds, names)) return draft
  const isDoer = (span: Span) => /\bwhom $/i.test(grounds.text.slice(start, span[0])) && span[1] <= draft.trigger[0]
  const doers = draft.recipient.filter(isDoer)
  return {
    ...draft,
    // "All of those killed in the strike were rebels": the rebels struck nobody.
    actor: [...draft.actor.filter((span) => !touch(span, people)), ...doers],
    recipient: [...draft.recipient.filter((span) => !isDoer(span)), people],
    parts: draft.parts.map((part) =>
      part.role === 'recipient' && isDoer(part.span) ? { ...part, role: 'actor', part: 'attacker' } : part,
    ),
  }
}

const touch = ([from, to]: Span, [start, end]: Span): boolean => from < end && start < to

const COPULA = /^(?:was|were)$/i

/** "farmers" of "were all farmers from the valley"; null of "were killed", "were not rebels", "were in their homes". */
function predicateOf({ tokens }: Sentence, trigger: Span): Span | null {
  const copula = tokens.findIndex(({ span, text }) => span[0] >= trigger[1] && COPULA.test(text))
  if (copula < 0) return null
  let from = copula + 1
  while (/^(?:all|both|mostly|in|fact|actually|simply|just|only|a|an|the)$/i.test(tokens[from]?.text ?? '')) from++
  let to = from
  while (/^(?:ADJ|NOUN|PROPN)$/.test(tokens[to]?.pos ?? '')) to++
  if (to === from || tokens[to - 1].pos !== 'NOUN') return null
  return [tokens[from].span[0], tokens[to - 1].span[1]]
}
