// A text -> what it is where it is no prose: data, markup or code, by its shape alone; null for prose. Read as prose, such a file would "say" its field names.

import { isConfiguration, isLog, isScript, isStyleSheet } from './code.ts'
import { isTable } from './table.ts'

export interface NotProse {
  /** "JSON", "an RTF document" */
  name: string
  /** What a user can do. */
  advice: string
}

/** In characters; what a file is shows in so many. */
const SAMPLE = 100_000

const OTHERWISE = 'read the reports that it comes from, or insist with --input text'

const KINDS: readonly [is: (text: string) => boolean, name: string | ((text: string) => string), advice?: string][] = [
  [(text) => text.startsWith('{\\rtf'), 'an RTF document', 'save it as DOCX or as plain text'],
  [(text) => /^BEGIN:V(?:CARD|CALENDAR)\b/.test(text), 'an address card or a calendar'],
  [
    (text) => /^(?:%[^\n]*\n\s*)*\\documentclass\b/.test(text),
    'a LaTeX source',
    'pandoc FILE -o report.txt makes text of it',
  ],
  [(text) => /^TY {2}- [A-Z]/.test(text), 'a list of references (RIS)'],
  [
    (text) => /^\[Script Info\]\s*\n/.test(text),
    'a file of subtitles (SSA or ASS)',
    'ffmpeg -i FILE talk.srt makes SRT of it, which is read',
  ],
  // Number, day, month, year: rows without a head.
  [
    (text) => /^\d+\t((?:19|20)\d\d)(\d\d)\d\d\t\1\2\t\1\t/.test(text),
    'a table of coded events (GDELT)',
    'hearsay compare FILE holds it against the record',
  ],
  [(text) => /^-----BEGIN [A-Z ]+-----/.test(text), 'a key or a certificate'],
  [(text) => /^(?:diff --git |--- \S.*\n\+\+\+ \S|Index: \S+\n=+)/.test(text), 'a list of changes to files'],
  [
    isJson,
    'JSON',
    'put each article on a line of its own as {"id": ..., "text": ...} and read that with --input ndjson, or insist with --input text',
  ],
  [isXml, nameXml],
  [isTable, 'a table', 'save the text of its articles as files, or insist with --input text'],
  [isStyleSheet, 'a style sheet'],
  [isLog, "a program's log"],
  [isScript, 'a script or the source of a program'],
  [isConfiguration, 'a configuration file'],
]

export function nameNotProse(whole: string): NotProse | null {
  const text = whole.slice(0, SAMPLE).replace(/^\ufeff?\s*/, '')
  const found = KINDS.find(([is]) => is(text))
  if (!found) return null
  const [, name, advice = OTHERWISE] = found
  return { name: typeof name === 'string' ? name : name(text), advice }
}

/** An object with names, or a list of objects; "[Editor’s note] ..." and "{sic}" are prose. */
function isJson(text: string): boolean {
  if (/^\[?\s*\{\s*"(?:[^"\\\n]|\\.){0,200}"\s*:/.test(text)) return true
  // "window.posts = [ {" is JSON with a name, as in archives of social media.
  if (/^[\w$.]{1,80}\s*=\s*\[\s*\{\s*"/.test(text)) return true
  if (!/^[[{]/.test(text) || !/[\]}]\s*$/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const DECLARED = /^<\?xml[\s?]/
const ROOT = /^\s*(?:<[?!][^>]*>\s*)*<([A-Za-z_][\w.-]*(?::[\w.-]+)?)[\s/>]/
/** In characters: the first element begins within them. */
const LOOKED_AT = 4096

const rootOf = (text: string): string | undefined =>
  ROOT.exec(text.slice(0, LOOKED_AT).replace(/<!--[\s\S]*?-->/g, ''))?.[1]

/** Declared as XML, or one element from beginning to end. */
function isXml(text: string): boolean {
  const root = rootOf(text)
  if (root === undefined) return false
  return DECLARED.test(text) || /^<!DOCTYPE/i.test(text) || text.trimEnd().endsWith(`</${root}>`)
}

function nameXml(text: string): string {
  return `XML (<${rootOf(text)}>)`
}
