// Plain text: the characters as they are; layout finds the rest.

import { charsetOf } from './charset.ts'
import { decode } from './decode.ts'
import type { PromptFormat } from './format.ts'

export const plain: PromptFormat = {
  name: 'plain text',
  matches: () => true,
  parse({ bytes, mediaType }) {
    const { text, warnings } = decode(bytes, charsetOf(mediaType))
    return { mediaType: 'text/plain', text, passages: [], metadata: {}, warnings }
  },
}
