// The outer format of the index file: a header, then little-endian arrays of numbers, each at a multiple of eight bytes.

export interface Header {
  /** Where the places are from, and under which licence. */
  source: string
  features: string[]
  countries: string[]
}

/** Where a place lies in nothing that is listed. */
export const NONE = 0xffffffff

const MAGIC = 'HEARSAYGAZETTEER1\n'
const LINE_END = 10

export interface Sections {
  id: Uint32Array
  lat: Float32Array
  lon: Float32Array
  population: Uint32Array
  feature: Uint16Array
  country: Uint16Array
  within: Uint32Array
  nameStart: Uint32Array
  nameBytes: Uint8Array
  placeStart: Uint32Array
  places: Uint32Array
  titleStart: Uint32Array
  titleBytes: Uint8Array
  codes: Uint8Array
}

type Directory = Record<string, [offset: number, bytes: number]>

const aligned = (offset: number) => (offset + 7) & ~7

export function writeSections(header: Header, sections: Sections): Uint8Array {
  const directory: Directory = {}
  let size = 0
  for (const [name, array] of Object.entries(sections)) {
    directory[name] = [size, array.byteLength]
    size = aligned(size + array.byteLength)
  }
  const head = Buffer.from(`${MAGIC}${JSON.stringify({ ...header, directory })}\n`)
  const start = aligned(head.length)
  const file = Buffer.alloc(start + size)
  head.copy(file)
  for (const [name, array] of Object.entries(sections)) {
    const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength)
    bytes.copy(file, start + directory[name][0])
  }
  return file
}

/** Null where the bytes are no index of this version. Shares the memory of what it is given. */
export function readSections(file: Uint8Array): { header: Header; sections: Sections } | null {
  const ascii = new TextDecoder()
  if (ascii.decode(file.subarray(0, MAGIC.length)) !== MAGIC) return null
  const end = file.indexOf(LINE_END, MAGIC.length)
  const { directory, ...header }: Header & { directory: Directory } = JSON.parse(
    ascii.decode(file.subarray(MAGIC.length, end)),
  )
  const start = aligned(end + 1)
  const bytes = (name: keyof Sections) => {
    const [offset, length] = directory[name]
    return { buffer: file.buffer, at: file.byteOffset + start + offset, length }
  }
  const words = (name: keyof Sections) => {
    const { buffer, at, length } = bytes(name)
    return new Uint32Array(buffer, at, length / 4)
  }
  const floats = (name: keyof Sections) => {
    const { buffer, at, length } = bytes(name)
    return new Float32Array(buffer, at, length / 4)
  }
  const shorts = (name: keyof Sections) => {
    const { buffer, at, length } = bytes(name)
    return new Uint16Array(buffer, at, length / 2)
  }
  const octets = (name: keyof Sections) => {
    const { buffer, at, length } = bytes(name)
    return new Uint8Array(buffer, at, length)
  }
  return {
    header,
    sections: {
      id: words('id'),
      lat: floats('lat'),
      lon: floats('lon'),
      population: words('population'),
      feature: shorts('feature'),
      country: shorts('country'),
      within: words('within'),
      nameStart: words('nameStart'),
      nameBytes: octets('nameBytes'),
      placeStart: words('placeStart'),
      places: words('places'),
      titleStart: words('titleStart'),
      titleBytes: octets('titleBytes'),
      codes: octets('codes'),
    },
  }
}
