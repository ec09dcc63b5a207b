import { expect, it } from 'vitest'
import { readParagraph } from '../../testing/read-text.ts'
import { sharedResources } from '../../testing/resources.ts'
import type { Span } from '../../types.ts'
import { findEntities, spanKey } from './entities.ts'
import type { Reference } from './references.ts'

const resources = await sharedResources()

/** Sources stand in square brackets, other mentions in braces: whom each of them is. */
async function referredTo(marked: string): Promise<string[]> {
  const references: Reference[] = []
  let text = ''
  for (const part of marked.split(/([[{][^\]}]*[\]}])/)) {
    const words = /^[[{]/.test(part) ? part.slice(1, -1) : part
    const span: Span = [text.length, text.length + words.length]
    if (words !== part) references.push({ span, ...(part.startsWith('[') ? { speaks: true } : {}) })
    text += words
  }
  const { entityAt } = findEntities(await readParagraph(text), references, 'a1', resources)
  return references.map(({ span }) => entityAt.get(spanKey(span))?.name ?? '?')
}

const CASES: [text: string, names: string[], why: string][] = [
  // Pronouns
  [
    '[Dario Benko] said that he had met Ivo Ban near the bridge. [He] said that it was late.',
    ['Dario Benko', 'Dario Benko'],
    'who spoke goes on speaking',
  ],
  [
    '[The army] said that shells had hit {the depot}. [It] said that nobody was hurt.',
    ['the army', 'the depot', 'the army'],
    'a depot does not speak',
  ],
  ['Shells hit {the depot}. {It} burned.', ['the depot', 'the depot'], 'what does not speak may be a thing'],
  [
    '[Witnesses] said that {soldiers} had left. [They] said that it was quiet.',
    ['witnesses', 'soldiers', 'witnesses'],
    'several go on speaking too',
  ],
  [
    '[Police] said that it was quiet. {Shops} were closed. {The ministry} did not answer. Last month [it] had promised help.',
    ['police', 'shops', 'the ministry', 'the ministry'],
    'a body that the sentence before is about, rather than who spoke long ago',
  ],
  // A wider noun
  [
    '[Colonel Dario Benko] said so. Ivo Ban, a nurse, was there. [The officer] left.',
    ['Dario Benko', 'Dario Benko'],
    'an officer is a colonel and no nurse',
  ],
  ['[Ivo Ban, a nurse,] said so. [The officer] left.', ['Ivo Ban', 'the officer'], 'nobody here is an officer'],
  [
    '[Sources] said so. [A police source] left. [The source] came back.',
    ['sources', 'a police source', 'a police source'],
    'one source, not several',
  ],
  [
    '[Spokesman Dario Benko] said so. Colonel Ivo Ban left. [The official] came back.',
    ['Dario Benko', 'Dario Benko'],
    'of two officials the one who spoke',
  ],
  [
    '[A judge] said so. They met Dario Benko, 22, on Monday. [The 22-year-old] left.',
    ['a judge', 'Dario Benko'],
    'by the age',
  ],
  [
    '{A 19-year-old student} fell. {The 19-year-old} got up.',
    ['a 19-year-old student', 'a 19-year-old student'],
    'by the age that is said',
  ],
  ['[Dario Benko] said so. {The 19-year-old} got up.', ['Dario Benko', 'the 19-year-old'], 'an age that nobody has'],
  // Bodies
  ['Hezbollah left. [The group] said so.', ['Hezbollah'], 'a group by name'],
  [
    '{A group of teenagers} saw Hezbollah. [The group] said so.',
    ['a group of teenagers', 'Hezbollah'],
    'not a group of people',
  ],
  [
    '[The Harbour Times newspaper] said so. {The newspaper} was shut.',
    ['Harbour Times', 'Harbour Times'],
    'an outlet by name',
  ],
  ['Hezbollah left. [The rebels] said so.', ['Hezbollah'], 'the one faction there is'],
  ['Hezbollah met Hamas. [The rebels] said so.', ['the rebels'], 'one of two'],
  [
    'Hezbollah met Save the Children. [The rights group] said so.',
    ['Save the Children'],
    'a group that defends rights',
  ],
  ['The Iraqi Army left. [The Syrian army] said so.', ['the Syrian army'], "another country's army"],
  [
    '[The armed wing of Fatah] said so. [The armed wing of Hamas] left.',
    ['the armed wing of Fatah', 'the armed wing of Hamas'],
    'tied to another name',
  ],
  // Named later
  [
    '[A police spokeswoman] said so. The road was shut. [Police spokeswoman Ana Ruiz] left.',
    ['Ana Ruiz', 'Ana Ruiz'],
    'one office, named later',
  ],
  [
    '[A police spokeswoman] said so. The road was shut. [Army spokeswoman Ana Ruiz] left.',
    ['a police spokeswoman', 'Ana Ruiz'],
    'another office',
  ],
  [
    '[A spokeswoman] said so. [Police spokeswoman Ana Ruiz] met [army spokeswoman Eva Sol].',
    ['a spokeswoman', 'Ana Ruiz', 'Eva Sol'],
    'one of two',
  ],
  // Names at the end of a phrase
  ['[Defence ministry official Mira Jansen] said so.', ['Mira Jansen'], 'an office before the name'],
  ['[Hamas-backed police chief Dario Benko] said so.', ['Dario Benko'], "somebody else's name in an adjective"],
  [
    '[The Ruvanda Mounted Police (RMP) commissioner Dario Benko] said so.',
    ['Dario Benko'],
    'behind a body with its short form',
  ],
  [
    '[Fighters loyal to General Dario Benko] said so.',
    ['fighters loyal to General Dario Benko'],
    'people who are tied to a name',
  ],
  ['[The son of Dario Benko] said so.', ['the son of Dario Benko'], 'somebody else than the name'],
  // Appositions outside the phrase
  ['{His brother} Dario Benko left.', ['Dario Benko'], 'right before the name'],
  ['She met {the mayor}, Dario Benko, on Monday.', ['Dario Benko'], 'between commas'],
  ['She had shot {the mayor}, Dario Benko said.', ['the mayor'], 'a name that has its own verb'],
  ['She met {the chief negotiator}, first deputy minister Dario Benko.', ['Dario Benko'], 'past another office'],
  ['[The top Democrat in the House, Dario Benko,] said so.', ['Dario Benko'], 'a party that is a name too'],
  ['{The mayor}, Dario Benko, said so.', ['Dario Benko'], 'between commas, with the verb of both'],
  ['[A guard] said so. {The guard}, Dario Benko, left.', ['Dario Benko', 'Dario Benko'], 'a name that comes later'],
  ['[Captain Dario Benko of the Harbour Star] said so.', ['Dario Benko'], 'a name before the last one'],
  [
    '[Ivo Ban] said of Dario Benko: “[He] said it was late.”',
    ['Ivo Ban', 'Dario Benko'],
    'somebody else inside his words',
  ],
  ['Dario Benko, {a former deputy}, was shot.', ['Dario Benko'], 'behind the name'],
  ['They shot Dario Benko, {a witness} said.', ['a witness'], 'a description with its own verb'],
  ['They shot Dario Benko, {a witness}, and Ivo Ban.', ['a witness'], 'one of a list'],
]

it.each(CASES)('%s (%j: %s)', async (text, expected) => expect(await referredTo(text)).toEqual(expected))
