import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { expect, test } from 'vitest'
import { openRecord } from '../../record/open.ts'
import { writeDocument } from '../../record/write.ts'
import { scratchFolder } from '../../testing/hearsay.ts'
import { makeReading } from '../../testing/made-reading.ts'
import type { Article } from '../../types.ts'
import { type Citation, cite } from './citation.ts'
import { formatCitation } from './format-citation.ts'
import { textFragment } from './text-fragment.ts'

const TEXT = 'Bridge shut\nAda Quist said that the bridge was shut. It was raining, she added.'

function citing(text: string, typed: (sha256: string) => string, article: Partial<Article> = {}): Citation[] {
  const made = makeReading(text, { said: [['Ada Quist', 'said', 'that the bridge was shut']] })
  const { document, articles } = made.reading
  const reading = { ...made.reading, document, articles: [{ ...articles[0], ...article }] }
  const record = openRecord(`${scratchFolder()}/hearsay.db`, 'create')
  writeDocument(record, made.received, reading, '2024-05-01T12:00:00.000Z')
  try {
    return cite(record, typed(document.sha256))
  } finally {
    record.db.close()
  }
}

const SENTENCES = [
  { span: [12, 52], block: 1 },
  { span: [53, 79], block: 1 },
] satisfies Article['sentences']

const FACTS: Partial<Article> = {
  title: [0, 11],
  outlet: 'Lanta Wire',
  url: 'https://lanta.example/a/1',
  published: { value: '2024-04-30T10:00:00Z', basis: 'metadata' },
  sentences: SENTENCES,
}

test('a statement is cited with its whole sentence, and everything by which it can be checked', () => {
  const [citation] = citing(TEXT, (sha256) => `${sha256.slice(0, 8)}#s1`, FACTS)
  expect(citation).toMatchObject({
    quote: 'Ada Quist said that the bridge was shut.',
    cut: false,
    source: 'Ada Quist',
    span: [12, 52],
    address: 'https://lanta.example/a/1',
    log: { number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
  const { sha256 } = citation.cited.reading.document
  const proof = `SHA-256 of the file ${sha256}, characters 12 to 52 of its text; record's log at entry 1, ${citation.log.hash}`
  expect(formatCitation(citation, 'plain')).toBe(
    `“Ada Quist said that the bridge was shut.” (Ada Quist). “Bridge shut”. Lanta Wire, 2024-04-30. https://lanta.example/a/1. ${proof}.`,
  )
  expect(formatCitation(citation, 'markdown')).toBe(
    `> “Ada Quist said that the bridge was shut.”
>
> — Ada Quist, [Bridge shut](<https://lanta.example/a/1#:~:text=Ada%20Quist%20said%20that%20the%20bridge%20was%20shut.>), *Lanta Wire*, 2024-04-30. ${proof.replace(/[0-9a-f]{64}/g, '`$&`')}.`,
  )
  const entry = formatCitation(citation, 'bibtex')
  expect(entry).toMatch(/^@article\{lanta-wire-2024-[0-9a-f]{12}-1-12-52,\n/)
  expect(entry).toContain('  title = {{Bridge shut}},\n')
  expect(entry).toContain('  note = {“Ada Quist said that the bridge was shut.” (Ada Quist). SHA-256 of the file')
})

test('a stretch of text is cited word for word, by its place', () => {
  const [citation] = citing(TEXT, (sha256) => `${sha256}:53-70`, FACTS)
  expect(citation).toMatchObject({ quote: 'It was raining, s', source: null, span: [53, 70] })
})

test('what is not known is not said', () => {
  const [citation] = citing(TEXT, (sha256) => `${sha256}#s1`)
  expect(citation).toMatchObject({ address: null, original: null, quote: 'Ada Quist said that the bridge was shut' })
  const text = formatCitation(citation, 'plain')
  expect(text).toMatch(/^“Ada Quist said that the bridge was shut” \(Ada Quist\)\. made\.txt, no date\. SHA-256/)
  expect(text).not.toContain('null')
  expect(formatCitation(citation, 'markdown')).toMatch(/^> — Ada Quist, “made\.txt”, no date\. SHA-256/m)
  const [printed] = citing(TEXT, (sha256) => `${sha256}#s1`, { outlet: 'Lanta Wire' })
  expect(formatCitation(printed, 'markdown'), 'an outlet is no title').toMatch(
    /^> — Ada Quist, \*Lanta Wire\*, no date/m,
  )
})

test('a mention of an event is cited with its sentence, and on whose word it is', () => {
  const event = {
    id: 'v1',
    type: 'HAZARD',
    trigger: [57, 64],
    participants: [],
    counts: [],
    status: 'actual',
    statement: 's1',
    confidence: 1,
  } satisfies Article['events'][number]
  const [citation] = citing(TEXT, (sha256) => `${sha256}#v1`, { ...FACTS, events: [event] })
  expect(citation).toMatchObject({ quote: 'It was raining, she added.', source: 'Ada Quist', span: [53, 79] })
})

const WRONG: [typed: string, error: RegExp][] = [
  ['nothing', /names no statement and no passage/],
  ['SHA#s9', /has no statement and no event s9/],
  ['SHA:70-60', /no article .* characters 70 to 60/],
  ['SHA:0-9999', /no article .* characters 0 to 9999/],
  ['ffff#s1', /no document's id begins with "ffff"/],
  ['i-ffff', /no incident's id begins with "i-ffff"/],
]

test.each(WRONG)('%s names nothing: %s', (typed, error) => {
  expect(() => citing(TEXT, (sha256) => typed.replace('SHA', sha256))).toThrow(error)
})

const ADDRESSES: [url: string, original: string | null][] = [
  ['https://a.example/x#part', 'https://a.example/x#part:~:text=Bridge%20shut'],
  ['https://a.example/x#', 'https://a.example/x#:~:text=Bridge%20shut'],
  ['https://a.example/x#:~:text=old', 'https://a.example/x#:~:text=Bridge%20shut'],
  ['javascript:alert(1)', null],
  ['https://', null],
]

test.each(ADDRESSES)('the original at %s opens as %s', (url, original) => {
  const [citation] = citing(TEXT, (sha256) => `${sha256}:0-11`, { ...FACTS, url })
  expect(citation.original).toBe(original)
})

const HOSTILE = [
  '} , author = {Nobody',
  '\\input{/etc/passwd} 100% $x$ #1 & ~',
  'A "quoted" title, “twice”',
  'two\nlines\r\nand\ta tab',
  '](https://evil.example) [click](https://evil.example)',
  '<img src=x onerror=alert(1)> &lt;b&gt;',
  '`code` *stars* __bars__ ~~gone~~ | a | b |',
  'https://evil.example and www.evil.example and me@evil.example',
  '> not a quotation # nor a title\n- nor a list\n1. nor one',
  'turned \u202earound\u202c and \u2066isolated',
  '\\',
  '@article{x,',
]

test.each(HOSTILE)('a report called %j stays text in Markdown', (title) => {
  const text = `${title}\nAda Quist said that the bridge was shut: ${title}`
  const [citation] = citing(text, (sha256) => `${sha256}:0-${text.length}`, {
    ...FACTS,
    title: [0, title.length],
    outlet: title,
    sentences: [],
  })
  const markdown = formatCitation(citation, 'markdown')
  expect(markdown.split('\n')).toHaveLength(3)
  const options = { extensions: [gfmTable(), gfmStrikethrough()], mdastExtensions: [gfmTableFromMarkdown()] }
  const kinds: string[] = []
  const links: string[] = []
  let words = ''
  const walk = (node: { type: string; url?: string; value?: string; children?: unknown[] }): void => {
    kinds.push(node.type)
    if (node.url !== undefined) links.push(node.url)
    words += node.value ?? ''
    for (const child of node.children ?? []) walk(child as Parameters<typeof walk>[0])
  }
  walk(fromMarkdown(markdown, options))
  expect(new Set(kinds)).toEqual(new Set(['root', 'blockquote', 'paragraph', 'text', 'link', 'emphasis', 'inlineCode']))
  expect(kinds.filter((kind) => kind === 'link')).toHaveLength(1)
  expect(links[0]).toMatch(/^https:\/\/lanta\.example\/a\/1#:~:text=/)
  const asShown = title.replace(/\s+/g, ' ').replace(/[\u202e\u202c\u2066]/g, '\ufffd')
  expect(words).toContain(asShown)
  expect(markdown.replace(/\(<.*?>\)/, '')).not.toMatch(/[^\\]:\/\/evil|(?<!\\)@evil|www\.evil/)
})

test.each(HOSTILE)('a report called %j stays one entry of BibTeX', (title) => {
  const text = `${title}\nAda Quist said that the bridge was shut: ${title}`
  const [citation] = citing(text, (sha256) => `${sha256}:0-${text.length}`, {
    ...FACTS,
    title: [0, title.length],
    outlet: title,
    bylines: [title],
  })
  const entry = formatCitation(citation, 'bibtex')
  let depth = 0
  const fields: string[] = []
  for (const [index, sign] of [...entry].entries()) {
    if (sign === '{') depth++
    if (sign === '}') depth--
    expect(depth === 0 && index < [...entry].length - 1 && index > 8).toBe(false)
    if (depth === 1 && sign === '=') fields.push(sign)
  }
  expect(depth).toBe(0)
  expect(fields.length).toBe(entry.split('\n').length - 2) // a line each, and no more
  expect(entry).not.toMatch(/(?<!\\text)\\input/)
})

test.each(HOSTILE)('a report called %j stays one line of plain text', (title) => {
  const [citation] = citing(`${title}\nAda said so.`, (sha256) => `${sha256}:0-${title.length}`, {
    title: [0, title.length],
    outlet: title,
  })
  const text = formatCitation(citation, 'plain')
  expect(text).not.toMatch(/[\n\r\t\u202a-\u202e\u2066-\u2069]/)
  expect(text).toMatch(/record's log at entry 1, [0-9a-f]{64}\.$/)
})

test('a passage of a megabyte is cited by its beginning, and says so', () => {
  const [citation] = citing('word '.repeat(200_000), (sha256) => `${sha256}:0-900000`)
  expect(citation).toMatchObject({ cut: true })
  expect(formatCitation(citation, 'plain').length).toBeLessThan(3000)
  expect(formatCitation(citation, 'plain')).toContain('word […]”')
})

const FRAGMENTS: [text: string, words: string, fragment: string, why: string][] = [
  ['The bridge is shut.', 'The bridge is shut.', 'The%20bridge%20is%20shut.', 'a sentence'],
  ['A well-known man, he said', 'well-known man, he', 'well%2Dknown%20man%2C%20he', 'hyphen and comma have a meaning'],
  ['A & B (so it’s said)', 'A & B (so it’s said)', 'A%20%26%20B%20%28so%20it%E2%80%99s%20said%29', 'brackets'],
  ['One said: it rained. Two said: it rained.', 'it rained. Two', 'it%20rained.%20Two', 'once'],
  ['Ada: it rained here. Bo: it rained there.', 'it rained', 'Ada%3A-,it%20rained,-here.%20Bo%3A%20it', 'twice'],
  ['One line\nand the next', 'line\nand the', 'line,the', 'two paragraphs are two ends'],
  ['half \ud83d of a sign', 'half \ud83d of', 'half%20%EF%BF%BD%20of', 'half a surrogate pair'],
]

test.each(FRAGMENTS)('in %j, %j is told as %s (%s)', (text, words, fragment) => {
  const start = text.indexOf(words)
  expect(textFragment(text, [start, start + words.length])).toBe(`:~:text=${fragment}`)
})

test('a long quotation is told by its first and last words', () => {
  const text = Array.from({ length: 90 }, (_, index) => `w${index}`).join(' ')
  expect(textFragment(text, [0, text.length])).toBe(
    ':~:text=w0%20w1%20w2%20w3%20w4%20w5,w84%20w85%20w86%20w87%20w88%20w89',
  )
})
