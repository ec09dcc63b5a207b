import { describe, expect, test } from 'vitest'
import { openAll } from '../../testing/open-all.ts'

const TELEGRAM_HTML = (messages: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">Zerin Today</div></div></div><div class="page_body chat_page"><div class="history">${messages}</div></div></div></body></html>`
const MESSAGE = (id: number, more: string, inner: string) =>
  `<div class="message default clearfix${more}" id="message${id}"><div class="body"><div class="pull_right date details" title="04.05.2021 18:0${id}:00 UTC+02:00">18:0${id}</div>${inner}</div></div>`

const CHANNEL = {
  name: 'Zerin Today',
  type: 'public_channel',
  id: 1,
  messages: [
    { id: 1, type: 'service', date: '2021-05-04T18:00:00', action: 'create_channel', text: '' },
    {
      id: 2,
      type: 'message',
      date: '2021-05-04T18:05:00',
      date_unixtime: '1620144300',
      from: 'Zerin Today',
      text: 'The bridge is closed.\nNobody was hurt.',
    },
    {
      id: 3,
      type: 'message',
      date: '2021-05-04T18:06:00',
      from: 'Zerin Today',
      forwarded_from: 'Column Press',
      text: ['Our men were ', { type: 'bold', text: 'not' }, ' there.'],
    },
    { id: 4, type: 'message', date: '2021-05-04T18:07:00', from: 'Zerin Today', photo: 'x.jpg', text: '' },
    {
      id: 5,
      type: 'message',
      date: '2021-05-04T18:08:00',
      from: 'Zerin Today',
      author: 'Jana Kolar',
      text: 'I saw it fall.',
    },
  ],
}

/** What each document says, whose it is, and when it was said. */
const tell = async (name: string, content: string) =>
  (await openAll(name, content)).documents.map(({ text, origin, metadata }) =>
    [
      origin.replace(/^.*#/, ''),
      metadata.outlet ?? '-',
      ...(metadata.relayedBy ? [`by way of ${metadata.relayedBy.join()}`] : []),
      ...(metadata.bylines ? [`signed ${metadata.bylines.join()}`] : []),
      metadata.published?.value ?? '-',
      text.replaceAll('\n\n', ' / '),
    ].join(' | '),
  )

describe('each post is a document, with who says it, when, and who passed it on', () => {
  test.each<[why: string, name: string, content: string, told: string[]]>([
    [
      'Telegram, JSON',
      'result.json',
      JSON.stringify(CHANNEL, null, 1),
      [
        'message 2 | Zerin Today | 2021-05-04T16:05:00Z | The bridge is closed. / Nobody was hurt.',
        'message 3 | Column Press | by way of Zerin Today | 2021-05-04 | Our men were not there.',
        'message 5 | Zerin Today | signed Jana Kolar | 2021-05-04 | I saw it fall.',
      ],
    ],
    [
      'Telegram, JSON of a whole account',
      'result.json',
      JSON.stringify({
        personal_information: { user_id: 1 },
        chats: {
          about: 'x',
          list: [
            {
              name: 'Ivo',
              type: 'personal_chat',
              messages: [{ id: 1, type: 'message', date: '2021-05-04T18:00:00', from: 'Ivo', text: 'It fell.' }],
            },
            CHANNEL,
          ],
        },
      }),
      [
        'chat 1, message 1 | Ivo | signed Ivo | 2021-05-04 | It fell.',
        'chat 2, message 2 | Zerin Today | 2021-05-04T16:05:00Z | The bridge is closed. / Nobody was hurt.',
        'chat 2, message 3 | Column Press | by way of Zerin Today | 2021-05-04 | Our men were not there.',
        'chat 2, message 5 | Zerin Today | signed Jana Kolar | 2021-05-04 | I saw it fall.',
      ],
    ],
    [
      'Telegram, HTML',
      'messages.html',
      TELEGRAM_HTML(
        `<div class="message service" id="message-1"><div class="body details">4 May 2021</div></div>${MESSAGE(1, '', '<div class="from_name">Zerin Today</div><div class="text">The bridge is closed.<br>It &amp; the road.</div>')}${MESSAGE(2, ' joined', '<div class="forwarded body"><div class="from_name">Column Press <span class="date details" title="04.05.2021 17:00:00">04.05.2021 17:00:00</span></div><div class="text">We were <strong>not</strong> there.</div></div>')}${MESSAGE(3, ' joined', '<div class="media_wrap clearfix"></div>')}`,
      ),
      [
        'message 1 | Zerin Today | 2021-05-04T18:01:00+02:00 | The bridge is closed. / It & the road.',
        'message 2 | Column Press | by way of Zerin Today | 2021-05-04T18:02:00+02:00 | We were not there.',
      ],
    ],
    [
      'WhatsApp on an iPhone',
      '_chat.txt',
      '[13/05/2021, 18:05:02] Zerin group: \u200eMessages and calls are end-to-end encrypted.\n[13/05/2021, 18:05:31] Ivo Lang: The police said that it fell\nand nobody was hurt\n[13/05/2021, 18:07:00] Rosa: \u200e<attached: 0012-PHOTO.jpg>\n[13/05/2021, 18:08:00] Rosa: Who says so?',
      [
        'message 2 | Ivo Lang | signed Ivo Lang | 2021-05-13 | The police said that it fell / and nobody was hurt',
        'message 4 | Rosa | signed Rosa | 2021-05-13 | Who says so?',
      ],
    ],
    [
      'WhatsApp on Android, in America',
      'chat.txt',
      '5/13/21, 6:05\u202fPM - You created group "Zerin"\n5/13/21, 6:06\u202fPM - Ivo Lang: It fell\n5/14/21, 6:06\u202fPM - Ivo Lang: <Media omitted>',
      ['message 2 | Ivo Lang | signed Ivo Lang | 2021-05-13 | It fell'],
    ],
    [
      'WhatsApp on an iPhone that writes the year first, with marks before its own words in any language',
      'chat.txt',
      '[2021-05-04, 18:05:02] Ivo: \u200eBild weggelassen\n[2021-05-04, 18:05:31] ~ Rosa: It fell, the mayor said \u200e<Diese Nachricht wurde bearbeitet>\n[2021-05-05, 18:06:00] Ivo: The quay \u200e<attached: 0012-PHOTO.jpg>',
      [
        'message 2 | Rosa | signed Rosa | 2021-05-04 | It fell, the mayor said',
        'message 3 | Ivo | signed Ivo | 2021-05-05 | The quay',
      ],
    ],
    [
      'WhatsApp on Android, in other languages',
      'chat.txt',
      '14/05/2021 18:05 - Ivo: <Mídia oculta>\n14/05/2021 18:06 - Ivo: IMG-20210514-WA0001.jpg (arquivo anexado)\nThe pier, said the clerk\n14/05/2021 18:07 - Rosa: VID-20210514-WA0002.mp4 (archivo adjunto)\n14/05/2021 18:08 - Rosa: It fell <and> sank',
      [
        'message 2 | Ivo | signed Ivo | 2021-05-14 | The pier, said the clerk',
        'message 4 | Rosa | signed Rosa | 2021-05-14 | It fell <and> sank',
      ],
    ],
    [
      'X',
      'tweets.js',
      `window.YTD.tweets.part0 = ${JSON.stringify([
        {
          tweet: {
            id_str: '17',
            created_at: 'Tue May 04 18:05:00 +0000 2021',
            full_text: 'RT @column: We &amp; others were not there https://t.co/a',
            entities: { urls: [{ url: 'https://t.co/a', expanded_url: 'https://column.example/1' }] },
            lang: 'en',
          },
        },
        { tweet: { id_str: '18', created_at: 'Tue May 04 18:06:00 +0000 2021', full_text: 'It fell.' } },
      ])}`,
      [
        'tweet 17 | @column | by way of the owner of the archive | 2021-05-04T18:05:00Z | We & others were not there https://column.example/1',
        'tweet 18 | the owner of the archive | 2021-05-04T18:06:00Z | It fell.',
      ],
    ],
    [
      'Facebook, whose bytes are letters',
      'profile_posts_1.json',
      JSON.stringify([
        {
          timestamp: 1620151500,
          data: [{ post: 'The mayor of Z\u00c3\u00a9rin said so.' }],
          title: 'Zerin Post updated their status.',
        },
        { timestamp: 1620151501, attachments: [], title: 'Zerin Post added a new photo.' },
      ]),
      ['post 1 | Zerin Post | 2021-05-04T18:05:00Z | The mayor of Zérin said so.'],
    ],
    [
      'Instagram, of one picture and of several',
      'posts_1.json',
      JSON.stringify([
        { media: [{ uri: 'a.jpg', creation_timestamp: 1620151500, title: 'The quay of Z\u00c3\u00a9rin is shut.' }] },
        { media: [{ uri: 'b.jpg', title: '' }, { uri: 'c.jpg' }], title: 'It fell.', creation_timestamp: 1620151500 },
        { media: [{ uri: 'd.jpg', creation_timestamp: 1620151500, title: '' }] },
      ]),
      [
        'post 1 | - | 2021-05-04T18:05:00Z | The quay of Zérin is shut.',
        'post 2 | - | 2021-05-04T18:05:00Z | It fell.',
      ],
    ],
  ])('%s', async (_, name, content, told) => {
    expect(await tell(name, content)).toEqual(told)
  })

  test('which number is the day, where a chat does not show it, is asked and not guessed', async () => {
    const chat = '[04/05/2021, 18:05:31] Ivo Lang: It fell\n[06/05/2021, 18:05:31] Ivo Lang: It stands'
    const { documents, notes } = await openAll('_chat.txt', chat)
    expect(documents.map(({ metadata, warnings }) => [metadata.published, warnings[0].code])).toEqual([
      [undefined, 'unreadable-date'],
      [undefined, 'unreadable-date'],
    ])
    expect(notes).toEqual([
      'its dates do not show whether the day or the month comes first; set it with --columns dates=dmy or dates=mdy',
    ])
    const said = await openAll('_chat.txt', chat, { columns: { dates: 'mdy' } })
    expect(said.documents.map(({ metadata }) => metadata.published?.value)).toEqual(['2021-04-05', '2021-06-05'])
  })
})

describe('look-alikes', () => {
  test.each<[why: string, name: string, content: string]>([
    ['a report that quotes a chat', 'a.txt', 'The chat reads:\n[04/05/2021, 18:05:31] Ivo Lang: It fell\n'],
    [
      'a page about an export',
      'a.html',
      '<!doctype html><title>Exported Data and what it tells</title><p>The mayor said so.</p>',
    ],
    ['a list of dates', 'a.txt', '04/05/2021 - The bridge fell\n05/05/2021 - It stands\n'],
  ])('%s', async (_, name, content) => {
    const { documents } = await openAll(name, content)
    expect(documents.map(({ origin }) => origin)).toEqual([name])
  })
})

describe('exports made to do harm', () => {
  test.each<[why: string, content: string]>([
    [
      'nothing where a list should be',
      '{"type":"public_channel","messages":[null,7,{"type":"message","text":[null,{"text":{}}]},{"type":"message","id":{},"text":"x"}]}',
    ],
    ['cut off', '{"type":"public_channel","messages":[{"id":1'],
    ['no list', 'window.YTD.tweets.part0 = {"tweet": 7}'],
    [
      'tweets of other kinds',
      'window.YTD.tweets.part0 = [null, {"tweet": []}, {"tweet": {"full_text": "x", "entities": {"urls": [null]}}}]',
    ],
    ['a line without an end', `[04/05/2021, 18:05:31] Ivo: ${'x: '.repeat(200_000)}`],
    [
      'names without an end',
      `[04/05/2021, 18:05:31] ${'a'.repeat(200_000)}\n[04/05/2021, 18:05:31] ${'<'.repeat(50_000)}`,
    ],
    ['deep', TELEGRAM_HTML('<div class="message default">'.repeat(900))],
  ])('%s', async (_, content) => {
    const started = performance.now()
    await expect(openAll('a', content)).resolves.toBeDefined()
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
