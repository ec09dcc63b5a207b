import { describe, expect, test } from 'vitest'
import type { Document } from '../../types.ts'
import { openDocument } from '../document.ts'

const open = (html: string): Promise<Document> => openDocument({ bytes: Buffer.from(html), origin: 'a' })
const postsIn = ({ text, posts }: Document) =>
  (posts ?? []).map(({ span, metadata }) => ({
    text: text.slice(...span),
    published: metadata.published?.value,
    title: metadata.title,
  }))

const UPDATES = [
  {
    time: '2021-05-04T16:40:00Z',
    title: 'Bridge at Zerin closed to all traffic',
    words: [
      'The mayor of Zerin, Tomas Hala, said that the bridge over the Orla was closed.',
      '“Nobody may cross it,” he told reporters.',
    ],
  },
  {
    time: '2021-05-04T15:10:00Z',
    title: 'Dam above the town is holding, says operator',
    words: ['The operator said that the dam held, although the water stood higher than ever.'],
  },
  {
    time: '2021-05-04T14:05:00Z',
    title: 'Hundreds leave their homes near the river',
    words: ['About 300 people had left their homes by noon, the council said in a statement.'],
  },
]
const jsonLd = (more: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'LiveBlogPosting', headline: 'Orla flood: live', datePublished: '2021-05-04T06:00:00Z', ...more })}</script>`
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>Orla flood: live | The Courier</title>${head}</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><main><h1>Orla flood: live</h1><p class="standfirst">The river Orla has burst its banks, and three towns are under water, officials said on Tuesday.</p>${body}</main><footer><p>© 2021 The Courier. All rights reserved.</p></footer></body></html>`
const share = '<ul class="share-buttons"><li><a href="#f">Facebook</a></li><li><a href="#t">Twitter</a></li></ul>'
const EXPECTED = UPDATES.map(({ time, title, words }) => ({ published: time.replace('Z', 'Z'), title, words }))

function expectPosts(document: Document): void {
  const posts = postsIn(document)
  expect(posts.map(({ published, title }) => ({ published, title }))).toEqual(
    EXPECTED.map(({ published, title }) => ({ published, title })),
  )
  for (const [index, { text }] of posts.entries()) {
    expect(text).toContain(UPDATES[index].title)
    for (const words of UPDATES[index].words) expect(text).toContain(words)
    for (const other of UPDATES.filter((_, at) => at !== index)) expect(text).not.toContain(other.title)
  }
  expect(document.warnings).toEqual([])
}

describe('each post is one, with its own time', () => {
  test('by schema.org types in the markup', async () => {
    const posts = UPDATES.map(
      ({ time, title, words }) =>
        `<article itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting"><time itemprop="datePublished" datetime="${time}">16.40</time><h2>${title}</h2>${words.map((each) => `<p>${each}</p>`).join('')}${share}</article>`,
    )
    const document = await open(
      page('', `<div itemscope itemtype="https://schema.org/LiveBlogPosting">${posts.join('')}</div>`),
    )
    expectPosts(document)
    const { text, passages, posts: found = [] } = document
    const first = passages.filter(({ span }) => span[0] >= found[0].span[0] && span[1] <= found[0].span[1])
    expect(first.map(({ kind, span }) => [kind, text.slice(...span)])).toEqual([
      ['credit', '16.40'],
      ['title', UPDATES[0].title],
      ['paragraph', UPDATES[0].words[0]],
      ['paragraph', UPDATES[0].words[1]],
      ['furniture', 'Facebook'],
      ['furniture', 'Twitter'],
    ])
  })

  test('by elements that are alike and named so, a list of key events beside them', async () => {
    const posts = UPDATES.map(
      ({ time, title, words }, index) =>
        `<div class="block live-post" id="b${index}"><p class="block-time"><a href="#b${index}"><time datetime="${time}">5h ago</time></a></p><h2>${title}</h2><div class="block-body">${words.map((each) => `<p>${each}</p>`).join('')}</div>${share}</div>`,
    )
    const events = UPDATES.map(
      ({ time, title }) => `<li class="key-event"><time datetime="${time}">5h</time> <a href="#">${title}</a></li>`,
    )
    expectPosts(
      await open(
        page(
          '',
          `<aside class="key-events"><ul>${events.join('')}</ul></aside><div id="liveblog">${posts.join('')}</div>`,
        ),
      ),
    )
  })

  test('by elements that are alike where the metadata says so, more comments below them than posts', async () => {
    const posts = UPDATES.map(
      ({ time, title, words }) =>
        `<article class="x1 y2"><time datetime="${time}">5h ago</time><h2>${title}</h2>${words.map((each) => `<p>${each}</p>`).join('')}</article>`,
    )
    const comment = `<li class="comment"><time datetime="2021-05-05T09:00:00Z">4 May</time><p>${'I remember the flood of that other year very well. '.repeat(4)}</p></li>`
    const body = `<div class="layout has-sidebar comments-open"><div>${posts.join('')}</div></div><section class="comments"><ol>${comment.repeat(4)}</ol></section>`
    expectPosts(await open(page(jsonLd({}), body)))
  })

  test('by the metadata of the page alone', async () => {
    const updates = UPDATES.map(({ time, title, words }) => ({
      '@type': 'BlogPosting',
      headline: title,
      datePublished: time,
      articleBody: words.join(' '),
    }))
    const posts = UPDATES.map(
      ({ title, words }) => `<div><h3>${title}</h3>${words.map((each) => `<p>${each}</p>`).join('')}</div>`,
    )
    expectPosts(await open(page(jsonLd({ liveBlogUpdate: updates }), posts.join(''))))
  })

  test('also those that a browser would load later', async () => {
    const updates = UPDATES.map(({ time, title, words }) => ({
      '@type': 'BlogPosting',
      headline: title,
      datePublished: time,
      articleBody: words.map((each) => `<p>${each}</p>`).join(''),
      url: `https://c.example/live#${time}`,
    }))
    const document = await open(
      page(
        jsonLd({ liveBlogUpdate: updates }),
        `<div><h3>${UPDATES[0].title}</h3>${UPDATES[0].words.map((each) => `<p>${each}</p>`).join('')}</div>`,
      ),
    )
    expectPosts(document)
    expect(document.posts?.[2].metadata.url).toBe(`https://c.example/live#${UPDATES[2].time}`)
  })
})

describe('what is no live blog', () => {
  const teasers = UPDATES.map(
    ({ time, title, words }) =>
      `<article class="teaser"><h2><a href="/x">${title}</a></h2><time datetime="${time}">4 May</time><p>${words[0]}</p></article>`,
  ).join('')
  const comments = UPDATES.map(
    ({ time, words }) => `<li class="comment"><time datetime="${time}">4 May</time><p>${words[0]}</p></li>`,
  ).join('')
  test.each([
    ['a list of articles', page('', `<div class="list">${teasers}</div>`)],
    ['comments', page('', `<ol class="comments">${comments}</ol>`)],
    [
      'a report with a player that is live',
      page('', `<div class="live-stream">Watch live</div><p>${UPDATES[0].words.join(' ')}</p>`),
    ],
    ['metadata without updates', page(jsonLd({}), `<p>${UPDATES[0].words.join(' ')}</p>`)],
    [
      'metadata that is broken',
      page(jsonLd({ liveBlogUpdate: [null, 7, 'x', { headline: 3 }, [[]]] }), `<p>${UPDATES[0].words.join(' ')}</p>`),
    ],
  ])('%s', async (_, html) => {
    expect(await open(html)).not.toHaveProperty('posts')
  })
})

test('a thousand posts take no longer than they should', async () => {
  const words =
    'The council said that more water was coming down the valley, and that nobody should go near the river. '
  const posts = Array.from(
    { length: 1000 },
    (_, index) =>
      `<div class="live-post"><time datetime="2021-05-04T10:00:00Z">10</time><h2>Post ${index} of a long day</h2><p>${words.repeat(3)}</p></div>`,
  )
  const updates = Array.from({ length: 1000 }, (_, index) => ({
    headline: `Unseen post ${index} of a very long day`,
    datePublished: '2021-05-04T10:00:00Z',
    articleBody: `${index} ${words}`,
  }))
  const document = await open(page(jsonLd({ liveBlogUpdate: updates }), posts.join('')))
  expect(document.posts).toHaveLength(2000)
})
