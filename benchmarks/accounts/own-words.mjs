// A labelled group and one of its incidents -> how many of the gold origins are outlets that speak for themselves without having been there.
// A rule over text and accounts alone: gold has the number of origins, not who they are.

/** Words by which a sentence gives a source. */
const SOURCED =
  /\b(?:said|says?|saying|told|tells|announced|reported|reports said|confirmed|den(?:y|ies|ied)|claim(?:s|ed)?|according to|cit(?:es|ed|ing)|quot(?:es|ed|ing)|accus(?:es|ed)|blam(?:es|ed)|insist(?:s|ed)|added|admitted|acknowledged|complained|thanked|wrote|declared|stated|testified|recalled|estimated|counted|corrected|replied|read out|maintained|disputed|described|spoke of|put the)\b/i
/** "the blast", "Monday's shelling": no more than a repetition, if the report gives a source for the event. */
const POINTS_BACK =
  /(?:\b(?:the|this|that|these|those)|['’]s?)(?: (?!is\b|are\b|was\b|were\b|ha[sd]\b|have\b|been\b)[\w-]+){0,2} $/i
const WAS_THERE =
  /\b(?:our|this) (?:\w+ )?(?:reporter|correspondent)|(?:reporter|correspondent) (?:for|of|from) this (?:newspaper|agency|website)|\b(?:reporter|correspondent)s? (?:at the scene |there )?(?:saw|counted|watched|heard)\b/i
/** Share of a sentence's words that another report has in one of its own: copied from it. */
const COPIED = 0.8

export function ownWordsOf({ reports }, { accounts }) {
  const told = accounts.map((name) => ({ ...findAccount(name, reports), name }))
  const voices = new Set()
  for (const [at, { report, sentence, before, isTitle }] of told.entries()) {
    if (isTitle || SOURCED.test(sentence) || WAS_THERE.test(report.text)) continue
    const isSourced = told.some((other) => other.report === report && !other.isTitle && SOURCED.test(other.sentence))
    if (isSourced && (POINTS_BACK.test(before) || told.slice(0, at).some((one) => one.sentence === sentence))) continue
    if (reports.some((other) => other !== report && isCopied(sentence, report, other))) continue
    const agency = reports.find(({ outlet }) => outlet !== report.outlet && report.text.includes(`(${outlet}`))
    voices.add(agency?.outlet ?? report.outlet)
  }
  return voices.size
}

function findAccount(name, reports) {
  const [, id, words, nth = '1'] = /^([^:]+): (.*?)(?:#(\d+))?$/.exec(name)
  const report = reports.find((one) => one.id === id)
  const { text } = report
  let start = -1
  for (let times = 0; times < Number(nth); times++) start = text.indexOf(words, start + 1)
  const from = sentencesOf(text).findLast(([first]) => first <= start)
  const title = /^[^\n]*(?=\n\n)/.exec(text)?.[0].length ?? 0
  return { report, sentence: text.slice(...from), before: text.slice(from[0], start), isTitle: start < title }
}

const sentencesOf = (text) => {
  const starts = [
    0,
    ...[...text.matchAll(/(?<!\b(?:Dr|Mr|Mrs|St|Gen|Col))[.!?]["”]?\s+(?=["“]?\p{Lu})|\n\n/gu)].map(
      (one) => one.index + one[0].length,
    ),
  ]
  return starts.map((start, at) => [start, starts[at + 1] ?? text.length])
}

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []

/** Of two that share a sentence, the later one in the list has it from the earlier, and one that gives a source is what was copied. */
function isCopied(sentence, report, other) {
  const words = [...new Set(wordsOf(sentence))]
  return sentencesOf(other.text).some((span) => {
    const theirs = other.text.slice(...span)
    const known = new Set(wordsOf(theirs))
    const isSame = words.filter((word) => known.has(word)).length >= COPIED * words.length
    return (
      isSame &&
      (SOURCED.test(theirs) ||
        other.published < report.published ||
        (other.published === report.published && other.id < report.id))
    )
  })
}
