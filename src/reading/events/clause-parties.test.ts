// The draft of an event -> its parties, with what the clause says and without what cannot act.

import { expect, it } from 'vitest'
import { eventDraft, groundsOf, type Wanted } from '../../testing/event-draft.ts'
import { readParagraph } from '../../testing/read-text.ts'
import { sharedResources } from '../../testing/resources.ts'
import type { Span } from '../../types.ts'
import { withClauseParties } from './clause-parties.ts'

const resources = await sharedResources()

async function parties(
  text: string,
  trigger: string,
  wanted: Wanted,
): Promise<[actors: string[], recipients: string[]]> {
  const draft = eventDraft(text, trigger, wanted)
  const { actor, recipient } = withClauseParties(draft, groundsOf(await readParagraph(text), [draft]), resources)
  const words = (spans: readonly Span[]) => spans.map((span) => text.slice(...span))
  return [words(actor), words(recipient)]
}

it.each<[text: string, trigger: string, found: Wanted, actors: string[], recipients: string[], why: string]>([
  ['Soldiers shot two boys.', 'shot', {}, ['Soldiers'], ['two boys'], 'what the model missed'],
  [
    'Two boys were shot by soldiers.',
    'shot',
    { actor: 'Two boys' },
    ['soldiers'],
    ['Two boys'],
    'who was shot did nothing',
  ],
  [
    'The clerk, whose son was beaten by rebels in May, was arrested on Monday.',
    'arrested',
    { actor: 'rebels', recipient: 'The clerk' },
    [],
    ['The clerk'],
    'who did something else',
  ],
  [
    'The clerk was beaten by rebels and arrested on Monday.',
    'arrested',
    { actor: 'rebels', recipient: 'The clerk' },
    ['rebels'],
    ['The clerk'],
    'the same ones, as far as words tell',
  ],
  ['Two boys died in a raid.', 'died', { actor: 'Two boys' }, [], ['Two boys'], 'who died did nothing'],
  [
    'Two men were killed and a girl was taken.',
    'killed',
    { recipient: 'a girl' },
    [],
    ['Two men'],
    'of the other verb',
  ],
  [
    'Rebels shot a priest and wounded two nuns.',
    'wounded',
    { actor: 'Rebels', recipient: 'a priest' },
    ['Rebels'],
    ['two nuns'],
    'the priest belongs to the verb before',
  ],
  [
    'Rebels wounded two nuns.',
    'wounded',
    { actor: 'Rebels', recipient: 'two nuns' },
    ['Rebels'],
    ['two nuns'],
    'the model had it right',
  ],
  ['Ana Belik, whose son was killed, left.', 'killed', { recipient: 'Ana Belik' }, [], ['son'], 'not she, her son'],
  [
    'Peacekeepers came under fire in Gao.',
    'came under fire',
    { actor: 'Peacekeepers' },
    [],
    ['Peacekeepers'],
    'they were shot at',
  ],
  ['Peacekeepers opened fire in Gao.', 'opened fire', { actor: 'Peacekeepers' }, ['Peacekeepers'], [], 'they shot'],
  [
    'Two fishermen drowned off Gao.',
    'drowned',
    { actor: 'Two fishermen' },
    [],
    ['Two fishermen'],
    'it was done to them',
  ],
  [
    'Two fishermen drowned a clerk.',
    'drowned',
    { actor: 'Two fishermen' },
    ['Two fishermen'],
    ['a clerk'],
    'they did it',
  ],
  ['The Tigers disowned the attack on a ferry.', 'attack', { actor: 'The Tigers' }, [], [], 'they want no part in it'],
  [
    'The Tigers condemned the rebels’ attack on a ferry.',
    'attack',
    { actor: 'rebels' },
    ['rebels'],
    [],
    'others did it',
  ],
  [
    'The Tigers disowned a spy; rebels attacked a ferry.',
    'attacked',
    { actor: 'rebels' },
    ['rebels'],
    [],
    'another clause',
  ],
  [
    'Warplanes struck the hill.',
    'struck',
    { actor: 'Warplanes' },
    [],
    [],
    'a capital from the beginning of the sentence',
  ],
  ['Two rockets hit the hill.', 'hit', { actor: 'Two rockets' }, [], [], 'no weapon acts'],
  [
    'A French drone killed two herders.',
    'killed',
    { actor: 'A French drone' },
    ['French'],
    ['two herders'],
    'whose drone',
  ],
  [
    'Rebels and troops met in Karim.',
    'met',
    { type: 'CONSULT' },
    [],
    [],
    'all parties to a meeting act: not told apart',
  ],
  ['TWO BOYS WERE SHOT BY SOLDIERS.', 'SHOT', {}, [], [], 'in capitals taggers err'],
  ['The blast killed two boys.', 'killed', {}, [], ['two boys'], 'a blast is nobody'],
])('%s "%s" %j: %j, %j (%s)', async (text, trigger, found, actors, recipients) =>
  expect(await parties(text, trigger, found)).toEqual([actors, recipients]),
)
