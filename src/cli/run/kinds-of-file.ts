// Media types of documents, one after another -> a line for people: how many web pages, letters, PDF.

export interface Kinds {
  add(mediaType: string): void
  /** Null where there is nothing to tell apart. */
  line(): string | null
}

/** The first that fits. What comes from one file may be many: letters of a mailbox, rows of a table. */
const NAMES: readonly [type: RegExp, one: string, many: string][] = [
  [/^text\/plain$/, 'plain text', 'plain texts'],
  [/^text\/markdown$/, 'Markdown file', 'Markdown files'],
  [/html/, 'web page', 'web pages'],
  [/^application\/pdf$/, 'PDF', 'PDFs'],
  [/wordprocessingml|opendocument|\brtf$/, 'office document', 'office documents'],
  [/^message\/|ms-outlook/, 'letter', 'letters'],
  [/hearsay\.row/, 'post or row of a table', 'posts and rows of tables'],
  [/rss|atom|feed/, 'feed entry', 'feed entries'],
  [/newsml|newsitem|nitf|ninjs/, 'agency item', 'agency items'],
  [/subrip|vtt/, 'file of subtitles', 'files of subtitles'],
  [/ld\+json/, 'fact-check', 'fact-checks'],
]

/** Of fewer, each stands in a line of its own in sight. */
const FEWEST = 5
/** More run over the line. */
const MAX_NAMED = 7
/** No name fits. */
const OTHER = -1

export function countKinds(): Kinds {
  const numbers = new Map<number, number>()
  let all = 0
  return {
    add(mediaType) {
      all++
      const kind = NAMES.findIndex(([type]) => type.test(mediaType))
      numbers.set(kind, (numbers.get(kind) ?? 0) + 1)
    },
    line() {
      if (all < FEWEST || numbers.size < 2) return null
      const named = [...numbers]
        .filter(([kind]) => kind !== OTHER)
        .toSorted(([, one], [, other]) => other - one)
        .slice(0, MAX_NAMED)
      const rest = named.reduce((left, [, number]) => left - number, all)
      const kinds = named.map(([kind, number]) => `${number} ${NAMES[kind][number === 1 ? 1 : 2]}`)
      return `  ${[...kinds, ...(rest > 0 ? [`${rest} of other kinds`] : [])].join(', ')}`
    },
  }
}
