import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { childOf, elementsOf, parseXml, textIn } from '../../intake/xml/xml.ts'
import { scratchFolder } from '../../testing/hearsay.ts'
import { tellAll } from '../../testing/unpack-all.ts'
import type { News } from '../../watching/news.ts'
import { addToAtomFile } from './atom-file.ts'

const article = (number: number, title = `Title ${number}`): News => ({
  id: `urn:uuid:${number}`,
  at: '2024-04-30T08:00:00.000Z',
  news: 'article',
  document: 'a'.repeat(64),
  address: `https://wire.example/${number}?a=1&b=2`,
  title,
  outlet: null,
})
const NOW = '2024-04-30T09:00:00.000Z'

/** Fails where it is not well-formed to the letter. */
function strictly(xml: string) {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return parseXml(xml, 'the feed')
}

test('what is new in front, told again it is there once, the oldest go', () => {
  const folder = scratchFolder()
  const path = join(folder, 'new.xml')
  addToAtomFile(path, [article(1), article(2)], NOW)
  addToAtomFile(path, [article(2), article(3)], NOW)
  const idsIn = () =>
    elementsOf(strictly(readFileSync(path, 'utf8')))
      .filter(({ name }) => name === 'entry')
      .map((entry) => textIn(childOf(entry, 'id') ?? entry))
  expect(idsIn()).toEqual(['urn:uuid:3', 'urn:uuid:2', 'urn:uuid:1'])
  addToAtomFile(
    path,
    Array.from({ length: 300 }, (_, number) => article(number + 10)),
    NOW,
  )
  expect(idsIn()).toHaveLength(200)
  expect(idsIn()[0]).toBe('urn:uuid:309')
  expect(readdirSync(folder)).toEqual(['new.xml'])
})

test('all that RFC 4287 demands is there, whatever reports hold', async () => {
  const path = join(scratchFolder(), 'new.xml')
  addToAtomFile(path, [article(1, '<script>&amp; ]]> \u0000\u0008\ud800 "quoted"')], NOW)
  const xml = readFileSync(path, 'utf8')
  const feed = strictly(xml)
  const entry = childOf(feed, 'entry') ?? feed
  for (const element of [feed, entry])
    for (const name of ['id', 'title', 'updated']) expect(textIn(childOf(element, name) ?? feed)).not.toBe('')
  expect(childOf(feed, 'author')).toBeDefined()
  expect(childOf(entry, 'link')?.attributes).toMatchObject({ href: 'https://wire.example/1?a=1&b=2' })
  expect(textIn(childOf(entry, 'content') ?? feed)).toContain('<script>&amp; ]]>')
  expect(xml).not.toContain('<script>')
  expect(await tellAll('new.xml', Buffer.from(xml))).toHaveLength(1)
})

test('what is no feed of ours is taken over as far as it goes; where it cannot be written, one sentence', () => {
  const path = join(scratchFolder(), 'new.xml')
  writeFileSync(path, 'no feed <entry><id>x')
  addToAtomFile(path, [article(1)], NOW)
  strictly(readFileSync(path, 'utf8'))
  expect(() => addToAtomFile('/nowhere/new.xml', [article(1)], NOW)).toThrow(/^\/nowhere\/new\.xml cannot be written: /)
})
