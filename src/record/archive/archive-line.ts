// A line of an archive -> what it holds. Throws UserError where it is none, or not as it should be; what an entry and a reading hold is
// checked where the lines before are known (check-entry.ts, check-reading.ts).

import { z } from 'zod'
import { UserError } from '../../user-error.ts'
import { ARCHIVE } from './archive.ts'
import { isInstant } from './formats.ts'

const text = z.string()
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().nonnegative()
const instant = z.string().refine(isInstant, 'this is no time')

const record = z.strictObject({
  record: z.literal(ARCHIVE),
  documents: count,
  entries: count,
  head: hash,
  collection: text.min(1).optional(), // only this one: the log has gaps
})
const entry = z.strictObject({
  entry: z.strictObject({
    number: z.int().positive(),
    at: text,
    who: text,
    what: text,
    about: text,
    previous: hash,
    hash,
    detail: z.unknown(),
  }),
})
const document = z.strictObject({
  document: z.strictObject({
    sha256: hash,
    id: text,
    origin: text,
    mediaType: text,
    receivedAt: instant,
    retrievedAt: instant.nullable(),
    reader: z.looseObject({ version: text, model: text, settings: text }),
    given: z.looseObject({ origin: text }),
    reading: hash,
    size: count,
    sightings: z.array(z.strictObject({ origin: text, id: text, receivedAt: instant })),
    bytes: text, // in base64; the hash tells whether they are all there
  }),
})
const reading = z.strictObject({ reading: z.looseObject({ schema: z.literal('hearsay/reading/1') }) })
const grade = z.strictObject({
  grade: z.strictObject({
    name: text,
    grade: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
    why: text.nullable(),
    setAt: instant,
  }),
})

const KINDS = { record, entry, document, reading, grade }

export type ArchiveLine = { [Kind in keyof typeof KINDS]: z.infer<(typeof KINDS)[Kind]> }[keyof typeof KINDS]

export function parseArchiveLine(json: string): ArchiveLine {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    throw new UserError(`malformed JSON (${error instanceof Error ? error.message : error})`)
  }
  const kind = typeof value === 'object' && value !== null ? Object.keys(value)[0] : undefined
  if (kind === undefined || !Object.hasOwn(KINDS, kind)) throw new UserError('this is no line of a record')
  const parsed = KINDS[kind as keyof typeof KINDS].safeParse(value)
  if (parsed.success) return value as ArchiveLine // as it is, with its keys in their order
  const [{ path, message }] = parsed.error.issues
  throw new UserError(`${path.join('.')}: ${message}`)
}
