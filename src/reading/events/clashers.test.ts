// A clash -> its other side, if "with" leads to people.

import { expect, it } from 'vitest'
import { eventDraft, groundsOf } from '../../testing/event-draft.ts'
import { readParagraph } from '../../testing/read-text.ts'
import { sharedResources } from '../../testing/resources.ts'
import { withClashers } from './clashers.ts'

const { names } = await sharedResources()

it.each<[text: string, trigger: string, type: string, actor: string[], recipient: string[], why: string]>([
  ['Students clashed with police in Gao.', 'clashed', 'PROTEST', ['Students'], ['police'], 'a riot against police'],
  ['Rebels clashed with soldiers in Gao.', 'clashed', 'ASSAULT', ['Rebels', 'soldiers'], [], 'both fight'],
  ['Rebels fought with axes in Gao.', 'fought', 'ASSAULT', ['Rebels'], [], 'a weapon'],
  ['Students marched with nurses in Gao.', 'marched', 'PROTEST', ['Students'], [], 'side by side'],
  ['Students clashed in Gao with no warning.', 'clashed', 'PROTEST', ['Students'], [], 'nobody'],
])('%s "%s" %s: %j, %j (%s)', async (text, trigger, type, actor, recipient) => {
  const draft = eventDraft(text, trigger, { type, actor: text.split(' ')[0] })
  const found = withClashers(draft, groundsOf(await readParagraph(text), [draft]), names)
  const words = (spans: readonly (readonly [number, number])[]) => spans.map((span) => text.slice(...span))
  expect([words(found.actor), words(found.recipient)]).toEqual([actor, recipient])
})
