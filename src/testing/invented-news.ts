// A seed -> news reports that nobody ever wrote, always the same ones: for runs that need many documents.
// People, outlets and events are invented; nothing in them is from anywhere.

export interface InventedReport {
  name: string
  /** A page as a browser saves it, or plain text. */
  kind: 'html' | 'text'
  content: string
}

/** @param words about how many each report has */
export function inventReports(seed: number, count: number, words: number): InventedReport[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(4, '0')
    const report = inventReport(random, words)
    return index % 4 === 3
      ? { name: `report-${number}.html`, kind: 'html', content: toPage(report) }
      : { name: `report-${number}.txt`, kind: 'text', content: toText(report) }
  })
}

interface Report {
  title: string
  outlet: string
  author: string
  place: string
  date: string
  paragraphs: string[]
}

type Random = () => number

/** Mulberry32: small, fast, the same everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]

function inventReport(random: Random, words: number): Report {
  const place = pick(random, PLACES)
  const event = pick(random, EVENTS)
  const people = [invent(random), invent(random), invent(random)]
  const paragraphs: string[] = []
  for (let length = 0; length < words; ) {
    const sentences = Array.from({ length: 1 + Math.floor(random() * 3) }, () => inventSentence(random, people, place))
    const paragraph = sentences.join(' ')
    paragraphs.push(paragraph)
    length += paragraph.split(' ').length
  }
  const day = 1 + Math.floor(random() * 28)
  return {
    title: `${pick(random, ['Officials dispute', 'Questions after', 'Witnesses describe', 'Rivals trade blame over'])} ${event} near ${place}`,
    outlet: pick(random, OUTLETS),
    author: people[0].name,
    place,
    date: `2021-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    paragraphs,
  }
}

interface Person {
  name: string
  last: string
  role: string
}

function invent(random: Random): Person {
  const last = pick(random, LAST)
  return { name: `${pick(random, FIRST)} ${last}`, last, role: pick(random, ROLES) }
}

function inventSentence(random: Random, people: readonly Person[], place: string): string {
  const { name, last, role } = pick(random, people)
  const claim = inventClaim(random, place)
  const Claim = capitalise(claim)
  const cue = pick(random, CUES)
  const forms = [
    () => `${name}, ${role}, ${cue} that ${claim}.`,
    () => `“${Claim},” ${last} ${cue}.`,
    () => `“${Claim},” ${cue} ${name}, ${role}. “${capitalise(inventClaim(random, place))}.”`,
    () => `According to ${pick(random, UNNAMED)}, ${claim}.`,
    () => `${Claim}, ${pick(random, UNNAMED)} told the ${pick(random, OUTLETS)}.`,
    () => `${last} denied that ${claim}.`,
    () => `${Claim}.`,
    () =>
      `At least ${2 + Math.floor(random() * 40)} people were ${pick(random, ['hurt', 'detained', 'displaced'])} after ${pick(random, EVENTS)} in ${place} on ${pick(random, DAYS)}.`,
  ]
  return pick(random, forms)()
}

function inventClaim(random: Random, place: string): string {
  const where = pick(random, [`near ${place}`, `in ${pick(random, PLACES)}`, 'along the river', 'at the crossing'])
  return `${pick(random, SUBJECTS)} ${pick(random, VERBS)} ${pick(random, OBJECTS)} ${where} ${pick(random, TIMES)}`
}

const capitalise = (text: string): string => text[0].toUpperCase() + text.slice(1)

const toText = ({ title, place, date, outlet, paragraphs }: Report): string =>
  `${title}\n\n${place.toUpperCase()}, ${date} (${outlet}) - ${paragraphs.join('\n\n')}\n`

function toPage({ title, outlet, author, date, place, paragraphs }: Report): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title} | ${outlet}</title>
<meta property="og:site_name" content="${outlet}"><meta name="author" content="${author}">
<meta property="article:published_time" content="${date}T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<article><h1>${title}</h1><p class="byline">By ${author}</p>
<p>${place} &mdash; ${paragraphs.join('</p>\n<p>')}</p></article>
<footer><p>Support independent reporting: donate today.</p><p>&copy; ${outlet}</p></footer></body></html>
`
}

const FIRST = ['Mira', 'Tomas', 'Adela', 'Joren', 'Salma', 'Petar', 'Ilka', 'Davit', 'Noor', 'Radek', 'Yara', 'Emre']
const LAST = [
  'Vostrik',
  'Halabren',
  'Quintero-Dahl',
  'Omarszai',
  'Feldkamp',
  'Tarvoni',
  'Bresk',
  'Lindqvara',
  'Achterwal',
]
const ROLES = [
  'a spokeswoman for the regional police',
  'the deputy interior minister',
  'who runs a bakery in the town',
  'the mayor',
  'a doctor at the district hospital',
  'an aid worker',
]
const OUTLETS = ['Harbour Courier', 'Northern Wire', 'Evening Lantern', 'Valley Observer', 'Radio Meridian']
const PLACES = [
  'Mitrovica',
  'Fallujah',
  'Kharkiv',
  'Goma',
  'Tripoli',
  'Aleppo',
  'Juba',
  'Herat',
  'Donetsk',
  'Maiduguri',
]
const EVENTS = ['a shelling', 'an ambush', 'a power cut', 'a protest', 'a prison break', 'a convoy crash', 'a raid']
const CUES = ['said', 'said', 'said', 'told reporters', 'claimed', 'insisted', 'added', 'warned', 'announced']
const UNNAMED = [
  'a source close to the intelligence services',
  'two officials who asked not to be named',
  'a witness',
  'a person familiar with the talks',
  'residents',
]
const SUBJECTS = ['government troops', 'unidentified gunmen', 'the militia', 'border guards', 'protesters', 'the army']
const VERBS = ['shelled', 'seized', 'abandoned', 'blocked', 'retook', 'searched', 'set fire to', 'fired at']
const OBJECTS = [
  'a checkpoint',
  'two villages',
  'the power station',
  'a fuel depot',
  'the main road',
  'a clinic',
  'a bus',
]
const TIMES = ['overnight', 'on Monday', 'before dawn', 'last week', 'in late September', 'for several hours']
const DAYS = ['Monday', 'Tuesday', 'Thursday', 'Saturday']
