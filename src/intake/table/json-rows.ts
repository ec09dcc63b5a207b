// A JSON file that is a list of objects, or holds one under a usual name -> its items, each a report of its own.

import type { Container } from '../container.ts'
import { IS_JSON_FEED } from '../feed/feed.ts'
import { readText } from '../io/read-text.ts'
import { parseJson } from '../parse-json.ts'
import { isKnownName, type Row } from './columns.ts'
import { type NumberedRow, rowParts } from './rows.ts'

/** Where services keep a list: "articles" (news services), "data" (social networks), "items" and the like. */
const LISTS = [
  'articles',
  'posts',
  'tweets',
  'messages',
  'data',
  'items',
  'results',
  'documents',
  'stories',
  'records',
  'rows',
  'value',
]

const LIST = new RegExp(`^\\s*\\{[^[\\]]{0,3000}?"(?:${LISTS.join('|')})"\\s*:\\s*\\[\\s*\\{`)

export const jsonRows: Container = {
  name: 'a list in JSON',
  matches(head) {
    const bare = head.replace(/^\xef\xbb\xbf/, '')
    if (
      IS_JSON_FEED.test(bare) ||
      /"@type"\s*:\s*"ClaimReview"/.test(bare) ||
      !(/^\s*\[\s*\{/.test(bare) || LIST.test(bare))
    )
      return false
    return new Set(Array.from(bare.matchAll(/"([^"\\]{1,60})"\s*:/g), ([, name]) => name).filter(isKnownName)).size >= 2
  },
  async *parts(source, limits) {
    const text = await readText(source, limits, 'utf-8')
    yield* rowParts(rowsOf(parseList(text)), source, limits)
  },
}

function parseList(text: string): readonly unknown[] {
  const value = parseJson(text)
  if (Array.isArray(value)) return value
  const fields = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  return listIn(fields) ?? []
}

/** {"articles": [...]}, and {"data": {"articles": [...]}}. */
function listIn(fields: ReadonlyMap<string, unknown>, depth = 0): readonly unknown[] | undefined {
  const named = LISTS.map((name) => fields.get(name)).find((list) => Array.isArray(list))
  if (Array.isArray(named)) return named
  if (depth === MAX_DEPTH) return undefined
  for (const value of fields.values())
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const found = listIn(new Map<string, unknown>(Object.entries(value)), depth + 1)
      if (found !== undefined) return found
    }
  return undefined
}

const MAX_DEPTH = 3

function* rowsOf(items: readonly unknown[]): Generator<NumberedRow> {
  for (const [index, item] of items.entries())
    if (typeof item === 'object' && item !== null && !Array.isArray(item))
      yield { name: `item ${index + 1}`, cells: withoutNothing({ ...item }) }
}

const withoutNothing = (cells: Row): Row =>
  Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== null && cell !== ''))
