// What bytes are that hold no text of their own -> what makes text of them, for people.

const WAYS: readonly [name: RegExp, way: string][] = [
  [/\bPST\b/, 'readpst -e FILE (of libpst) makes letters of it, which are read'],
  [/owner file/, 'it can be ignored'],
  [/old Office file/, 'open it in LibreOffice or Word and save it as ODT, DOCX or XLSX'],
  [/image/, 'if it shows text, a program for text recognition such as Tesseract or OCRmyPDF makes text of it'],
  [
    /RIFF|sound|video/,
    'a program for speech recognition such as whisper.cpp makes subtitles (SRT) of it, which are read',
  ],
  [/archive/, 'unpack it first'],
]

/** "; what to do", or nothing. */
export function wayOut(name: string): string {
  const way = WAYS.find(([pattern]) => pattern.test(name))?.[1]
  return way === undefined ? '' : `; ${way}`
}
