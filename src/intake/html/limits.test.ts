import { describe, expect, it } from 'vitest'
import { UserError } from '../../user-error.ts'
import { html } from './html.ts'
import { checkLimits } from './limits.ts'

describe('markup that would exhaust a reader is refused with its measure', () => {
  it.each([
    ['<div>'.repeat(100_000), 'nested 100000 elements deep; at most 1000'],
    ['<p><b>'.repeat(5000), 'nested 10000 elements deep'],
    [`${'<a title=">">'.repeat(1001)}`, 'nested 1001 elements deep'],
    ['<DIV>'.repeat(1001), 'nested 1001 elements deep'],
    ['<div/>'.repeat(1001), 'nested 1001 elements deep'], // outside drawings, HTML ignores the slash
    ['<table><tr><td>'.repeat(51), 'nested 51 tables deep'],
    ['<div></div>'.repeat(150_001), 'has 150001 elements'],
    [`<div ${'a=1 '.repeat(1_000_000)}>`, 'an element with 1000000 attributes'],
    ['<i a b c d></i>'.repeat(130_000), 'has 520000 attributes'],
    ['<'.repeat(1_000_001), 'has 1000001 tags and entities'],
    ['&'.repeat(1_000_001), 'has 1000001 tags and entities'],
  ])('%.30s', (markup, message) => {
    expect(() => checkLimits(markup)).toThrow(UserError)
    expect(() => checkLimits(markup)).toThrow(message)
  })
})

describe('what only looks so is not', () => {
  it.each([
    ['<p>text '.repeat(20_000), 'unclosed paragraphs do not nest'],
    [`<ul>${'<li>item '.repeat(20_000)}</ul>`, 'nor items'],
    [`<table>${'<tr><td>a<td>b'.repeat(20_000)}</table>`, 'nor rows and cells'],
    [`<select>${'<option>x'.repeat(20_000)}`, 'nor options'],
    [`<dl>${'<dt>a<dd>b'.repeat(20_000)}`, 'nor definitions'],
    ['<br><img><hr><input>'.repeat(20_000), 'nor elements without an end'],
    ['<div><span><i></div>'.repeat(20_000), 'an end tag closes what is open in its element'],
    ['</div>'.repeat(20_000), 'end tags of nothing'],
    [`<script>${'"<div>"'.repeat(20_000)}</script>`, 'tags in a script'],
    [`<!-- ${'<div>'.repeat(20_000)} -->`, 'tags in a comment'],
    [`<!-- ${'<div>'.repeat(20_000)}`, 'in a comment that never ends'],
    [`<textarea>${'<div>'.repeat(20_000)}`, 'in a field that never ends'],
    [`<p title="${'<div>'.repeat(20_000)}">`, 'tags in an attribute'],
    [`<svg>${'<path d=""/>'.repeat(20_000)}</svg>`, 'shapes of a drawing that end in their own tag'],
    ['1 < 2 <3 <- <> '.repeat(20_000), 'less-than signs'],
  ])('%.30s (%s)', (markup) => {
    expect(() => checkLimits(markup)).not.toThrow()
  })
})

it('takes time in proportion to the length', () => {
  const hostile = ['<a b="', `<a b='"`, '<!', '<!--', '</a', '<a =', '<script', '<a b=c ', `<p "`]
  for (const part of hostile) {
    try {
      checkLimits(part.repeat(300_000))
    } catch (error) {
      expect(error).toBeInstanceOf(UserError)
    }
  }
  // Were any of them looked at again from every start, this would not end before the runner gives up.
})

it('a page too deep for the extractor is read without it, and says so', () => {
  const deep = (depth: number) =>
    html.parse({
      bytes: Buffer.from(
        `<!doctype html><body>${'<div>'.repeat(depth)}<p>The quay is shut, the harbour master said, and nobody knows when it will open.</p>`,
      ),
      origin: 'a.html',
    })
  for (const depth of [290, 990]) expect(deep(depth).text).toMatch(/^The quay is shut/)
  expect(deep(990).warnings.map(({ code }) => code)).toEqual(['no-main-text'])
  expect(deep(290).warnings).toEqual([])
})
