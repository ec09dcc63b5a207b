// A phrase with a name in it or beside it -> whom it speaks of: "the spokesman, Rafiq Amin", "police chief Ana Ruiz", "his brother" before "Ivo Ban".

import type { Span, Token } from '../../types.ts'
import type { Discourse, Referent } from './discourse.ts'
import { countryIn, keyOf, type NameLexicon } from './lexicon.ts'
import { type Noun, roleNouns } from './nouns.ts'

/** "Bulent Polat, a shop owner" and "the spokesman, Rafiq Amin": the name on one side of the comma, the office on the other. */
export function namedInApposition(
  span: Span,
  tokens: readonly Token[],
  { names }: Discourse,
  text: string,
  lexicon: NameLexicon,
): Referent | null {
  const comma = tokens.find((token) => token.text === ',')?.span
  if (!comma) return null
  const lastOf = names.touching([Math.max(span[0], comma[0] - 1), comma[0]])[0]
  // "a doctor in Mitrovica, who ..." is not Mitrovica
  const tiedAt = tokens.find(({ pos }) => pos === 'ADP')?.span[0] ?? comma[0]
  const ends = lastOf?.mentions.some(
    (mention) => mention.span[1] === comma[0] && mention.span[0] >= span[0] && mention.span[0] < tiedAt,
  )
  if (lastOf && ends) return takeOffice(lastOf, text.slice(comma[1], span[1]), lexicon)
  const after = comma[1] + (/^\s*/.exec(text.slice(comma[1], span[1]))?.[0].length ?? 0)
  // "the director, Dr. Nevenka Stolić": past a title
  const firstOf = names
    .touching([after, span[1]])
    .find(({ mentions }) =>
      mentions.some(
        ({ span: [start], kind }) =>
          kind === 'name' && start >= after && /^(?:\p{Lu}[\p{L}.]*\s+)*$/u.test(text.slice(after, start)),
      ),
    )
  if (!firstOf || firstOf.type === 'place' || firstOf.type === 'group') return null
  return takeOffice(firstOf, text.slice(span[0], comma[0]), lexicon)
}

function takeOffice(referent: Referent, role: string, lexicon: NameLexicon): Referent {
  for (const noun of roleNouns(role, lexicon)) referent.nouns.add(noun)
  const country = countryIn(role.split(/[^\p{L}.]+/u), lexicon)
  if (country) referent.officesOf.add(country)
  return referent
}

/**
 * The person whose name ends the phrase: "defence ministry official Mira Jan", "the envoy in Syria Ali Zaatari"; nobody in
 * "forces loyal to General Dostam" and "the son of Patrice Lumumba".
 */
export function personAtEnd(tokens: readonly Token[], { names }: Discourse): Referent | null {
  const stop = tokens.findIndex(({ text }, at) => at > 0 && /^(?:,|who|whose|which|that|\()$/.test(text))
  const phrase = stop > 0 && tokens[stop].text !== '(' ? tokens.slice(0, stop) : tokens
  const last = phrase.at(-1)
  const person = last && names.holding(last.span)[0]
  if (last === undefined || person?.type !== 'person') return null
  const startOf = (referent: Referent, { span }: Token) =>
    referent.mentions.find(({ span: [start, end] }) => start <= span[0] && span[1] <= end)?.span[0] ?? span[0]
  let at = phrase.findIndex(({ span }) => span[0] >= startOf(person, last)) - 1
  let placed = false
  for (let steps = 0; at >= 0; steps++) {
    const { pos, text, span } = phrase[at]
    const name = names.holding(span)[0]
    if (name) {
      placed ||= steps === 0 && name.type === 'place'
      const start = startOf(name, phrase[at])
      at = phrase.findIndex((token) => token.span[0] >= start) - 1
    } else if (/^(?:NOUN|PROPN|ADJ|NUM)$/.test(pos) || /^[-–()]$/.test(text) || text.endsWith('.')) at--
    else
      return pos === 'DET' || pos === 'PART' || pos === 'PRON' || /^['’]s?$/.test(text) || (placed && pos === 'ADP')
        ? person
        : null
  }
  return person
}

/**
 * The person named right beside a description that lies outside the name: "his brother" before "Ivo Ban", "the mayor" before
 * ", Ana Ruiz,", "a nurse" behind "Ana Ruiz,". Not "the mayor, Ana Ruiz said".
 *
 * @param sentence the tokens of the whole sentence, `from` and `to` the phrase's place in it
 */
export function namedBeside(
  sentence: readonly Token[],
  from: number,
  to: number,
  { plural }: Noun,
  { names }: Discourse,
  lexicon: NameLexicon,
): Referent | null {
  if (plural) return null
  const personAt = (at: number, edge: 0 | 1): Referent | null => {
    const token = sentence[at]
    const person = token && names.holding(token.span)[0]
    const whole = person?.mentions.some(({ span, kind }) => kind === 'name' && span[edge] === token.span[edge])
    return person?.type === 'person' && whole ? person : null
  }
  const opening = sentence[from].text.toLowerCase()
  const indefinite = /^(?:an?|another|one|some)$/.test(opening)
  if (!indefinite) {
    const next = personAt(to, 0) ?? personAt(pastFormsOfAddress(sentence, to, lexicon), 0)
    if (next) return next
    const set = sentence[to]?.text === ',' ? personAt(pastTitles(sentence, to + 1, lexicon), 0) : null
    const end = set && endOf(sentence, to + 1, set)
    if (set && end && /^[,.;]$/.test(sentence[end]?.text ?? '')) return set
  }
  const before = sentence[from - 1]?.text === ',' ? personAt(from - 2, 1) : null
  const closes =
    /^[,.;]$/.test(sentence[to]?.text ?? '.') || /^(?:of|from|in|at|for|who|with)$/.test(sentence[to]?.text ?? '')
  // "Ali, Omar, a nurse" is a list.
  const listed = sentence[to]?.text === ',' && /^(?:and|or)$/.test(sentence[to + 1]?.text ?? '')
  return before && closes && !listed ? before : null
}

function pastFormsOfAddress(sentence: readonly Token[], from: number, { titles }: NameLexicon): number {
  let at = from
  while (at < from + 3 && titles.has(keyOf(sentence[at]?.text ?? ''))) at++
  return at
}

/** "Captain", "first deputy prime minister" */
function pastTitles(sentence: readonly Token[], from: number, lexicon: NameLexicon): number {
  let at = from
  while (at < from + 5 && /^(?:NOUN|ADJ)$/.test(sentence[at]?.pos ?? '') && /^\p{Ll}/u.test(sentence[at].text)) at++
  return pastFormsOfAddress(sentence, at, lexicon)
}

const endOf = (sentence: readonly Token[], from: number, { mentions }: Referent): number | null => {
  const start = sentence[from].span[0]
  const mention = mentions.find(({ span }) => span[0] >= start)
  const end = mention ? sentence.findIndex(({ span }, at) => at >= from && span[0] >= mention.span[1]) : -1
  return end < 0 ? null : end
}
