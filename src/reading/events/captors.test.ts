// Who takes people, and where -> an abduction, or what the model has.

import { expect, it } from 'vitest'
import { eventDraft, groundsOf, type Wanted } from '../../testing/event-draft.ts'
import { readNouns } from '../../testing/read-text.ts'
import { sharedResources } from '../../testing/resources.ts'
import { withCaptives } from './captors.ts'

const { deeds } = await sharedResources()

it.each<[text: string, trigger: string, wanted: Wanted, expected: string, why: string]>([
  [
    'Six girls were taken from a hostel in Tal by armed men.',
    'taken',
    { type: 'AID', actor: 'armed men', recipient: 'Six girls' },
    'ASSAULT abduct',
    'an abduction',
  ],
  [
    'Gunmen led away three teachers.',
    'led away',
    { type: 'COERCE', actor: 'Gunmen', recipient: 'three teachers' },
    'ASSAULT abduct',
    'the same in other words',
  ],
  [
    'Six girls were taken from a hostel in Tal by their mothers.',
    'taken',
    { type: 'AID', actor: 'their mothers', recipient: 'Six girls' },
    'AID',
    'no captors',
  ],
  [
    'Rebels took two women to hospital.',
    'took',
    { type: 'AID', actor: 'Rebels', recipient: 'two women' },
    'AID',
    'help, whoever gives it',
  ],
  [
    'Rebels took the town of Tal.',
    'took',
    { type: 'RETREAT', actor: 'Rebels', recipient: 'the town of Tal' },
    'RETREAT',
    'a town is no captive',
  ],
  [
    'Gunmen seized nine pupils in Tal.',
    'seized',
    { type: 'COERCE', actor: 'Gunmen', recipient: 'nine pupils' },
    'ASSAULT abduct',
    'armed men took them',
  ],
  [
    'Police seized nine pupils in Tal.',
    'seized',
    { type: 'COERCE', actor: 'Police', recipient: 'nine pupils' },
    'COERCE',
    'an arrest',
  ],
  [
    'The guards took nine nurses captive.',
    'took',
    { type: 'ASSAULT', actor: 'The guards', recipient: 'nine nurses' },
    'ASSAULT abduct',
    'it is said in so many words',
  ],
  [
    'Rebels killed two women.',
    'killed',
    { type: 'ASSAULT', actor: 'Rebels', recipient: 'two women' },
    'ASSAULT',
    'killed, not taken',
  ],
])('%s "%s" %j: %s (%s)', (text, trigger, wanted, expected) => {
  const drafts = [eventDraft(text, trigger, wanted)]
  const [found] = withCaptives(drafts, groundsOf(readNouns(text), drafts), deeds)
  expect([found.type, ...(found.mode ? [found.mode] : [])].join(' ')).toBe(expected)
})
