// What a tool is: what it takes, what it answers, and what it works with.

import { z } from 'zod'
import type { ChoosePlaces } from '../record/incidents/list.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Scope } from '../record/scope.ts'
import { type Mark, unmarked } from './material.ts'

/** What the command line lends. */
export interface Lent {
  record: OpenRecord
  /** Those of some places that lie inside what was typed: a country, a region, a town. */
  placesInside: (typed: string) => ChoosePlaces
}

export interface Bench extends Lent {
  mark: Mark
}

export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  name: string
  title: string
  description: string
  input: Input
  output: Output
  answer: (bench: Bench, asked: z.infer<Input>) => z.infer<Output>
}

/** Keeps the types of a tool while it is written. */
export const tool = <Input extends z.ZodObject, Output extends z.ZodObject>(made: Tool<Input, Output>) => made

export const paging = {
  limit: z.number().int().min(1).max(50).default(20).describe('At most so many; fewer if they are long'),
  cursor: z.string().max(40).optional().describe('The next_cursor of the last answer, with the same other arguments'),
}

export const next_cursor = z.string().nullable().describe('Null if there is no more')

export const day = z
  .string()
  .regex(/^\d{4}(-\d\d){0,2}$/)
  .describe('An ISO date: 2016-06-26, 2016-06 or 2016')

export const words = z
  .string()
  .min(1)
  .max(400)
  .describe('All words must occur. "Quotes" find an exact phrase; bomb* finds any ending')

export const name = z.string().min(1).max(300)

export const inCollection = {
  collection: name.optional().describe('Only what people filed under this name (list_collections has the names)'),
}

export const scopeOf = ({ collection }: { collection?: string | undefined }): Scope =>
  collection === undefined ? {} : { collection: unmarked(collection) }
