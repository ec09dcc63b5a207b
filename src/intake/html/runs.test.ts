import { describe, expect, it } from 'vitest'
import { findRuns } from './runs.ts'
import { parseMarkup } from './tree.ts'

const textsOf = (markup: string): string[] => findRuns(parseMarkup(markup)).runs.map(({ text }) => text)

describe('text is apart where the page sets it apart', () => {
  it.each([
    ['<p>One.</p><p>Two.</p>', ['One.', 'Two.'], 'paragraphs'],
    ['<p>One<p>Two', ['One', 'Two'], 'end tags left out'],
    ['One<div>Two</div>Three', ['One', 'Two', 'Three'], 'text beside elements'],
    ['just text', ['just text'], 'no element at all'],
    ['<ul><li>One<li>Two<ul><li>Three</ul></ul>', ['One', 'Two', 'Three'], 'lists in lists'],
    ['<dl><dt>A<dd>B</dl>', ['A', 'B'], 'definitions'],
    ['<table><tr><td>A</td><td>B</td></tr><tr><td>C<td>D</table>', ['A\tB', 'C\tD'], 'a row is one, its cells apart'],
    ['<table><tr><td><p>A</p><p>B</p></td></tr></table>', ['A', 'B'], 'a table that lays out paragraphs'],
    ['<h2>Head</h2>Text', ['Head', 'Text'], 'headings'],
    ['<figure><img><figcaption>Caption</figcaption></figure>', ['Caption'], 'captions'],
    [
      '<my-card><a href="x">A</a></my-card><my-card>B</my-card>',
      ['A', 'B'],
      'elements of a page’s own making are boxes',
    ],
  ])('%s', (markup, texts) => {
    expect(textsOf(markup)).toEqual(texts)
  })
})

describe('text is together where the page sets it together', () => {
  it.each([
    ['<p>a <b>bold</b><i> word</i>, <a href="x">linked</a>.</p>', ['a bold word, linked.'], 'inline elements'],
    ['<p>inter<b>nation</b>al</p>', ['international'], 'within a word'],
    ['<p>  many \n\t blanks&nbsp;\u3000here </p>', ['many blanks here'], 'white space is squeezed'],
    ['<p>Tom &amp; Jerry &#8212; &eacute;t&#xe9; &lt;b&gt;</p>', ['Tom & Jerry — été <b>'], 'entities'],
    ['<p>&bogus; &#0; &#x110000; AT&T &amp</p>', ['&bogus; \ufffd \ufffd AT&T &'], 'entities that are none'],
    ['<p>co\u00adop\u200berat\ufeffion</p>', ['cooperation'], 'characters that show nothing'],
    ['<p>می\u200cخواهم</p>', ['می\u200cخواهم'], 'one that shapes letters stays'],
    ['<p>NUL\0 bytes</p>', ['NUL bytes'], 'NUL'],
    ['<a href="1">Home</a><a href="2">News</a>', ['Home News'], 'links side by side'],
  ])('%s', (markup, texts) => {
    expect(textsOf(markup)).toEqual(texts)
  })
})

describe('line breaks', () => {
  const long = 'A sentence that is long enough to be taken for a paragraph, whatever stands before it or after it.'
  it.each([
    ['<p>12 High Street<br>Tikrit</p>', ['12 High Street\nTikrit'], 'one parts lines'],
    ['<div>One<br><br>Two</div>', ['One', 'Two'], 'two part paragraphs'],
    ['<div>One<br>&nbsp;<br/>Two</div>', ['One', 'Two'], 'with nothing to see between'],
    [`<div>${long}<br>${long}</div>`, [long, long], 'one parts what reads as paragraphs'],
    [`<div>${long}<br><a href="x">See also</a></div>`, [long, 'See also'], 'and a link from text'],
    ['<div><a href="x">First</a><br><a href="y">Second</a></div>', ['First', 'Second'], 'and links'],
    ['<p>One<wbr>word</p>', ['Oneword'], 'a place where a line may break is none'],
    [
      '<pre>Line one\nline two\n\nNext  part</pre>',
      ['Line one\nline two', 'Next part'],
      'preformatted text has its own',
    ],
  ])('%s', (markup, texts) => {
    expect(textsOf(markup)).toEqual(texts)
  })
})

describe('what is not seen is left out', () => {
  it.each([
    ['<script>var a = "<p>x</p>"</script><style>p {}</style>seen'],
    ['<noscript>Turn it on</noscript><template><p>x</p></template>seen'],
    ['<p hidden>x</p><div style="DISPLAY : none"><p>x</p></div><span STYLE="visibility:hidden">x</span>seen'],
    ['seen<span class="sr-only"> (opens in a new window)</span>'],
    ['<svg><title>Logo</title><text>x</text></svg><select><option>Afghanistan</select>seen'],
    ['<iframe srcdoc="<p>x</p>"><p>x</p></iframe><video>No video</video><object>x</object>seen'],
    ['<!-- <p>x</p> -->seen'],
    ['<head><title>x</title><meta content="x"></head>seen'],
  ])('%s', (markup) => {
    expect(textsOf(markup)).toEqual(['seen'])
  })

  it('but a page that hides all of itself until a script has run is seen', () => {
    expect(textsOf('<html hidden><body style="visibility:hidden"><p>seen</p></body></html>')).toEqual(['seen'])
  })
})

it('counts the characters of links', () => {
  const { runs } = findRuns(parseMarkup('<p>Read <a href="x">this <b>now</b></a> or not</p>'))
  expect(runs.map(({ linked }) => linked)).toEqual(['this'.length + 'now'.length])
})

it('knows the innermost element that holds a run, with the words of its names', () => {
  const { runs } = findRuns(parseMarkup('<div class="articleBody_main" id="x1"><p><b>All</b> <i>of it</i></p></div>'))
  expect(runs[0].box).toMatchObject({ tag: 'p', hints: '', parent: { tag: 'div', hints: 'article-body-main x1' } })
})
