// Saved HTML -> the text of the whole page, the passages that are the article, and what the page says of itself.

import { decode } from './decode.ts'
import type { Format } from './format.ts'

export const html: Format = {
  name: 'HTML',
  matches: (head) => /<(?:!doctype html|html|head|body|article|div|p)\b/i.test(head),
  parse({ bytes }) {
    const { text, warnings } = decode(bytes)
    return { mediaType: 'text/html', text, passages: [], metadata: {}, warnings }
  },
}
