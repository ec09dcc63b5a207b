// A reviewed article -> its statements in PolNeAR's format: source, cue and content as lists of spans. `discard` lists what nobody
// reviewed.

import { headOf, merged, type Reviewed, within, without } from './labelled.ts'

export function labelledStatements(reviewed: Reviewed) {
  const { article, who } = reviewed
  const { id, title, date, text } = headOf(reviewed)
  const inArticle = (spans: readonly (readonly [number, number])[]) => spans.map(([a, b]) => within(reviewed, [a, b]))
  const all = article.statements.map(({ id, source, cue, content, decided }) => ({
    id,
    decided,
    spans: { source: inArticle(source?.spans ?? []), cue: inArticle(cue), content: inArticle(content) },
  }))
  const spansOf = (one: (typeof all)[number]) => Object.values(one.spans).flat()
  const gold = all.filter(({ decided }) => decided)
  return {
    id,
    publisher: article.outlet ?? null,
    date,
    title,
    annotator: who,
    text,
    attributions: gold.map(({ id, spans }) => ({ id, ...spans })),
    discard: without(merged(all.filter(({ decided }) => !decided).flatMap(spansOf)), gold.flatMap(spansOf)),
  }
}
