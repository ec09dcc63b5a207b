// A reading -> lines a person can check at a glance: the form of the expected files in cases/.

import type { Article, Entity, Reading, Span } from '../types.ts'

export function transcribe({ document: { text }, articles, warnings }: Reading): string {
  const flat = (span: Span) => text.slice(...span).replace(/\s+/g, ' ')
  const all = (spans: readonly Span[]) => spans.map(flat).join(' ... ')
  const warned = warnings.map(({ code, span }) => `warning  ${code}${span ? `: ${flat(span).slice(0, 60)}` : ''}`)
  return `${[...articles.flatMap((article) => transcribeArticle(article, flat, all)), ...warned].join('\n')}\n`
}

function transcribeArticle(
  article: Article,
  flat: (span: Span) => string,
  all: (spans: readonly Span[]) => string,
): string[] {
  const { title, outlet, bylines, dateline, published, language, blocks, statements, entities } = article
  const nameOf = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name ?? '?'
  const about = [
    outlet && `outlet ${outlet}`,
    bylines && `by ${bylines.join(', ')}`,
    dateline && `from ${dateline.place}`,
    published && `on ${published.value} (${published.basis})`,
    `in ${language}`,
  ]
  return [
    `== ${title ? flat(title) : '(no title)'}`,
    about.filter(Boolean).join('; '),
    '',
    ...blocks.map(({ kind, span }) => `${kind.padEnd(10)} ${flat(span).slice(0, 90)}`),
    '',
    ...statements.flatMap(({ id, source, cue, content, manner, stance, relay = [], within }) => [
      `${id}  ${source ? `${all(source.spans)} = ${nameOf(source.entity)}${source.named ? '' : ' (unnamed)'}` : 'nobody'}`,
      `    ${[manner, stance, ...relay.map((via) => `via ${nameOf(via)}`), ...(within ? [`within ${within}`] : [])].join(', ')}: "${all(cue)}"`,
      `    ${all(content)}`,
    ]),
    '',
    ...entities.map((entity) => transcribeEntity(entity, flat)),
    '',
  ]
}

const transcribeEntity = ({ type, name, mentions }: Entity, flat: (span: Span) => string) =>
  `${type.padEnd(12)} ${name}: ${[...new Set(mentions.map(({ span }) => flat(span)))].join(' / ')}`
