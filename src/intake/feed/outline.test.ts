import { expect, test } from 'vitest'
import { feedsIn, isOutline } from './outline.ts'

const LIST = `<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body>
<outline text="News"><outline text="Wire" type="rss" xmlUrl="https://wire.example/feed" htmlUrl="https://wire.example/"/>
<outline text="Deep"><outline xmlUrl=" https://radio.example/a?b=1&amp;c=2 "/></outline></outline>
<outline text="Wire again" xmlUrl="https://wire.example/feed"/><outline text="no feed"/></body></opml>`

test('feeds in folders, each once', () => {
  expect(isOutline(LIST)).toBe(true)
  expect(isOutline('<rss><channel/></rss>')).toBe(false)
  expect(feedsIn(Buffer.from(LIST))).toEqual(['https://wire.example/feed', 'https://radio.example/a?b=1&c=2'])
  expect(feedsIn(Buffer.from('<opml/>'))).toEqual([])
  expect(() => feedsIn(Buffer.from('nothing'))).toThrow('the list of feeds is no XML')
})
