// The bytes of a letter -> its parts, by postal-mime; its words by our own decoder, which is the same at every door.

import PostalMime, { type Email, type Header } from 'postal-mime'
import type { Warning } from '../../types.ts'
import { charsetOfPage } from '../text/charset.ts'
import { decode } from '../text/decode.ts'
import { withHeadersInUtf8 } from './headers-in-utf8.ts'
import { joinQuoted } from './quoted-lines.ts'

export interface Letter extends Email {
  /** The address of the first page in it, as its part has it. */
  pageLocation: string | undefined
  /** What the encodings of its words left in doubt. */
  warnings: Warning[]
}

/** As much of the library's node for a part as is used here; its version is pinned, and tests would notice another shape. */
interface TextNode {
  content: ArrayBuffer | null
  headers: readonly Header[]
  contentType: { parsed: { value: string; params: Readonly<Record<string, string>> } }
  contentDisposition: { parsed: { value: string } }
  getTextContent(): string
}

/** It decodes with the platform's decoder and has no setting for another; what Node 20 makes of windows-1252 loses quotation marks. */
class LetterReader extends PostalMime {
  warnings: Warning[] = []
  pageLocation: string | undefined

  /** Asked of every part before its text is taken. */
  isInlineTextNode(node: TextNode): boolean {
    const { value } = node.contentType.parsed
    if (node.contentDisposition.parsed.value === 'attachment' || !/^text\/(?:plain|html)$/.test(value)) return false
    if (value === 'text/html')
      this.pageLocation ??= node.headers.find(({ key }) => key === 'content-location')?.value.trim()
    node.getTextContent = () => this.#textOf(node)
    return true
  }

  #textOf({ content, contentType }: TextNode): string {
    const { value, params } = contentType.parsed
    const { charset, format, delsp } = params
    const bytes = new Uint8Array(content ?? new ArrayBuffer(0))
    const own = value === 'text/html' ? charsetOfPage(bytes) : undefined
    const { text, warnings } = decode(bytes, charset?.trim().toLowerCase() || own)
    this.warnings.push(...warnings)
    if (value !== 'text/plain') return text
    return joinQuoted(text, /^flowed$/i.test(format ?? '') ? { dropsSpace: /^yes$/i.test(delsp ?? '') } : null)
  }
}

const OPTIONS = { forceRfc822Attachments: true, maxNestingDepth: 100 }

/** Throws what the library throws where the letter is built to exhaust a reader. */
export async function readLetter(bytes: Uint8Array): Promise<Letter> {
  const reader = new LetterReader(OPTIONS)
  const email = await reader.parse(withHeadersInUtf8(bytes))
  return { ...email, pageLocation: reader.pageLocation, warnings: reader.warnings }
}
