import { expect, test } from 'vitest'
import { rulesFrom } from './robots.ts'

const FILE = new URL('https://news.example/robots.txt')
const rules = (text: string) => rulesFrom(FILE, { status: 200, headers: [], body: Buffer.from(text) }, 'hearsay/0.1.0')

const CASES: [robots: string, path: string, allowed: boolean, why: string][] = [
  ['', '/a', true, 'empty'],
  ['User-agent: *\nDisallow:', '/a', true, 'nothing is forbidden'],
  ['User-agent: *\nDisallow: /', '/a', false, 'everything is'],
  ['User-agent: *\nDisallow: /\nUser-agent: hearsay\nAllow: /', '/a', true, 'we are named'],
  ['User-agent: hearsayer\nDisallow: /', '/a', true, 'look-alike: another program'],
  ['User-agent: *\nDisallow: /private', '/privately', false, 'a prefix'],
  ['User-agent: *\nDisallow: /private/', '/private', true, 'look-alike: no prefix'],
  ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', false, 'a pattern'],
  ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf?x', true, 'look-alike: it ends elsewhere'],
  ['User-agent: *\r\nDisallow: /a\r\nAllow: /a/b', '/a/b', true, 'the longer rule goes before'],
  ['\ufeffUser-agent: *\nDisallow: /', '/a', false, 'a mark at its beginning'],
  ['<html>Not found</html>', '/a', true, 'no robots.txt at all'],
]

test.each(CASES)('%j: %s %s (%s)', (text, path, allowed) => {
  expect(rules(text).allows(new URL(path, FILE))).toBe(allowed)
})

test('more patterns than can be compared forbid more, and allow nothing', () => {
  const many = (line: string) => `User-agent: *\n${line}\n`.concat(`${line}\n`.repeat(2000))
  expect(rules(many('Disallow: /x*a*a*a*a*a*z')).allows(new URL('/y', FILE))).toBe(true)
  expect(rules(many('Disallow: /x*a*a*a*a*a*z')).allows(new URL('/x', FILE))).toBe(false)
  expect(rules(`${many('Allow: /x*a*a*a*a*a*z')}Disallow: /`).allows(new URL('/y', FILE))).toBe(false)
})

test('how long to wait', () => {
  expect(rules('User-agent: *\nCrawl-delay: 2.5').delay).toBe(2500)
  expect(rules('User-agent: *\nCrawl-delay: 86400').delay).toBe(60_000)
  expect(rules('User-agent: *\nCrawl-delay: soon').delay).toBe(0)
})
