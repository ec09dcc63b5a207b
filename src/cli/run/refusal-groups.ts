// The message of a refusal -> what it is called where many are counted: what kind of thing it was, and what to do about it.

/** The first that fits. Messages that none fits are shortened to their own first words. */
const GROUPS: readonly [of: RegExp, name: string][] = [
  [/^this is a table of coded events/, 'tables of coded events; hearsay compare FILE holds them against the record'],
  [/^none of its columns looks like/, 'tables without a column of text; --columns text=NAME names it'],
  [/, not prose;/, 'data, code or settings, no prose'],
  [/^this is an? .*\bimage\b/, 'pictures; OCR (Tesseract, OCRmyPDF) makes text of them'],
  [
    /^this is an? .*(?:sound|video|RIFF)/,
    'sound or video; speech recognition (whisper.cpp) makes subtitles of it, which are read',
  ],
  [/^this is an? (?:tar|bzip2|xz|Zstandard|7z|RAR) archive/, 'archives to unpack first'],
  [/^this is an owner file/, 'owner files of Word or Excel; they can be ignored'],
  [/^this is (?:a program|an SQLite database|a binary file|a binary property list)/, 'programs and other binary files'],
  [/^no page of the PDF holds text/, 'scanned PDFs; OCR (OCRmyPDF) makes text of them'],
  [/encrypted|protected by a password/, 'behind a password; save them without one'],
  [/^(?:the file is empty|there is no text in it|the message is empty)/, 'empty'],
  [
    /\bdamaged\b|breaks? off|which is wrong|^malformed JSON|cannot be (?:parsed|taken apart)/,
    'damaged or cut off; copy or fetch them again',
  ],
  [/ is over the limit of /, 'too large; --max-size raises the limit'],
]

export function groupOf(message: string): string {
  return GROUPS.find(([of]) => of.test(message))?.[1] ?? withoutDetails(message)
}

/** Without the way out and what is of one file alone: lengths, names, a library's words. */
const withoutDetails = (message: string): string =>
  message
    .replace(/\s*[(;:].*$|, (?:which|not|and|since|in) .*$/s, '')
    .replace(/"[^"]*"/g, '...')
    .replace(/\d[\d.,]*(?: [kMG]?B)?/g, 'N')
    .trim()
