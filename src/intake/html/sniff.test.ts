import { describe, expect, it } from 'vitest'
import { encodeUtf16 } from '../../testing/encode-as.ts'
import { HEAD } from '../format.ts'
import { looksLikeHtml } from './sniff.ts'

const sniff = (bytes: Uint8Array, mediaType?: string): boolean =>
  looksLikeHtml(Buffer.from(bytes.subarray(0, HEAD)).toString('latin1'), bytes, mediaType)

describe('HTML', () => {
  it.each([
    ['<!DOCTYPE html><html>', 'a page'],
    ['<HTML><HEAD>', 'capitals'],
    ['\ufeff\n\n  <html lang="en">', 'a mark and white space first'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">', 'XHTML'],
    ['<!-- saved from url=(0020)http://example.org/ -->\n<html>', 'saved by a browser'],
    [`<!-- ${'licence '.repeat(1000)} --><html>`, 'a comment longer than what is looked at'],
    ['<meta charset="utf-8"><p>Text', 'no html element'],
    ['<div class="a"><p>Text</p></div>', 'a piece of a page'],
    ['<p>One.</p><p>Two.</p>', 'paragraphs'],
    ['Warning: cache miss\n<!doctype html>\n<html><head><title>T</title>', 'a line printed before the page'],
  ])('%j (%s)', (text) => {
    expect(sniff(Buffer.from(text))).toBe(true)
  })

  it.each(['le', 'be'] as const)('in UTF-16 %s, with and without a mark', (order) => {
    expect(sniff(encodeUtf16('<!DOCTYPE html><html lang="en">', order, true))).toBe(true)
    expect(sniff(encodeUtf16('<!DOCTYPE html><html lang="en">', order, false))).toBe(true)
  })
})

describe('not HTML', () => {
  it.each([
    ['A paragraph is written <p> in HTML.', 'mentions an element'],
    ['The page began with <html> and nothing else.', 'mentions the element of a page'],
    ['<p> is the element for paragraphs, he said.', 'begins with an element that is never closed'],
    ['<Applause> Thank you.', 'a stage direction'],
    ['<john@example.org> wrote:', 'an address'],
    ['a < b and b > c', 'less and greater'],
    ['{"html": "<p>x</p>"}', 'JSON'],
    ['', 'nothing'],
  ])('%j (%s)', (text) => {
    expect(sniff(Buffer.from(text))).toBe(false)
  })
})

it('takes the word of whoever brought it where the bytes leave it open', () => {
  expect(sniff(Buffer.from('Two words<br>and &amp; more'), 'text/html; charset=utf-8')).toBe(true)
  expect(sniff(Buffer.from('Two words<br>and &amp; more'))).toBe(false)
  expect(sniff(Buffer.from('Nothing of a page, < or >'), 'text/html')).toBe(false)
})
