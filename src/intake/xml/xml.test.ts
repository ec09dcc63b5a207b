import { describe, expect, test } from 'vitest'
import { parseXml, textIn, toMarkup } from './xml.ts'

describe('characters written by name or number', () => {
  test.each([
    ['&lt;b&gt; &amp; &quot;it&apos;s&quot;', '<b> & "it\'s"', 'the five names of XML'],
    ['caf&eacute; &agrave; Zerin &mdash; &Scaron;i&scaron;', 'café à Zerin — Šiš', 'names of HTML'],
    ['&#8212; &#x2014;', '— —', 'numbers'],
    ['&amp;eacute; &amp;amp;', '&eacute; &amp;', 'decoded once, not twice'],
    ['&bogus; &constructor; &__proto__;', '&bogus; &constructor; &__proto__;', 'names of nothing stay as they are'],
    ['&notit; &eacuted;', '&notit; &eacuted;', 'a name is not read out of a longer one'],
    ['<![CDATA[&eacute;]]>', '&eacute;', 'nothing is decoded in CDATA'],
  ])('%s -> %s (%s)', (written, expected) => {
    expect(textIn(parseXml(`<a>${written}</a>`, 'it'))).toBe(expected)
  })
})

describe('a bare & is one', () => {
  test.each([
    ['<a>Bread & butter</a>', 'Bread & butter', 'between words'],
    ['<a>R&D;D &</a>', 'R&D;D &', 'before what only looks like a name, and at the end'],
    ['<a>x?a=1&b=2&amp;c=3</a>', 'x?a=1&b=2&c=3', 'in an address, beside one that is written out'],
    ['<a>1 & <b>2 && 3</b> &#x38; &eacute;</a>', '1 & 2 && 3 8 é', 'several'],
    ['<a>x & <![CDATA[y & z &amp; ]]> &</a>', 'x & y & z &amp;  &', 'in CDATA it stands for itself'],
    ['<a><!-- & -->x & y</a>', 'x & y', 'in a comment nobody reads it'],
  ])('%s -> %s (%s)', (written, expected) => {
    expect(textIn(parseXml(written, 'it'))).toBe(expected)
  })

  test('in an attribute too', () => {
    expect(parseXml('<a href="x?a=1&b=2">y</a>', 'it').attributes.href).toBe('x?a=1&b=2')
  })

  test('markup that breaks off is read as far as it goes', () => {
    for (const written of ['<a>x & <![CDATA[y &', '<a>x & <!-- y &', '<a>x &'])
      expect(textIn(parseXml(written, 'it'))).toMatch(/^x &/)
  })
})

test('what a DOCTYPE defines is never put in', () => {
  expect(textIn(parseXml('<!DOCTYPE a [<!ENTITY x "y"><!ENTITY eacute "z">]><a>&x; &eacute;</a>', 'it'))).toBe('&x; é')
})

test('as markup again, characters that mean something are written by name', () => {
  const markup = toMarkup(parseXml('<a><p title="a &quot; &amp; b">1 &lt; 2 &amp; 3</p></a>', 'it'))
  expect(markup).toBe('<p title="a &quot; &amp; b">1 &lt; 2 &amp; 3</p>')
})
