import { describe, expect, it } from 'vitest'
import { findArticleNode, namesOf, textOf, urlOf } from './json-ld.ts'

const ARTICLE = '"@type": "NewsArticle", "headline": "Bridge closed"'

describe('the node of the article is found', () => {
  it.each([
    [`{${ARTICLE}}`, 'alone'],
    [`[{"@type": "WebSite"}, {${ARTICLE}}]`, 'in a list'],
    [`{"@context": "https://schema.org", "@graph": [{"@type": "Person"}, {${ARTICLE}}]}`, 'in a graph'],
    [`{"@type": "WebPage", "mainEntity": {${ARTICLE}}}`, 'as what the page is about'],
    ['{"@type": ["Thing", "LiveBlogPosting"], "headline": "Bridge closed"}', 'with several types'],
    [`<!-- {${ARTICLE}} -->`, 'in a comment'],
    [`//<![CDATA[\n{${ARTICLE}}\n//]]>`, 'in a CDATA section'],
    [
      `{${ARTICLE}, "articleBody": "line\nbreak", "keywords": ["a",],}`,
      'with line breaks and commas JSON does not allow',
    ],
  ])('%s', (script) => {
    expect(textOf(findArticleNode([script])?.headline)).toBe('Bridge closed')
  })

  it('in whichever script it is', () => {
    expect(findArticleNode(['{"@type": "Organization"}', '{', `{${ARTICLE}}`])?.headline).toBe('Bridge closed')
  })
})

describe('no article, no node', () => {
  it.each([
    ['', 'empty'],
    ['{"@type": "NewsArticle", "headline": ', 'cut off'],
    ['null', 'nothing'],
    ['"NewsArticle"', 'a string'],
    ['{"@type": "NewsMediaOrganization", "name": "The Ledger"}', 'something else'],
    ['['.repeat(100_000), 'nested without end'],
    [`${'{"@graph":'.repeat(50)}{${ARTICLE}}${'}'.repeat(50)}`, 'deeper than any page has it'],
  ])('%.40s (%s)', (script) => {
    expect(findArticleNode([script])).toBeNull()
  })
})

it('follows references to publishers and authors', () => {
  const script = `{"@graph": [{${ARTICLE}, "publisher": {"@id": "#o"}, "author": [{"@id": "#p"}, {"@id": "#none"}]},
    {"@id": "#o", "@type": "Organization", "name": "The Ledger"}, {"@id": "#p", "@type": "Person", "name": "A. Writer"}]}`
  const node = findArticleNode([script])
  expect(textOf(node?.publisher)).toBe('The Ledger')
  expect(namesOf(node?.author)).toEqual(['A. Writer'])
})

it.each([
  ['A. Writer', ['A. Writer']],
  [{ '@type': 'Person', name: 'A. Writer' }, ['A. Writer']],
  [
    [{ name: 'A. Writer' }, 'B. Writer', { name: ['C. Writer'] }],
    ['A. Writer', 'B. Writer', 'C. Writer'],
  ],
  [{ url: 'https://example.org/a' }, []],
  [undefined, []],
])('names of %j', (value, names) => {
  expect(namesOf(value)).toEqual(names)
})

it('tells texts and addresses', () => {
  expect(textOf({ '@value': ' text ' })).toBe('text')
  expect(textOf({ '@id': 'https://example.org/' })).toBeUndefined()
  expect(textOf(['', 'second'])).toBe('second')
  expect(urlOf({ '@id': 'https://example.org/' })).toBe('https://example.org/')
})
