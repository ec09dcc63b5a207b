// An article's statements -> the role of each character of the text: source, cue, content or none.

import type { Article, Span } from '../../types.ts'

export type Role = 'source' | 'unnamed' | 'cue' | 'content'

export interface Mark {
  role: Role
  span: Span
}

export function marksOf({ statements }: Article): Mark[] {
  return statements.flatMap(({ source, cue, content }) => [
    ...(source?.spans ?? []).map((span): Mark => ({ role: source?.named ? 'source' : 'unnamed', span })),
    ...cue.map((span): Mark => ({ role: 'cue', span })),
    ...content.map((span): Mark => ({ role: 'content', span })),
  ])
}

/** In order of priority: if marks share a character, the last of these roles is shown. */
const ORDER: readonly Role[] = ['content', 'source', 'unnamed', 'cue']

/** The role of every UTF-16 unit of the span. */
export function paintRoles([start, end]: Span, marks: readonly Mark[]): (Role | null)[] {
  const roles: (Role | null)[] = new Array(end - start).fill(null)
  for (const role of ORDER) {
    for (const mark of marks) {
      if (mark.role !== role) continue
      for (let i = Math.max(start, mark.span[0]); i < Math.min(end, mark.span[1]); i++) roles[i - start] = role
    }
  }
  return roles
}

const BRACKETS: Record<Role, [open: string, close: string]> = {
  source: ['[', ']'],
  unnamed: ['[?', ']'],
  cue: ['<', '>'],
  content: ['{', '}'],
}

/** Marks without colour: `[Ruiz] <said> {that it rained}`. Inner marks are nested in outer ones. */
export function bracket(text: string, [start, end]: Span, marks: readonly Mark[]): string {
  const within = marks
    .map(({ role, span }) => ({ role, from: Math.max(start, span[0]), to: Math.min(end, span[1]) }))
    .filter(({ from, to }) => from < to)
  const unique = [...new Map(within.map((mark) => [`${mark.role} ${mark.from} ${mark.to}`, mark])).values()]
  const pieces: { at: number; rank: [number, number]; text: string }[] = unique.flatMap(({ role, from, to }) => [
    { at: from, rank: [1, from - to], text: BRACKETS[role][0] }, // where several open, the longest first
    { at: to, rank: [0, -from], text: BRACKETS[role][1] }, // where several close, the one that opened last first
  ])
  pieces.sort((a, b) => a.at - b.at || a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1])
  let result = ''
  let done = start
  for (const { at, text: piece } of pieces) {
    result += text.slice(done, at) + piece
    done = at
  }
  return result + text.slice(done, end)
}
