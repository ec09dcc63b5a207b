// Words in a sentence -> whether what governs them lets them have happened; what the model thinks of it is given.

import { describe, expect, it } from 'vitest'
import { eventDraft } from '../../testing/event-draft.ts'
import { readParagraph } from '../../testing/read-text.ts'
import type { EventMention } from '../../types.ts'
import { statusOf } from './status.ts'

type Status = EventMention['status']

/** What the words say, whatever the model thinks. */
const SAID: readonly (readonly [text: string, trigger: string, status: Status, why: string])[] = [
  ['The army denied shelling the market.', 'shelling', 'denied', 'a gerund'],
  ['The army denied reports of shelling in Karim.', 'shelling', 'denied', 'reports of it'],
  ['The mayor dismissed the claim that troops had looted the shop.', 'looted', 'denied', 'the claim that'],
  ['The troops did not carry out the raid.', 'raid', 'denied', 'a verb that only does it'],
  ['The court found no evidence that he had ordered the raid.', 'ordered', 'denied', 'no evidence that'],
  ['The general does not believe that rebels attacked the dam.', 'attacked', 'denied', 'does not believe that'],
  ['There were no military or civilian deaths in Karim.', 'deaths', 'denied', 'none of them'],
  ['The governor said he would release no prisoners.', 'release', 'denied', 'none of them'],
  ['Not a single lorry with flour arrived in Karim on Monday.', 'arrived', 'denied', 'not a single one'],
  ['No convoy with food reached Karim on Monday.', 'reached', 'denied', 'none with food'],
  ['The army cannot recklessly carry out a raid.', 'raid', 'denied', 'an adverb that is taken for an adjective'],
  ['The ministry had no part in the raid.', 'raid', 'denied', 'no part in'],
  ['The rebels refused to free the nurses.', 'free', 'denied', 'refused'],
  ['There were fears that rebels would attack the port.', 'attack', 'possible', 'feared, not announced'],
  ['The envoy spoke of the risk of war and bloodshed.', 'bloodshed', 'possible', 'the second of two risks'],
  ['Police had no information to corroborate claims that he was shot.', 'shot', 'possible', 'not verified'],
  ['The team could not verify reports that a bus was hit.', 'hit', 'possible', 'not verified'],
  ['It is unclear whether the men were shot.', 'shot', 'possible', 'unclear whether'],
  ['We hope the ceasefire will hold, he said.', 'hold', 'possible', 'hoped'],
  ['Police acted to prevent attacks on the shrine.', 'attacks', 'possible', 'none yet'],
  ['The bomb threat closed the school.', 'bomb', 'possible', 'a threat'],
  ['The brothers were planning attacks in the capital.', 'attacks', 'planned', 'what they planned'],
  ['He was convicted of plotting to bomb a bridge.', 'bomb', 'planned', 'a plot'],
  ['The two sides agreed to withdraw from Karim.', 'withdraw', 'planned', 'agreed'],
  ['The minister said that he would meet the rebels.', 'meet', 'planned', 'the future in the past'],
  ['The battalion flew north to fight the rebels.', 'fight', 'planned', 'what it flew for'],
  ['Army to leave valley next week', 'leave', 'planned', 'a headline'],
  ['The council approved plans for a blockade.', 'blockade', 'planned', 'plans for'],
  ['The general ordered his men to leave the school.', 'leave', 'demanded', 'an order to somebody'],
  ['The general told reporters to leave the school.', 'leave', 'demanded', 'told to'],
  [
    'The bloc called on the council to hold a session to discuss the raid and open an immediate inquiry.',
    'inquiry',
    'demanded',
    'the second thing that is asked for',
  ],
  ['The church appealed for the release of the nuns.', 'release', 'demanded', 'appealed for'],
  ['The killings must stop, she said.', 'stop', 'demanded', 'must'],
  ['An inquiry should be opened, she said.', 'inquiry', 'demanded', 'what should be'],
  ['Any attempt to enter the zone would be punished.', 'enter', 'hypothetical', 'any attempt'],
  ['He would have fired if the crowd had moved.', 'fired', 'hypothetical', 'would have'],
  ['If convicted, he could be executed.', 'executed', 'hypothetical', 'could, if'],
  ['They may attack and burn the village.', 'burn', 'possible', 'the second of two verbs'],
]

/** What no word around it allows for: the model is overruled. */
const ACTUAL: readonly (readonly [text: string, trigger: string, model: Status, why: string])[] = [
  ['A judge who had resigned in May was shot dead.', 'shot', 'hypothetical', '"had" in a relative clause'],
  ['A boy told the court that police had beaten him.', 'beaten', 'possible', 'told that, not told to'],
  ['The rebels accused the army of gassing the town.', 'gassing', 'denied', 'an accusation'],
  ['Two suspected rebels were arrested.', 'arrested', 'possible', 'they are suspected, not the arrest'],
  ['The alleged attack killed nine people.', 'killed', 'possible', 'on somebody’s word'],
  ['The mayor must give way and pledged to help.', 'pledged', 'actual', 'not under "must"'],
  ['The men were forced to flee.', 'flee', 'demanded', 'they did'],
  ['Rebels began to shell the town.', 'shell', 'planned', 'they did'],
  ['The envoy called on the rebels to end their siege.', 'siege', 'actual', 'there is one'],
  ['The army, which denied the report, shelled the town.', 'shelled', 'denied', 'it denied something else'],
  ['Residents left after the army denied the report.', 'left', 'denied', 'another clause'],
]

async function found(text: string, trigger: string, status: Status): Promise<Status> {
  const { sentences } = await readParagraph(text)
  return statusOf(eventDraft(text, trigger, { status }), sentences[0])
}

describe('what the words say', () => {
  for (const [text, trigger, expected, why] of SAID)
    it(`"${trigger}" is ${expected}: ${text} (${why})`, async () =>
      expect(await found(text, trigger, 'actual')).toBe(expected))
})

describe('what no word allows for', () => {
  for (const [text, trigger, model, why] of ACTUAL)
    it(`"${trigger}" is actual, not ${model}: ${text} (${why})`, async () =>
      expect(await found(text, trigger, model)).toBe('actual'))
})

it('leaves the model its opinion where a word allows for it', async () =>
  expect(await found('Any war in the region is unlikely.', 'war', 'hypothetical')).toBe('hypothetical'))
