// Subtitles (SRT, WebVTT) -> their cues in order: when each begins, who speaks if the file says so, and the words without marks.

import { decodeHTMLStrict } from 'entities'

export interface Cue {
  /** "00:01:02": as people look it up. */
  at: string
  /** In seconds. */
  start: number
  end: number
  speaker: string | undefined
  words: string
}

const CLOCK = String.raw`(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)[.,](\d{1,3})`
const TIMES = new RegExp(String.raw`^\s*${CLOCK}\s*-->\s*${CLOCK}`)

export const isTimeLine = (line: string): boolean => TIMES.test(line)

const VOICE = /^<v(?:\.[\w.-]*)?\s+([^<>]{1,100})>/
const MARKS = /<\/?[\w:.]{1,20}(?:\s[^<>]{0,200})?>|\{\\[^{}]{1,100}\}/g

export function cuesIn(text: string): Cue[] {
  const lines = text.split(/\r\n|\r|\n/)
  const cues: Cue[] = []
  for (let at = 0; at < lines.length; at++) {
    const times = TIMES.exec(lines[at])
    if (times === null) continue
    const words: string[] = []
    while (at + 1 < lines.length && lines[at + 1].trim() !== '' && !isTimeLine(lines[at + 1])) words.push(lines[++at])
    // The number of the next cue, where no empty line comes before it.
    if (at + 1 < lines.length && isTimeLine(lines[at + 1]) && /^\d+$/.test(words[words.length - 1]?.trim() ?? ''))
      words.pop()
    const start = secondsOf(times.slice(1, 5))
    const speaker = VOICE.exec(words[0]?.trim() ?? '')?.[1].trim()
    const bare = decodeHTMLStrict(words.join(' ').replace(MARKS, '')).replace(/\s+/g, ' ').trim()
    if (bare !== '') cues.push({ at: clockOf(start), start, end: secondsOf(times.slice(5, 9)), speaker, words: bare })
  }
  return cues
}

const secondsOf = ([hours = '0', minutes, seconds, thousandths]: readonly string[]): number =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${thousandths}`)

const two = (number: number): string => String(number).padStart(2, '0')

const clockOf = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(Math.floor(seconds) % 60)}`
