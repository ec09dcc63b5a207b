import { expect, it } from 'vitest'
import { referenceOf } from './reference.ts'

it.each<[text: string, trigger: string, found: ReturnType<typeof referenceOf>, why: string]>([
  ['A second car bomb exploded.', 'bomb', { another: true }, 'a second one'],
  ['Two died in a separate attack.', 'attack', { another: true }, 'a separate one'],
  ['The attack killed two.', 'attack', { refersBack: true }, 'the one before'],
  ['This deadly attack killed two.', 'attack', { refersBack: true }, 'a word between'],
  ['The second attack killed two.', 'attack', { another: true, refersBack: true }, 'another one, spoken of before'],
  ['A second blast minutes later killed two.', 'killed', { another: true }, 'what the second one did'],
  ['A day after a similar attack in the district had killed six.', 'killed', { another: true }, 'the same'],
  ['A second blast was heard as gunmen killed two.', 'killed', {}, 'gunmen killed them, no blast'],
  ['A second bomb was found, and police shot two.', 'shot', {}, 'another clause'],
  ['A second doctor said shells killed two.', 'killed', {}, 'a second doctor'],
  ['In a separate incident, gunmen shot a judge.', 'shot', { another: true }, 'the sentence turns to another one'],
  ['Elsewhere, gunmen shot a judge.', 'shot', { another: true }, ''],
  ['Elsewhere, the attack was praised.', 'attack', { refersBack: true }, 'it is still the attack'],
  ['In other words, gunmen shot a judge.', 'shot', {}, 'a look-alike'],
  ['An attack killed two.', 'attack', {}, 'told for the first time'],
  ['The mayor condemned an attack.', 'attack', {}, 'another word is definite'],
  ['Nine died and 14 other were injured at the mill.', 'injured', {}, 'other people, not another event'],
  ['Four other people were wounded.', 'wounded', {}, 'the same'],
  ['A second miner was killed.', 'killed', {}, 'a second victim'],
  ['A second man has died of his wounds.', 'died', {}, 'a second victim'],
  ['Second watchman dies after blast.', 'dies', {}, 'the same in a headline'],
  ['Another soldier has been killed.', 'killed', {}, 'the same in a passive'],
  ['In another raid three died.', 'died', { another: true }, 'a look-alike: the raid is another'],
  ['It killed nine, with another five wounded.', 'wounded', {}, ''],
  [
    'Another bomb was defused and a second bomb wounded two.',
    'wounded',
    { another: true },
    'a look-alike: a second bomb',
  ],
  ['Another blast was blamed.', 'blast', { another: true }, 'another one'],
  ['A second gunman killed two.', 'killed', { another: true }, 'a look-alike: he did it'],
  ['Another killing followed.', 'killing', { another: true }, 'a look-alike: the event itself'],
  ['The second most populous town was hit by an attack.', 'attack', {}, 'a second town'],
])('%s "%s": %j (%s)', (text, trigger, found) => {
  const at = text.indexOf(trigger)
  expect(referenceOf(text, [at, at + trigger.length], [0, text.length])).toEqual(found)
})

it('does not look beyond its sentence', () => {
  const text = 'There was another. Attack helicopters came.'
  const at = text.indexOf('Attack')
  expect(referenceOf(text, [at, at + 6], [at, text.length])).toEqual({})
})
