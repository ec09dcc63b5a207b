// The message of a refusal -> what it is called where many are counted: what kind of thing it was, and what to do about it.

/** The first that fits, worded for one and for many. Messages that none fits are shortened to their own first words. */
const GROUPS: readonly [of: RegExp, name: string][] = [
  [
    /^this is a (?:file of subtitles|LaTeX source)/,
    'in a format that another program makes readable; see its line above',
  ],
  [/^this is a table of coded events/, 'coded events; hearsay compare FILE holds them against the record'],
  [/^none of its columns looks like/, 'without a column of text; --columns text=NAME names it'],
  [/, not prose;/, 'data, code or settings, no prose'],
  [/^this is an? .*\bimage\b/, 'no text but a picture; OCR (Tesseract, OCRmyPDF) makes text of it'],
  [/^this is an? .*(?:sound|video|RIFF)/, 'sound or video; whisper.cpp makes subtitles of it, which are read'],
  [/^this is an? (?:tar|bzip2|xz|Zstandard|7z|RAR) archive/, 'still packed; unpack it first'],
  [/^this is an Outlook mailbox/, 'Outlook mailbox; readpst -e FILE makes letters of it'],
  [/^this is an old Office file/, 'old Office format; save it as DOCX, ODT or XLSX'],
  [/^this is the owner file/, 'owner file of Word or Excel; ignore it'],
  [/^this is (?:a program|an SQLite database|a binary file|a binary property list)\b/, 'program, or other binary data'],
  [/^no page of the PDF holds text/, 'scanned PDF; OCR (OCRmyPDF) makes text of it'],
  [/encrypted|protected by a password/, 'behind a password; save it without one'],
  [/^(?:the (?:file|archive) is empty|there is no text in it|the message is empty)/, 'empty'],
  [
    /\bdamaged\b|\bbreaks off\b|which is wrong|^malformed JSON|cannot be parsed/,
    'damaged or cut off; copy or fetch it again',
  ],
  [/ is over the limit of /, 'too large; --max-size raises the limit'],
]

export function groupOf(message: string): string {
  return GROUPS.find(([of]) => of.test(message))?.[1] ?? withoutDetails(message)
}

/** Without the way out and what is of one file alone: lengths, names, a library's words. */
const withoutDetails = (message: string): string =>
  message
    .replace(/[(;:].*$|, (?:which|not|and|since|in) .*$/s, '')
    .replace(/"[^"]*"/g, '...')
    .replace(/\d[\d.,]*(?: [kMG]?B)?/g, 'N')
    .trim()
