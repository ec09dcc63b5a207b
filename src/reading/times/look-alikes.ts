// A word that looks like a month, weekday or year, and the words around it -> whether it is one.

import type { Around } from './expression.ts'
import { WEEKDAY_NAME } from './vocabulary.ts'

const LEADS_IN =
  /(?:^|[\s("“—–-])(?:in|since|until|till|by|of|from|to|between|and|or|through|during|before|after|for|around|about|mid|early|late|the|last|next|this|that|every|each|as of|with|,|begin|end) ?$/i

/** "in May" is one; "May I", "March on Rome", "April Jones", "Jan" and "Mar-a-Lago" are not. */
export function isBareMonth(name: string, { before, after }: Around): boolean {
  if (/^['’]s? \p{Lu}|^-\p{L}/u.test(after) || /[-/'’]$/.test(before)) return false
  const led = LEADS_IN.test(before)
  if (name.length <= 5 && /^(?:may|march|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/i.test(name)) {
    if (/^may$/i.test(name) && name === name.toUpperCase()) return false
    if (name === name.toUpperCase() && name.length === 3) return false
    return led && (name.endsWith('.') || !/^ \p{Lu}/u.test(after))
  }
  if (!led && /^(?:april|june|august)$/i.test(name))
    return !/^ \p{Lu}/u.test(after) && !/\p{Lu}[\p{L}.]* $/u.test(before)
  return true
}

/** "Black Friday", "Sunday Times", "Bloody Sunday", "Monday.com", "Robinson Crusoe's Friday" stay out as far as words tell. */
export function isWeekday({ before, matched, after }: Around): boolean {
  if (new RegExp(`^${WEEKDAY_NAME}$`, 'i').test(matched) && !/^\p{Lu}/u.test(matched)) return false
  if (/(?:Bloody|Black|Ash|Palm|Easter|Cyber|Good|Holy|Super|Ruby|a|A|any|some|one) $|[/’'-]$/.test(before))
    return false
  return !/^ (?:Times|Mail|Telegraph|Post|Herald|Mirror|Express|Star|Independent|Night (?:Live|Football)|School|Tribune|Breakfast|best|the 13th)\b|^\.com/.test(
    after,
  )
}

const COUNTED =
  /^[ -](?:people|persons|men|women|children|soldiers|troops|fighters|civilians|refugees|families|dead|wounded|injured|killed|prisoners|police|officers|students|workers|militants|rebels|victims|homes|houses|villages|miles|km|kilomet|metres|meters|m\b|feet|ft|tons?|tonnes|kg|pounds|dollars|euros|rubles|rupees|hours?|days?|years?|months?|weeks?|calories|words|pages|copies|votes|seats|tanks|vehicles|members|employees|cases|deaths|residents|protesters|protestors|demonstrators|percent|per cent|square|hectares|acres|MHz|rpm|[a-z]+s (?:were|have|had|are) )/i

/** "1640 fishermen", "1200 armed men": more than one of something, at once or after a word. */
const isPlural = (after: string): boolean =>
  /^ (?:(?!(?:the|an?|this|that|his|her|its|their|in|on|at|by|to|for|of|from|with|as|and|or|but)\b)\p{Ll}+ )?(?!(?:was|is|has|does|his|its|this|as|us)\b)\p{Ll}*(?:s|children|people|women|men)\b/u.test(
    after,
  )

/** "In 2014 soldiers shot", "By 2015 troops had"; not "shot by 2015 soldiers" */
const OPENS_YEAR = /(?:^|[.!?”"(;,] ?)(?:In|Since|During|Until|By|From) $|\b(?:in|since|during|until) $/

/** Three figures are nearly always a number of something. */
export function isEarlyYear({ before, after }: Around): boolean {
  if (
    /^(?:[%°\p{L}/]|[.,:]\d)/u.test(after) ||
    /^ (?!(?:when|where|by|as|and|he|she|the|it|to|or)\b)\p{Ll}/u.test(after)
  )
    return false
  if (/\(c?\.? ?$/.test(before)) return /^ ?[–-] ?[1-9]\d{2,3}\)/.test(after)
  if (/(?:\(|c\. ?)[1-9]\d\d ?[–-] ?$/.test(before)) return /^\)/.test(after)
  return /(?:^|[.!?”"] )In $/.test(before)
    ? /^(?:,| \p{Lu}\p{Ll}+)/u.test(after)
    : /\b(?:in|since) $/.test(before) && /^[,.;)]/.test(after)
}

/** "at 1800", "around 1400 yesterday", "since 1330 (1930 GMT)": four figures that put an hour. */
export function isHour({ before, after }: Around): boolean {
  if (/^ \(\d{4} ?(?:GMT|UTC)/i.test(after)) return true
  if (/\bat (?:about |around |approximately |exactly |some )?$/i.test(before))
    return !/^(?:-|[ -](?:levels?|prices?|rates?|dollars|values?|metres|meters|feet|m\b|ft\b|[A-Z]\w+ (?:St|Ave|Road|Street)))/.test(
      after,
    )
  return (
    /\b(?:shortly|just|soon|minutes?) (?:before|after) $/i.test(before) ||
    (/\b(?:around|about|approximately|by|until|since|from|before|after) $/i.test(before) &&
      /^ (?:today|yesterday|tonight|last night|this (?:morning|afternoon|evening)|local|on (?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day))/i.test(
        after,
      ))
  )
}

/** "1696 Bergen Blvd" */
const HOUSE_NUMBER =
  /^ (?:\p{Lu}\S* ){1,3}(?:St|Street|Ave|Avenue|Blvd|Boulevard|Road|Rd|Lane|Drive|Dr|Square|Place|Way)\b/u

const SURE_LEADS =
  /\b(?:in|since|by|until|till|from|between|before|after|about|around|circa|year|to|and|[bd]\.) $|[(–] ?$/i

const YEAR_LEADS =
  /(?:\b(?:in|since|until|till|by|of|from|to|between|and|or|through|during|before|after|for|around|about|early|mid|late|year|circa|summer|winter|spring|autumn|fall|c\.|the|its|his|her|their|this|a|an|on|over|at|back|that|born|b\.|d\.|m\.|pre|post|reigned|when|like|as of|as in|also in) ?|[([–—-] ?)$/i

/** 4 figures are a year unless they count, number, price, dial or measure something. */
export function isBareYear(year: number, phased: boolean, { before, matched, after }: Around): boolean {
  if (isHour({ before, matched, after }) && !phased) return false
  const dash = /^[-–]\d/.test(after) || /\d ?[-–]$/.test(before)
  if (dash && !/^[-–](?:1[0-9]|20)\d\d(?!\d|[-–]\d)/.test(after) && !/(?<![\d-])(?:1[0-9]|20)?\d\d ?[-–]$/.test(before))
    return false
  if (
    /(?:[$€£¥#@+/=_&\\]|\d[.,:](?! )|\b(?:no|nos|nr|p|pp|vol|room|flight|page|pages|resolution|article|section|route|channel|number|figure|fig|boeing|airbus|rs|usd|eur|gbp|us\$|resolutions|hotline|tel|phone|order|act|law|rule|bill|proposition)\.?) ?$/i.test(
      before,
    )
  )
    return false
  if (/^(?:[°$€£%/=_@\\]|[-–]\p{L}|\p{L})/u.test(after)) return phased
  // "licence plate MI-1630", but "post-1945"
  if (/(?<![\p{L}-])(?!(?:pre|post|mid)[-–])\p{Lu}{1,4}[-–]$/iu.test(before) && /\p{Lu}[-–]$/u.test(before))
    return false
  // "+49 1985 2014"
  if (/(?:\+\d{1,3}|\(0?\d+\)|\d{2,}) $/.test(before) || /^ \d{3,}/.test(after)) return false
  if (phased) return true
  // "in 2004, 2009 and 2013"
  if (/(?<!\d)(?:1[5-9]|20)\d\d(?:,| and| or|, and) $/.test(before) && year >= 1500 && year <= 2060) return true
  if (HOUSE_NUMBER.test(after) || /: ?\d{4}[-–]$/.test(before)) return false
  // "the 2014 protesters", but "1914 protesters"; "In 2014 soldiers", but "in 2000 houses"
  if (COUNTED.test(after) || (isPlural(after) && OPENS_YEAR.test(before)))
    return (
      (year >= 1900 && year < 2060 && year % 100 !== 0 && OPENS_YEAR.test(before)) ||
      (year >= 1900 &&
        year < 2060 &&
        /\b(?:the|this|its|his|their|a) $/i.test(before) &&
        /^ (?!people|persons|years?\b|days?\b|miles|km)/.test(after))
    )
  if (year < 1500 || year > 2060)
    return SURE_LEADS.test(before) && !isPlural(after) && !/^ ?\+/.test(after) && matched.length === 4
  if (YEAR_LEADS.test(before))
    return !/\b(?:about|around|over|to|and|or|for|at|by|than|nearly|of) $/i.test(before) || !isPlural(after)
  return !isPlural(after) || year >= 1900
}
