// Plain text: the characters as they are; layout finds the rest. Data, markup and code are refused unless somebody insists.

import { UserError } from '../../user-error.ts'
import type { PromptFormat } from '../format.ts'
import { charsetOf } from './charset.ts'
import { decode } from './decode.ts'
import { nameNotProse } from './not-prose.ts'

export const plain: PromptFormat = {
  name: 'plain text',
  matches: () => true,
  parse({ bytes, mediaType, as }) {
    const { text, warnings } = decode(bytes, charsetOf(mediaType))
    const found = as === 'text' ? null : nameNotProse(text)
    if (found) throw new UserError(`this is ${found.name}, not prose; ${found.advice}`)
    return { mediaType: 'text/plain', text, passages: [], metadata: {}, warnings }
  },
}
