// Pages that browsers save as one binary file: the page is read, with its address; damage is one line.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openAll } from '../../testing/open-all.ts'
import { openPlist } from './binary-plist.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
const SAFARI = fixture('plistlib.webarchive')
const PACKED = fixture('single-file-packed.export')
const TEXT = /^Home\n\nFerry held at Orvik\n\nThe ferry to Halm .*\n\n“Nobody was in danger,” said Zoë Lund/

describe('a page saved by Safari', () => {
  test('is the page, with its address', async () => {
    expect(await openAll('a.webarchive', SAFARI)).toMatchObject({
      documents: [
        {
          origin: 'a.webarchive#https://ledger.example/2026/03/ferry',
          mediaType: 'text/html',
          text: expect.stringMatching(TEXT),
          metadata: { url: 'https://ledger.example/2026/03/ferry', title: 'Ferry held at Orvik' },
          warnings: [],
        },
      ],
      failures: [],
    })
  })

  test.each([
    ['cut off', SAFARI.subarray(0, 500)],
    ['with an end that leads out of it', Buffer.concat([SAFARI.subarray(0, -8), Buffer.alloc(8, 0xff)])],
    ['with no objects', Buffer.concat([SAFARI.subarray(0, -24), Buffer.alloc(24)])],
  ])('%s: refused in one line', async (_, bytes) => {
    expect(await openAll('a.webarchive', bytes)).toMatchObject({
      documents: [],
      failures: ['a.webarchive! the page saved by Safari is damaged (its text cannot be found in it)'],
    })
  })

  test('another property list is none', async () => {
    const other = Buffer.from(SAFARI.toString('latin1').replace('WebMainResource', 'WebMainRosource'), 'latin1')
    expect((await openAll('a.plist', other)).failures).toEqual([
      'a.plist! this is a binary property list (Apple), which cannot be read',
    ])
  })

  test('a list that holds itself ends', () => {
    // One dictionary whose only name is the text "a" and whose value is the dictionary.
    const objects = Buffer.from([0xd1, 1, 0, 0x51, 0x61])
    const trailer = Buffer.alloc(32)
    trailer.set([1, 1], 6)
    trailer.set([2], 15)
    trailer.set([8 + objects.length], 31)
    const list = openPlist(Buffer.concat([Buffer.from('bplist00'), objects, Buffer.from([8, 11]), trailer]))
    expect(list?.entry(0, 'a')).toBe(0)
    expect([list?.entry(0, 'b'), list?.entry(1, 'a'), list?.entry(9, 'a'), list?.text(0), list?.bytes(1)]).toEqual(
      Array(5).fill(null),
    )
  })
})

describe('a page that SingleFile packed', () => {
  test('is the page, with its address and when it was saved', async () => {
    expect(await openAll('a.html', PACKED)).toMatchObject({
      documents: [
        {
          origin: 'a.html',
          text: expect.stringMatching(TEXT),
          retrievedAt: '2026-03-10T08:15:00Z',
          metadata: { url: 'https://ledger.example/2026/03/ferry' },
        },
      ],
      failures: [],
    })
  })

  test.each([
    ['cut off', PACKED.subarray(0, 600), /^a\.html! the archive is damaged \(its end is missing/],
    [
      'without its page',
      Buffer.from(PACKED.toString('latin1').replaceAll('index.html', 'inbox.html'), 'latin1'),
      /there is no index\.html in it\)$/,
    ],
  ])('%s: refused in one line', async (_, bytes, line) => {
    expect(await openAll('a.html', bytes)).toMatchObject({ documents: [], failures: [expect.stringMatching(line)] })
  })

  test('a page that only speaks of it is a page', async () => {
    const page = '<!doctype html><html><body><p>The mayor said data-sfz &gt; all.</p></body></html>'
    expect((await openAll('a.html', page)).documents).toMatchObject([{ text: 'The mayor said data-sfz > all.' }])
  })
})
