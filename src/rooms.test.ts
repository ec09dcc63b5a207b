import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('.', import.meta.url))

/** Imports run one way: up this list, never down. Files that stand in src itself are named; the rest is rooms. */
const ROOMS = [
  [
    'types',
    'types.ts',
    'user-error.ts',
    'calendar.ts',
    'countries.ts',
    'group-by.ts',
    'questions.ts',
    'sha256.ts',
    'replace-file.ts',
  ],
  ['gazetteer'],
  ['intake'],
  ['fetching'],
  ['layout'],
  ['language'],
  ['reading'],
  ['make-resources.ts', 'resources.ts'], // load what the stages need, so they stand after them
  ['layers.ts'],
  ['pipeline.ts'],
  ['reconciling'],
  ['review'],
  ['index.ts', 'browser.ts'],
  ['record'],
  ['export'],
  ['watching'],
  ['server'],
  ['mcp'],
  ['cli'],
]

/** Rooms that may not look inside the stages, and what they see. */
const OUTER = new Map([
  ['record', ['types.ts', 'user-error.ts', 'countries.ts', 'group-by.ts', 'replace-file.ts', 'reconciling', 'review']],
  ['export', ['types.ts', 'user-error.ts', 'countries.ts', 'questions.ts', 'review', 'record']],
  ['watching', ['types.ts', 'user-error.ts', 'intake', 'fetching', 'record', 'export']],
  ['server', ['types.ts', 'user-error.ts', 'calendar.ts', 'group-by.ts', 'questions.ts', 'review', 'record', 'export']],
  ['mcp', ['types.ts', 'user-error.ts', 'review', 'record', 'export']],
  [
    'cli',
    [
      'types.ts',
      'user-error.ts',
      'group-by.ts',
      'questions.ts',
      'replace-file.ts',
      'gazetteer',
      'intake',
      'fetching',
      'resources.ts',
      'layers.ts',
      'pipeline.ts',
      'review',
      'record',
      'export',
      'watching',
      'server',
      'mcp',
    ],
  ],
])

/** A type alone binds no code, so that a stage may name the resources that it is given. */
const IMPORT = /^(?:import|export)\s+(type\s)?[^'"]*?from\s+['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]/gms

interface Import {
  from: string
  to: string
  type: boolean
}

function importsOf(file: string): Import[] {
  return [...readFileSync(join(SRC, file), 'utf8').matchAll(IMPORT)].map(([, type, to, later]) => ({
    from: file,
    to: relative(SRC, join(SRC, file, '..', to ?? later)),
    type: type !== undefined,
  }))
}

const roomOf = (file: string): string => (file.includes('/') ? file.slice(0, file.indexOf('/')) : file)
const rank = (file: string): number => ROOMS.findIndex((rooms) => rooms.includes(roomOf(file)))

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing/'),
)
const imports = files.flatMap(importsOf)

test('every file stands in a room of the list', () => {
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter((file) => rank(file) < 0)).toEqual([])
  expect(imports.length).toBeGreaterThan(files.length)
})

test('imports run one way', () => {
  const backwards = imports.filter(({ from, to, type }) => rank(to) > rank(from) && !(type && to === 'resources.ts'))
  expect(backwards).toEqual([])
})

test('record, export, server and the command line see the pipeline, never a stage', () => {
  const inside = imports.filter(({ from, to }) => {
    const seen = OUTER.get(roomOf(from))
    return seen && roomOf(to) !== roomOf(from) && !seen.includes(roomOf(to)) && !isFilter({ from, to })
  })
  expect(inside).toEqual([])
})

/** `hearsay reconcile --step` is the steps of the public function as filters, and keeps no record. */
const isFilter = ({ from, to }: Pick<Import, 'from' | 'to'>): boolean =>
  from === 'cli/commands/reconcile-step.ts' && to === 'reconciling/steps/steps.ts'

/** Of these rooms no files form a circle: what two files share has a file of its own. */
const WITHOUT_CIRCLES = ['record', 'export', 'watching', 'server', 'mcp', 'cli']

test.each(WITHOUT_CIRCLES)('no files of %s import each other in a circle', (room) => {
  const inside = imports.filter(({ from, to }) => roomOf(from) === room && roomOf(to) === room)
  const next = new Map(inside.map(({ from }) => [from, inside.flatMap((one) => (one.from === from ? [one.to] : []))]))
  expect(next.size).toBeGreaterThan(2)
  expect(circlesIn(next)).toEqual([])
})

test('the test itself finds a circle', () => {
  const next = new Map([
    ['a', ['b', 'd']],
    ['b', ['c']],
    ['c', ['a']],
    ['e', ['a']],
  ])
  expect(circlesIn(next)).toEqual(['a', 'b', 'c'])
  expect(circlesIn(new Map([...next, ['c', ['d']]]))).toEqual([])
})

/** Files that import themselves by way of others. */
function circlesIn(next: ReadonlyMap<string, readonly string[]>): string[] {
  const reached = (from: string): Set<string> => {
    const seen = new Set<string>()
    const queue = [...(next.get(from) ?? [])]
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (seen.has(file)) continue
      seen.add(file)
      queue.push(...(next.get(file) ?? []))
    }
    return seen
  }
  return [...next.keys()].filter((file) => reached(file).has(file))
}

test('only the record speaks SQL, only intake, fetching, record, watching, server, cli and resources touch disk or network', () => {
  const outside = (pattern: RegExp, rooms: string[]) =>
    files.filter((file) => !rooms.includes(roomOf(file)) && pattern.test(readFileSync(join(SRC, file), 'utf8')))
  expect(outside(/better-sqlite3/, ['record'])).toEqual([])
  expect(
    outside(/from '(?:node:)?(?:fs|net|http|https|child_process|timers)\b/, [
      'intake',
      'fetching',
      'record',
      'watching',
      'server',
      'cli',
      'resources.ts',
      'replace-file.ts',
    ]),
  ).toEqual([])
  expect(outside(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/, ['cli'])).toEqual([])
})

/** What reconciling may do with words: take names and sentences apart, to compare them. It judges no text: a reading says what its text says. */
const TAKE_APART = new Map([
  ['reconciling/words.ts', 'names and sentences to words'],
  ['reconciling/article-shingles.ts', 'an article to the shingles by which reprints are found'],
  ['reconciling/compare/parties.ts', 'words of a party to their singular'],
  ['reconciling/blocks.ts', 'a name to its consonants'],
  ['reconciling/steps/line.ts', 'the characters of a key to bytes in the same order'],
  ['reconciling/persons.ts', 'a name to its consonants, however it is transliterated'],
  ['reconciling/tallies.ts', 'the words behind a number, "of those": a reading should say that it counts a part'],
  ['reconciling/aspects/common-ground.ts', 'the words that lead on to something else: a reading should say so'],
  ['reconciling/turns-elsewhere.ts', 'the words that turn to something else: a reading should say so'],
  ['reconciling/aspects/sure.ts', 'the words of a sum, an answer, a row of keywords: a reading should say so'],
  ['reconciling/aspects/who.ts', 'a phrase to what is a label: whose drone, and no more than was counted'],
  ['reconciling/aspects/parts.ts', 'a phrase without what was cut off before it'],
  ['reconciling/where.ts', 'a name to whether it is one: "the area"'],
  ['reconciling/bodies.ts', 'the name of a body to what kind of body it is'],
])

/** A literal between slashes, or one made of a string. */
const REGULAR_EXPRESSION =
  /(?<![\w)\]'"`/*]\s*)\/(?![/*\s])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\[])+\/[dgimsuvy]*(?=[\s.,;)\]:]|$)|\bRegExp\(/m

test('reconciling reads no text: it compares what readings say', () => {
  const reconciling = files.filter((file) => roomOf(file) === 'reconciling')
  const judging = reconciling.filter((file) => REGULAR_EXPRESSION.test(codeIn(file)))
  expect(judging.filter((file) => !TAKE_APART.has(file))).toEqual([])
  // Nor by the methods of strings that look for words.
  const looking = reconciling.filter((file) =>
    /\btext(?:\.slice\([^)]*\))?\.(?:indexOf|includes|startsWith|endsWith|search|match|matchAll|split|replace)\(/i.test(
      codeIn(file),
    ),
  )
  expect(looking.filter((file) => file !== 'reconciling/article-shingles.ts')).toEqual([])
  const fromReading = imports.filter(
    ({ from, to, type }) => roomOf(from) === 'reconciling' && roomOf(to) === 'reading' && !type,
  )
  // Which stretch of the text is meant, and no more.
  expect([...new Set(fromReading.map(({ to }) => to))].sort()).toEqual([
    'reading/sentence-of.ts',
    'reading/words-at.ts',
  ])
})

/** Without comments, and without word lists that are taken apart. */
const codeIn = (file: string): string =>
  readFileSync(join(SRC, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/`[^`]*`\s*\.split\(\s*\/\\s\+\/,?\s*\)/g, '')

test.each([
  ['const found = /\\bdenied\\b/i.test(text)', true],
  ['  words.match(/[a-z]+/g)', true],
  ['const OVER =\n  /\\b(?:liberat|fell)/i', true],
  ['new RegExp(words)', true],
  ['const share = shared / all', false],
  ["import { a } from '../words.ts'", false],
  ['(a / b) * (c / d)', false],
])('%j holds a regular expression: %s', (code, holds) => expect(REGULAR_EXPRESSION.test(code)).toBe(holds))

test('the pages know the server by its types alone', () => {
  const web = fileURLToPath(new URL('../web/', import.meta.url))
  const pages = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(?:ts|svelte)$/.test(file) && !file.endsWith('.test.ts') && file !== 'vite.config.ts',
  )
  expect(pages.length).toBeGreaterThan(20)
  const outside = pages.flatMap((file) =>
    [...readFileSync(join(web, file), 'utf8').matchAll(/^\s*import\s+(type\s)?[^'"]*?from\s+['"](\.[^'"]+)['"]/gms)]
      .map(([, type, to]) => ({ file, type: type !== undefined, to: relative(web, join(web, file, '..', to)) }))
      .filter(({ type, to }) => to.startsWith('..') && !(type && to.startsWith('../src/server/'))),
  )
  expect(outside).toEqual([])
})

test('the test itself finds an import that goes the wrong way', () => {
  const found = [...'import { x } from "../cli/x.ts"\nimport type { R } from "../resources.ts"'.matchAll(IMPORT)]
  expect(found.map(([, type, to]) => [type, to])).toEqual([
    [undefined, '../cli/x.ts'],
    ['type ', '../resources.ts'],
  ])
})
