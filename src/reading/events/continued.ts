// The events of an article -> the same, what a clause with "-ing" adds to an event as sure or unsure as the event: "denied that its planes
// had bombed the market, killing 26".

import type { EventMention } from '../../types.ts'

const ADDED = /, (?:\p{Ll}+ly )?$/u
const ADVERB_CHARACTERS = 20

/** @param events in the order of the text */
export function withContinued(events: readonly EventMention[], text: string): EventMention[] {
  const settled: EventMention[] = []
  for (const event of events) {
    const before = settled.findLast(({ trigger }) => trigger[1] <= event.trigger[0])
    const isAdded =
      event.status === 'actual' &&
      before?.sentence === event.sentence &&
      (before?.status === 'denied' || before?.status === 'hypothetical') &&
      /^\p{L}+ing$/u.test(text.slice(...event.trigger)) &&
      ADDED.test(text.slice(event.trigger[0] - ADVERB_CHARACTERS, event.trigger[0]))
    settled.push(isAdded && before ? { ...event, status: before.status } : event)
  }
  return settled
}
