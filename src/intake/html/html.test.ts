import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeAs, encodeUtf16 } from '../../testing/encode-as.ts'
import type { BlockKind } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import { html } from './html.ts'

const parse = (markup: string) => html.parse({ bytes: Buffer.from(markup), origin: 'test' })

/** The texts of a kind. */
function of(kind: BlockKind | null, markup: string): string[] {
  const { text, passages } = parse(markup)
  return passages.filter((passage) => passage.kind === kind).map(({ span }) => text.slice(...span))
}

const PARAGRAPHS = [
  'Three people were killed on Monday when a bridge over the river gave way, the governor said, and nine are missing.',
  'The bridge, which was built in 1961, had been closed to lorries since May, according to the roads office in town.',
  '“We had asked for money to mend it,” said the mayor, who had come to see the ruins. “Nobody in the capital listened.”',
  'The ministry denied that, and said that the last inspection, in March, had found no cause for concern whatsoever.',
]
const BODY = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`)
const HEAD = '<head><title>Bridge collapse kills three | The Ledger</title></head>'

/** An article as most sites build it, with `inside` within its body and `after` it. */
const page = (inside: string, after = '', before = '') => `<!doctype html><html lang="en">${HEAD}<body>
  <nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav>
  <article><header><h1>Bridge collapse kills three</h1></header>${before}
  <div class="story-body">${BODY[0]}${BODY[1]}${inside}${BODY[2]}${BODY[3]}</div></article>${after}
  <footer>© 2021 The Ledger</footer></body></html>`

it('keeps the whole page, in order, and marks all of it', () => {
  const { text, passages } = parse(page('', '<p>Our shop sells maps.</p>'))
  expect(text).toBe(
    ['Home', 'World', 'Bridge collapse kills three', ...PARAGRAPHS, 'Our shop sells maps.', '© 2021 The Ledger'].join(
      '\n\n',
    ),
  )
  expect(passages.map(({ span }) => text.slice(...span)).join('\n\n')).toBe(text)
  expect(passages.map(({ kind }) => kind).slice(2, 7)).toEqual(['title', ...PARAGRAPHS.map(() => 'paragraph')])
})

it('takes the paragraphs of an article for its body', () => {
  expect(of('paragraph', page(''))).toEqual(PARAGRAPHS)
  expect(of('title', page(''))).toEqual(['Bridge collapse kills three'])
})

describe('what belongs to the article keeps its kind', () => {
  it.each<[BlockKind, string, string]>([
    ['heading', '<h2>Warnings since May</h2>', 'Warnings since May'],
    ['heading', '<p><strong>Warnings since May</strong></p>', 'Warnings since May'],
    [
      'list',
      '<ul><li>Three dead, of whom two are known by name</li></ul>',
      'Three dead, of whom two are known by name',
    ],
    ['list', '<table><tr><td>Dead<td>3<tr><td>Missing<td>9</table>', 'Dead\t3'],
    ['quote', '<blockquote>They knew, and they did nothing.</blockquote>', 'They knew, and they did nothing.'],
    ['quote', '<aside class="pull-quote">They knew, and they did nothing.</aside>', 'They knew, and they did nothing.'],
    [
      'quote',
      '<div class="social-embed"><blockquote>It fell at noon. <a href="x">14 June</a></blockquote></div>',
      'It fell at noon. 14 June',
    ],
    [
      'caption',
      '<figure><img src="a.jpg"><figcaption>The ruins on Monday</figcaption></figure>',
      'The ruins on Monday',
    ],
    ['caption', '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">The ruins</p></div>', 'The ruins'],
    [
      'caption',
      '<p>The ruins of the bridge on Monday (Photo: A. Name)</p>',
      'The ruins of the bridge on Monday (Photo: A. Name)',
    ],
    ['credit', '<figure><img src="a.jpg"><span class="credit">A. Name / Agency</span></figure>', 'A. Name / Agency'],
    ['credit', '<p>(Reporting by A. Name; editing by B. Name)</p>', '(Reporting by A. Name; editing by B. Name)'],
    ['paragraph', '<p>He said: “Sign up for the army.”</p>', 'He said: “Sign up for the army.”'],
    [
      'paragraph',
      '<p>The related inquiry was closed without a permit.</p>',
      'The related inquiry was closed without a permit.',
    ],
    [
      'paragraph',
      '<p class="unrelated-text">Twelve houses stood empty that night, she said.</p>',
      'Twelve houses stood empty that night, she said.',
    ],
    [
      'paragraph',
      '<p>Posted on the wall was a notice, in three languages, that nobody had read.</p>',
      'Posted on the wall was a notice, in three languages, that nobody had read.',
    ],
    ['paragraph', '<p>By then they had all left the town</p>', 'By then they had all left the town'],
    ['paragraph', '<p>Published in 2014, it blamed both sides.</p>', 'Published in 2014, it blamed both sides.'],
    ['paragraph', '<p>Donated blood was flown in.</p>', 'Donated blood was flown in.'],
    ['paragraph', '<p>More on that was not to be had.</p>', 'More on that was not to be had.'],
    ['paragraph', '<div class="site-widget"><p>They came at noon, she said.</p></div>', 'They came at noon, she said.'],
  ])('%s: %s', (kind, inside, text) => {
    expect(of(kind, page(inside))).toContain(text)
  })
})

describe('what stands right under a picture, set apart, is its caption', () => {
  it.each([
    '<div><img src="a.jpg"><br><em>The bridge in May.</em></div>',
    '<div align="center"><img src="a.jpg"><br><span class="small gray">The bridge in May</span></div>',
    '<center><a href="a.jpg"><img src="a.jpg" width="600"></a><br><i>The bridge in May.</i></center>',
  ])('%s', (inside) => {
    expect(of('caption', page(inside))).toHaveLength(1)
  })

  it.each([
    ['<p><img src="a.jpg">The bridge was built in May, he said.</p>', 'not set apart'],
    ['<p><img src="a.jpg"></p><p>It was built in May.</p><p><em>Nobody knew.</em></p>', 'text between'],
    ['<p><img src="a.jpg" width="16"></p><p><em>Nobody knew of it, he said.</em></p>', 'a sign'],
    ['<p><img src="a.jpg"></p><p><em>Who knew of it?</em></p>', 'a question'],
    ['<p><em>Nobody knew of it, he said.</em></p>', 'no picture'],
  ])('but not %s (%s)', (inside) => {
    expect(of('caption', page(inside))).toEqual([])
  })
})

describe('what stands within the article and is none of it is furniture', () => {
  it.each([
    ['<p><a href="x">Read more: Ten bridges that may fall next</a></p>', 'Read more: Ten bridges that may fall next'],
    ['<p>RELATED: <a href="x">Ten bridges</a></p>', 'RELATED: Ten bridges'],
    ['<p><a href="x">Ten bridges that may be the next to fall</a></p>', 'Ten bridges that may be the next to fall'],
    [
      '<div class="newsletter-signup"><p>All the news, every morning, for those who rise early.</p></div>',
      'All the news, every morning, for those who rise early.',
    ],
    ['<p>Sign up for our newsletter and never miss a story.</p>', 'Sign up for our newsletter and never miss a story.'],
    ['<div class="ad-slot"><span>Advertisement</span></div>', 'Advertisement'],
    ['<p>Advertisement</p>', 'Advertisement'],
    ['<ul class="share-tools"><li>Facebook<li>Email</ul>', 'Facebook'],
    [
      '<aside class="related-stories"><h3>More bridges</h3><p>A bridge in the north was closed on Friday.</p></aside>',
      'A bridge in the north was closed on Friday.',
    ],
    ['<p>Tags: bridges, rivers</p>', 'Tags: bridges, rivers'],
    ['<p>4 min read</p>', '4 min read'],
    ['<p>Lesezeit: 4 Minuten</p>', 'Lesezeit: 4 Minuten'],
    ['<h3>Das könnte Sie auch interessieren</h3>', 'Das könnte Sie auch interessieren'],
    ['<h3>Читайте также:</h3>', 'Читайте также:'],
    ['<p><a href="x">Lire aussi : Dix ponts</a> fermés</p>', 'Lire aussi : Dix ponts fermés'],
    ['<h4>More:</h4><ul><li><h4><a href="x">Ten bridges that may fall</a></h4></ul>', 'Ten bridges that may fall'],
    [
      '<h3>More stories</h3><ul><li>Ten bridges that <a href="x">may fall next</a></ul>',
      'Ten bridges that may fall next',
    ],
    ['<p><i>Listen to Radio Orla <a href="x">live</a> on weekdays.</i></p>', 'Listen to Radio Orla live on weekdays.'],
  ])('%s', (inside, text) => {
    expect(of('furniture', page(inside))).toContain(text)
    expect(of('paragraph', page(inside))).toEqual(PARAGRAPHS)
  })
})

describe('what follows or precedes it', () => {
  it.each([
    ['<meta name="author" content="A. Name"><p>A. Name is a reporter.</p>', 'A. Name is a reporter.'],
    ['<p><em>The writer is a journalist in Basra.</em></p>', 'The writer is a journalist in Basra.'],
    ['<h3>You may also like</h3>', 'You may also like'],
    ['<ul><li><a href="x">Ferry runs aground</a><li><a href="y">New road opened</a></ul>', 'Ferry runs aground'],
    [
      '<article><h2><a href="x">Ferry</a></h2><p>A ferry with forty people on board ran aground.</p></article>',
      'A ferry with forty people on board ran aground.',
    ],
    [
      '<section id="comments"><p>They always say that after a bridge falls down, do they not?</p></section>',
      'They always say that after a bridge falls down, do they not?',
    ],
  ])('%s', (after, text) => {
    expect(of('furniture', page('', after))).toContain(text)
  })

  it('but a last sentence about a reporter is reported', () => {
    const last = '<p>The dead man was a reporter, his wife a writer.</p><p>Dalia Karim is a journalist from Basra.</p>'
    const markup = page('').replace(BODY[3], `${BODY[3]}${last}`)
    expect(of('paragraph', markup)).toContain('Dalia Karim is a journalist from Basra.')
  })

  it('a list to the end of the page, with a line about each of its links', () => {
    const item = (name: string) => `<div><a href="x">${name}</a><div>All about the ${name} in seven words.</div></div>`
    const markup = page('').replace(
      BODY[3],
      `${BODY[3]}<h2>Recommended</h2>${['ferry', 'dam', 'quay'].map(item).join('')}`,
    )
    expect(of('paragraph', markup)).toEqual(PARAGRAPHS)
  })

  it('but not what is told after it', () => {
    const markup = page('<h3>Related</h3><p><a href="x">Ten bridges that fell</a></p>')
    expect(of('paragraph', markup)).toEqual(PARAGRAPHS)
    const prose = page('<h3>Comments</h3><p>The ministry had none, a <a href="x">spokeswoman</a> said on Tuesday.</p>')
    expect(of('paragraph', prose)).toContain('The ministry had none, a spokeswoman said on Tuesday.')
  })

  it.each(['<p>Via <a href="x">OrlaWire.example</a></p>', '<p>Source: Orla Wire</p>'])('%s is a credit', (line) => {
    expect(of('credit', page('').replace(BODY[3], `${BODY[3]}${line}`))).toHaveLength(1)
  })

  it('bylines and dates are credits', () => {
    const before = '<p class="byline">By A. Name</p><time class="date" datetime="2021-06-14">14 June 2021</time>'
    expect(of('credit', page('', '', before))).toEqual(['By A. Name', '14 June 2021'])
  })

  it.each(['14 June', '2 hours ago', '11:40'])('a time alone on its line is a credit: %s', (time) => {
    expect(of('credit', page('', '', `<p><time datetime="2021-06-14">${time}</time></p>`))).toEqual([time])
  })

  it('but a time within a sentence is told in it', () => {
    const inside = '<p>It fell at <time>11:40</time>, an officer said.</p>'
    expect(of('paragraph', page(inside))).toContain('It fell at 11:40, an officer said.')
  })

  it('a deck goes with the title', () => {
    const markup = page('').replace('</h1>', '</h1><p class="standfirst">Nine people are missing after the fall.</p>')
    expect(of('title', markup)).toEqual(['Bridge collapse kills three', 'Nine people are missing after the fall.'])
  })
})

describe('pages built in other ways', () => {
  it('by tables', () => {
    const markup = `<html>${HEAD}<body><table><tr><td><a href="/">Home</a><tr><td><h1>Bridge collapse kills three</h1>${BODY.join('')}</table>`
    expect(of('paragraph', markup)).toEqual(PARAGRAPHS)
  })

  it.each([
    ['div', 'class="site" aria-hidden="true"'],
    ['main', 'aria-hidden="true"'],
  ])('with an open pop-up that hides it from those who hear a page: %s %s', (tag, attributes) => {
    const popup =
      '<div role="dialog"><p>Join the many readers who get our letter every Friday, all year long.</p></div>'
    const markup = `<html>${HEAD}<body><${tag} ${attributes}><div>${BODY.join('')}</div></${tag}>${popup}`
    expect(of('paragraph', markup)).toEqual(PARAGRAPHS)
  })

  it('by line breaks', () => {
    const markup = `<html>${HEAD}<body><div><h1>Bridge collapse kills three</h1>${PARAGRAPHS.join('<br><br>')}</div>`
    expect(of('paragraph', markup)).toEqual(PARAGRAPHS)
  })

  it('without an html, head or body element', () => {
    expect(of('paragraph', `<h1>Bridge</h1>${BODY.join('')}`)).toEqual(PARAGRAPHS)
  })

  it('with text in the body alone', () => {
    expect(parse(`<html><body>${PARAGRAPHS[0]}</body></html>`).text).toBe(PARAGRAPHS[0])
  })

  it('with a title that is in its head only', () => {
    const { text, passages, metadata } = parse(`<title>Bridge collapse</title>${BODY.join('')}`)
    expect(metadata.title).toBe('Bridge collapse')
    expect(passages[0]).toEqual({ span: [0, 15], kind: 'title' })
    expect(text.startsWith('Bridge collapse\n\nThree people')).toBe(true)
  })

  it('with nothing but furniture', () => {
    const { passages, warnings } = parse('<nav><a href="/">Home</a> <a href="/n">News</a></nav>')
    expect(warnings.map(({ code }) => code)).toEqual(['no-main-text'])
    expect(passages.map(({ kind }) => kind)).toEqual([null])
  })

  it('with the text in its metadata to tell by, where nothing else does', () => {
    const body = JSON.stringify({ '@type': 'NewsArticle', articleBody: 'It fell. Nobody was hurt.' })
    const markup = `<script type="application/ld+json">${body}</script><span>Menu</span><div>It fell.</div><div>Nobody was hurt.</div>`
    expect(parse(markup).text).toContain('It fell.')
  })
})

describe('metadata', () => {
  it('prefers the title as the page prints it, and finds the outlet beside it in the imprint', () => {
    expect(parse(page('')).metadata).toEqual({
      title: 'Bridge collapse kills three',
      outlet: 'The Ledger',
      language: 'en',
    })
  })

  it('takes no section for an outlet', () => {
    expect(parse(page('').replace('| The Ledger<', '| Opinion<')).metadata.outlet).toBeUndefined()
  })
})

describe('encodings', () => {
  const serbian = 'Policija je saopštila da je uhapšeno šest osoba u Čačku i Nišu, a da niko neće izbeći pravdu.'
  const wrap = (meta: string) => `<html><head>${meta}</head><body><p>${serbian}</p></body></html>`
  it.each([
    ['declared by the page', encodeAs('windows-1250', wrap('<meta charset="windows-1250">')), undefined],
    [
      'in the old way',
      encodeAs('windows-1250', wrap('<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=windows-1250">')),
      undefined,
    ],
    ['declared by the server', encodeAs('iso-8859-2', wrap('')), 'text/html; charset=ISO-8859-2'],
    ['UTF-16', encodeUtf16(wrap(''), 'le', false), undefined],
  ])('%s', (_, bytes, mediaType) => {
    const { text, warnings } = html.parse({ bytes, origin: 'test', ...(mediaType === undefined ? {} : { mediaType }) })
    expect(text).toContain(serbian)
    expect(warnings.map(({ code }) => code)).not.toContain('guessed-encoding')
  })
})

describe('hostile pages are read or refused, in bounded time', () => {
  const around = (markup: string) => `<html><body>${markup}${BODY.join('')}</body></html>`
  it.each([
    ['deep', '<div>'.repeat(900)],
    ['unclosed formatting', '<font><b>'.repeat(400)],
    ['a large inline image', `<img src="data:image/png;base64,${'A'.repeat(5_000_000)}">`],
    ['scripts that write pages', '<script>document.write("<div><p>x</p>")</script>'.repeat(5000)],
    ['many line breaks', `<p>${'a<br>'.repeat(20_000)}</p>`],
    ['many entities', `<p>${'&amp;&#65;'.repeat(20_000)}</p>`],
    ['many siblings', '<div>a</div>'.repeat(60_000)],
    ['white space', ' '.repeat(5_000_000)],
    ['many meta elements', '<meta name="author" content="x">'.repeat(20_000)],
    ['nested quotations', '<blockquote>'.repeat(500)],
    ['long class names', `<div class="${'a-b '.repeat(100_000)}">x</div>`],
    ['svg and math', `${'<svg><g><text>x</text></g></svg>'.repeat(2000)}${'<math><mi>x</mi></math>'.repeat(2000)}`],
    ['frames', '<iframe srcdoc="&lt;p&gt;x">x</iframe>'.repeat(2000)],
    ['attributes without end', `<p ${'x '.repeat(200)}>x</p>`],
  ])('%s', (_, markup) => {
    expect(parse(around(markup)).text).toContain(PARAGRAPHS[3])
  })

  it('refuses what is nested without end', () => {
    expect(() => parse('<div>'.repeat(100_000))).toThrow(
      new UserError('the HTML is nested 100000 elements deep; at most 1000 can be read'),
    )
  })
})

const SCRAPS = [
  ...[
    '<p>',
    '</p>',
    '<div class="related">',
    '</div>',
    '<h1>',
    '</h1>',
    '<ul><li>',
    '</ul>',
    '<table><tr><td>',
    '</table>',
  ],
  ...[
    '<br>',
    '<a href="x">',
    '</a>',
    '<b>',
    '<figure>',
    '<figcaption>',
    '<blockquote>',
    '<article>',
    '</article>',
    '<pre>',
  ],
  ...[
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<title>',
    '</title>',
    '<body>',
    '<html>',
    '</html>',
    '<svg>',
    '&amp;',
    '&#',
    '<',
  ],
  ...[PARAGRAPHS[0], 'By A. Name', 'Read more: ', 'word', ' ', '\n', '\0', '\ud800', '"', "'", '>', '\u{f0001}'],
]

it('marks all of the text of whatever page, in order and apart', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SCRAPS), { maxLength: 60 }), (scraps) => {
      const { text, passages } = parse(scraps.join(''))
      const parts = passages.map(({ span }) => text.slice(...span))
      expect(parts.join('\n\n')).toBe(text)
      expect(parts.every((part) => part === part.trim() && part !== '')).toBe(true)
    }),
    { numRuns: 300 },
  )
})
