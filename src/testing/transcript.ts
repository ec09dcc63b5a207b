// A reading -> lines a person can check at a glance: the form of the expected files in cases/.

import type { Article, Entity, EventMention, Reading, Span } from '../types.ts'

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
  const { title, outlet, bylines, dateline, published, language, blocks, statements, events, entities } = article
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
    ...events.flatMap((event) => transcribeEvent(event, article, flat)),
    '',
    ...entities.map((entity) => transcribeEntity(entity, flat)),
    '',
  ]
}

/** "a1.v1  ASSAULT "killed", actual, on a1.s1", and below it who did what to whom, where, when and how many. */
function transcribeEvent(
  event: EventMention,
  { entities, times, counts }: Article,
  flat: (span: Span) => string,
): string[] {
  const { id, type, mode, trigger, participants, status, statement } = event
  const place = entities.find((entity) => entity.id === event.place)
  const time = times.find((each) => each.id === event.time)
  const parts = [
    ...participants.map(({ role, spans }) => `${role} ${spans.map(flat).join(' ... ')}`),
    ...(place ? [`at ${place.name}`] : []),
    ...(time ? [`on ${time.value}`] : []),
    ...counts
      .filter((each) => event.counts.includes(each.id))
      .map(
        ({ low, high, of, fate }) => `${low === high ? low : `${low}-${high ?? ''}`} ${of}${fate ? ` ${fate}` : ''}`,
      ),
  ]
  const head = `${id}  ${type}${mode ? ` (${mode})` : ''} "${flat(trigger)}", ${status}, on ${statement ?? "the reporter's word"}`
  return parts.length > 0 ? [head, `    ${parts.join('; ')}`] : [head]
}

const transcribeEntity = ({ type, name, mentions }: Entity, flat: (span: Span) => string) =>
  `${type.padEnd(12)} ${name}: ${[...new Set(mentions.map(({ span }) => flat(span)))].join(' / ')}`
