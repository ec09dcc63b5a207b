// Sentences -> events, through the model that ships: what happened, by whom, to whom, whether it did, on whose word.

import { expect, it } from 'vitest'
import { openDocument } from '../../intake/document.ts'
import { read } from '../../pipeline.ts'
import { sharedResources } from '../../testing/resources.ts'

const resources = await sharedResources()

/** Each event as "TYPE/mode status: actors -> recipients", "said" where it stands on somebody's word. */
async function told(text: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(JSON.stringify({ id: 'case', text }))
  const { articles } = await read(await openDocument({ bytes, origin: 'case' }), resources)
  return articles.flatMap(({ events }) =>
    events.map(({ type, mode, status, participants, statement }) => {
      const those = (role: string) =>
        participants
          .filter((party) => party.role === role)
          .map(({ spans }) => spans.map((span) => text.slice(...span)).join(' '))
          .join(', ')
      const kind = mode ? `${type}/${mode}` : type
      return `${kind} ${status}: ${those('actor')} -> ${those('recipient')}${statement ? ' | said' : ''}`
    }),
  )
}

it.each([
  [
    'Gunmen kidnapped two aid workers near the border on Monday.',
    ['ASSAULT/abduct actual: Gunmen -> two aid workers'],
    'who did what to whom',
  ],
  ['Police arrested the mayor on Friday.', ['COERCE/arrest actual: Police -> the mayor'], 'the mode by the trigger'],
  [
    'The minister raised the flag in the centre of Mosul, which was recently liberated from Islamic State militants.',
    ['ASSAULT actual:  -> Islamic State militants'],
    'from whom a town is taken is no actor',
  ],
  ['The sky over the valley was clear and the road was dry.', [], 'nothing that a category covers'],
])('%s', async (text, expected) => expect(await told(text)).toEqual(expected))

it('knows on whose word an event stands', async () => {
  const events = await told('The ministry said that rebels had attacked the village of Karim.')
  expect(events).toContainEqual(expect.stringMatching(/^ASSAULT.* rebels -> .*\| said$/))
})

it('knows what is only demanded', async () => {
  const events = await told('The president demanded the release of the prisoners.')
  expect(events).toContainEqual(expect.stringMatching(/^RETREAT\/release demanded/))
})

it('names the sentence that each event stands in', async () => {
  const text =
    'Shots were heard in Gao. Gunmen kidnapped two aid workers near the U.S. Embassy on Monday.Police arrested the mayor.'
  const bytes = new TextEncoder().encode(JSON.stringify({ id: 'case', text }))
  const { articles } = await read(await openDocument({ bytes, origin: 'case' }), resources)
  const [{ events, sentences = [] }] = articles
  const sentenceOf = (trigger: string) => {
    const found = events.find(({ trigger: span }) => text.slice(...span) === trigger)
    return found?.sentence === undefined ? undefined : text.slice(...sentences[found.sentence].span)
  }
  expect(sentenceOf('kidnapped')).toBe('Gunmen kidnapped two aid workers near the U.S. Embassy on Monday.')
  expect(sentenceOf('arrested')).toBe('Police arrested the mayor.')
})

it.each<[string, string | undefined, string]>([
  ['The town was shelled, the ministry said on Friday.', undefined, 'the day of the saying'],
  ['The town was shelled on Friday, the ministry said.', 'Friday', 'the day of the shelling'],
  ['The ministry said that the town was shelled on Friday.', 'Friday', 'the same behind the cue'],
])('%s', async (text, expected) => {
  const bytes = new TextEncoder().encode(JSON.stringify({ id: 'case', text, published: '2014-05-20' }))
  const { articles } = await read(await openDocument({ bytes, origin: 'case' }), resources)
  const [{ events, times }] = articles
  const span = times.find(({ id }) => id === events.find(({ type }) => type === 'ASSAULT')?.time)?.span
  expect(span && text.slice(...span)).toBe(expected)
})
