// What is repeated without end, in files of every kind -> intake takes a time that grows with the length, not with its square.

import { expect, test } from 'vitest'
import { growthOf, isLinear, REPEATED, repeat } from '../testing/growth.ts'
import { openAll } from '../testing/open-all.ts'

const LENGTH = 4000

/** Around what is repeated: the file by name, and what stands before and behind. */
const FILES: readonly [name: string, before: string, behind: string][] = [
  ['a.txt', 'Ada said the bridge was closed. ', ' It was not.'],
  ['a.md', '# Bridge\n\nAda said the **bridge** was [closed][1]. ', ' It was not.\n\n[1]: https://a.example\n'],
  ['head.md', '---\ntitle: ', '\n---\n\n# Bridge\n\nAda said the bridge was closed.\n'],
  ['title.md', '# ', '\n\nAda said the bridge was **closed**.\n\n## More\n\n- one\n- two\n'],
  ['a.html', '<html><body><article><h1>Bridge</h1><p>Ada said it was closed. ', '</p></article></body></html>'],
  [
    'heads.html',
    '<html><head><title>',
    '</title></head><body><article><h1>Bridge</h1><p>Ada said the bridge was closed.</p></article></body></html>',
  ],
  [
    'attributes.html',
    '<html><body><article style="clip:rect(0',
    '"><h1>Bridge</h1><p>Ada said the bridge was closed.</p></article></body></html>',
  ],
  [
    'script.html',
    '<html><head><script type="application/ld+json">{"@type":"NewsArticle"}-->',
    ' x</script></head><body><article><h1>Bridge</h1><p>Ada said the bridge was closed.</p></article></body></html>',
  ],
  ['a.eml', 'From: Ada <ada@a.example>\nSubject: Bridge\nDate: Thu, 12 Mar 2026 10:00:00 GMT\n\nIt was closed. ', '\n'],
  ['head.eml', 'From: Ada <ada@a.example>\nSubject: ', '\nDate: Thu, 12 Mar 2026 10:00:00 GMT\n\nIt was closed.\n'],
  [
    'a.xml',
    '<rss version="2.0"><channel><title>Wire</title><item><title>Bridge</title><description>',
    '</description></item></channel></rss>',
  ],
  ['a.csv', 'date,text\n2026-03-12,"Ada said the bridge was closed. ', '"\n'],
  [
    'date.csv',
    'date,text\n12 March 2026',
    ',"Ada said the bridge was closed."\n13 March 2026,"It was not, Eve said."\n',
  ],
  ['chat.txt', '12/03/2026, 10:00 - Ada: ', '\n12/03/2026, 10:01 - Eve: it was not\n'],
  ['a.srt', '1\n00:00:01,000 --> 00:00:02,000\n', '\n\n2\n00:00:03,000 --> 00:00:04,000\nIt was not.\n'],
  ['a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v ', '>It was closed.\n'],
  ['a.rtf', '{\\rtf1 Ada said the bridge was closed. ', '}'],
  ['a.ndjson', '{"id":"1","text":"Ada said the bridge was closed. ', '"}\n'],
  ['a.json', '[{"date":"2026-03-12","text":"Ada said the bridge was closed. ', '"}]'],
]

test.each(FILES)('%s', { timeout: 120_000 }, async (name, before, behind) => {
  const slow: string[] = []
  for (const [what, piece] of REPEATED) {
    const growth = await growthOf(
      LENGTH,
      (length) => `${before}${repeat(piece, length)}${behind}`,
      (text) => openAll(name, text),
    )
    if (!isLinear(growth)) slow.push(`${what}: ${growth.toFixed(1)} times for 4 times the length`)
  }
  expect(slow).toEqual([])
})
