import { describe, expect, test } from 'vitest'
import { countCalls } from '../../testing/count-calls.ts'
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
        [null, 'a **b**\nc'],
        [null, 'End.'],
      ],
      'a fence keeps its lines and its marks',
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
    ['> They knew\nall of it.', [['quote', 'They knew all of it.']], 'a quotation runs on without its mark'],
    [
      'One.\n\n    Two **b**.',
      [
        [null, 'One.'],
        [null, 'Two b.'],
      ],
      'an indented paragraph is no code',
    ],
    [
      '- One\n\n  more\n  - Two',
      [
        ['list', 'One'],
        ['list', 'more'],
        ['list', 'Two'],
      ],
      'items of several paragraphs, in items',
    ],
    [
      '<h1 align="center">Title</h1>\n\n<div>\n\nOne.\n\n</div>',
      [
        ['title', 'Title'],
        [null, 'One.'],
      ],
      'blocks of HTML',
    ],
    [
      'One.\n\n<!--\nTwo.\n\nThree.\n-->\n\nFour.',
      [
        [null, 'One.'],
        [null, 'Four.'],
      ],
      'a comment over paragraphs',
    ],
    ['| A | B |\n| C | D |', [[null, '| A | B | | C | D |']], 'look-alike of a table, without the line under its head'],
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
      'See [the report](https://x.example/a_(b) "T"), [this][1] or <https://y.example/_a_>.\n\n[1]: #n',
      'See the report, this or https://y.example/_a_.',
    ],
    ['![map](m.png) shows it', 'map shows it'],
    ['[[1]](#n) and [sic] stay', '[1] and [sic] stay'],
    ['![a\nbridge](b.png) and `a\nb` and [none][x] and one[^9]', 'a bridge and a b and [none][x] and one[^9]'],
    ['~5 km to ~10 km; 3*4*5; caf&eacute; &Scaron;', '~5 km to ~10 km; 345; café Š'],
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

/** Each makes the parser, or one like it, start over again and again. */
const REPEATED = [
  ...['[', ']', '*a ', 'a* ', '**', '_', '`', '` `` ', '<a', '<!--', '<?', '<a b="', '&#', '> ', '- ', '# ', '|', '\\'],
  ...['![](', '[a](', '[a](b "', '[a](<b ', '~~', ' ', '[^', '\n', '\n> ', '\n- ', '\n| b', '\n-|-', '<b>\n\n'],
  ...['[a]: b\n', '[^a]: b\n', `${'> '.repeat(30)}\n`, `${'- '.repeat(30)}\n`, `${'> - '.repeat(10)}a\n\n`],
]
const HOSTILE: readonly [begin: string, part: string][] = [
  ...REPEATED.map((part): [string, string] => ['a', part]),
  ['a | b\n-|-\n', '|:'],
  ['> a\n', 'a\n'],
  [Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join(''), '\n\n\n\n\n'],
]

test.each(HOSTILE)('%j and %j again and again take a bounded number of steps for each character', (begin, part) => {
  const source = `${begin}${part.repeat(16_000 / part.length)}x`
  const calls = countCalls(() => parse(source))
  // Ordinary text takes about 130.
  expect(calls / source.length).toBeLessThan(2500)
})

test('a table whose rows look like the line under its head is read at once', () => {
  expect(parse(`a | b\n-|-\n${'|:'.repeat(40)}x`).text).toBe(`a\tb\n\n${':\t'.repeat(39)}:x`)
})

describe('marks beyond the bounds are told, and no word is lost', () => {
  const codesOf = (source: string) => parse(source).warnings.map(({ code }) => code)
  test.each<[string, string | RegExp, string[], string]>([
    ['*a* '.repeat(150), 'a '.repeat(150).trim(), [], 'many marks'],
    [`${'*a* '.repeat(300)}*b*`, /^(?:a ){200}\*a\* .* \*b\*$/, ['markdown-bounded'], 'too many'],
    [`${'*a* '.repeat(150)}\n\n`.repeat(4), /^[a\s]+$/, [], 'each paragraph counts for itself'],
    [`${'> '.repeat(10)}a`, 'a', [], 'deep'],
    [`${'> '.repeat(10_000)}a`, 'a', ['markdown-bounded'], 'too deep'],
    [`${'- '.repeat(10_000)}a`, 'a', ['markdown-bounded'], 'too deep'],
  ])('%.20j', (source, expected, codes) => {
    expect(parse(source).text).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected))
    expect(codesOf(source)).toEqual(codes)
  })
})
