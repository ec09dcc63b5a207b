// A reading, or the detail of an entry, as JSON gave it -> what is not as the types say, in a few words. What is checked is
// the JSON Schemas that are generated from the types, so that no copy of them can fall behind; zod, which checks all else, reads them.

import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Details } from '../custody/details.ts'

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0] & object
interface SchemaFile {
  definitions: Record<string, SchemaPart>
}
export interface SchemaPart {
  $ref?: string
  items?: SchemaPart | SchemaPart[]
  properties?: Record<string, SchemaPart>
  anyOf?: SchemaPart[]
}

const readSchema = (name: string): SchemaFile =>
  JSON.parse(readFileSync(new URL(`../../../schema/${name}.json`, import.meta.url), 'utf8'))

const log = readSchema('log')
export const READING_SCHEMA = readSchema('reading')

export type Kind = keyof Details
const KINDS = log.definitions.Details.properties ?? {}
export const isKind = (what: string): what is Kind => Object.hasOwn(KINDS, what)

const schemas = new Map<Kind | 'reading', z.ZodType>()

/** Null where all is as it should be; else the path to what is not, and why. */
export function faultOfShape(kind: Kind | 'reading', value: unknown): string | null {
  const schema = schemas.get(kind) ?? schemaOf(kind)
  schemas.set(kind, schema)
  const parsed = schema.safeParse(value)
  return parsed.success ? null : describe(parsed.error.issues)
}

const schemaOf = (kind: Kind | 'reading'): z.ZodType =>
  kind === 'reading' ? compile(READING_SCHEMA) : compile({ definitions: log.definitions, ...KINDS[kind] })

const compile = (schema: SchemaFile): z.ZodType =>
  z.fromJSONSchema({ $schema: 'http://json-schema.org/draft-07/schema#', ...schema } as JsonSchema)

/** Of a union, what keeps the value from being the kind that it is most like. */
function describe([issue]: readonly z.core.$ZodIssue[], before: PropertyKey[] = []): string {
  const path = [...before, ...issue.path]
  if (issue.code === 'invalid_union') {
    const nearest = [...issue.errors].sort((a, b) => distance(a) - distance(b)).at(0)
    if (nearest && nearest.length > 0) return describe(nearest, path)
  }
  return `${path.map(String).join('.')}: ${issue.message}`
}

/** A value that is of another kind altogether has its fault at the top, or in its `kind`. */
const distance = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.reduce((sum, { path }) => sum + (path.length === 0 || path[0] === 'kind' ? 100 : 1), 0)
