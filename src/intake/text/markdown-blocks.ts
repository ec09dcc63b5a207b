// The lines of a Markdown text -> its blocks in order: headings, paragraphs, list items, quotations, rows of tables.

import type { Part } from '../parts.ts'

/** `text` still has its inline marks; "\n" in it is a line break that was meant. */
export type MarkdownBlock = Part

interface Open {
  kind: Part['kind']
  lines: string[]
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(.*)$/
const QUOTED = /^ {0,3}>[ \t]?/
const DEFINITION = /^ {0,3}\[([^\]]+)\]:[ \t]*(.*)$/
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$/
/** In characters: a longer line is prose, whatever it looks like. */
const LONGEST_MARKED = 2000
const PICTURE_ALONE = /^!\[[^\]]*\]\([^)]*\)$/

export function findBlocks(lines: readonly string[]): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  let open: Open | null = null
  let fence: string | null = null
  const close = (kind?: Part['kind']): void => {
    const text = open === null ? '' : joinLines(open.lines)
    if (open && text !== '') blocks.push({ text, kind: kind ?? kindOf(open.kind, text) })
    open = null
  }
  const begin = (kind: Part['kind'], first: string): void => {
    close()
    open = { kind, lines: [first] }
  }
  for (const raw of lines) {
    const quoted = QUOTED.test(raw)
    const line = quoted ? raw.replace(/^(?: {0,3}>[ \t]?)+/, '') : raw
    const current = open as Open | null
    if (fence !== null) {
      if (line.trim().startsWith(fence) && line.trim().replaceAll(fence[0], '') === '') {
        fence = null
        close()
      } else current?.lines.push(`${line}\\`)
    } else if (FENCE.test(line)) {
      fence = FENCE.exec(line)?.[1] ?? '```'
      begin(null, '')
    } else if (line.trim() === '') close()
    else if (line.length > LONGEST_MARKED && current) current.lines.push(line)
    else if (line.length > LONGEST_MARKED) begin('paragraph', line)
    else if (current && !quoted && current.kind === 'paragraph' && UNDERLINE.test(line))
      close(headingKind(line.trim()[0] === '=' ? 1 : 2, blocks))
    else if (RULE.test(line)) close()
    else if (HEADING.test(line)) {
      const [, hashes, text = ''] = HEADING.exec(line) ?? []
      begin(headingKind(hashes.length, blocks), text.trim().replace(/(?:^|[ \t]+)#+$|\s*\{[#.][^}]*\}$/, ''))
      close()
    } else if (ITEM.test(line)) begin('list', ITEM.exec(line)?.[1] ?? '')
    else if (!current && DEFINITION.test(line)) {
      const [, name, text] = DEFINITION.exec(line) ?? []
      if (name.startsWith('^')) begin('paragraph', text) // a footnote; what a link leads to is not shown
    } else if (line.includes('|') && (TABLE_RULE.test(line) || /^[ \t]*\|.*\|[ \t]*$/.test(line))) {
      if (!TABLE_RULE.test(line)) begin(null, cellsOf(line))
      else if (current) close(null)
    } else if (current && (current.kind !== 'quote' || quoted)) current.lines.push(line)
    else begin(quoted ? 'quote' : 'paragraph', line)
  }
  close()
  return blocks
}

/** The first heading, if of the first level, is the title. */
const headingKind = (level: number, before: readonly MarkdownBlock[]): Part['kind'] =>
  level === 1 && !before.some(({ kind }) => kind === 'title') ? 'title' : 'heading'

const kindOf = (kind: Part['kind'], text: string): Part['kind'] =>
  kind === 'paragraph' ? (PICTURE_ALONE.test(text) ? 'caption' : null) : kind

const cellsOf = (row: string): string =>
  row
    .replace(/^[ \t]*\||\|[ \t]*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .join('\t')

/** Lines run on, save where two blanks or a backslash end one. */
function joinLines(lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      const bare = line.trim()
      if (index === lines.length - 1) return bare.replace(/\\$/, '')
      return line.endsWith('  ') ? `${bare}\n` : bare.endsWith('\\') ? `${bare.slice(0, -1)}\n` : `${bare} `
    })
    .join('')
    .trim()
}
