// A ZIP archive -> the files in it; one that is a document in itself (DOCX, ODT) -> that document.

import { UserError } from '../../user-error.ts'
import type { Container, Limits, Part } from '../container.ts'
import { AllowanceSpent } from '../io/allowance.ts'
import { explainFileError } from '../io/file-error.ts'
import { readAll } from '../io/read-all.ts'
import { findPageParts, isPassedOver } from '../io/walk.ts'
import { isDocx, isOdt } from '../office/archive.ts'
import { entriesOf, openZip, type ZipEntry } from './zip-entries.ts'

export const zip: Container = {
  name: 'a ZIP archive',
  matches: (head) => isZip(head) && !isDocx(head) && !isOdt(head),
  async *parts({ chunks, file, size }, limits) {
    const source = file ? { file } : await readAll(chunks, limits.maxSize, size)
    const names: string[] = await namesIn(source).catch(() => []) // what is damaged is told when its turn comes
    const isWacz = names.includes('datapackage.json') && names.some((name) => WEB_ARCHIVE.test(name))
    const pageParts = findPageParts(names)
    let some = false
    for await (const entry of entriesOf(await openZip(source))) {
      if (isPassedOver(entry.name) || pageParts.has(entry.name)) continue
      if (isWacz && !WEB_ARCHIVE.test(entry.name)) continue
      if (file) limits.allowance.took(entry.packedSize)
      some = true
      yield await readPart(entry, limits)
    }
    if (!some)
      throw new UserError(names.length === 0 ? 'the archive is empty' : 'the archive holds nothing that is read')
  },
}

/** Where a WACZ keeps what was fetched; the rest of it is indexes. */
const WEB_ARCHIVE = /^archive\/.*\.warc(?:\.gz)?$/
/** They may be of any size. */
const BIT_BY_BIT = /\.(?:warc|warc\.gz|mbox)$/i

async function namesIn(source: Parameters<typeof openZip>[0]): Promise<string[]> {
  const names: string[] = []
  for await (const { name } of entriesOf(await openZip(source))) names.push(name)
  return names
}

/** Also an archive with nothing in it, and one that is cut off. */
function isZip(head: string): boolean {
  return head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')
}

async function readPart(entry: ZipEntry, limits: Limits): Promise<Part> {
  const { name } = entry
  if (entry.badName) return { name, failure: new UserError(entry.badName) }
  if (BIT_BY_BIT.test(name)) return { name, content: entry.stream(limits), known: {} }
  try {
    return { name, content: await entry.read(limits), known: {} }
  } catch (error) {
    if (error instanceof AllowanceSpent) throw error
    return { name, failure: explainFileError(error) }
  }
}
