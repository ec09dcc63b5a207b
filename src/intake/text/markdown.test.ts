import { describe, expect, test } from 'vitest'
import { openDocument } from '../document.ts'
import { markdown } from './markdown.ts'

const parse = (source: string) => markdown.parse({ bytes: Buffer.from(source), origin: 'a.md' })
const partsOf = (source: string) => {
  const { text, passages } = parse(source)
  return passages.map(({ kind, span }) => [kind, text.slice(...span)])
}

describe('blocks', () => {
  test.each<[source: string, expected: [kind: string | null, text: string][], why: string]>([
    [
      '# Title\n\nOne.\n\nTwo.',
      [
        ['title', 'Title'],
        [null, 'One.'],
        [null, 'Two.'],
      ],
      'paragraphs',
    ],
    [
      'Title\n=====\nOne\nruns on.\n',
      [
        ['title', 'Title'],
        [null, 'One runs on.'],
      ],
      'underlined title, lines that run on',
    ],
    [
      '# A\n## B ##\n# C',
      [
        ['title', 'A'],
        ['heading', 'B'],
        ['heading', 'C'],
      ],
      'only the first is the title',
    ],
    ['One  \ntwo\\\nthree', [[null, 'One\ntwo\nthree']], 'line breaks that were meant'],
    [
      '- One\n  goes on\n- Two\n1. Three',
      [
        ['list', 'One goes on'],
        ['list', 'Two'],
        ['list', 'Three'],
      ],
      'items',
    ],
    [
      '> They knew\n> all of it.\n\nHe left.',
      [
        ['quote', 'They knew all of it.'],
        [null, 'He left.'],
      ],
      'quotations',
    ],
    [
      'One.\n\n* * *\n\nTwo.',
      [
        [null, 'One.'],
        [null, 'Two.'],
      ],
      'a rule shows no words',
    ],
    [
      '| A | B |\n|---|:-:|\n| 1 | 2 |',
      [
        [null, 'A\tB'],
        [null, '1\t2'],
      ],
      'rows of a table',
    ],
    [
      '```\na **b**\nc\n```\nEnd.',
      [
        [null, 'a b\nc'],
        [null, 'End.'],
      ],
      'a fence keeps its lines',
    ],
    [
      '![A bridge](b.jpg)\n\nText.',
      [
        ['caption', 'A bridge'],
        [null, 'Text.'],
      ],
      'a picture alone',
    ],
    [
      'One[^1].\n\n[^1]: A note.\n\n[a]: http://x.example',
      [
        [null, 'One.'],
        [null, 'A note.'],
      ],
      'notes; no targets',
    ],
    ['#hashtag is no heading', [[null, '#hashtag is no heading']], 'look-alike of a heading'],
    ['2016 was hot.\nIt rained.', [[null, '2016 was hot. It rained.']], 'look-alike of an item'],
  ])('%j', (source, expected) => {
    expect(partsOf(source).map(([kind, text]) => [kind, text])).toEqual(expected)
  })
})

describe('inline marks', () => {
  test.each([
    ['He **said** *that* he _left_.', 'He said that he left.'],
    ['***Both***, ~~gone~~, `code *stays*`.', 'Both, gone, code *stays*.'],
    [
      'See [the report](https://x.example/a_(b) "T"), [this][1] or <https://y.example/_a_>.',
      'See the report, this or https://y.example/_a_.',
    ],
    ['![map](m.png) shows it', 'map shows it'],
    ['[[1]](#n) and [sic] stay', '[1] and [sic] stay'],
    ['snake_case_name, 2 * 3 * 4, 5*', 'snake_case_name, 2 * 3 * 4, 5*'],
    ['\\*not emphasis\\* &amp; &#8212; &unknown;', '*not emphasis* & — &unknown;'],
    ['A <b>bold</b> word<br>and a <!-- hidden --> line; 3 < 4', 'A bold word\nand a line; 3 < 4'],
  ])('%s', (source, expected) => {
    expect(parse(source).text).toBe(expected)
  })
})

test('front matter states the article', () => {
  const source = [
    '---',
    'title: "The bridge: closed"',
    'date: 2021-03-04',
    'authors:',
    '  - Ana Example',
    '  - Ben Example',
    'url: https://news.example/bridge',
    'lang: en',
    '---',
    'The mayor said that it was closed.',
  ].join('\n')
  const { metadata, text } = parse(source)
  expect(metadata).toEqual({
    title: 'The bridge: closed',
    published: { value: '2021-03-04', basis: 'metadata' },
    bylines: ['Ana Example', 'Ben Example'],
    url: 'https://news.example/bridge',
    language: 'en',
  })
  expect(text).toBe('The bridge: closed\n\nThe mayor said that it was closed.')
})

describe('what is Markdown', () => {
  const open = async (text: string, mediaType?: string) =>
    (await openDocument({ bytes: Buffer.from(text), origin: 'x', ...(mediaType ? { mediaType } : {}) })).mediaType
  test.each([
    ['# Title\n\nSee [this](https://x.example).', undefined, 'text/markdown'],
    ['---\ntitle: A\n---\nText', undefined, 'text/markdown'],
    ['Plain, but said to be Markdown', 'text/markdown', 'text/markdown'],
    ['<!doctype html><p>A page</p>', 'text/markdown', 'text/html'],
    ['BRIDGE CLOSED\n\nThe mayor said so.\n\n###\n', undefined, 'text/plain'],
    ['**URGENT** the bridge\n\n* * *\n\nis [sic] closed', undefined, 'text/plain'],
    ['# 3 of 7\nA tweet with a #tag', undefined, 'text/plain'],
  ])('%j', async (text, mediaType, expected) => {
    expect(await open(text, mediaType)).toBe(expected)
  })
})

test.each([
  '[',
  '*a ',
  '**',
  '_',
  '`',
  '<a',
  '<!--',
  '&#',
  '> ',
  '# ',
  '|',
  '- ',
  '\\',
  '![](',
  '[a](',
  '~~',
  ' ',
  '[^',
])('half a million times %j ends', (piece) => {
  const source = piece.repeat(Math.ceil(500_000 / piece.length))
  parse(`${source}x`)
  parse(`a${source}\n${source}`)
})
