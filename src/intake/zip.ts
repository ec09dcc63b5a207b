// A ZIP archive -> the files in it; one that is a document in itself (DOCX, ODT) -> that document.

import { UserError } from '../user-error.ts'
import { AllowanceSpent } from './allowance.ts'
import type { Container, Limits, Part } from './container.ts'
import { explainFileError } from './file-error.ts'
import { isDocx, isOdt } from './office-archive.ts'
import { readAll } from './read-all.ts'
import { isPassedOver } from './walk.ts'
import { entriesOf, openZip, type ZipEntry } from './zip-entries.ts'

export const zip: Container = {
  name: 'a ZIP archive',
  matches: (head) => isZip(head) && !isDocx(head) && !isOdt(head),
  async *parts({ chunks, file }, limits) {
    const bytes = file ? null : await readAll(chunks, limits.maxSize)
    for await (const entry of entriesOf(await openZip(bytes ?? { file }))) {
      if (isPassedOver(entry.name)) continue
      if (file) limits.allowance.took(entry.packedSize)
      yield await readPart(entry, limits)
    }
  },
}

/** Also an archive with nothing in it, and one that is cut off. */
function isZip(head: string): boolean {
  return head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')
}

async function readPart(entry: ZipEntry, limits: Limits): Promise<Part> {
  const { name } = entry
  if (entry.badName) return { name, failure: new UserError(entry.badName) }
  try {
    return { name, content: await entry.read(limits), known: {} }
  } catch (error) {
    if (error instanceof AllowanceSpent) throw error
    return { name, failure: explainFileError(error) }
  }
}
