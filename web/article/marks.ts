// An article's reading -> the marks in its text, each with its role.

import type { ArticleAnswer } from '../../src/server/answers.ts'

export type Article = ArticleAnswer['article']
export type Span = Article['span']
export type Role = 'source' | 'unnamed' | 'cue' | 'content' | 'event' | 'place' | 'time' | 'count' | 'signal'

/** `id` is that of the statement, event, entity, time or count that the mark belongs to. */
export interface Mark {
  id: string
  role: Role
  span: Span
}

export function marksOf({ statements, events, entities, times, counts, signals = [] }: Article): Mark[] {
  return [
    ...statements.flatMap(({ id, source, cue, content }) => [
      ...content.map((span): Mark => ({ id, role: 'content', span })),
      ...(source?.spans ?? []).map((span): Mark => ({ id, role: source?.named ? 'source' : 'unnamed', span })),
      ...cue.map((span): Mark => ({ id, role: 'cue', span })),
    ]),
    ...entities
      .filter(({ place }) => place)
      .flatMap(({ id, mentions }) =>
        mentions.filter(({ kind }) => kind !== 'pronoun').map(({ span }): Mark => ({ id, role: 'place', span })),
      ),
    ...signals.flatMap(({ spans }, index) =>
      spans.map((span): Mark => ({ id: signalId(index), role: 'signal', span })),
    ),
    ...times.map(({ id, span }): Mark => ({ id, role: 'time', span })),
    ...counts.map(({ id, span }): Mark => ({ id, role: 'count', span })),
    ...events.map(({ id, trigger }): Mark => ({ id, role: 'event', span: trigger })),
  ]
}

/** A signal has no id of its own. */
export const signalId = (index: number): string => `signal-${index}`

/** Statements and events in the order in which they are read. */
export const inReadingOrder = <Thing>(things: readonly Thing[], spansOf: (thing: Thing) => readonly Span[]): Thing[] =>
  [...things].sort((a, b) => firstOf(spansOf(a)) - firstOf(spansOf(b)))

const firstOf = (spans: readonly Span[]): number => Math.min(...spans.map(([start]) => start))

/** Of the marks at one point, which a pointer means: what is smallest, and of equals what says most. */
export function pointedAt(marks: readonly Mark[]): Mark | null {
  const size = ({ span: [start, end] }: Mark) => end - start
  return marks.reduce<Mark | null>((best, mark) => (best && size(best) < size(mark) ? best : mark), null)
}
