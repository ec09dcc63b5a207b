// A number and the words around it -> whether it counts anything; money, ages, measures, scores, names and shares do not.

import type { Quantity } from './quantity.ts'

/** Measures, money and shares behind a number. */
const MEASURED =
  /^(?:%|[ -]?(?:°|per ?cent|percent(?:age)?|pct|points?\b|km|kms|kilomet\w+|miles?\b|mi\b|met(?:er|re)s?\b|m\b|cm\b|mm\b|centimet\w+|millimet\w+|feet\b|foot\b|ft\b|inch\w*|yards?\b|nautical|kg|kilos?\b|kilogram\w*|grams?\b|tons?\b|tonnes?\b|pounds?\b|lbs?\b|ounces?\b|lit(?:er|re)s?\b|gallons?\b|barrels?\b|hectares?\b|acres?\b|square\b|sq\b|cubic\b|degrees?\b|mph\b|kph\b|knots?\b|volts?\b|watts?\b|megawatts?\b|MW\b|GB\b|MB\b|dollars?\b|euros?\b|cents?\b|rupees?\b|rubles?\b|roubles?\b|yen\b|yuan\b|dinars?\b|riyals?\b|lira\b|pesos?\b|francs?\b|shekels?\b|hryvnias?\b|USD\b|EUR\b|GBP\b|(?:US|U\.S\.|Canadian|Australian) dollars?|magnitude|times\b|fold\b|(?:year|month|week|day|hour|minute|second)s?\b|-?(?:storey|story|page|point|mm|inch|foot|seat|bed|man|member|strong|wheel|bedroom|room|nation|party|way|star)\b|thirds?\b|quarters?\b|fifths?\b|tenths?\b|halves\b|o['’]clock|[ap]\.?m\b|GMT\b|UTC\b|hrs\b|in (?:ten|10|three|four|five|two)\b|of the \w+ most\b))/i

/** Words that a number names rather than counts. */
const NAMED =
  /(?:[$€£¥₹#@§]|(?:US|C|A)\$|\b(?:nos?|nr|number|resolutions?|articles?|sections?|chapters?|paragraphs?|rooms?|flight|highway|route|road|channel|boeing|airbus|page|pages|pp?|vol|volume|part|phase|grade|level|category|type|class|unit|figure|fig|table|item|point|protocol|version|line|gate|pier|platform|apartment|apt|building|block|case|bill|law|act|order|rule|form|group|zone|sector|area|district|day|week|year|round|game|match|episode|season|step|option|appendix|annex|box|tel|phone|fax|aged?|ages|age of|rs|usd|eur|gbp|magnitude|chapter|verse|psalm|top|model|mark|mk|size|bus|tram|line)\.?) ?$/i

/** "the Group of 20", but not "a group of 20 boys". */
const GROUP = /\b[Tt]he Group of $/

const UNIT =
  /^ (?:\p{Lu}\p{L}+ ){0,2}(?:Brigade|Battalion|Division|Regiment|Corps|Squadron|Platoon|Garrison|Command)(?!\p{L})/u

/** @param before,after the words next to the number, white space as single blanks */
export function isCount(
  { low, high }: Pick<Quantity, 'low' | 'high'>,
  surface: string,
  before: string,
  after: string,
): boolean {
  if (MEASURED.test(after) || NAMED.test(before) || GROUP.test(before)) return false
  if (/^(?:[-–/]\p{L}|['’]s\b|st\b|nd\b|rd\b|th\b)/u.test(after)) return false
  if (/^0\d/.test(surface)) return false
  // "25 Task Force Brigade", "3 Battalion"
  if (/^\d+$/.test(surface) && UNIT.test(after)) return false
  if (/[[/\\=&_+]$/.test(before) || /^[\]/\\=_+]/.test(after)) return false
  // "Ana Ruiz, 45, said"
  if (/^\d{1,3}$/.test(surface) && low < 120 && /\p{L}, $/u.test(before) && /^(?:[,.;]|$)/.test(after)) return false
  // "six in ten voters"
  if (/(?:\b(?:one|two|three|four|five|six|seven|eight|nine)|\d) (?:in|out of) (?:every )?$/i.test(before)) return false
  // "1. Open the door", "(2) ..."
  if (/^\d{1,2}$/.test(surface) && (/^[.)] /.test(after) || /\($/.test(before)) && /(?:^|\()$/.test(before))
    return false
  // "no one", "this one", "one another", "one of the men", "one day"
  if (
    /^one$/i.test(surface) &&
    (/\b(?:no|any|every|each|some|this|that|which|the|another) $/i.test(before) ||
      /^ (?:another|of|by|that|who|can|could|must|should|would|may|might|in|is|was|time|\w+ing)\b|^[^ ]/i.test(after))
  )
    return false
  // "a score of 2-1", "won 3-0", "a 50-50 chance", "6-2, 6-4"
  if (
    /^\d{1,2} ?[-–] ?\d{1,2}$/.test(surface) &&
    (/\b(?:won|win|wins|beat|lost|lead|leads|led|score|draw|drew|victory|defeat|vote|voted|by|,|a) $/i.test(before) ||
      high === low)
  )
    return false
  return true
}
