import { expect, it } from 'vitest'
import type { EventMention } from '../../types.ts'
import { courseOf, takesFighters, typeOfTaking } from './course.ts'

it.each<[text: string, trigger: string, course: EventMention['course'], why: string]>([
  ['The army liberated Karim on Sunday.', 'liberated', 'over', 'the town is theirs'],
  ['Karim fell on Sunday.', 'fell', 'over', 'and lost for the others'],
  ['Shells fell on Karim on Sunday.', 'fell', undefined, 'shells fall, and the town does not'],
  ['Rebels took the town of Karim on Sunday.', 'took', 'over', 'a town is taken'],
  ['Rebels seized control of the border town of Karim.', 'seized', 'over', 'control of a town'],
  ['Rebels seized the town of Karim in June 2014.', 'seized', undefined, 'an old war'],
  ['Rebels seized the town of Karim two years ago.', 'seized', undefined, 'an old war'],
  ['Rebels took three men from the town of Karim.', 'took', undefined, 'men are no town'],
  ['The army repelled an attack on Karim.', 'repelled', 'repelled', 'the attack failed'],
  ['The army drove the rebels back at Karim.', 'drove the rebels back', 'repelled', 'in other words'],
  ['The army drove to Karim.', 'drove', undefined, 'nobody is driven back'],
  ['Fighting continues in the west of Karim.', 'Fighting', 'going on', 'it continues'],
  ['Snipers still resist in pockets of Karim.', 'resist', 'going on', 'pockets'],
  ['Rebels launched a new offensive near Karim.', 'offensive', 'begun', 'it is launched'],
  ['Heavy clashes have erupted in Karim.', 'clashes', 'begun', 'they have erupted'],
  [
    'Nobody knew whether they were still alive when the shelling started.',
    'shelling',
    'begun',
    'who lived still, not it',
  ],
  ['Two remaining guards died in the fighting.', 'fighting', undefined, 'they remained, it did not'],
  ['While talks are held, fighting is going on in Karim.', 'fighting', 'going on', 'behind the clause about talks'],
  ['Fighting in Karim killed three people.', 'Fighting', undefined, 'nothing is said of its course'],
  ['The army launched the offensive to retake Karim.', 'retake', undefined, 'an aim is no outcome'],
  ['A bomb exploded in Karim; the search continues.', 'exploded', undefined, 'an explosion has no course'],
  ['The town had fallen to the rebels.', 'fallen', 'over', 'it is theirs'],
  ['He fell ill in Karim.', 'fell', undefined, 'no town'],
  ['The bus fell into a ravine.', 'fell', undefined, 'no town'],
  ['Bombs had fallen on the town.', 'fallen', undefined, 'no town'],
  ['He fellowshipped in Karim.', 'fellowshipped', undefined, 'another word that begins with "fell"'],
])('%s "%s": %s (%s)', (text, trigger, course) => {
  const at = text.indexOf(trigger)
  expect(courseOf(text, [at, at + trigger.length], [0, text.length], 'actual')).toBe(course)
})

it.each<[kind: 'person' | 'group' | 'facility', course: EventMention['course'], why: string]>([
  ['person', undefined, 'a governor is no town'],
  ['group', undefined, 'nor are soldiers'],
  ['facility', 'over', 'a town'],
])('captured a %s: %s (%s)', (kind, course) => {
  const participants: EventMention['participants'] = [{ role: 'recipient', kind, named: false, spans: [[16, 19]] }]
  expect(courseOf('Rebels captured it.', [7, 15], [0, 19], 'actual', participants)).toBe(course)
})

it.each<[trigger: string, side: 'fighters' | 'civilians' | undefined, expected: boolean]>([
  ['captured', 'fighters', true],
  ['captured', 'civilians', false],
  ['captured', undefined, false],
  ['abducted', 'fighters', false],
])('%s %s: of a battle %s', (trigger, side, expected) => {
  const party = { role: 'recipient', kind: 'group', named: false, spans: [[0, 1]], ...(side ? { side } : {}) } as const
  expect(takesFighters(trigger, [{ ...party, spans: [[0, 1]] }])).toBe(expected)
})

it('says nothing of what did not happen', () => {
  expect(courseOf('The army liberated Karim.', [9, 18], [0, 25], 'denied')).toBeUndefined()
})

it.each<[text: string, trigger: string, type: string, found: string, why: string]>([
  ['The army liberated Karim.', 'liberated', 'RETREAT', 'ASSAULT', 'a town'],
  ['The army liberated two hostages.', 'liberated', 'RETREAT', 'RETREAT', 'people'],
  ['Rebels withdrew from Karim.', 'withdrew', 'RETREAT', 'RETREAT', 'who leaves'],
  ['Rebels captured a judge.', 'captured', 'COERCE', 'COERCE', 'another category'],
  ['Soldiers evicted 40 families.', 'evicted', 'AID', 'COERCE', 'no help'],
  ['Soldiers housed 40 families.', 'housed', 'AID', 'AID', 'help'],
  ['The Front disowned the raid.', 'disowned', 'COERCE', 'REJECT', 'words'],
])('%s %s, %s: %s (%s)', (text, trigger, type, found) => {
  const at = text.indexOf(trigger)
  expect(typeOfTaking(type, text, [at, at + trigger.length], [0, text.length])).toBe(found)
})
