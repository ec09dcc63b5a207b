// A reviewed article -> who said what in it, as PolNeAR has it: source, cue and content as lists of spans. `discard` is what nobody looked at.

import { headOf, merged, type Reviewed, within } from './labelled.ts'

export function labelledStatements(reviewed: Reviewed) {
  const { article, who } = reviewed
  const { id, title, date, text } = headOf(reviewed)
  const inArticle = (spans: readonly (readonly [number, number])[]) => spans.map(([a, b]) => within(reviewed, [a, b]))
  const all = article.statements.map(({ id, source, cue, content, decided }) => ({
    decided,
    attribution: { id, source: inArticle(source?.spans ?? []), cue: inArticle(cue), content: inArticle(content) },
  }))
  return {
    id,
    publisher: article.outlet ?? null,
    date,
    title,
    annotator: who,
    text,
    attributions: all.flatMap(({ decided, attribution }) => (decided ? [attribution] : [])),
    discard: merged(
      all.flatMap(({ decided, attribution: { source, cue, content } }) =>
        decided ? [] : [...source, ...cue, ...content],
      ),
    ),
  }
}
