import { describe, expect, it } from 'vitest'
import { readMetadata } from './metadata.ts'
import { parseMarkup } from './tree.ts'

const read = (markup: string) => readMetadata(parseMarkup(markup)).metadata

const jsonLd = (fields: string) => `<script type="application/ld+json">{"@type": "NewsArticle", ${fields}}</script>`

describe('title', () => {
  it.each([
    [jsonLd('"headline": "Bridge &amp; road closed"'), 'Bridge & road closed', 'JSON-LD, entities decoded'],
    [`${jsonLd('"headline": "A"')}<meta property="og:title" content="B"><title>C</title>`, 'A', 'JSON-LD first'],
    ['<meta property="og:title" content="B"><title>C</title>', 'B', 'then Open Graph'],
    ['<title>\n C  d </title>', 'C d', 'then the title element'],
    ['<META NAME="DC.Title" CONTENT="Old page">', 'Old page', 'in capitals'],
    [
      '<title>Bridge closed | The Ledger</title><meta property="og:site_name" content="The Ledger">',
      'Bridge closed',
      'less the outlet',
    ],
    [
      '<title>The Ledger: Bridge closed</title><meta property="og:site_name" content="The Ledger">',
      'Bridge closed',
      'less the outlet before it',
    ],
    ['<title>The Ledger</title><meta property="og:site_name" content="The Ledger">', 'The Ledger', 'the outlet alone'],
    ['<svg><title></title></svg><title>After an icon</title>', 'After an icon', 'not an empty one'],
  ])('%s (%s)', (markup, title) => {
    expect(read(markup).title).toBe(title)
  })
})

describe('outlet', () => {
  it.each<[string, string | undefined]>([
    [jsonLd('"publisher": {"name": "The Ledger"}'), 'The Ledger'],
    ['<meta property="og:site_name" content="The Ledger">', 'The Ledger'],
    [
      '<meta property="og:site_name" content="@theledger"><meta name="application-name" content="The Ledger">',
      'The Ledger',
    ],
    ['<meta name="publisher" content="https://example.org/">', undefined],
    ['<title>T</title>', undefined],
  ])('%s', (markup, outlet) => {
    expect(read(markup).outlet).toBe(outlet)
  })
})

describe('bylines', () => {
  it.each<[string, string[] | undefined, string]>([
    [jsonLd('"author": [{"name": "Ana Ruiz"}, {"name": "Li Wei"}]'), ['Ana Ruiz', 'Li Wei'], 'several'],
    [jsonLd('"author": "Ana Ruiz, Li Wei"'), ['Ana Ruiz', 'Li Wei'], 'several in one string'],
    [`${jsonLd('"author": "Ana Ruiz"')}<meta name="author" content="admin">`, ['Ana Ruiz'], 'JSON-LD alone'],
    ['<meta name="author" content="By Ana Ruiz and Li Wei">', ['Ana Ruiz', 'Li Wei'], 'without By, apart'],
    ['<meta name="author" content="Ana Ruiz"><meta name="byl" content="ana ruiz">', ['Ana Ruiz'], 'each once'],
    ['<meta name="author" content="Ana Ruiz (ana@example.org)">', ['Ana Ruiz'], 'without an address'],
    ['<meta property="article:author" content="https://example.org/ana">', undefined, 'no address for a name'],
    ['<meta name="author" content="Ana Ruiz, Li Wei">', ['Ana Ruiz', 'Li Wei'], 'apart at commas'],
    ['<meta name="author" content="Ana Ruiz, The Ledger">', ['Ana Ruiz, The Ledger'], 'but not where a paper follows'],
    ['<meta name="author" content="Ana Ruiz, LMN Sports">', ['Ana Ruiz, LMN Sports'], 'or another body'],
    ['<h1>T</h1><a rel="author" href="/x">newsadmin2</a>', undefined, 'an account is no name'],
    ['<meta name="author" content="Ana Ruiz, Jr.">', ['Ana Ruiz, Jr.'], 'or what belongs to the name'],
    [
      '<h1>T</h1><div class="author"><a rel="author" href="/a">Ana Ruiz</a> | <a href="mailto:a@b.example">Email the author</a></div>',
      ['Ana Ruiz'],
      'by rel',
    ],
    [
      '<h1>T</h1><span itemprop="author" itemscope><b itemprop="name">Ana Ruiz</b>, reporter</span>',
      ['Ana Ruiz'],
      'by itemprop, the name alone',
    ],
    [
      '<span itemprop="author">By Ana Ruiz</span><h1>T</h1><a rel="author">Staff</a>',
      ['Ana Ruiz'],
      'itemprop goes first',
    ],
    [
      '<meta name="author" content="Ana Ruiz"><h1>T</h1><a rel="author">Li Wei</a>',
      ['Ana Ruiz'],
      'meta elements before links',
    ],
    [
      `<h1>T</h1><p>${'The dam holds, he said. '.repeat(9)}</p><ul><li><a rel="author">Li Wei</a></ul>`,
      undefined,
      'after the head others are named',
    ],
    [
      '<h1>T</h1><aside><a rel="author">Li Wei</a></aside><div class="related"><a rel="author">Jo Bo</a></div>',
      undefined,
      'beside the article too',
    ],
    ['<h1>T</h1><a rel="author" href="x">a.ruiz@b.example</a>', undefined, 'an address is no name'],
    ['<meta name="author" content="Alexandria Sand">', ['Alexandria Sand'], 'and within a name parts nothing'],
  ])('%s (%s)', (markup, bylines) => {
    expect(read(markup).bylines).toEqual(bylines)
  })
})

describe('address', () => {
  it.each<[string, string | undefined]>([
    [
      '<link rel="canonical" href="https://example.org/a"><meta property="og:url" content="https://example.org/b">',
      'https://example.org/a',
    ],
    ['<meta property="og:url" content="https://example.org/b">', 'https://example.org/b'],
    [jsonLd('"mainEntityOfPage": {"@id": "https://example.org/c"}'), 'https://example.org/c'],
    ['<link rel="canonical" href="/a">', undefined],
    ['<link rel="canonical" href="javascript:void(0)">', undefined],
  ])('%s', (markup, url) => {
    expect(read(markup).url).toBe(url)
  })
})

describe('date of publication', () => {
  it.each<[string, string | undefined, string]>([
    [jsonLd('"datePublished": "2016-06-28T14:30:00+03:00"'), '2016-06-28T14:30:00+03:00', 'JSON-LD'],
    ['<meta property="article:published_time" content="2016-06-28T14:30:00Z">', '2016-06-28T14:30:00Z', 'Open Graph'],
    ['<meta itemprop="datePublished" content="2016-06-28">', '2016-06-28', 'microdata'],
    ['<time itemprop="datePublished" datetime="2016-06-28">Tuesday</time>', '2016-06-28', 'a time element'],
    ['<time pubdate datetime="2016-06-28">', '2016-06-28', 'another'],
    [
      `${jsonLd('"datePublished": "28/06/2016"')}<meta name="date" content="2016-06-28">`,
      '2016-06-28',
      'the first that can be read',
    ],
    ['<time datetime="2016-06-28">', undefined, 'a time element that may be of anything'],
    [
      '<h1>T</h1><p>By A</p><time datetime="2016-06-28T09:00Z">28 June</time>',
      '2016-06-28T09:00:00Z',
      'one right under the heading',
    ],
    [
      '<h1>T</h1><time class="updated" datetime="2016-06-29">x</time><time datetime="2016-06-28">y</time>',
      '2016-06-28',
      'not of a change',
    ],
    [
      `<h1>T</h1><p>${'The dam holds, he said. '.repeat(9)}</p><time datetime="2016-06-28">`,
      undefined,
      'one further down',
    ],
    [
      '<aside><time datetime="2016-06-28"></aside><h1>T</h1><ul class="related"><time datetime="2016-06-28"></ul>',
      undefined,
      'one beside the article',
    ],
    ['<meta name="date" content="06/28/2016">', undefined, 'never guessed'],
    [jsonLd('"dateModified": "2016-06-28"'), undefined, 'a change is no publication'],
  ])('%s (%s)', (markup, value) => {
    expect(read(markup).published).toEqual(value === undefined ? undefined : { value, basis: 'metadata' })
  })
})

describe('language', () => {
  it.each<[string, string | undefined]>([
    ['<html lang="en-gb"><body>', 'en-GB'],
    ['<html xml:lang="sr-Latn-RS"><body>', 'sr-Latn-RS'],
    [jsonLd('"inLanguage": "fr"'), 'fr'],
    ['<meta property="og:locale" content="pt_BR">', 'pt-BR'],
    ['<meta http-equiv="Content-Language" content="de, en">', 'de'],
    ['<html lang="english"><body>', undefined],
    ['<html lang=""><body>', undefined],
    ['<html lang="und"><body>', undefined],
  ])('%s', (markup, language) => {
    expect(read(markup).language).toBe(language)
  })
})

it('knows nothing of a page that says nothing', () => {
  expect(read('<p>Text</p>')).toEqual({})
})

it('has all titles and the body for whoever looks for them on the page', () => {
  const markup = `${jsonLd('"headline": "A", "articleBody": "<p>It&#39;s &lt;here&gt;.</p>"')}<title>A | B</title>`
  expect(readMetadata(parseMarkup(markup))).toMatchObject({ titles: ['A', 'A | B'], body: "It's <here>." })
})

it('finds who and when in time that grows with the length of the page', () => {
  for (const piece of ['<span itemprop="author">', '<div class="related">', '<b itemprop="name">'])
    expect(() => read(`${piece.repeat(900)}<h1>T</h1>`)).not.toThrow()
})
