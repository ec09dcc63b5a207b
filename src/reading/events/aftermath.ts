// The events of an article -> the same, those that only followed another or surround it with the event that they hang on: the rescue of the
// wounded, the burial, a condemnation, an inquiry, a permission.

import type { ArticleText, EventMention } from '../../types.ts'

export type Aftermath = Exclude<NonNullable<EventMention['follows']>['what'], 'background'>

/** What an event is told by; of the model's types only those that such words can have. */
const WORDS: readonly { what: Aftermath; words: RegExp; types: ReadonlySet<string> }[] = [
  {
    what: 'rescue',
    words:
      /^(?:rescu\w+|treat(?:s|ed|ing|ment)?|hospitali[sz]\w+|airlift\w*|evacuat\w+|rush(?:ed|ing)?|carr(?:ied|ying)|recover(?:ed|ing|y)?|retriev\w+|pulled(?: out)?|pulling|dug(?: out)?|digging|search(?:ed|ing)?|first aid)\b/i,
    types: new Set(['AID', 'RETREAT', 'COOPERATE', 'SUPPORT', 'MOBILIZE']),
  },
  {
    what: 'burial',
    words: /^(?:bur(?:y|ied|ying|ials?)|funerals?|laid to rest|mourn\w*|cremat\w+|exhum\w+|vigils?)\b/i,
    types: new Set(['AID', 'RETREAT', 'COOPERATE', 'SUPPORT', 'CONSULT', 'PROTEST', 'ASSAULT', 'COERCE']),
  },
  {
    what: 'condemnation',
    words:
      /^(?:condemn\w*|denounc\w+|deplor\w+|decr(?:y|ied)|express\w* (?:outrage|sorrow|shock|condolences?)|condolences?)\b/i,
    types: new Set(['ACCUSE', 'REJECT', 'SUPPORT', 'REQUEST', 'THREATEN', 'CONSULT']),
  },
  {
    what: 'inquiry',
    words: /^(?:investigat\w+|inquir\w+|enquir\w+|prob(?:e|es|ed|ing)|autops\w+|look(?:ed|ing)? into)\b/i,
    types: new Set(['ACCUSE', 'COERCE', 'COOPERATE', 'CONSULT', 'REQUEST', 'SUPPORT', 'MOBILIZE']),
  },
  {
    what: 'permission',
    words: /^(?:permi(?:t|ts|tted|ssion)|authori[sz]\w+|licen[cs]\w+|allow(?:ed|ing|s)?)\b/i,
    types: new Set(['COOPERATE', 'SUPPORT', 'AGREE', 'RETREAT', 'REJECT', 'COERCE', 'REQUEST']),
  },
]

/** What an aftermath can be of. */
const HEAVY: ReadonlySet<string> = new Set(['ASSAULT', 'HAZARD', 'COERCE', 'PROTEST'])

export function withAftermath(events: readonly EventMention[], { text }: Pick<ArticleText, 'text'>): EventMention[] {
  const kinds = events.map(({ type, trigger }) => {
    const words = text.slice(...trigger)
    return WORDS.find((each) => each.types.has(type) && each.words.test(words))?.what
  })
  const heavy = events.filter(
    ({ type, status }, at) => kinds[at] === undefined && HEAVY.has(type) && status !== 'hypothetical',
  )
  let before = -1
  return events.map((event, at) => {
    const what = kinds[at]
    while (heavy[before + 1] && heavy[before + 1].trigger[0] < event.trigger[0]) before++
    const beside = [heavy[before], heavy[before + 1]].find((other) => other && other.sentence === event.sentence)
    const main = beside ?? heavy[before] ?? heavy[before + 1]
    return what === undefined || !main ? event : { ...event, follows: { what, event: main.id } }
  })
}
