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
      const commonest = [...numbers].toSorted(([, one], [, other]) => other - one)
      return `  ${commonest.map(([kind, number]) => `${number} ${nameOf(kind, number)}`).join(', ')}`
    },
  }
}

function nameOf(kind: number, number: number): string {
  if (kind === -1) return number === 1 ? 'of another kind' : 'of other kinds'
  const [, one, many] = NAMES[kind]
  return number === 1 ? one : many
}
