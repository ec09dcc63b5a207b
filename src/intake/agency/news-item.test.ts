import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tellAll, unpackAll } from '../../testing/unpack-all.ts'
import { openDocument } from '../document.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
const open = (text: string | Uint8Array, mediaType?: string) =>
  openDocument({ bytes: Buffer.from(text), origin: 'a', ...(mediaType ? { mediaType } : {}) })

describe('a NewsML-G2 message', () => {
  const all = unpackAll('m', fixture('newsml-g2.xml'))
  const documents = all.then((items) =>
    Promise.all(items.flatMap((item) => ('received' in item ? [openDocument(item.received)] : []))),
  )

  test('gives its items, whatever their content is written in', async () => {
    expect(await tellAll('m', fixture('newsml-g2.xml'))).toEqual([
      'm#urn:newsml:lanta.example:20210504:bridge: Bridge at Zerin closed ZERIN (Lanta Wire) – The mayor of Zerin, Tomas Hala, said on Tuesday that the bridge was closed & guarded. What is known Two piers cracked, the council said. “Nobody may cross it.”',
      'm#urn:newsml:lanta.example:20210504:dam: Dam held By Ben Orlic DOLNO The operator, Orla Power, said that the dam held through the night, with 40 people on watch. The water It stood higher than ever before, Ana Lis of the council said. The dam above Zerin.',
      'm#urn:newsml:lanta.example:20210504:photo: Bridge A guard stands at the bridge.',
    ])
  })

  test('with what they state of themselves', async () => {
    const [bridge, dam, photo] = await documents
    expect(bridge.metadata).toEqual({
      title: 'Bridge at Zerin closed',
      outlet: 'Lanta Wire',
      bylines: ['Jana Kolář'],
      published: { value: '2021-05-04T18:05:00+02:00', basis: 'metadata' },
      language: 'en-GB',
    })
    expect(dam.metadata).toMatchObject({ outlet: 'LW', bylines: ['Ben Orlic'], language: 'en' })
    expect(photo.metadata).toMatchObject({ outlet: 'Lanta Photo' })
  })

  test('the kinds of their passages, and a word on what was taken back', async () => {
    const [bridge, dam] = await documents
    expect(bridge.passages.map(({ kind }) => kind)).toEqual(['title', 'paragraph', 'heading', 'list', 'quote'])
    expect(dam.passages.map(({ kind }) => kind)).toEqual([
      'title',
      'credit',
      'credit',
      'paragraph',
      'heading',
      'paragraph',
      'caption',
    ])
    expect(bridge.warnings).toEqual([])
    expect(dam.warnings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'not-usable: its provider marks the item as "canceled": it was withdrawn or is on hold',
    ])
  })
})

test('NITF by itself', async () => {
  const { text, metadata, mediaType } = await open(
    '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><head><docdata><date.issue norm="20210504T180500Z"/></docdata></head><body><body.head><hedline><hl1>Dam held</hl1></hedline><byline>By Ben Orlic</byline></body.head><body.content><p>One &amp; <em>two</em>.</p></body.content></body></nitf>',
  )
  expect(mediaType).toBe('application/nitf+xml')
  expect(text).toBe('Dam held\n\nBy Ben Orlic\n\nOne & two.')
  expect(metadata).toMatchObject({
    title: 'Dam held',
    bylines: ['Ben Orlic'],
    published: { value: '2021-05-04T18:05:00Z' },
  })
})

const WORDS = '<p>The mayor said that it was closed.</p><p>Nobody was hurt.</p>'
const READ = 'Bridge closed\n\nThe mayor said that it was closed.\n\nNobody was hurt.'

describe('ninjs', () => {
  test.each<[string, object]>([
    [
      '1.x',
      {
        uri: 'https://n.example/1',
        type: 'text',
        versioncreated: '2021-05-04T18:05:00Z',
        byline: 'Jana Kolar',
        headline: 'Bridge closed',
        body_text: 'x',
        body_xhtml: WORDS,
        language: 'en',
        infosource: [{ name: 'Lanta Wire' }],
        pubstatus: 'usable',
      },
    ],
    [
      '2.x',
      {
        uri: 'https://n.example/1',
        type: 'text',
        versioncreated: '2021-05-04T18:05:00Z',
        by: 'Jana Kolar',
        headlines: [
          { role: 'short', value: 'x' },
          { role: 'main', value: 'Bridge closed' },
        ],
        bodies: [{ role: 'main', contenttype: 'text/html', value: WORDS }],
        language: 'en',
        copyrightholder: 'Lanta Wire',
      },
    ],
    [
      '3.x',
      {
        uri: 'https://n.example/1',
        type: 'text',
        versionCreated: '2021-05-04T18:05:00Z',
        by: 'By Jana Kolar',
        headlines: [{ value: 'Bridge closed' }],
        bodies: [
          { contentType: 'text/plain', value: 'x' },
          { contentType: 'text/html', value: `<body>${WORDS}</body>` },
        ],
        language: 'en',
        infoSources: [{ name: 'Lanta Wire' }],
      },
    ],
  ])('%s', async (_, item) => {
    for (const text of [JSON.stringify(item), JSON.stringify(item, null, 2)]) {
      const document = await open(text)
      expect(document.text).toBe(READ)
      expect(document.mediaType).toBe('application/ninjs+json')
      expect(document.metadata).toEqual({
        title: 'Bridge closed',
        outlet: 'Lanta Wire',
        bylines: ['Jana Kolar'],
        url: 'https://n.example/1',
        published: { value: '2021-05-04T18:05:00Z', basis: 'metadata' },
        language: 'en',
      })
      expect(document.warnings).toEqual([])
    }
  })

  test('plain words keep their paragraphs; a picture has its description', async () => {
    const plain = { uri: 'urn:1', versioncreated: 'x', headline: 'T', body_text: 'One < two.\n\nThree.' }
    const picture = {
      uri: 'urn:2',
      type: 'picture',
      pubstatus: 'withheld',
      headline: 'T',
      description_text: 'A guard.',
    }
    expect((await open(JSON.stringify(plain))).text).toBe('T\n\nOne < two.\n\nThree.')
    expect((await open(JSON.stringify(picture))).text).toBe('T\n\nA guard.')
    expect((await open(JSON.stringify(picture))).warnings.map(({ code }) => code)).toEqual(['not-usable'])
  })

  test('a line of our own that carries such fields stays one', async () => {
    const line = JSON.stringify({ id: '7', text: 'Ours.', uri: 'x', headline: 'y', versioncreated: 'z' })
    expect(await open(line, 'application/x-ndjson')).toMatchObject({ id: '7', text: 'Ours.' })
  })

  test.each([
    ['{"uri": "x", "headline": "y", "versioncreated"', /^malformed JSON/],
    [
      '{"uri": "x", "headline": [[[[]]]], "bodies": [null, 7, {"value": 8}], "versioncreated": {}}',
      /^there is no text in it/,
    ],
  ])('%s', async (text, message) => {
    await expect(open(text)).rejects.toThrow(message)
  })
})

test('news messages made to do harm', async () => {
  const item = (more: string) =>
    `<newsItem guid="g"><contentMeta><headline>Good</headline></contentMeta>${more}</newsItem>`
  const lines = await tellAll(
    'm',
    Buffer.from(
      `<!DOCTYPE newsMessage [<!ENTITY x SYSTEM "file:///etc/passwd">]><newsMessage><itemSet>${item('<contentSet><inlineData>&x;</inlineData></contentSet>')}${item('<b>'.repeat(1000))}${item('')}`,
    ),
  )
  expect(lines).toEqual(['m#g: Good &x;', 'm#g! the news item is nested more than 300 elements deep', 'm#g: Good'])
})
