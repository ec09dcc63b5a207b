// The bytes of a letter -> its parts, with what of them is worth reading by itself.

import type { Attachment } from 'postal-mime'
import { UserError } from '../../user-error.ts'
import { type Letter, readLetter } from './letter.ts'

/** Throws UserError where the letter is built to exhaust a reader. */
export async function parseMessage(bytes: Uint8Array): Promise<Letter> {
  try {
    return await readLetter(bytes)
  } catch (error) {
    throw new UserError(`the message cannot be parsed (${error instanceof Error ? error.message : error})`)
  }
}

/** Pictures in a signature, calls to a meeting, seals: they have no text of their own. */
export const isRead = ({ mimeType, content }: Attachment): boolean =>
  bytesOf(content).length > 0 &&
  !/^(?:image|audio|video|font)\/|^text\/(?:calendar|css|javascript|(?:x-)?vcard)$|signature$|pkcs7|pgp-|ms-tnef$/.test(
    mimeType,
  )

/** Without the folders that a sender may have put before it, and what would break a line. */
export const nameOf = ({ filename, mimeType }: Attachment): string =>
  (filename ?? '')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim() || mimeType.replace('/', '.')

export const bytesOf = (content: Attachment['content']): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
