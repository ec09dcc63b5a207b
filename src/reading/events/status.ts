// The draft of an event in its sentence -> whether it happened, or was denied, is possible, planned, demanded or only supposed.

import type { EventMention, Sentence, Token } from '../../types.ts'
import { tokenFrom } from '../spans.ts'
import type { EventDraft } from '../tagging/drafts.ts'

type Status = EventMention['status']

/** The words around it decide where they say something; else the model does. */
export function statusOf({ trigger, status }: EventDraft, sentence: Sentence | undefined): EventMention['status'] {
  if (!sentence) return status
  const from = tokenFrom(sentence.tokens, trigger[0])
  let to = from
  while (to < sentence.tokens.length && sentence.tokens[to].span[0] < trigger[1]) to++
  const said = from < to ? statusByWords(sentence.tokens, from, to) : null
  return said ?? (status === 'hypothetical' && !supposes(sentence.tokens) ? 'actual' : status)
}

/**
 * Null where the words around say nothing: then the model's opinion stands.
 * @param from @param to the trigger among the tokens of its sentence, end excluded
 */
function statusByWords(tokens: readonly Token[], from: number, to: number): Status | null {
  const words = tokens.map(({ text }) => text.toLowerCase())
  const left = words.slice(clauseStart(words, from), from)
  const right = words.slice(to, to + 6)
  for (const [status, rule] of RULES) if (rule(left.join(' '), right.join(' '), tokens[from])) return status
  return null
}

/** Whether any word of a sentence allows for a mere supposition. */
const supposes = (tokens: readonly Token[]): boolean => tokens.some(({ text }) => SUPPOSE.test(text))

const SUPPOSE =
  /^(?:if|unless|would|could|should|might|may|can|any|whether|were|provided|assuming|suppose[sd]?|otherwise|without|instead|even)$/i

/** Words behind which another clause begins, that the ones before do not govern: "demanded talks after the army attacked". */
const BREAKS = new Set([
  'after',
  'because',
  'since',
  'when',
  'while',
  'as',
  'but',
  'which',
  'who',
  'where',
  'although',
  'though',
  ';',
])
/** "denied having fired and accused the rebels of shelling": another verb of the same subject. */
const SAYS = /^(?:accused|blamed|said|claimed|insisted|charged|alleged|called|urged|demanded)$/
/** "denied that the army, when it entered the town, ..." is no news: so far back words govern at most. */
const REACH = 14

function clauseStart(words: readonly string[], from: number): number {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--)
    if (BREAKS.has(words[at]) || (words[at] === 'and' && SAYS.test(words[at + 1]))) return at + 1
  return Math.max(0, from - REACH)
}

/** What may stand between an auxiliary and its verb: "may have been deliberately killed". */
const BETWEEN = "(?: (?:have|has|had|be|been|being|not|n't|also|soon|still|ever|even|yet|now|then|again|\\w+ly))*"
/** A complement: what is denied, demanded, planned, up to the trigger. */
const WHAT = '(?: [^ ;.]+){0,10}'

const ends = (pattern: string): RegExp => new RegExp(`(?:^| )(?:${pattern})$`)

const DENIES = ends(
  `(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)? (?:\\w+ )?(?:claims?|allegations?|reports?|accusations?|suggestions?|charges?)|dismiss(?:es|ed|ing)? (?:\\w+ )?(?:claims?|allegations?|reports?|accusations?|rumours?|rumors?)|refut(?:es|ed|ing))${WHAT}`,
)
const NEGATES = ends(
  `(?:not|n't|never|neither|nor)${BETWEEN}(?: (?:to|any|a|an|the|in|been|carry|carried|out|take|taken|took|part))*`,
)
const NOBODY = ends(
  `(?:no one|nobody|none(?: of [^ ]+(?: [^ ]+)?)?|no [^ ]+)${BETWEEN}(?: (?:was|were|is|are|has|had|have|been))*`,
)
const YET = ends('(?:yet|failed|fails|refus(?:ed|es)|unable) to(?: \\w+ly)?')
const WITHOUT = ends('without(?: (?:any|a|an|being|having))*')
const NO = ends('no(?: (?:\\w+))?')
const DID_NOT_HAPPEN =
  /^(?:(?:had|has|have|did|was|were) )?(?:never|not|n't) (?:take|taken|took|happen|happened|occur|occurred|place|carried)/

const SUPPOSES = ends(`(?:if|unless|in case|provided|assuming|should)(?: [^ ;,.]+){0,8}`)
const WOULD = ends(`(?:would|could|might) have${BETWEEN}`)
const WOULD_BE = /^(?:[^ ;,.]+ ){0,4}would\b/
const ANY = ends('any(?: (?:such|further|new|future|\\w+))?')

const DEMANDS = ends(
  `(?:demand(?:s|ed|ing)?|urg(?:es?|ed|ing)|call(?:s|ed|ing)? (?:on|upon|for)|appeal(?:s|ed|ing)? (?:to|for|on)|ask(?:s|ed|ing)?|request(?:s|ed|ing)?|order(?:s|ed|ing)?|insist(?:s|ed|ing)?|press(?:es|ed|ing)? for|requir(?:es|ed|ing)|told)${WHAT} (?:to|that|for|of|the|an?|its|their|his|her|stop|end|halt)(?: (?:stop|end|halt|the|all|immediately|its|their))*`,
)
const MUST = ends(`(?:must|should|ought to|needs? to|has to|have to)${BETWEEN}`)

const PLANS = ends(
  `(?:will|shall|wo|going to|set to|due to|about to|ready to|scheduled to|expected to|bound to|(?:is|are|was|were) to|plan(?:s|ned|ning)? (?:to|on)|prepar(?:es|ed|ing) (?:to|for)|intend(?:s|ed|ing)? to|promis(?:es|ed|ing)(?: [^ ]+)? to|pledg(?:es|ed|ing) to|vow(?:s|ed|ing)? to|threaten(?:s|ed|ing)? to|threat to|agreed to|decided to|hop(?:es|ed|ing) to|want(?:s|ed|ing)? to|plans? for|preparations? for)${BETWEEN}(?: (?:the|an?|launch|hold|carry|out|begin|start|stage))*`,
)
const PLANNED =
  /^(?:(?:is|are|was|were|will) (?:to be |be |due |set |scheduled |planned )|for (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|tomorrow))/

const MAY = ends(
  `(?:may|might|could|possibly|perhaps|probably|apparently|reportedly|allegedly|presumably|likely to)${BETWEEN}`,
)
const FEARS = ends(`(?:fear(?:s|ed|ing)?|afraid|unclear|not clear|unknown|whether)${WHAT}`)
const SUSPECTS = ends(
  `(?:suspect(?:s|ed|ing)?|suspicions?|believed|thought|likelihood|possibility|possible|suspected of|risk of|alleged|apparent|attempted)${WHAT}`,
)
const PERHAPS = ends(
  '(?:possibly|perhaps|probably|may be|might be|could be|suspected|possible|alleged|apparent|likely)(?: (?:an?|the))?(?: \\w+)?',
)

type Rule = (left: string, right: string, trigger: Token) => boolean

/** The first that holds decides. "A noun" and "a verb" are the trigger's own part of speech. */
const RULES: readonly (readonly [Status, Rule])[] = [
  ['hypothetical', (left) => SUPPOSES.test(left) || WOULD.test(left)],
  ['hypothetical', (left, right) => (ANY.test(left) || /(?:^| )an?(?: \w+)?$/.test(left)) && WOULD_BE.test(right)],
  ['hypothetical', (left, _, { pos }) => /^had (?:[^ ]+ ){1,5}$/.test(`${left} `) && pos === 'VERB'],
  ['denied', (left) => DENIES.test(left)],
  [
    'denied',
    (left, _, { pos }) => (NEGATES.test(left) && !/\bnot only\b/.test(left) && pos !== 'NOUN') || NOBODY.test(left),
  ],
  [
    'denied',
    (left, right, { pos }) =>
      YET.test(left) || WITHOUT.test(left) || DID_NOT_HAPPEN.test(right) || (pos === 'NOUN' && NO.test(left)),
  ],
  ['demanded', (left) => DEMANDS.test(left) || MUST.test(left)],
  ['possible', (left) => FEARS.test(left)],
  ['planned', (left, right) => PLANS.test(left) || PLANNED.test(right)],
  ['possible', (left) => MAY.test(left) || SUSPECTS.test(left) || PERHAPS.test(left)],
]
