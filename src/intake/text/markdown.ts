// Markdown -> its visible text, with what its marks say of each passage, and what its front matter says of the article.

import type { Warning } from '../../types.ts'
import type { PromptFormat } from '../format.ts'
import { readStated } from '../metadata.ts'
import { joinParts, type Part } from '../parts.ts'
import { charsetOf } from './charset.ts'
import { decode } from './decode.ts'
import { partsOf } from './markdown-parts.ts'
import { cutIntoPieces } from './markdown-pieces.ts'
import { MAX_MARKS, parseTree } from './markdown-tree.ts'

export const MARKDOWN = 'text/markdown'

export const markdown: PromptFormat = {
  name: 'Markdown',
  matches: (head, { mediaType }) => looksLikeMarkdown(head, mediaType?.startsWith(MARKDOWN) ?? false),
  parse({ bytes, mediaType }) {
    const { text: source, warnings } = decode(bytes, charsetOf(mediaType))
    const lines = source.replace(/^\ufeff/, '').split(/\r\n|[\n\r]/)
    const { fields, rest } = readFrontMatter(lines)
    const { parts, isBounded } = readParts(rest)
    const title = parts.findIndex(({ kind }) => kind === 'title')
    const metadata = readStated({
      title: fields.get('title') ?? parts[title]?.text,
      outlet: field(fields, 'outlet', 'publisher', 'publication', 'site'),
      authors: [field(fields, 'author', 'authors', 'byline')].flatMap(
        (names) => names?.split(/(?:(?<!\s)\s+)?,\s*/) ?? [],
      ),
      url: field(fields, 'url', 'canonical', 'canonical_url', 'source', 'link'),
      published: field(fields, 'published', 'date', 'datepublished', 'pubdate'),
      language: field(fields, 'lang', 'language'),
    })
    const untitled = metadata.title !== undefined && title < 0
    const whole: Part[] = untitled ? [{ text: metadata.title ?? '', kind: 'title' }, ...parts] : parts
    return {
      mediaType: MARKDOWN,
      ...joinParts(whole),
      metadata,
      warnings: isBounded ? [...warnings, BOUNDED] : warnings,
    }
  },
}

const BOUNDED: Warning = {
  code: 'markdown-bounded',
  message: `it has more marks of Markdown than can be read (${MAX_MARKS} in one paragraph); some were left out or stand in the text`,
}

/** The first heading of the first level is the title. */
function readParts(lines: readonly string[]): { parts: Part[]; isBounded: boolean } {
  const { pieces, isBounded } = cutIntoPieces(lines)
  let bounded = isBounded
  const parts = pieces.flatMap((piece) =>
    parseTree(piece, () => {
      bounded = true
    }).children.flatMap((child) => partsOf(child)),
  )
  const title = parts.findIndex(({ kind }) => kind === 'title')
  return {
    parts: parts.map((part, index) => (part.kind === 'title' && index > title ? { ...part, kind: 'heading' } : part)),
    isBounded: bounded,
  }
}

/** Signs of Markdown, and how much each counts; a lone line of hashes or stars is in many a plain text. */
const SIGNS: readonly [pattern: RegExp, weight: number][] = [
  [/^(?:\ufeff|\xef\xbb\xbf)?---\r?\n[\w-]+:[^\n]*\n(?:[^\n]*\n){0,40}?---\s*\n/, 3],
  [/^(?:\ufeff|\xef\xbb\xbf)?\s*#{1,3} +\S/, 1],
  [/^#{1,6} +[^\s#]/m, 1],
  [/^\S[^\n]*\n(?:={3,}|-{3,})\s*$/m, 1],
  [/(?:^|[^\\])\[[^\]\n]+\]\((?:https?:|\/|#|mailto:)[^)\s]+\)/, 2],
  [/^\[[^\]\n]+\]:\s+<?https?:/m, 2],
  [/^```/m, 1],
  [/(?:^|\s)\*\*\S[^*\n]*\*\*/m, 1],
]
const ENOUGH = 3

function looksLikeMarkdown(head: string, isSaid: boolean): boolean {
  if (isSaid) return !/^\s*<(?:!doctype|html|head|body)\b/i.test(head)
  if (/^\s*[<{]/.test(head)) return false
  return SIGNS.reduce((sum, [pattern, weight]) => sum + (pattern.test(head) ? weight : 0), 0) >= ENOUGH
}

const MAX_FRONT_MATTER = 200

/** The lines between `---` and `---` (YAML) or `+++` and `+++` (TOML), as far as they are names with values on one line. */
function readFrontMatter(lines: readonly string[]): { fields: Map<string, string>; rest: readonly string[] } {
  const fields = new Map<string, string>()
  const fence = /^(?:---|\+\+\+)\s*$/.exec(lines[0] ?? '')?.[0].trim()
  const end = fence === undefined ? -1 : lines.slice(1, MAX_FRONT_MATTER).findIndex((line) => line.trim() === fence)
  if (end < 0) return { fields, rest: lines }
  let list: string | null = null
  for (const line of lines.slice(1, end + 1)) {
    const [, name, value = ''] = /^([A-Za-z][\w-]*)\s*[:=]\s*(\S.*|)$/.exec(line) ?? []
    const item = /^\s*-\s+(\S.*)$/.exec(line)?.[1]
    if (name !== undefined) {
      list = name.toLowerCase()
      if (unquoted(value) !== '') fields.set(list, unquoted(value))
    } else if (item !== undefined && list !== null) {
      const before = fields.get(list)
      fields.set(list, [...(before === undefined ? [] : [before]), unquoted(item)].join(', '))
    }
  }
  return { fields, rest: lines.slice(end + 2) }
}

/** `"A title"`, `[A. Name, B. Name]` -> what is meant. */
const unquoted = (value: string): string =>
  value
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim()

const field = (fields: ReadonlyMap<string, string>, ...names: string[]): string | undefined =>
  names.map((name) => fields.get(name)).find((value) => value !== undefined)
