// Article -> the statements that their layout alone lays to somebody: turns of a transcript, and signed quotations.

import type { ArticleText, Span } from '../../types.ts'
import type { Found } from './distinct.ts'

/** "BENKO: We left the town.", also where a quotation of many paragraphs opens each with a mark. */
const TURN =
  /^\s*["“‘']?(?<source>\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,3})(?<cue>:)\s+(?<content>\S.*?)["”’']?\s*$/du

/** "“We left the town.” — Dario Benko, a farmer" */
const SIGNED =
  /^\s*(?<content>["“”‘'].*[.,!?…]["”’'])\s*(?<cue>[—–―]|--|(?<=\s)-(?=\s))\s*(?<source>\p{Lu}\S*(?: (?:\p{Lu}\S*|de|van|von|der|bin|al|el))*(?:, .{1,60})?)\s*$/du

/** Somebody speaks to somebody: "DATE: 3 May", said again and again, makes no transcript. */
const SPOKEN = /\b(?:I|me|my|we|us|our|you|your)\b|\?/i
const TURNS = 3
const SPEAKERS = 2

export function signedIn({ text, blocks }: Pick<ArticleText, 'text' | 'blocks'>): Found[] {
  const lines = blocks
    .filter(({ kind }) => kind !== 'furniture' && kind !== 'credit')
    .flatMap(({ span: [from, to] }) =>
      [...text.slice(from, to).matchAll(/[^\n]+/g)].map((line) => ({ from: from + line.index, line: line[0] })),
    )
  const matching = (pattern: RegExp) => lines.flatMap(({ from, line }) => foundBy(pattern, line, from))
  return [...transcript(text, matching(TURN)), ...matching(SIGNED)]
}

/** The turns of those who speak to one another, if there are enough. */
function transcript(text: string, labelled: readonly Found[]): Found[] {
  const nameOf = ({ source }: Found) => text.slice(...source[0])
  const speakers = new Set(labelled.filter(({ content }) => SPOKEN.test(text.slice(...content[0]))).map(nameOf))
  const turns = labelled.filter((turn) => speakers.has(nameOf(turn)))
  return turns.length >= TURNS && speakers.size >= SPEAKERS ? turns : []
}

function foundBy(pattern: RegExp, line: string, from: number): Found[] {
  const { source, cue, content } = pattern.exec(line)?.indices?.groups ?? {}
  if (!source || !cue || !content) return []
  const moved = ([start, end]: [number, number]): Span => [from + start, from + end]
  return [{ source: [moved(source)], cue: [moved(cue)], content: [moved(content)], sure: 1 }]
}
