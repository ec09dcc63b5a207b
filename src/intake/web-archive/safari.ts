// A page saved by Safari (webarchive) -> the page itself, with its address; its pictures, styles and frames are left.

import { UserError } from '../../user-error.ts'
import type { Container } from '../container.ts'
import { readAll } from '../io/read-all.ts'
import { readUrl } from '../metadata.ts'
import { openPlist } from './binary-plist.ts'

export const safari: Container = {
  name: 'a page saved by Safari',
  // Names come before what they name.
  matches: (head) => head.startsWith('bplist0') && head.includes('WebMainResource'),
  async *parts({ chunks, size }, limits) {
    const list = openPlist(await readAll(chunks, limits.maxSize, size))
    const page = list?.entry(list.top, 'WebMainResource') ?? null
    const objectOf = (name: string): number => (page === null ? null : list?.entry(page, `WebResource${name}`)) ?? -1
    const content = list?.bytes(objectOf('Data'))
    if (!content) throw new UserError('the page saved by Safari is damaged (its text cannot be found in it)')
    const address = list?.text(objectOf('URL')) ?? undefined
    const url = readUrl([address])
    const mediaType = list?.text(objectOf('MIMEType')) ?? 'text/html'
    const charset = list?.text(objectOf('TextEncodingName'))
    yield {
      name: address?.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, 1000) || 'page',
      content,
      known: {
        mediaType: charset ? `${mediaType}; charset=${charset}` : mediaType,
        ...(url === undefined ? {} : { given: { url } }),
      },
    }
  },
}
