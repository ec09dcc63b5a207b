// Subtitles (SRT, WebVTT) -> their words as paragraphs, the cues joined to sentences; each cue's time is a place in the text, as a page is.

import type { Page } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import type { PromptFormat } from '../format.ts'
import { joinParts } from '../parts.ts'
import { charsetOf } from '../text/charset.ts'
import { decode } from '../text/decode.ts'
import { type Cue, cuesIn, isTimeLine, TURN } from './cues.ts'

export const subtitles: PromptFormat = {
  name: 'subtitles',
  matches(head) {
    const [first = '', second = ''] = head
      .replace(/^\xef\xbb\xbf/, '')
      .trimStart()
      .split(/\r\n|\r|\n/)
    return /^WEBVTT(?:\s|$)/.test(first) || isTimeLine(first) || (/^\d{1,6}$/.test(first.trim()) && isTimeLine(second))
  },
  parse({ bytes, mediaType }) {
    const { text, warnings } = decode(bytes, charsetOf(mediaType))
    const cues = cuesIn(text)
    if (cues.length === 0) throw new UserError('there are no words between its time codes')
    return {
      mediaType: /^\W?WEBVTT/.test(text) ? 'text/vtt' : 'application/x-subrip',
      ...layOut(cues),
      metadata: {},
      warnings,
    }
  },
}

/** Seconds of silence after a sentence that begin a paragraph. */
const PAUSE = 4
/** "LEDA MARSH: ...": who speaks, in capitals, as captions for the deaf have it. */
const NAMED = /^\p{Lu}[\p{Lu}.'’ -]{1,40}:\s/u

function layOut(cues: readonly Cue[]) {
  const paragraphs: string[] = []
  const pages: Page[] = []
  let text = ''
  let before = 0
  for (const [index, { at, speaker, words }] of cues.entries()) {
    const last = cues[index - 1]
    if (last !== undefined && isParagraph(last, cues[index])) {
      paragraphs.push(text)
      before += text.length + 2
      text = ''
    }
    const isNew = text === ''
    const named = isNew && speaker !== undefined && speaker !== last?.speaker ? `${speaker}: ` : ''
    text += `${isNew ? '' : ' '}${named}`
    const start = before + text.length
    text += words.replace(TURN, '')
    if (text.length + before > start) pages.push({ label: at, span: [start, before + text.length] })
  }
  paragraphs.push(text)
  return { ...joinParts(paragraphs.map((paragraph) => ({ text: paragraph, kind: 'paragraph' }))), pages }
}

function isParagraph(last: Cue, next: Cue): boolean {
  if (next.speaker !== undefined && next.speaker !== last.speaker) return true
  if (TURN.test(next.words) || NAMED.test(next.words)) return true
  return next.start - last.end >= PAUSE && /[.!?…]["”’)]*$/.test(last.words)
}
