// A sentence that says what the people of an event were -> whom it was done to, and who did it.

import { expect, it } from 'vitest'
import { eventDraft, groundsOf, type Wanted } from '../../testing/event-draft.ts'
import { readParagraph } from '../../testing/read-text.ts'
import { sharedResources } from '../../testing/resources.ts'
import { withSaidToBe } from './said-to-be.ts'

const { names } = await sharedResources()

it.each<[text: string, trigger: string, parts: Wanted, actor: string[], recipient: string[], why: string]>([
  [
    'The nine people killed in Gao were farmers, the mayor said.',
    'killed',
    { recipient: 'The nine people' },
    [],
    ['The nine people', 'farmers'],
    'what they were',
  ],
  [
    'The men whom soldiers shot in Gao were all teachers.',
    'shot',
    { recipient: 'soldiers' },
    ['soldiers'],
    ['teachers'],
    'the soldiers shot',
  ],
  [
    'All of those killed in the raid on Gao were local teachers.',
    'raid',
    { actor: 'local teachers' },
    [],
    ['local teachers'],
    'they raided nobody',
  ],
  ['The nine people killed in Gao were buried.', 'killed', {}, [], [], 'no people'],
  ['The nine people killed in Gao were not rebels.', 'killed', {}, [], [], 'what they were not'],
  ['The nine people killed in Gao were in their homes.', 'killed', {}, [], [], 'where they were'],
  [
    'The rebels who killed nine in Gao were teachers.',
    'killed',
    { actor: 'The rebels' },
    ['The rebels'],
    [],
    'who did it',
  ],
])('%s "%s" with %j: %j, %j (%s)', async (text, trigger, parts, actor, recipient) => {
  const draft = eventDraft(text, trigger, parts)
  const found = withSaidToBe(draft, groundsOf(await readParagraph(text), [draft]), names)
  const words = (spans: readonly (readonly [number, number])[]) => spans.map((span) => text.slice(...span))
  expect([words(found.actor), words(found.recipient)]).toEqual([actor, recipient])
})
