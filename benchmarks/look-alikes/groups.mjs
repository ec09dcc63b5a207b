// A file of groups -> its reports, and for each event told of in them, which of the group's events it is. "= why" begins a group; below it
// stands a report a line: the day of publication, the letter of the event that it tells of, the text. "{B}" in a text: from here on, event B.

import { readFileSync } from 'node:fs'

/** @returns {{ id: string, why: string, reports: { id: string, published: string, text: string, parts: [from: number, event: string][] }[] }[]} */
export function parseGroups(file) {
  const groups = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, why] = /^= (.*)$/.exec(line) ?? []
    if (why !== undefined) groups.push({ id: `g${groups.length + 1}`, why, reports: [] })
    const [, published, event, marked] = /^(\d{4}-\d\d-\d\d) ([A-Z]) {2}(.*)$/.exec(line) ?? []
    if (published === undefined) continue
    const { id, reports } = groups.at(-1)
    reports.push({ id: `${id}.${reports.length + 1}`, published, ...unmark(marked, event) })
  }
  return groups
}

function unmark(marked, event) {
  const parts = [[0, event]]
  let text = ''
  for (const [at, piece] of marked.split(/\{([A-Z])\} ?/).entries()) {
    if (at % 2 === 0) text += piece
    else parts.push([text.length, piece])
  }
  return { text, parts }
}

/** The event that a report tells of at an offset of its text. */
export const eventAt = ({ parts }, offset) => parts.findLast(([from]) => from <= offset)[1]
