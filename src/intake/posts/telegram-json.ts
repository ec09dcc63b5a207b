// A chat or channel as Telegram exports it in JSON (result.json) -> each message a report of its own.

import type { Container } from '../container.ts'
import { readText } from '../io/read-text.ts'
import { parseJson } from '../parse-json.ts'
import { type Fields, fieldsOf, listIn, stringIn } from './json-value.ts'
import { postPart } from './post.ts'

/** One chat; or everything that an account has, with its chats in a list. */
const ONE_CHAT = /"type"\s*:\s*"(?:\w+_(?:channel|group|supergroup|chat)|saved_messages)"/
const MESSAGES = /"messages"\s*:\s*\[/
const ALL_CHATS = /"(?:personal_information|about)"\s*:[\s\S]*"chats"\s*:\s*\{/

export const telegramJson: Container = {
  name: 'a Telegram export',
  matches: (head) => /^\W{0,6}\{/.test(head) && ((ONE_CHAT.test(head) && MESSAGES.test(head)) || ALL_CHATS.test(head)),
  async *parts(source, limits) {
    const text = await readText(source, limits, 'utf-8')
    const all = fieldsOf(parseJson(text))
    const chats = all.has('messages')
      ? [all]
      : ['chats', 'left_chats'].flatMap((name) => listIn(fieldsOf(all.get(name)), 'list').map(fieldsOf))
    for (const [index, chat] of chats.entries())
      for (const message of listIn(chat, 'messages').map(fieldsOf)) {
        const words = wordsOf(message.get('text'))
        if (stringIn(message, 'type') !== 'message' || words.trim() === '') continue
        const id = stringIn(message, 'id') ?? '?'
        yield postPart(
          chats.length > 1 ? `chat ${index + 1}, message ${id}` : `message ${id}`,
          toPost(chat, message, words),
        )
      }
  },
}

function toPost(chat: Fields, message: Fields, text: string) {
  const from = stringIn(message, 'from')
  return {
    text,
    account: from ?? stringIn(chat, 'name'),
    // Channels say it in their own name; some let who wrote it sign.
    author: stringIn(message, 'author') ?? (/channel/.test(stringIn(chat, 'type') ?? '') ? undefined : from),
    date: instantOf(message),
    forwardedFrom: stringIn(message, 'forwarded_from'),
  }
}

/** The clock of "date" is that of whoever made the export; "date_unixtime" is everybody's. */
const instantOf = (message: Fields): string | undefined =>
  stringIn(message, 'date_unixtime') ?? stringIn(message, 'date')

/** Words, or a list of words and of words with a style. */
const wordsOf = (text: unknown): string =>
  typeof text === 'string'
    ? text
    : Array.isArray(text)
      ? text.map((part) => (typeof part === 'string' ? part : (stringIn(fieldsOf(part), 'text') ?? ''))).join('')
      : ''
