// The source of one Markdown block -> the text that is shown: links by their words, marks of emphasis and tags left out.

/** Planes for private use stand for what must stay as it is until the end. */
const KEPT = 0xf0000
const KEPT_MARK = /[\u{f0000}-\u{fffff}]/gu
const MOST_KEPT = 0xffff

export function inlineText(source: string): string {
  const kept: string[] = []
  const keep = (text: string): string => {
    if (kept.length >= MOST_KEPT) return text
    kept.push(text)
    return String.fromCodePoint(KEPT + kept.length - 1)
  }
  const bare = source
    .replace(KEPT_MARK, '\ufffd')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => keep(mark))
    .replace(/(`{1,3})(?!`)([^`]+)\1(?!`)/g, (_, __, code: string) => keep(code.trim()))
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]*)>/gi, (_, address: string) => keep(address))
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\[\^[^\]\s]{1,100}\]/g, '')
  return withoutEmphasis(withoutLinks(bare))
    .replace(/&(#x?[\da-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => characterOf(name) ?? whole)
    .replace(KEPT_MARK, (mark) => kept[(mark.codePointAt(0) ?? KEPT) - KEPT] ?? '')
    .replace(/[^\S\n\t]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim()
}

/** What follows the words of a link: where it leads to, at most this long. */
const TARGET =
  /^(?:\(\s*(?:<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500})?)(?:\s+(?:"[^"]{0,500}"|'[^']{0,500}'))?\s*\)|\[[^[\]]{0,300}\])/

/** `[words](target)`, `![words](target)`, `[words][name]` -> the words; brackets that lead nowhere stay. */
function withoutLinks(text: string): string {
  const out: string[] = []
  const opened: number[] = []
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    const target = character === ']' && opened.length > 0 ? TARGET.exec(text.slice(at + 1, at + MAX_TARGET)) : null
    if (character === '[') opened.push(out.length)
    const from = character === ']' ? opened.pop() : undefined
    if (target && from !== undefined) {
      out[from] = ''
      if (out[from - 1] === '!') out[from - 1] = ''
      at += target[0].length
    } else out.push(character)
  }
  return out.join('')
}

const MAX_TARGET = 4000

/** A run of marks opens before a word and closes after one; those that find no partner are characters like any other. */
function withoutEmphasis(text: string): string {
  const runs = [...text.matchAll(/\*+|_+|~~/g)].map(({ 0: marks, index }) => ({ marks, index, left: marks.length }))
  const opened: Record<string, typeof runs> = { '*': [], _: [], '~': [] }
  for (const run of runs) {
    const before = text[run.index - 1] ?? ' '
    const after = text[run.index + run.marks.length] ?? ' '
    const intraword = run.marks[0] === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)
    if (intraword) continue
    const openers = opened[run.marks[0]]
    if (!/\s/.test(before)) {
      for (let opener = openers.at(-1); opener && run.left > 0; opener = openers.at(-1)) {
        const pair = Math.min(opener.left, run.left)
        opener.left -= pair
        run.left -= pair
        if (opener.left === 0) openers.pop()
      }
    }
    if (run.left > 0 && !/\s/.test(after)) openers.push(run)
  }
  let end = 0
  const pieces = runs.map(({ marks, index, left }) => {
    const piece = text.slice(end, index) + marks.slice(0, left)
    end = index + marks.length
    return piece
  })
  return pieces.join('') + text.slice(end)
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  copy: '©',
  euro: '€',
  pound: '£',
}

/** `#8212`, `#x2014`, `mdash` -> "—"; undefined for what is no character. */
function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name]
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined
}
