// The posts of a page or profile as Facebook or Instagram hands them to its owner in JSON -> each a report of its own.

import type { Container } from '../container.ts'
import { readText } from '../io/read-text.ts'
import { parseJson } from '../parse-json.ts'
import { type Fields, fieldsOf, listIn, stringIn } from './json-value.ts'
import { postPart } from './post.ts'

export const facebook: Container = {
  name: 'an export of Facebook posts',
  matches: (head) => /^\W{0,6}[[{]/.test(head) && (isOfFacebook(head) || isOfInstagram(head)),
  async *parts(source, limits) {
    const text = await readText(source, limits, 'utf-8')
    for (const [index, post] of postsIn(parseJson(text)).entries()) {
      const words = [...listIn(post, 'data').map((item) => stringIn(fieldsOf(item), 'post')), captionOf(post)]
        .filter((part) => part !== undefined)
        .map(mended)
      if (words.length === 0) continue
      const account = post.has('media') ? undefined : accountIn(mended(stringIn(post, 'title') ?? ''))
      const date =
        stringIn(post, 'timestamp', 'creation_timestamp') ?? stringIn(firstMedium(post), 'creation_timestamp')
      yield postPart(`post ${index + 1}`, { text: words.join('\n'), account, date })
    }
  },
}

const isOfFacebook = (head: string): boolean =>
  /"timestamp"\s*:\s*\d{9,13}/.test(head) &&
  /"(?:data|attachments|title)"\s*:/.test(head) &&
  /"post"\s*:|"(?:profile_|page_)?posts?(?:_v\d)?"\s*:|"external_context"\s*:/.test(head)

const isOfInstagram = (head: string): boolean =>
  /"media"\s*:\s*\[\s*\{/.test(head) && /"creation_timestamp"\s*:\s*\d{9,13}/.test(head) && /"uri"\s*:/.test(head)

const firstMedium = (post: Fields): Fields => fieldsOf(listIn(post, 'media')[0])

/** Of Instagram, the title of the only picture, or of the whole where there are several. */
const captionOf = (post: Fields): string | undefined =>
  post.has('media') ? (stringIn(post, 'title') ?? stringIn(firstMedium(post), 'title')) : undefined

/** A list, or an object with the list under one of many names ("profile_posts_v2"). */
function postsIn(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.map(fieldsOf)
  const fields = fieldsOf(value)
  const lists = [...fields.values()].filter((each): each is unknown[] => Array.isArray(each))
  return lists.length > 0 && !fields.has('timestamp') ? lists.flat().map(fieldsOf) : [fields]
}

/** "Dorava Ledger shared a link.", "Dorava Ledger updated their status." */
const accountIn = (title: string): string | undefined =>
  /^(.{1,100}?) (?:shared|updated|posted|added|wrote|published|was|is|changed|created|went|tagged)\b/.exec(title)?.[1]

/** Its exports write each byte of UTF-8 as a character: "Ã©" for "é". */
function mended(words: string): string {
  if (!/[\u0080-\u00ff]/.test(words) || /[^\0-\u00ff]/.test(words)) return words
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(words, 'latin1'))
  } catch {
    return words
  }
}
