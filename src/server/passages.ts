// An event of an article -> the words that say one aspect of it, and the sentence that it stands in.

import type { Article, EventMention, Span } from '../types.ts'

/** Where nothing is said of the aspect itself, the word for the event. */
export function aspectSpan({ entities, times, counts }: Article, event: EventMention, aspect: string): Span {
  const [name, of] = aspect.split(':')
  const participant = event.participants.find(({ role }) => role === name)
  if (participant) return participant.spans[0]
  if (name === 'place' && event.place !== undefined) {
    const mentions = entities.find(({ id }) => id === event.place)?.mentions.map(({ span }) => span) ?? []
    return nearest(mentions, event.trigger)
  }
  if (name === 'time' && event.time !== undefined)
    return times.find(({ id }) => id === event.time)?.span ?? event.trigger
  if (name === 'count') {
    const own = counts.filter(({ id }) => event.counts.includes(id))
    return (own.find((count) => count.fate === of || count.of === of) ?? own[0])?.span ?? event.trigger
  }
  return event.trigger
}

function nearest(spans: readonly Span[], [at]: Span): Span {
  const distance = ([start]: Span) => Math.abs(start - at)
  return (
    spans.reduce<Span | null>((best, span) => (best && distance(best) <= distance(span) ? best : span), null) ?? [
      at,
      at,
    ]
  )
}

const LONGEST = 600

/** From the end of the sentence before to the end of its own, within its block; cut where that is very long. */
export function sentenceAround(text: string, { blocks }: Article, [from, to]: Span): string {
  const block = blocks.find(({ span }) => span[0] <= from && span[1] >= to)?.span ?? [from, to]
  const before = text.slice(block[0], from)
  const starts = [...before.matchAll(/[.!?]["”’)]?\s+(?=["“‘(]?\p{Lu})/gu)].at(-1)
  const start = block[0] + (starts ? starts.index + starts[0].length : 0)
  const after = /[.!?]["”’)]?(?=\s+["“‘(]?\p{Lu}|\s*$)/u.exec(text.slice(to, block[1]))
  const end = after ? to + after.index + after[0].length : block[1]
  const sentence = text.slice(start, end).replace(/\s+/g, ' ').trim()
  return sentence.length > LONGEST ? `${sentence.slice(0, LONGEST)}…` : sentence
}
