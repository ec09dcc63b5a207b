// Rich text (RTF, as word processors and mail programs write it) -> its paragraphs, with what their styles say of them, notes at the end.

import type { Passage } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import type { Format, Parsed } from '../format.ts'
import { readStated } from '../metadata.ts'
import { joinParts } from '../parts.ts'
import { latin1 } from '../text/latin1.ts'
import { leniently } from '../text/single-byte.ts'
import { type Flow, furnitureOf, startFlow, withTitle } from './flow.ts'
import { ofCodePage, ofFont } from './rtf-encoding.ts'
import { type RtfToken, rtfTokens } from './rtf-tokens.ts'

const RTF = 'application/rtf'

export const rtf: Format = {
  name: 'RTF',
  binary: true,
  matches: (head) => /^(?:\xef\xbb\xbf)?\s*\{\\rtf\d?[\\\s{]/.test(head),
  parse: ({ bytes }) => readRtf(bytes),
}

export function readRtf(bytes: Uint8Array): Parsed {
  const { body, notes, margins, title } = walk(latin1(bytes))
  const parts = withTitle(body.parts, title)
  const shown = parts.find(({ kind }) => kind === 'title')?.text
  return {
    mediaType: RTF,
    ...joinParts([...parts, ...notes.parts, ...furnitureOf(margins.map(({ parts }) => parts))]),
    metadata: readStated({ title: shown ?? title }),
    warnings: body.warnings(),
  }
}

/** Where the words of a group go. */
type Destination = 'body' | 'note' | 'margin' | 'fonts' | 'styles' | 'title' | 'nowhere'

interface Group {
  to: Destination
  encoding: string
  /** How many characters after "\u" stand for the same one, for older programs. */
  uc: number
  hidden: boolean
  style: number | null
}

const MAX_DEPTH = 2000

const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  title: 'title',
  footnote: 'note',
  header: 'margin',
  headerl: 'margin',
  headerr: 'margin',
  headerf: 'margin',
  footer: 'margin',
  footerl: 'margin',
  footerr: 'margin',
  footerf: 'margin',
}
const NOWHERE = new Set(
  'colortbl info pict object themedata colorschememapping datastore listtable listoverridetable rsidtbl xmlnstbl latentstyles generator listtext pntext pntxta pntxtb fldinst annotation atnid atnauthor atrfstart atrfend bkmkstart bkmkend nonshppict revtbl filetbl subject keywords doccomm operator company manager category template private author xe tc rxe'.split(
    ' ',
  ),
)
/** Marked as what older programs may pass over, and read all the same. */
const READ_THOUGH_OPTIONAL = new Set(['shppict', 'shpinst', 'shptxt'])

const CHARACTERS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '\u2011',
  '-': '',
  '{': '{',
  '}': '}',
  '\\': '\\',
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '\u2014',
  endash: '\u2013',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  bullet: '\u2022',
  emspace: ' ',
  enspace: ' ',
  cell: '\t',
  nestcell: '\t',
}
const ENDS_PARAGRAPH = new Set(['par', 'sect', 'page', 'row', 'nestrow', 'column'])

interface Walked {
  body: Flow
  notes: Flow
  margins: Flow[]
  title: string | undefined
}

function walk(text: string): Walked {
  const [body, notes] = [startFlow(), startFlow()]
  const margins: Flow[] = []
  let title = ''
  const fonts = new Map<number, string | undefined>()
  const kinds = new Map<number, Passage['kind']>()
  const buffers: Record<'body' | 'note' | 'margin' | 'fonts' | 'styles', string> = {
    body: '',
    note: '',
    margin: '',
    fonts: '',
    styles: '',
  }
  let own = 'windows-1252'
  let font: number | null = null
  let style: number | null = null
  let bytes: number[] = []
  let passOver = 0
  let optional = false
  const groups: Group[] = [{ to: 'body', encoding: own, uc: 1, hidden: false, style: null }]
  const group = (): Group => groups[groups.length - 1]

  const write = (words: string) => {
    const { to, hidden } = group()
    if (hidden || to === 'nowhere' || words === '') return
    if (to === 'title') title += words
    else buffers[to] += words
  }
  /** Bytes one after the other may be one character. */
  const flush = () => {
    if (bytes.length === 0) return
    write(leniently(group().encoding, Uint8Array.from(bytes)))
    bytes = []
  }
  const endParagraph = () => {
    const { to, style: paragraphStyle } = group()
    if (to === 'body') body.add(buffers.body, kinds.get(paragraphStyle ?? 0) ?? null)
    else if (to === 'note') notes.add(buffers.note, null)
    else if (to === 'margin') margins[margins.length - 1]?.add(buffers.margin, null)
    if (to === 'body' || to === 'note' || to === 'margin') buffers[to] = ''
  }

  const takeWord = (name: string, value: number | null) => {
    if (name === '*') {
      optional = true
      return
    }
    const isOptional = optional
    optional = false
    const destination = DESTINATIONS[name]
    if (destination !== undefined) {
      if (group().to !== 'nowhere' || destination === 'title') group().to = destination
      if (destination === 'margin') margins.push(startFlow())
      return
    }
    if (NOWHERE.has(name)) {
      if (name === 'annotation') body.leaveOut('comments')
      group().to = 'nowhere'
      return
    }
    if (isOptional && !READ_THOUGH_OPTIONAL.has(name)) {
      group().to = 'nowhere'
      return
    }
    if (ENDS_PARAGRAPH.has(name)) endParagraph()
    else if (name in CHARACTERS) write(CHARACTERS[name])
    else if (name === 'u' && value !== null) {
      const code = value < 0 ? value + 65536 : value
      write(code > 0 && code <= 0xffff ? String.fromCharCode(code) : '')
      passOver = group().uc
    } else takeSetting(name, value)
  }

  const takeSetting = (name: string, value: number | null) => {
    const current = group()
    switch (name) {
      case 'ansicpg':
        own = ofCodePage(value ?? 1252)
        current.encoding = own
        break
      case 'mac':
        own = 'macintosh'
        current.encoding = own
        break
      case 'uc':
        current.uc = Math.min(Math.max(value ?? 1, 0), 10)
        break
      case 'f':
      case 'af':
        if (current.to === 'fonts') font = value
        else if (name === 'f' && value !== null) current.encoding = fonts.get(value) ?? own
        break
      case 'fcharset':
        if (font !== null && value !== null) fonts.set(font, ofFont(value))
        break
      case 's':
        if (current.to === 'styles') style = value
        else current.style = value
        break
      case 'pard':
        current.style = null
        break
      case 'plain':
        current.hidden = false
        current.encoding = own
        break
      case 'v':
        current.hidden = value !== 0
        break
      case 'deleted':
        current.hidden = value !== 0
        if (current.hidden) body.leaveOut('deleted words')
        break
    }
  }

  const take = (token: RtfToken) => {
    if (token.kind !== 'byte') flush()
    switch (token.kind) {
      case 'open':
        if (groups.length > MAX_DEPTH) throw new UserError(`this RTF is nested more than ${MAX_DEPTH} groups deep`)
        groups.push({ ...group() })
        optional = false
        passOver = 0
        break
      case 'close': {
        const { to } = group()
        const outer = groups[groups.length - 2]
        if (outer !== undefined && outer.to !== to && (to === 'note' || to === 'margin')) endParagraph()
        if (groups.length > 1) groups.pop()
        // Closing a group ends a style's or a font's name.
        if (to === 'styles') endStyle()
        passOver = 0
        break
      }
      case 'word':
        if (passOver > 0 && token.name.length > 1) passOver = 0
        takeWord(token.name, token.value)
        break
      case 'byte':
        if (passOver > 0) passOver--
        else bytes.push(token.value)
        break
      case 'text': {
        const skipped = Math.min(passOver, token.text.length)
        passOver -= skipped
        const rest = token.text.slice(skipped)
        write(/[\u0080-\u00ff]/.test(rest) ? leniently(group().encoding, Buffer.from(rest, 'latin1')) : rest)
      }
    }
  }

  const endStyle = () => {
    const name = buffers.styles.replace(/;.*$/s, '').trim()
    if (name !== '') kinds.set(style ?? 0, kindOfStyle(name))
    buffers.styles = ''
    style = null
  }

  for (const token of rtfTokens(text)) take(token)
  flush()
  if (buffers.body.trim() !== '') body.add(buffers.body, null)
  return { body, notes, margins, title: title.trim() || undefined }
}

const OF_STYLE: readonly [name: RegExp, kind: Passage['kind']][] = [
  [/^title$/i, 'title'],
  [/^(?:heading|subtitle)/i, 'heading'],
  [/^caption/i, 'caption'],
  [/quote|quotation/i, 'quote'],
  [/^list/i, 'list'],
]

const kindOfStyle = (name: string): Passage['kind'] => OF_STYLE.find(([pattern]) => pattern.test(name))?.[1] ?? null
