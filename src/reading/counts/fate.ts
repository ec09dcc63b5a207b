// A count in its sentence -> what happened to those counted, from the word beside it or the verb it belongs to.

import type { Count, Token } from '../../types.ts'
import { CAPTORS, TAKEN_PEOPLE } from '../captor-words.ts'
import { STATES } from './counted.ts'

export type Fate = NonNullable<Count['fate']>

const VERBS: readonly (readonly [Fate, RegExp])[] = [
  [
    'killed',
    /^(?:kill(?:s|ed|ing)?|murder(?:s|ed|ing)?|slay(?:s|ing)?|slain|slew|assassinat(?:es|ed|ing)|execut(?:es|ed|ing)|behead(?:s|ed|ing)?|massacr(?:es|ed|ing)|martyr(?:ed|ing)|lynch(?:ed|ing)|slaughter(?:ed|ing)|dead|die|dies|died|dying|perish(?:ed)?|drown(?:ed|ing)?)$/i,
  ],
  ['injured', /^(?:injur(?:es|ed|ing|e)|wound(?:s|ed|ing)?|hurt(?:s|ing)?|maim(?:s|ed|ing)?|hospitali[sz]ed)$/i],
  [
    'detained',
    /^(?:detain(?:s|ed|ing)?|arrest(?:s|ed|ing)?|imprison(?:ed|ing)?|jail(?:s|ed|ing)?|apprehend(?:ed|ing)?|captur(?:e|es|ed|ing)|round(?:ed|ing))$/i,
  ],
  ['abducted', /^(?:abduct(?:s|ed|ing)?|kidnap(?:s|ped|ping|ed|ing)?|snatch(?:ed|ing)?|hostage)$/i],
  [
    'displaced',
    /^(?:displac(?:es|ed|ing|e)|evict(?:s|ed|ing)?|uproot(?:s|ed|ing)?|fled|flee|fleeing|flees|homeless)$/i,
  ],
  ['missing', /^(?:missing|disappear(?:ed)?|vanish(?:ed)?|unaccounted)$/i],
]

/** Nouns that say it themselves. */
const NOUNS: readonly (readonly [Fate, RegExp])[] = [
  ['killed', /^(?:deaths?|fatalit(?:y|ies)|bodies|body|corpses?|killings?|murders?|martyrs?|executions?)$/i],
  ['injured', /^(?:injur(?:y|ies)|wounds)$/i],
  ['detained', /^(?:arrests?|detainees?)$/i],
  ['abducted', /^(?:hostages?|abductions?|kidnappings?|abductees?)$/i],
]

/** Land, homes and gear are captured, burnt and swept away too, and nobody is detained or killed. */
const THINGS =
  /^(?:homes?|houses?|huts?|buildings?|shops?|stalls?|schools?|churches|mosques|clinics|hospitals|cars|buses|lorries|boats?|ships?|vessels?|aircraft|helicopters?|planes?|farms?|crops?|fields?|bridges?|roads?|villages?|towns?|cit(?:y|ies)|districts?|positions?|posts?|bases?|hills?|tanks?|vehicles?|weapons?|rifles?|provinces?|areas?|points?|checkpoints?|trucks?|neighbou?rhoods?|settlements?)$/i

const named = (lists: readonly (readonly [Fate, RegExp])[], word: string): Fate | null =>
  lists.find(([, pattern]) => pattern.test(word))?.[0] ?? null
/** Of a verb or participle: "wounded". */
export const fateOf = (word: string): Fate | null => named(VERBS, word)

export interface Place {
  tokens: readonly Token[]
  /** Index of the first token of the number, with what bounds it. */
  from: number
  /** Index of the first token behind what is counted. */
  next: number
  of: string | null
  modifiers: readonly Token[]
}

/** Null where the sentence does not say, or says something else of them. */
export function fateIn(place: Place): Fate | null {
  if (isPooled(place)) return null
  const put = asPutAt(place)
  if (put) return put
  // "one hostage died"
  // "six of the wounded died"
  // "killed one hostage"
  const end = HELD.test(place.of ?? '')
    ? (asSubject(place) ?? harmDoneTo(place))
    : isOfWounded(place)
      ? asSubject(pastState(place))
      : null
  const fate =
    end ??
    besideIt(place) ??
    asObject(place) ??
    asSubject(place) ??
    asListed(place) ??
    amongState(place.tokens, place.next) ??
    asToll(place)
  return fate && OF_THE_LIVING.has(fate) && place.of !== null && THINGS.test(place.of) ? null : fate
}

const harmDoneTo = (place: Place): Fate | null => {
  const fate = asObject(place)
  return fate === 'killed' || fate === 'injured' ? fate : null
}

const pastState = (place: Place): Place =>
  STATES.test(place.tokens[place.next]?.text ?? '') ? { ...place, next: place.next + 1 } : place

const isOfWounded = ({ tokens, from, next }: Place): boolean =>
  / of the (?:wounded|injured) /i.test(wordsOf(tokens.slice(from, next + 5)))

/** "300 homes are missing" may be said; "families displaced" and "homes displaced" are both. */
const OF_THE_LIVING: ReadonlySet<Fate> = new Set<Fate>(['killed', 'injured', 'detained', 'abducted'])

const STATE = 'dead|wounded|injured|missing|displaced|killed|detained|arrested|kidnapped'

/** "put the dead at 45 and the injured at 112", "put the dead in Monday's clash at 36" */
const asPutAt = ({ tokens, from }: Place): Fate | null => {
  const before = ` ${wordsOf(tokens.slice(Math.max(0, from - PUT_REACH), from))} `
  const state = PUT_AT.exec(before)?.groups?.state
  return state ? fateOf(state) : null
}
const PUT_REACH = 16
const PUT_AT = new RegExp(`(?: the (?=\\S+ at $)| puts? the )(?<state>${STATE}) (?:(?!and\\b|\\d)\\S+ ){0,12}at $`, 'i')

const HELD = /^(?:hostages?|detainees?|abductees?)$/i
const POOLED = /^(?:killed|dead|wounded|injured|hurt)$/i
const ANOTHER_COUNT = /^(?:an?|another|at|about|more|some|nearly|around|over|several|dozens|scores)$/i

/** "300 were killed or wounded", "killed and wounded 300": one number for both says neither; "killed two and wounded 300" has two. */
function isPooled({ tokens, from, next }: Place): boolean {
  const isPair = (i: number) => {
    const [one, link, two] = tokens.slice(i, i + 3).map(({ text }) => text)
    return POOLED.test(one ?? '') && /^(?:and|or)$/i.test(link ?? '') && POOLED.test(two ?? '') && one !== two
  }
  if (from >= 3 && isPair(from - 3)) return true
  for (let i = next; i < Math.min(tokens.length, next + POOLED_REACH); i++) {
    if (tokens[i].pos === 'NUM' || /^[;:.!?]$/.test(tokens[i].text)) return false
    if (isPair(i)) return tokens[i + 3]?.pos !== 'NUM' && !ANOTHER_COUNT.test(tokens[i + 3]?.text ?? '')
  }
  return false
}
const POOLED_REACH = 10

/** "12 dead", "30 people missing", "500 displaced families", "40 deaths" */
function besideIt({ tokens, next, of, modifiers }: Place): Fate | null {
  if (of !== null) {
    const noun = named(NOUNS, of)
    if (noun) return noun
    const modifier = modifiers.find(({ text }) => STATES.test(text))
    if (modifier) return fateOf(modifier.text)
  }
  let at = next
  while (
    /^(?:people|persons|others?|more|also|reported|reportedly|feared|believed|confirmed|left|seriously|badly|critically|slightly|severely|still)$/i.test(
      tokens[at]?.text ?? '',
    )
  )
    at++
  const word = tokens[at]?.text ?? ''
  if (isToDeath(tokens, at) || (isToDeath(tokens, at + 1) && tokens[at]?.pos === 'VERB')) return 'killed'
  if (!STATES.test(word)) return null
  // "12 gunmen killed a guard" did it; "12 killed in the blast" did not.
  return of === null ||
    !/^(?:killed|injured|wounded|detained|arrested|kidnapped|abducted|captured|displaced|executed|hurt)$/i.test(word) ||
    isPassive(tokens, at)
    ? fateOf(word)
    : null
}

/** "beat two men to death", "two men beaten to death", "were stabbed to death" */
const isToDeath = (tokens: readonly Token[], at: number): boolean =>
  /^to$/i.test(tokens[at]?.text ?? '') && /^death$/i.test(tokens[at + 1]?.text ?? '')

/** Nothing behind it that it could be done to. */
function isPassive(tokens: readonly Token[], at: number): boolean {
  const behind = tokens[at + 1]
  // "swept away homes and killed at least 21"
  if (
    BOUNDS.test(behind?.text ?? '') &&
    (tokens[at + 2]?.pos === 'NUM' || /^least|most$/i.test(tokens[at + 2]?.text ?? ''))
  )
    return false
  return (
    behind === undefined ||
    /^(?:in|by|when|after|as|on|at|during|near|and|since|over|while|from|outside|inside|around|across|so|following|late|early|last|this|yesterday|today|overnight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[,.;:!?)—–-]|"|”)$/i.test(
      behind.text,
    )
  )
}

const BOUNDS = /^(?:at|over|around|about|some|nearly|almost)$/i

const OBJECT_REACH = 6
/** What may stand between the verb and the number it takes. */
const BETWEEN =
  /^(?:the|lives|life|of|another|also|up|down|dead|a|an|total|estimated|confirmed|reported|combined|some|only|just|his|her|their|its|all|both|further)$/i

/** "killed at least 12", "claimed the lives of 12", "left 12 people dead", "forced 2,000 families to flee" */
function asObject({ tokens, from, next, of }: Place): Fate | null {
  for (let i = from - 1; i >= Math.max(0, from - OBJECT_REACH); i--) {
    const word = tokens[i].text
    if (/^(?:claim|claims|claimed|claiming|cost|costing|took|taking|taken|takes)$/i.test(word)) {
      const between = tokens.slice(i + 1, from).map(({ text }) => text.toLowerCase())
      if (between.includes('lives') || (of ?? '') === 'lives') return 'killed'
      if (
        /^(?:took|taking|taken|takes)$/i.test(word) &&
        tokens.slice(next, next + 2).some(({ text }) => /^(?:hostages?|captives?)$/i.test(text))
      )
        return 'abducted'
      return /^(?:took|taking|taken|takes)$/i.test(word) && /^prisoners?$/i.test(tokens[next]?.text ?? '')
        ? 'detained'
        : null
    }
    if (/^seiz(?:e|es|ed|ing)$/i.test(word) && TAKEN_PEOPLE.test(of ?? ''))
      return CAPTORS.test(wordsOf(tokens.slice(Math.max(0, i - SEIZER_REACH), i))) ? 'abducted' : null
    if (/^(?:left|leaving|leaves|leave)$/i.test(word)) {
      const state = tokens.slice(next, next + 5).find(({ text }) => STATES.test(text))
      return state ? fateOf(state.text) : null
    }
    if (/^(?:forced|forcing|drove|driving|sent|forces)$/i.test(word))
      return tokens.slice(next, next + 6).some(({ text }) => /^(?:flee|fleeing|homes|leave)$/i.test(text))
        ? 'displaced'
        : null
    // "shot dead eight refugees"
    if (/^dead$/i.test(word) && /^(?:shot|gunned|stabbed)$/i.test(tokens[i - 1]?.text ?? '')) return 'killed'
    // "slit the throats of 85 villagers"
    if (/^of$/i.test(word) && /^throats?$/i.test(tokens[i - 1]?.text ?? '')) return 'killed'
    // "the killing of seven villagers"
    const deed = /^of$/i.test(tokens[i + 1]?.text ?? '') ? (named(NOUNS, word) ?? gerundOf(tokens, i)) : null
    if (deed) return deed
    // "the killings on 3 May of two priests"
    const apart = /^of$/i.test(word) && i === from - 1 ? deedBefore(tokens, i) : null
    if (apart) return apart
    const fate = fateOf(word)
    if (fate) return takesObject(tokens, i) ? fate : null
    if (!BETWEEN.test(word) && tokens[i].pos !== 'ADV') return null
  }
  return null
}

const DEED_REACH = 6

/** The deed that "on Monday", "in Dol", "last week" stand behind. */
function deedBefore(tokens: readonly Token[], of: number): Fate | null {
  for (let i = of - 1; i >= Math.max(0, of - DEED_REACH); i--) {
    const { text, pos } = tokens[i]
    if (/^(?:killings?|murders?|deaths?|executions?|abductions?|kidnappings?|arrests?)$/i.test(text))
      return named(NOUNS, text)
    if (!/^(?:ADP|NUM|PROPN|DET|ADJ|NOUN)$/.test(pos)) return null
  }
  return null
}

const SEIZER_REACH = 8
const wordsOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ')

/** "the killing of" */
const gerundOf = (tokens: readonly Token[], at: number): Fate | null =>
  /ing$/i.test(tokens[at].text) && /^(?:the|a|this|that|their|his)$/i.test(tokens[at - 1]?.text ?? '')
    ? fateOf(tokens[at].text)
    : null

/** "killed", "is arresting", but not "was killed", "died". */
function takesObject(tokens: readonly Token[], at: number): boolean {
  const { text, pos } = tokens[at]
  if (
    /^(?:dead|died?|dies|dying|perished|drowned|fled|flee|fleeing|missing|homeless|disappeared|vanished|unaccounted|hostage)$/i.test(
      text,
    )
  )
    return false
  if (pos !== 'VERB' && !/(?:ing|ed)$/i.test(text))
    return /s?$/.test(text) && pos === 'NOUN' && /^kill|^arrest|^wound/i.test(text)
  return (
    !tokens.slice(Math.max(0, at - 3), at).some((token) => /^(?:was|were|been|being|be|is|are)$/i.test(token.text)) ||
    /ing$/i.test(text)
  )
}

const LIST_REACH = 8

/** "killed himself and 16 others", "wounded a policeman and two passers-by" */
function asListed({ tokens, from }: Place): Fate | null {
  if (!/^and$/i.test(tokens[from - 1]?.text ?? '')) return null
  for (let i = from - 2; i >= Math.max(0, from - LIST_REACH); i--) {
    const { text, pos } = tokens[i]
    const fate = fateOf(text)
    if (fate && pos !== 'NOUN') return takesObject(tokens, i) ? fate : null
    if (
      !/^(?:NOUN|PROPN|ADJ|DET|PRON|PART)$/.test(pos) &&
      !/^(?:a|an|one|another|its|his|her|their|of|['’]s?)$/i.test(text)
    )
      return null
  }
  return null
}

const SUBJECT_REACH = 24
const AUXILIARY =
  /^(?:was|were|is|are|been|be|being|has|have|had|got|went|gone|go|remain|remains|remained|will|would|may|might|could|feared|reported|reportedly|believed|confirmed|presumed|also|later|still|left|to|said|declared|listed|now)$/i

/** "20 people, including 5 children, were killed", "12 soldiers from the brigade died", "40 have fled" */
function asSubject({ tokens, next, of }: Place): Fate | null {
  let depth = 0
  let hasVerb = false
  for (let i = next; i < Math.min(tokens.length, next + SUBJECT_REACH); i++) {
    const { text, pos } = tokens[i]
    if (/^[;:.!?—–]$/.test(text)) return null
    if (text === ',' && depth === 0) {
      const opener = tokens[i + 1]?.text ?? ''
      // A remark between commas; anything else begins another clause.
      if (!/^(?:including|among|most|mostly|mainly|some|many|half|all|of|who|aged|nearly|with|\d+)$/i.test(opener))
        return null
      depth = 1
      continue
    }
    if (text === ',' && depth === 1) {
      depth = 0
      const after = tokens[i + 1]?.text ?? ''
      if (!AUXILIARY.test(after) && !fateOf(after)) return null
      continue
    }
    if (depth === 1) continue
    if (/^(?:who|which|that|when|while|because|if|but|after|as)$/i.test(text) && !/^(?:who|which|that)$/i.test(text))
      return null
    if (AUXILIARY.test(text)) {
      if ([i, i + 1, i + 2].some((left) => isOfHomes(tokens, left))) return 'displaced'
      const verb = tokens
        .slice(i + 1, i + 7)
        .find(
          (token) =>
            !AUXILIARY.test(token.text) && token.pos !== 'ADV' && !/^(?:dead|seriously|not)$/i.test(token.text),
        )
      if (tokens.slice(i + 1, i + 4).some((token) => /^dead$/i.test(token.text))) return 'killed'
      const isByCaptors = TAKEN_PEOPLE.test(of ?? '') && BY_CAPTORS.test(wordsOf(tokens.slice(i, i + SEIZER_REACH)))
      if (/^taken$/i.test(verb?.text ?? '') && !isByCaptors)
        return tokens.slice(i, i + 6).some((token) => /^(?:hostage|captive)$/i.test(token.text))
          ? 'abducted'
          : tokens.slice(i, i + 6).some((token) => /^(?:custody|prisoner)$/i.test(token.text))
            ? 'detained'
            : null
      // "Nine pupils were taken from their dormitory by armed men"; by rebels "to hospital", they were helped.
      if (/^(?:taken|seized)$/i.test(verb?.text ?? '') && TAKEN_PEOPLE.test(of ?? ''))
        return isByCaptors && !TO_HELP.test(wordsOf(tokens.slice(i, i + SEIZER_REACH))) ? 'abducted' : null
      if (/^forced|driven$/i.test(verb?.text ?? ''))
        return tokens.slice(i, i + 8).some((token) => /^(?:flee|homes|leave)$/i.test(token.text)) ? 'displaced' : null
      if (
        verb &&
        /ing$/i.test(verb.text) &&
        /^(?:was|were|is|are|been)$/i.test(text) &&
        verb.text.toLowerCase() !== 'missing' &&
        verb.text.toLowerCase() !== 'fleeing'
      )
        return null
      // "were treated for injuries"
      if (/^treated$/i.test(verb?.text ?? '') && isForWounds(tokens, tokens.indexOf(verb as Token))) return 'injured'
      // "had lost their lives"
      if (/^lost$/i.test(verb?.text ?? '')) return isOfLives(tokens, tokens.indexOf(verb as Token)) ? 'killed' : null
      const fate = verb ? (isToDeath(tokens, tokens.indexOf(verb) + 1) ? 'killed' : fateOf(verb.text)) : null
      // "12 men had killed", "12 have been killed"
      if (
        fate &&
        /^(?:had|have|has)$/i.test(text) &&
        /ed$/i.test(verb?.text ?? '') &&
        !/^(?:died|perished|drowned|vanished|disappeared|fled)$/i.test(verb?.text ?? '') &&
        tokens[i + 1] === verb
      )
        return null
      return fate
    }
    if (/^(?:died|perished|drowned|fled|disappeared|vanished|die|flee|dies)$/i.test(text)) return fateOf(text)
    if (/^lost$/i.test(text)) return isOfLives(tokens, i) ? 'killed' : null
    if (/^(?:killed|injured|wounded|arrested|detained|kidnapped|abducted|displaced)$/i.test(text))
      // "Thousands marched behind the coffin of a man killed on Monday"
      return isPassive(tokens, i) && i > next && !hasVerb ? fateOf(text) : null
    // "with a monitor saying that six people were killed"
    if (SAYING.test(text)) return null
    if (pos === 'VERB' && /ed$/i.test(text)) hasVerb = true
    if (pos === 'VERB' && i > next && !/(?:ed|en|ing)$/i.test(text)) return null
  }
  return null
}

/** "treated for injuries", "treated for gunshot wounds" */
const isForWounds = (tokens: readonly Token[], treated: number): boolean =>
  /^for (?:[\w-]+ ){0,2}(?:injur|wound|burn)/i.test(wordsOf(tokens.slice(treated + 1, treated + 5)))

/** "left their homes" */
const isOfHomes = (tokens: readonly Token[], left: number): boolean =>
  /^left (?:their|his|her) (?:homes?|houses?|villages?)$/i.test(wordsOf(tokens.slice(left, left + 3)))

/** "lost their lives" */
const isOfLives = (tokens: readonly Token[], lost: number): boolean =>
  /^(?:their|his|her)$/i.test(tokens[lost + 1]?.text ?? '') && /^(?:lives|life)$/i.test(tokens[lost + 2]?.text ?? '')

const SAYING = /^(?:say|tell|report|add|claim|confirm|warn|estimat|count|announc|insist|quot)ing$/i

const BY_CAPTORS = new RegExp(`\\bby (?:[\\w-]+ ){0,3}${CAPTORS.source}`, 'i')
const TO_HELP = /\bto (?:an? |the |\w+ )?(?:hospitals?|clinics?|safety|shelters?)\b/i

const AMONG = /^(?:dead|killed|wounded|injured|missing|detained|displaced|arrested|kidnapped|victims)$/i

/** "Four women were among the dead" */
function amongState(tokens: readonly Token[], next: number): Fate | null {
  const [verb, among, the, state] = tokens.slice(next, next + 4).map(({ text }) => text)
  if (!/^(?:is|are|was|were)$/i.test(verb ?? '') || !/^among$/i.test(among ?? '') || !/^the$/i.test(the ?? ''))
    return null
  return AMONG.test(state ?? '') && !/^victims$/i.test(state ?? '') ? fateOf(state ?? '') : null
}

const TOLL_REACH = 18

/** "the death toll rose to 40", "the number of wounded reached 300", "among the dead were 12 children" */
function asToll({ tokens, from }: Place): Fate | null {
  const before = tokens.slice(Math.max(0, from - TOLL_REACH), from).map(({ text }) => text.toLowerCase())
  const phrase = ` ${before.join(' ')} `
  const clause = phrase.slice(Math.max(phrase.lastIndexOf(' ; '), phrase.lastIndexOf(' : ')) + 1)
  if (
    / (?:death|deaths) (?:toll|count) | toll (?:\S+ ){0,6}(?:to|at|of|reached|was|is|stands|above|passed|exceeded) $| toll (?:\S+ ){1,14}(?:rose|risen|climbed|grown|grew|increased|jumped|fell|fallen|revised|raised|lowered) (?:\S+ ){0,4}to $/.test(
      clause,
    )
  )
    return / (?:to|at|of|reached|was|is|above|passed|exceeded|past|hit|least|than|put|over|around|about) $/.test(clause)
      ? 'killed'
      : null
  const number =
    / number of (?:the |people |those |persons )*(?<state>dead|killed|deaths|wounded|injured|missing|displaced|detained|arrests|detainees|fatalities|abducted|hostages) (?:\S+ ){0,8}$/.exec(
      clause,
    )?.groups?.state
  if (number) return fateOf(number) ?? named(NOUNS, number)
  // "put the number of villagers who died there on Monday at more than 200", "put the number of dead in the shooting on Tuesday at two"
  const put =
    / puts? the number of (?:\S+ ){0,3}?(?:who (?:had |were |have been )?)?(?<state>dead|died|killed|wounded|injured|missing|displaced|detained|arrested|abducted|kidnapped) (?:\S+ ){0,14}at $/.exec(
      clause,
    )?.groups?.state
  if (put) return fateOf(put)
  const among =
    / (?:among )?the (?<state>dead|wounded|injured|missing|detained|displaced|killed|arrested|kidnapped) (?:were|are|was|is|include|included|includes|including) (?:at least |about |also )?$/.exec(
      clause,
    )?.groups?.state
  return among ? fateOf(among) : null
}
