// News -> entries of an Atom feed (RFC 4287); entries, new and kept -> the feed.

export interface AtomEntry {
  /** An IRI that is the same whenever the entry is written. */
  id: string
  title: string
  /** ISO 8601, UTC. */
  updated: string
  /** Plain text. */
  content: string
  /** Where it can be looked at. */
  link?: string | undefined
  category: string
}

export const atomEntry = ({ id, title, updated, content, link, category }: AtomEntry): string =>
  [
    '<entry>',
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${xml(updated)}</updated>`,
    `<category term="${xml(category)}"/>`,
    ...(link === undefined ? [] : [`<link rel="alternate" href="${xml(link)}"/>`]),
    `<content type="text">${xml(content)}</content>`,
    '</entry>',
  ].join('')

/** @param entries each as `atomEntry` gives it, the newest first */
export const atomFeed = (entries: readonly string[], { id, updated }: { id: string; updated: string }): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${xml(id)}</id>
<title>hearsay: what is new</title>
<updated>${xml(updated)}</updated>
<author><name>hearsay</name></author>
<generator>hearsay</generator>
${entries.join('\n')}
</feed>
`

/** Characters that XML cannot hold, and halves of pairs, become U+FFFD. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
