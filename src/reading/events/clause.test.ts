// A verb or noun in a sentence -> the phrases that its clause gives it.

import { expect, it } from 'vitest'
import { eventDraft } from '../../testing/event-draft.ts'
import { readParagraph } from '../../testing/read-text.ts'
import { tokenFrom } from '../spans.ts'
import { clauseOf } from './clause.ts'

interface Expected {
  subject?: string
  object?: string
  by?: string
}

async function clauseIn(text: string, trigger: string): Promise<Expected | null> {
  const [{ tokens }] = (await readParagraph(text)).sentences
  const [start, end] = eventDraft(text, trigger).trigger
  const clause = clauseOf(tokens, tokenFrom(tokens, start), tokenFrom(tokens, end - 1) + 1)
  if (!clause) return null
  const words = (key: 'subject' | 'object' | 'by') => (clause[key] ? { [key]: text.slice(...clause[key]) } : {})
  return { ...words('subject'), ...words('object'), ...words('by') }
}

it.each<[text: string, trigger: string, expected: Expected | null, why: string]>([
  ['Rebels attacked two villages on Monday.', 'attacked', { subject: 'Rebels', object: 'two villages' }, 'active'],
  ['Two nurses were shot by soldiers.', 'shot', { subject: 'Two nurses', by: 'soldiers' }, 'passive'],
  ['Gunmen late on Monday killed a judge.', 'killed', { subject: 'Gunmen', object: 'a judge' }, 'a day between'],
  ['In Kabul two men were killed.', 'killed', { subject: 'two men' }, 'the town is no part of it'],
  ['Residents of the town were killed.', 'killed', { subject: 'Residents of the town' }, 'but here it is'],
  ['Residents in the town were killed.', 'killed', { subject: 'Residents' }, 'where they were'],
  ['A guard and two cooks were killed.', 'killed', { subject: 'A guard and two cooks' }, 'all of them'],
  ['The mayor, who had fled, was shot.', 'shot', { subject: 'The mayor' }, 'a clause between'],
  ['Tomas Belik, a medic, was shot.', 'shot', { subject: 'Tomas Belik' }, 'a remark between'],
  [
    'A lawyer who had defended miners was abducted.',
    'abducted',
    { subject: 'A lawyer' },
    'an object within the clause',
  ],
  ['The guards that hold the town were shot.', 'shot', { subject: 'The guards' }, 'the same'],
  ['Police said soldiers were shot.', 'shot', { subject: 'soldiers' }, 'no clause of theirs'],
  ['Police found the men who shot the mayor.', 'shot', { subject: 'the men', object: 'the mayor' }, 'who did'],
  ['Ana Belik, whose brother was killed, left.', 'killed', { subject: 'brother' }, 'not she, her brother'],
  ['Two men killed in Karim market', 'killed', { subject: 'Two men' }, 'a headline'],
  ['The rebels vowed to attack the port.', 'attack', { subject: 'The rebels', object: 'the port' }, 'who vowed'],
  ['The mayor urged the army to leave.', 'leave', { subject: 'the army' }, 'who is to leave'],
  ['Troops entered the town and shot a boy.', 'shot', { subject: 'Troops', object: 'a boy' }, 'the same subject'],
  ['Soldiers opened fire, killing a boy.', 'killing', { subject: 'Soldiers', object: 'a boy' }, 'the same subject'],
  [
    'Two men were shot, killing hopes of a truce.',
    'killing',
    { object: 'hopes of a truce' },
    'not those who were shot',
  ],
  ['The army launched an offensive.', 'offensive', { subject: 'The army' }, 'who launched it'],
  ['The Brigade claimed responsibility for the attack.', 'attack', { subject: 'The Brigade' }, 'who claims it'],
  ['The mayor blamed the rebels for the attack.', 'attack', { subject: 'the rebels' }, 'whom he blames, not he'],
  ['The rebels were blamed for the attack.', 'attack', { subject: 'The rebels' }, 'whom others blame'],
  ['Ana accused the police of beating her son.', 'beating', { subject: 'the police', object: 'her son' }, 'not Ana'],
  ['The mayor condemned the attack.', 'attack', null, 'he did not do it'],
  ['Residents spoke of the attack.', 'attack', null, 'nor did they'],
])('%s "%s" %j: %s', async (text, trigger, expected) => expect(await clauseIn(text, trigger)).toEqual(expected))
