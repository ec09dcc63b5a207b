// The bodies of objects, numbered from 1 -> a PDF; the first is its catalogue. Streams are given as [dictionary, bytes].

export type PdfObject = string | readonly [dictionary: string, stream: Uint8Array | string]

export function makePdf(objects: readonly PdfObject[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let length = parts[0].length
  for (const [index, object] of objects.entries()) {
    places.push(length)
    const body = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), bodyOf(object), Buffer.from('\nendobj\n')])
    parts.push(body)
    length += body.length
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}

function bodyOf(object: PdfObject): Buffer {
  if (typeof object === 'string') return Buffer.from(object)
  const [dictionary, stream] = object
  const bytes = Buffer.from(stream)
  const head = Buffer.from(`<<${dictionary}/Length ${bytes.length}>>\nstream\n`)
  return Buffer.concat([head, bytes, Buffer.from('\nendstream')])
}

/** One page with this content, and what else it draws on: object 5 and those after it, named /X5, /X6, ... */
export function onePage(content: PdfObject, ...more: readonly PdfObject[]): PdfObject[] {
  const drawn = more.map((_, index) => `/X${index + 5} ${index + 5} 0 R`).join('')
  return [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<<${drawn}>>>>>>`,
    content,
    ...more,
  ]
}

export const drawText = (text: string, y = 700): string => `BT /F1 10 Tf 72 ${y} Td (${text}) Tj ET\n`
