// The labelled pairs and readings of their reports -> for each pair what can be measured of its two claims, for fitting a comparison of claims
// (training/claims.py): NDJSON of {id, half, group, question, relation, features}.
//
//   node benchmarks/claims/features.mjs READINGS > features.ndjson
//
// READINGS is NDJSON of readings whose ids are the keys of the texts (README.md). The values are those that the reading has at the marked words,
// whichever event it lays them to. -1 stands for what is not known of both.

import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { relateGroups } from '../../dist/reconciling/aspects/groups.js'
import { classOf, relateClasses } from '../../dist/reconciling/means.js'
import { agree } from '../../dist/reconciling/tallies.js'
import { comparePlaces } from '../../dist/reconciling/where.js'
import { nameWords, tellingWords } from '../../dist/reconciling/words.js'

/** What the reading has at the words of a claim, in its sentence, and in its article. */
function claimOf({ text: key, span, sentence }) {
  const { document, articles } = readings.get(key)
  const all = (layer) => articles.flatMap((article) => article[layer] ?? [])
  const names = all('entities').flatMap((entity) =>
    entity.mentions.filter(({ kind }) => kind === 'name').map((mention) => ({ span: mention.span, entity })),
  )
  const within = (items, range) => items.filter((item) => touch(item.span, range))
  const spots = (range) =>
    within(names, range).flatMap(({ entity: { name, place } }) =>
      place?.lat === undefined ? [] : [{ name, ...place }],
    )
  const namesIn = (some) => new Set(some.map(({ entity }) => entity.name.toLowerCase()))
  return {
    words: document.text.slice(...span),
    sentence: document.text.slice(...sentence),
    article: document.text,
    isFirst: sentence[0] < 3,
    published: day(articles.find((article) => touch(article.span, span))?.published?.value),
    counts: within(all('counts'), span),
    times: within(all('times'), span),
    spots: spots(span),
    names: namesIn(within(names, sentence)),
    allNames: namesIn(names),
    numbers: new Set(within(all('counts'), sentence).flatMap(({ low }) => (low > 2 ? [low] : []))),
    sentenceTimes: within(all('times'), sentence),
    sentenceSpots: spots(sentence),
    events: all('events').filter(({ trigger }) => touch(trigger, sentence)),
    statements: all('statements').filter(({ content }) => content.some((part) => touch(part, span))),
  }
}

function questionAndSource(one, other, { question, sameSource, one: a, other: b }) {
  const asked = [
    'happened',
    'actor',
    'victim',
    'killed',
    'injured',
    'detained',
    'missing',
    'displaced',
    'means',
    'place',
    'time',
  ]
  const dated = one.published !== null && other.published !== null
  return {
    ...Object.fromEntries(asked.map((name) => [`asks ${name}`, Number(name === question)])),
    'one source': Number(sameSource ?? false),
    'one text': Number(a.text === b.text),
    'days between': dated ? Math.min(30, Math.abs(one.published - other.published)) : -1,
    later: dated ? Math.sign(other.published - one.published) : 0,
  }
}

function numbers(one, other, { question }) {
  const [a, b] = [one, other].map(({ counts }) => counts.find(({ fate }) => fate === question) ?? counts[0])
  const sums = [one, other].map(({ sentence }) => SUM.test(sentence))
  const found = {
    sums: sums.filter(Boolean).length,
    'one sums': Number(sums[0] !== sums[1]),
    counted: Number(Boolean(a && b)),
  }
  if (!a || !b)
    return { ...found, agree: -1, equal: -1, ratio: -1, group: -1, open: -1, rough: -1, least: -1, fate: -1, part: -1 }
  return {
    ...found,
    agree: Number(agree(a, b)),
    equal: Number(a.low === b.low && a.high === b.high),
    ratio: Math.abs(Math.log((a.low + 1) / (b.low + 1))),
    up: Math.sign(b.low - a.low),
    group: ['same', 'part', 'whole', 'other'].indexOf(relateGroups(a, b)),
    open: Number(a.high === null) + Number(b.high === null),
    rough: Number(a.approximate || b.approximate),
    least: Math.log(1 + Math.min(a.low, b.low)),
    fate: Number(a.fate === b.fate),
    part: Number(Boolean(a.partOf || b.partOf)),
  }
}

function times(one, other) {
  const [common, gap] = compareTimes(one.times, other.times)
  const [around, gapAround] = compareTimes(one.sentenceTimes, other.sentenceTimes)
  return { 'times meet': common, 'times apart': gap, 'sentences meet': around, 'sentences apart': gapAround }
}

/** Whether any two meet, and the fewest days between two; times of more than a week tell nothing. */
function compareTimes(some, others) {
  const rangesOf = (all) =>
    all.map(({ start, end }) => [day(start), day(end)]).filter(([from, to]) => from && to - from < 8)
  const gaps = rangesOf(some).flatMap(([from, to]) =>
    rangesOf(others).map(([first, last]) => Math.max(0, Math.max(from, first) - Math.min(to, last))),
  )
  return gaps.length === 0 ? [-1, -1] : [Number(Math.min(...gaps) === 0), Math.min(...gaps)]
}

const places = (one, other) => ({
  place: nearest(one.spots, other.spots),
  'place around': nearest(one.sentenceSpots, other.sentenceSpots),
})

function nearest(some, others) {
  const ranks = some.flatMap((spot) =>
    others.map((place) => ['same', 'near', 'within', 'unsure', 'apart'].indexOf(comparePlaces(spot, place))),
  )
  return ranks.length === 0 ? -1 : Math.min(...ranks)
}

function means(one, other) {
  const relate = (a, b) =>
    a && b ? ['same', 'part', 'whole', 'compatible', 'contradictory'].indexOf(relateClasses(a, b)) : -1
  return {
    means: relate(classOf(one.words), classOf(other.words)),
    'means around': relate(classOf(one.sentence), classOf(other.sentence)),
  }
}

function words(one, other) {
  const [a, b] = [new Set(nameWords(one.words)), new Set(nameWords(other.words))]
  const isIn = (some, all) => [...some].every((word) => all.has(word))
  return {
    words: overlap(a, b),
    'one in the other': Number(isIn(a, b) || isIn(b, a)),
    longer: Math.max(a.size, b.size),
    shorter: Math.min(a.size, b.size),
    sentences: overlap(tellingWords(one.sentence), tellingWords(other.sentence)),
    articles: overlap(tellingWords(one.article), tellingWords(other.article)),
    names: overlap(one.names, other.names),
    'names of the articles': overlap(one.allNames, other.allNames),
    numbers: overlap(one.numbers, other.numbers),
    first: Number(one.isFirst) + Number(other.isFirst),
    another: Number(ANOTHER.test(one.sentence) !== ANOTHER.test(other.sentence)),
    unknown: Number(UNKNOWN.test(one.sentence) || UNKNOWN.test(other.sentence)),
  }
}

function denials(one, other) {
  const [a, b] = [one, other].map(({ sentence }) => Number(NEGATION.test(sentence)))
  const [inA, inB] = [one, other].map(({ words }) => Number(NEGATION.test(words)))
  const [deniedA, deniedB] = [one, other].map(({ events }) => Number(events.some(({ status }) => status === 'denied')))
  const [deniesA, deniesB] = [one, other].map((claim) =>
    Number(claim.statements.some(({ stance }) => stance === 'denies')),
  )
  return {
    'one negates': Number(a !== b),
    'both negate': a * b,
    'one negates in its words': Number(inA !== inB),
    'one is denied': Number(deniedA !== deniedB),
    'both are denied': deniedA * deniedB,
    'one denies': Number(deniesA !== deniesB),
    'both deny': deniesA * deniesB,
  }
}

const events = (one, other) => ({
  types: overlap(typesOf(one), typesOf(other)),
  'one is possible': Number(isPossible(one) !== isPossible(other)),
})

function typesOf(claim) {
  return new Set(claim.events.map(({ type }) => type))
}

function isPossible(claim) {
  return claim.events.some(({ status }) => status === 'possible')
}

function touch([from, to], [start, end]) {
  return from < end && start < to
}

/** Days since 1970; null where it is not known. */
function day(date) {
  return date ? Date.parse(date.slice(0, 10)) / 86_400_000 : null
}

/** The share of the smaller set that the other has too. */
function overlap(one, other) {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  return small.size === 0 ? 0 : [...small].filter((item) => large.has(item)).length / small.size
}

const SUM = /\b(?:since|so far|total|weeks?|months?|years?|overall|altogether|during the|past)\b/i
const ANOTHER = /\b(?:another|second|separate|elsewhere|meanwhile)\b/i
const UNKNOWN = /\b(?:unclear|unknown|no (?:group|one)|nobody|not clear|did not say|unidentified)\b/i
const NEGATION =
  /\b(?:den(?:y|ies|ied|ying)|not?|never|none|nobody|neither|nor|reject\w*|refut\w*|dismiss\w*|false|fabricat\w*|untrue|baseless|unfounded)\b/i

const PARTS = [questionAndSource, numbers, times, places, means, words, denials, events]

const readings = new Map()
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  if (line) readings.set(JSON.parse(line).document.id, JSON.parse(line))
}
const pairs = readFileSync(new URL('pairs.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
for (const pair of pairs.map((line) => JSON.parse(line))) {
  const { id, half, question, relation } = pair
  const [one, other] = [claimOf(pair.one), claimOf(pair.other)]
  const features = Object.assign({}, ...PARTS.map((part) => part(one, other, pair)))
  console.log(JSON.stringify({ id, half, group: id.replace(/\/[^/]*$/, ''), question, relation, features }))
}
