import { expect, it } from 'vitest'
import type { EventMention } from '../../types.ts'
import { withContinued } from './continued.ts'

it.each<[text: string, status: EventMention['status'], added: EventMention['status'], why: string]>([
  ['It denied that it had <bombed> the market, <killing> 26.', 'denied', 'denied', 'both are denied'],
  ['If they had <bombed> it, <killing> 26, all would know.', 'hypothetical', 'hypothetical', 'neither is said'],
  ['It <bombed> the market, <killing> 26.', 'actual', 'actual', 'nothing to carry on'],
  ['It denied that it had <bombed> the market, after a shell <killed> 26.', 'denied', 'actual', 'a clause of its own'],
  ['It denied <bombing> the market after the <killing> of 26.', 'denied', 'actual', 'a noun'],
])('%s: %s, %s (%s)', (marked, status, added) => {
  const text = marked.replace(/[<>]/g, '')
  let from = 0
  const events = [...marked.matchAll(/<(\w+)>/g)].map(([, word], index): EventMention => {
    const start = text.indexOf(word, from)
    from = start + word.length
    return {
      id: `v${index}`,
      type: 'ASSAULT',
      trigger: [start, from],
      sentence: 0,
      participants: [],
      counts: [],
      status: index === 0 ? status : 'actual',
      statement: null,
      confidence: 1,
    }
  })
  expect(withContinued(events, text).map((event) => event.status)).toEqual([status, added])
})
