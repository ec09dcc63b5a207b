// The bytes of an office document (a ZIP archive of XML files) -> the trees of those files that are asked for.

import { UserError } from '../../user-error.ts'
import { entriesOf, openZip } from '../archive/zip-entries.ts'
import { startAllowance } from '../io/allowance.ts'
import { parseXml, type XmlElement } from '../xml/xml.ts'

/** Of one XML file: the text of a book, with all its marks, is half of it. */
const MAX_SIZE = 100_000_000

/** Throws UserError where the archive is damaged, or a bomb. */
export async function readOffice(bytes: Uint8Array, wanted: RegExp): Promise<Map<string, XmlElement>> {
  const allowance = startAllowance()
  allowance.took(bytes.length)
  const files = new Map<string, XmlElement>()
  for await (const { name, read } of entriesOf(await openZip(bytes))) {
    if (!wanted.test(name)) continue
    if (files.size === MAX_FILES) break
    const text = new TextDecoder().decode(await read({ maxSize: MAX_SIZE, allowance }))
    files.set(name, parseXml(text, name))
  }
  return files
}

/** Sections have heads and feet of their own, three each. */
const MAX_FILES = 200

/** By the name of the first entry, which stands thirty bytes in. */
export const isDocx = (head: string): boolean =>
  /^PK\x03\x04.{26}(?:\[Content_Types\]|_rels\/|word\/|docProps\/)/s.test(head)
export const isOdt = (head: string): boolean =>
  /^PK\x03\x04.{26}mimetypeapplication\/vnd\.oasis\.opendocument\./s.test(head)

export const noText = (): UserError =>
  new UserError('this office document holds no text but a table, slides or a drawing, which cannot be read')
