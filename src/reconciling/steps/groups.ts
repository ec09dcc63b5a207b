// Sorted lines -> groups of lines with one key, one group at a time. A line out of its order is an error, since it would be missing elsewhere.

import { UserError } from '../../user-error.ts'
import type { Line } from './line.ts'

export async function* inOrder(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  let last = ''
  for await (const line of lines) {
    if (line.key < last)
      throw new UserError(
        `the lines are not sorted: "${line.key}" comes after "${last}"; sort them by their keys (LC_ALL=C sort)`,
      )
    last = line.key
    yield line
  }
}

export async function* groupsOf(lines: AsyncIterable<Line>): AsyncGenerator<{ key: string; values: string[] }> {
  let [last, values]: [string, string[]] = ['', []]
  for await (const { key, json } of inOrder(lines)) {
    if (key !== last && values.length > 0) {
      yield { key: last, values }
      values = []
    }
    last = key
    values.push(json)
  }
  if (values.length > 0) yield { key: last, values }
}

/** Of each key the last line. */
export async function* lastOfEach(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const { values } of groupsOf(lines)) yield values[values.length - 1]
}
