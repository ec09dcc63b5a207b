// Plain text: the characters as they are; layout finds the rest.

import { decode } from './decode.ts'
import type { Format } from './format.ts'

export const plain: Format = {
  name: 'plain text',
  matches: () => true,
  parse({ bytes }) {
    const { text, warnings } = decode(bytes)
    return { mediaType: 'text/plain', text, passages: [], metadata: {}, warnings }
  },
}
