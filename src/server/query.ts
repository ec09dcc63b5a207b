// The parts of an address that several routes take, and what they must look like.

import { z } from '@hono/zod-openapi'

export const pageNumber = z.coerce
  .number()
  .int()
  .min(1)
  .max(100_000)
  .default(1)
  .openapi({ description: 'Counted from 1' })

/** An ISO day, month or year. */
const day = z
  .string()
  .regex(/^\d{4}(-\d\d){0,2}$/)
  .optional()
  .openapi({ description: 'An ISO date: 2016-06-26, 2016-06 or 2016' })

const values = z
  .union([z.string().max(500), z.array(z.string().max(500)).max(20)])
  .transform((value) => [value].flat())
  .optional()

/** What every list, page and figure can be narrowed to. */
export const collectionQuery = {
  collection: z
    .string()
    .max(1000)
    .optional()
    .openapi({ description: 'Only what the documents in this collection say' }),
}

export const searchQuery = z.object({
  q: z
    .string()
    .max(400)
    .default('')
    .openapi({ description: 'All words must occur. "Quotes" find an exact phrase; bomb* finds any ending' }),
  outlet: values,
  source: values,
  kind: values,
  stance: values,
  manner: values,
  type: values,
  place: values,
  month: values,
  signal: values,
  from: day,
  to: day,
  page: pageNumber,
  ...collectionQuery,
})

/** One line: it stands in the log for good. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u)

export const who = line(100).openapi({ description: 'The name of the person who decides, kept in the log' })
