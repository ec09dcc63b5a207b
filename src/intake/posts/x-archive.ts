// The tweets of an account as X hands them to its owner (data/tweets.js) -> each a report of its own.

import { UserError } from '../../user-error.ts'
import type { Container } from '../container.ts'
import { readText } from '../io/read-text.ts'
import { parseJson } from '../parse-json.ts'
import { type Fields, fieldsOf, listIn, stringIn } from './json-value.ts'
import { postPart } from './post.ts'

const BEGINNING = /^\W{0,6}window\.YTD\.(?:tweets?|community_tweet|note_tweet)\.part\d+\s*=\s*/

export const xArchive: Container = {
  name: 'an archive of X',
  matches: (head) => BEGINNING.test(head),
  async *parts(source, limits) {
    const text = await readText(source, limits, 'utf-8')
    const tweets = parseJson(text.replace(BEGINNING, ''))
    if (!Array.isArray(tweets)) throw new UserError('this archive of X holds no list of tweets')
    for (const item of tweets) {
      const outer = fieldsOf(item)
      const tweet = fieldsOf(outer.get('tweet') ?? outer.get('noteTweet') ?? item)
      const words = stringIn(tweet, 'full_text', 'text') ?? stringIn(fieldsOf(tweet.get('core')), 'text')
      if (words === undefined) continue
      const id = stringIn(tweet, 'id_str', 'id', 'noteTweetId') ?? '?'
      yield postPart(`tweet ${id}`, toPost(tweet, words, id))
    }
  },
}

function toPost(tweet: Fields, words: string, id: string) {
  // The owner's name stands in another file of the archive.
  const repost = /^RT @(\w{1,30}):\s+/.exec(words)
  const user = fieldsOf(tweet.get('user'))
  return {
    text: withLinks(repost ? words.slice(repost[0].length) : words, tweet),
    account: stringIn(user, 'screen_name', 'name') ?? 'the owner of the archive',
    date: stringIn(tweet, 'created_at', 'createdAt'),
    language: stringIn(tweet, 'lang'),
    url: /^\d+$/.test(id) ? `https://x.com/i/status/${id}` : undefined,
    forwardedFrom: repost ? `@${repost[1]}` : undefined,
  }
}

const CHARACTERS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** "&amp;" is "&", and "https://t.co/x" the address that it leads to. */
function withLinks(words: string, tweet: Fields): string {
  const links = new Map(
    listIn(fieldsOf(tweet.get('entities')), 'urls').flatMap((item) => {
      const [short, full] = [stringIn(fieldsOf(item), 'url'), stringIn(fieldsOf(item), 'expanded_url')]
      return short === undefined || full === undefined ? [] : [[short, full] as const]
    }),
  )
  return words
    .replace(/https:\/\/t\.co\/\w+/g, (short) => links.get(short) ?? short)
    .replace(/&(?:amp|lt|gt);/g, (character) => CHARACTERS[character] ?? character)
}
