// In a thread of its own: the bytes of a PDF in; its pages out, one at a time, each as pieces of text with their places.
// What a PDF does to its reader stays in here: the thread can be ended at any moment.

import { parentPort } from 'node:worker_threads'

export interface Piece {
  text: string
  /** In points from the page's left and top edges, as it is looked at; `y` is that of the line the letters stand on. */
  x: number
  y: number
  width: number
  /** Of the letters, in points. */
  size: number
  /** False for text that runs up, down or upside down. */
  upright: boolean
}

export interface PdfPage {
  /** As the file counts its pages: "iv", "12". */
  label: string
  width: number
  height: number
  pieces: Piece[]
}

export type FromThread = { title: string | undefined } | { page: PdfPage } | { done: true } | { failure: string }

const MAX_PAGES = 20_000
/** Of one page; a newspaper's has five thousand. */
const MAX_PIECES = 200_000

// The library wants these for drawing, which nobody does here.
for (const name of ['DOMMatrix', 'ImageData', 'Path2D'])
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} })
const { getDocument, Util, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')

const send = (message: FromThread): void => parentPort?.postMessage(message)

parentPort?.on('message', async (bytes: Uint8Array) => {
  try {
    await readPages(bytes)
    send({ done: true })
  } catch (error) {
    send({ failure: explain(error) })
  }
})

async function readPages(bytes: Uint8Array): Promise<void> {
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
  })
  try {
    const pdf = await task.promise
    if (pdf.numPages > MAX_PAGES)
      throw new Error(`it says that it has ${pdf.numPages} pages; at most ${MAX_PAGES} can be read`)
    const labels = await pdf.getPageLabels().catch(() => null)
    send({ title: await titleOf(pdf) })
    for (let number = 1; number <= pdf.numPages; number++) {
      const label = labels?.[number - 1] || String(number)
      // A page that is broken is a page without text, and told as such.
      const page = await readPage(pdf, number).catch(() => ({ width: 0, height: 0, pieces: [] }))
      send({ page: { label, ...page } })
    }
  } finally {
    await task.destroy()
  }
}

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>

async function titleOf(pdf: Pdf): Promise<string | undefined> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: null }))
  return info && 'Title' in info && typeof info.Title === 'string' ? info.Title : undefined
}

async function readPage(pdf: Pdf, number: number): Promise<Omit<PdfPage, 'label'>> {
  const page = await pdf.getPage(number)
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const pieces: Piece[] = []
  const reader = page.streamTextContent().getReader()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) break
    for (const item of value.items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [a, b, c, d, x, y] = Util.transform(transform, item.transform)
      const upright = a > 0 && Math.abs(b) < 0.1 * a
      pieces.push({ text: item.str, x, y, width: item.width, size: Math.hypot(c, d), upright })
    }
    if (pieces.length > MAX_PIECES) {
      await reader.cancel(new Error('too much text'))
      break
    }
  }
  page.cleanup()
  return { width, height, pieces }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return `the PDF cannot be read (${error})`
  if (error.name === 'PasswordException') return 'the PDF is protected by a password; save it without one first'
  return `the PDF is damaged (${error.message.replace(/\s+/g, ' ').slice(0, 200)})`
}
