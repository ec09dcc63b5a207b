// The lexicons: each file's header, the shape of its entries, their order, and no entry twice.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Entry = Record<string, unknown>
type Lexicon = Record<string, unknown> & { entries: Entry[] }
type Check = (value: unknown) => boolean

const folder = new URL('../lexicon/', import.meta.url)
const load = (name: string): Lexicon => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))

const word: Check = (value) => typeof value === 'string' && value !== '' && value === value.trim()
const flag: Check = (value) => typeof value === 'boolean'
const share: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1
const whole: Check = (value) => Number.isInteger(value)
const code: Check = (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value)
const oneOf =
  (...words: string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check) && new Set(value).size === value.length

const sector = oneOf(
  ...[
    'AGR',
    'BUS',
    'COP',
    'CRM',
    'CVL',
    'EDU',
    'ELI',
    'GOV',
    'JRN',
    'JUD',
    'LAB',
    'LEG',
    'MED',
    'MIL',
    'OPP',
    'PRM',
    'PTY',
  ],
  ...['REB', 'REF', 'REL', 'SOC', 'SPY', 'UAF', 'UNK', 'UNO', 'EUR', 'IGO', 'NGO'],
)
const gender = oneOf('male', 'female', 'either')
const pattern: Check = (value) => word(value) && new RegExp(String(value), 'u').source !== ''
const body = oneOf('organisation', 'group', 'outlet', 'facility')

/** File, list in it, key, fields; a question mark for one that may be missing. */
const SHAPES: [file: string, list: string, key: string[], fields: Record<string, Check>][] = [
  [
    'cues',
    'entries',
    ['lemma', 'pos', 'with'],
    {
      lemma: word,
      pos: oneOf('verb', 'noun', 'phrase', 'adjective', 'adverb'),
      'with?': word,
      'forms?': listOf(word),
      stance: oneOf('asserts', 'denies', 'doubts', 'believes', 'predicts', 'intends', 'demands', 'asks'),
      takes: listOf(
        oneOf('quote', 'that', 'bare', 'wh', 'to', 'object-to', 'np', 'of', 'for', 'as', 'inversion', 'gerund'),
      ),
      speaks: flag,
      'rate?': share,
      'count?': whole,
    },
  ],
  ['divisions', 'entries', ['country', 'name'], { country: code, name: word, short: listOf(word) }],
  ['documents', 'entries', ['noun'], { noun: word }],
  ['lemmas', 'entries', ['lemma', 'pos'], { lemma: word, pos: oneOf('noun', 'verb'), forms: listOf(word) }],
  ['titles', 'entries', ['title'], { title: word, 'gender?': gender, role: flag }],
  [
    'persons',
    'entries',
    ['noun'],
    {
      noun: word,
      number: oneOf('singular', 'plural', 'group'),
      'singular?': word,
      'gender?': gender,
      'sector?': sector,
      unnamed: flag,
    },
  ],
  ['organisations', 'entries', ['head'], { head: word, type: body, 'sector?': sector }],
  [
    'organisations',
    'names',
    ['name', 'country'],
    {
      name: word,
      'aliases?': listOf(word),
      type: body,
      'sector?': sector,
      'country?': code,
      'platform?': flag,
      'ambiguous?': listOf(word),
    },
  ],
  [
    'countries',
    'entries',
    ['code'],
    {
      code,
      name: word,
      aliases: listOf(word),
      adjectives: listOf(word),
      people: listOf(word),
      capitals: listOf(word),
    },
  ],
  ['modes', 'entries', ['category', 'rank'], { category: word, rank: whole, mode: word, words: pattern }],
  [
    'means',
    'entries',
    ['means', 'words'],
    {
      means: oneOf(
        ...['bomb', 'blast', 'gunfire', 'air', 'artillery', 'abduction', 'arrest', 'stabbing', 'fire', 'control'],
        'release',
      ),
      words: pattern,
    },
  ],
  [
    'sides',
    'entries',
    ['words'],
    {
      words: pattern,
      'side?': oneOf('fighters', 'civilians'),
      'camp?': oneOf('state', 'rebels', 'bandits', 'paramilitaries'),
    },
  ],
  [
    'loaded',
    'entries',
    ['kind', 'words'],
    {
      kind: oneOf('comment', 'crime', 'euphemism', 'feeling', 'honour', 'legitimacy', 'puppet', 'threat'),
      words: pattern,
    },
  ],
  [
    'deeds',
    'entries',
    ['class', 'words'],
    {
      class: oneOf(
        ...['critic', 'danger', 'dead', 'handling', 'harm', 'help', 'ill', 'in-need', 'killing', 'lifeless', 'player'],
        ...['refuge', 'shot', 'struggle', 'thing', 'work'],
      ),
      words: pattern,
    },
  ],
  [
    'hazards',
    'entries',
    ['class', 'words'],
    {
      class: oneOf('nature', 'disease', 'fire', 'accident', 'animal', 'industrial', 'harm', 'violence'),
      words: pattern,
    },
  ],
  [
    'sources',
    'entries',
    ['class', 'words'],
    {
      class: oneOf(
        'office',
        'official',
        'anybody',
        'another',
        'media',
        'press',
        'footage',
        'monitor',
        'nobody',
        'indefinite',
      ),
      words: pattern,
    },
  ],
  ['first-names', 'entries', ['name'], { name: word, gender }],
  [
    'furniture',
    'entries',
    ['kind', 'class', 'pattern'],
    { kind: oneOf('furniture', 'credit', 'caption'), class: word, flags: oneOf('u', 'iu'), pattern },
  ],
]

describe.each(SHAPES)('%s: %s', (file, list, key, fields) => {
  const lexicon = load(file)
  const entries = lexicon[list] as Entry[]
  const keys = entries.map((entry) => key.map((field) => String(entry[field] ?? '')))

  it('says what it is, whence and under which licence', () => {
    for (const field of ['about', 'licence', 'source']) expect(lexicon[field], field).toSatisfy(word)
  })

  it('has entries of one shape', () => {
    const known = Object.keys(fields).map((field) => field.replace('?', ''))
    const wrong = entries.filter(
      (entry) =>
        Object.keys(entry).some((field) => !known.includes(field)) ||
        Object.entries(fields).some(([field, check]) => {
          const value = entry[field.replace('?', '')]
          return value === undefined ? !field.endsWith('?') : !check(value)
        }),
    )
    expect(entries.length).toBeGreaterThan(50)
    expect(wrong).toEqual([])
  })

  it('is sorted, and has nothing twice', () => {
    const lower = keys.map((parts) => parts.map((part) => part.toLowerCase()))
    const misplaced = keys.filter(
      (_, i) => i > 0 && order([...lower[i - 1], ...keys[i - 1]], [...lower[i], ...keys[i]]) >= 0,
    )
    expect(misplaced).toEqual([])
  })
})

/** What a block of these words is, in the order that the layout asks: credit, furniture, caption. */
const BLOCKS: [text: string, kind: string | null, why: string][] = [
  ['Photo: Ana Kostrić', 'credit', 'a label'],
  ['© AP Photo/ Ana Kostrić', 'credit', 'an agency and a name'],
  ['Ana Kostrić/AFP via Getty Images', 'credit', 'a name and two agencies'],
  ['Reuters', 'credit', 'an agency alone'],
  ['AP-led poll: voters see a change', null, 'an agency in a headline'],
  ['Back home, the reaction was fierce.', null, 'no name before the comma'],
  ['FILE PHOTO: A tank by the river', 'caption', 'its label says file'],
  ['Soldiers by the bridge on Monday (File)', 'caption', 'marked at the end'],
  ['The mayor (left) and the bishop in 2014', 'caption', 'where who stands'],
  ['She was seen in a car near the border, police said.', null, 'a sighting, not a picture'],
  ['Governor Ann Reed (R) called on him to resign.', null, 'a party, not the right'],
  ['Donate today and help us keep reporting', 'furniture', 'an appeal'],
  ['Residents were asked to donate blood today.', null, 'no appeal of the outlet'],
  ['"Help us," she said.', null, 'an appeal within the story'],
  ['Thank you! Your details have been received.', 'furniture', 'what a form left'],
  ['Thank you for your help, the mayor told them.', null, 'thanks within the story'],
  ['Share | Tweet | Email | Print', 'furniture', 'links'],
  ['The army will share this with the public.', null, 'sharing within the story'],
  ['12 Customs Quay, Rotterdam', 'furniture', 'an address'],
  ['3 people blocked a road near the school', null, 'begins as an address does'],
  ['Harbour Wire Ltd', 'furniture', 'a firm'],
  ['Latest', 'furniture', 'the head of a list'],
  ['The latest stories from the region were grim.', null, 'latest within the story'],
  ['Popular protests continued.', null, 'begins as the head of a list does'],
  ['Read more: Who pays for the ruins?', 'furniture', 'a pointer'],
  ['More than 40 people were killed.', null, 'begins as a pointer does'],
  ['Copyright 2023 Harbour Wire. All rights reserved.', 'furniture', 'a notice'],
  ['The union defended the rights of all.', null, 'rights within the story'],
]

it.each(BLOCKS)('furniture: %s is %s: %s', (text, kind) => {
  const entries = load('furniture').entries
  const found = ['credit', 'furniture', 'caption'].find((wanted) =>
    entries.some((e) => e.kind === wanted && new RegExp(String(e.pattern), String(e.flags)).test(text)),
  )
  expect(found ?? null).toBe(kind)
})

it('has a shape for every file', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  expect(files).toEqual([...new Set(SHAPES.map(([file]) => `${file}.json`))].sort())
})

/** Field by field. */
function order(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, i) => part !== b[i])
  return at < 0 ? 0 : a[at] < b[at] ? -1 : 1
}
