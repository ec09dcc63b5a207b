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

test('what a DOCTYPE defines is never put in', () => {
  expect(textIn(parseXml('<!DOCTYPE a [<!ENTITY x "y"><!ENTITY eacute "z">]><a>&x; &eacute;</a>', 'it'))).toBe('&x; é')
})

test('as markup again, characters that mean something are written by name', () => {
  const markup = toMarkup(parseXml('<a><p title="a &quot; &amp; b">1 &lt; 2 &amp; 3</p></a>', 'it'))
  expect(markup).toBe('<p title="a &quot; &amp; b">1 &lt; 2 &amp; 3</p>')
})
