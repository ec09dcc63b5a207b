// Plain text: the characters as they are; layout finds the rest.

import type { PromptFormat } from '../format.ts'
import { charsetOf } from './charset.ts'
import { decode } from './decode.ts'

export const plain: PromptFormat = {
  name: 'plain text',
  matches: () => true,
  parse({ bytes, mediaType }) {
    const { text, warnings } = decode(bytes, charsetOf(mediaType))
    return { mediaType: 'text/plain', text, passages: [], metadata: {}, warnings }
  },
}
