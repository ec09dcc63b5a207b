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

const VOICE = /^<v(?:\.[\w.-]*)?\s+([^\s<>][^<>]{0,99})>/
const MARKS = /<\/?[\w:.]{1,20}(?:\s[^<>]{0,200})?>|\{\\[^{}]{1,100}\}/g

export function cuesIn(text: string): Cue[] {
  const lines = text.split(/\r\n|\r|\n/)
  const cues: (Cue & Lines)[] = []
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
    const end = secondsOf(times.slice(5, 9))
    const isRolling = TIMED_WORDS.test(words.join('\n'))
    for (const turn of turnsIn(words.map(withoutMarks), isRolling ? (cues.at(-1)?.lines ?? []) : []))
      cues.push({ at: clockOf(start), start, end, speaker, ...turn })
  }
  return withoutRepeats(cues).map(({ lines: _, ...cue }) => cue)
}

interface Lines {
  words: string
  lines: readonly string[]
}

const withoutMarks = (line: string): string => decodeHTMLStrict(line.replace(MARKS, '')).replace(/\s+/g, ' ').trim()

/** "[EXPLOSION]", "(music playing)", "♪": what is heard, and not said. */
const SOUND = /^(?:\[[^[\]]{1,60}\]|\([^()]{1,60}\)|[♪♫\s]+)$/

/** The lines of a cue, each turn of a dialogue ("- Who says so?" under another) by itself. */
function turnsIn(all: readonly string[], before: readonly string[]): Lines[] {
  const lines = all.filter((line) => line !== '' && !SOUND.test(line))
  const turns: string[][] = []
  for (const line of lines.filter((each) => !before.includes(each))) {
    const last = turns.at(-1)
    if (last === undefined || (TURN.test(line) && TURN.test(lines[0]))) turns.push([line])
    else last.push(line)
  }
  return turns.map((turn) => ({ words: turn.join(' '), lines }))
}

/** "- Who says so?", ">> Who says so?": somebody else speaks. */
export const TURN = /^(?:-|–|—|>>+)\s*(?=\S)/

/** "the<00:00:00.500><c> governor</c>": captions that roll, each of which shows the line before it once more. */
const TIMED_WORDS = /<\d{1,2}:\d{2}(?::\d{2})?\.\d{3}>/

/** Between two rolling captions stands one that only shows what was there, for an instant. */
function withoutRepeats(cues: readonly (Cue & Lines)[]): (Cue & Lines)[] {
  const kept: (Cue & Lines)[] = []
  for (const cue of cues) {
    const last = kept.at(-1)
    const isInstant = cue.end - cue.start < 0.05
    if (!(isInstant && last?.lines.at(-1) === cue.lines.at(-1))) kept.push(cue)
  }
  return kept
}

const secondsOf = ([hours = '0', minutes, seconds, thousandths]: readonly string[]): number =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${thousandths}`)

const two = (number: number): string => String(number).padStart(2, '0')

const clockOf = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(Math.floor(seconds) % 60)}`
