import { describe, expect, it } from 'vitest'
import { openDocument } from '../../intake/document.ts'
import { read } from '../../pipeline.ts'
import { sharedResources } from '../../testing/resources.ts'
import type { Statement } from '../../types.ts'

const resources = await sharedResources()

/** Each statement as "source [who it is] | cue | content | manner stance", with what else is worth seeing. */
async function told(text: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(JSON.stringify({ id: 'case', text }))
  const { articles } = await read(await openDocument({ bytes, origin: 'case' }), resources)
  return articles.flatMap(({ statements, entities }) => {
    const nameOf = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name ?? '?'
    const words = (spans: readonly [number, number][]) => spans.map((span) => text.slice(...span)).join(' ... ')
    const who = ({ source }: Statement) =>
      source === null
        ? 'nobody'
        : `${words(source.spans)} = ${nameOf(source.entity)}${source.named ? '' : ' (unnamed)'}`
    return statements.map((statement) =>
      [
        who(statement),
        words(statement.cue),
        words(statement.content),
        [statement.manner, statement.stance, ...(statement.relay ?? []).map((id) => `via ${nameOf(id)}`)].join(' '),
        ...(statement.within ? ['nested'] : []),
      ].join(' | '),
    )
  })
}

const CASES: [text: string, statements: string[], why: string][] = [
  [
    'The army said that it had left the town.',
    ['The army = the army | said | that it had left the town | indirect asserts'],
    'cue and clause',
  ],
  [
    'The army has left the town, General Dario Benko said.',
    ['General Dario Benko = Dario Benko | said | The army has left the town | indirect asserts'],
    'content first',
  ],
  [
    '“We left,” said Dario Benko, a general.',
    ['Dario Benko, a general = Dario Benko | said | “We left,” | direct asserts'],
    'inverted, with an apposition',
  ],
  [
    '“We left,” he said, “and we will come back.”',
    ['he = ? (unnamed) | said | “We left,” ... “and we will come back.” | direct asserts'],
    'content on both sides, and a pronoun without an antecedent',
  ],
  [
    'Dario Benko spoke on Monday. “We left,” he said.',
    ['he = Dario Benko | said | “We left,” | direct asserts'],
    'a pronoun with one',
  ],
  [
    'A source close to the ministry told Reuters that the road was shut.',
    [
      'A source close to the ministry = a source close to the ministry (unnamed) | told | that the road was shut | indirect asserts via Reuters',
    ],
    'an unnamed source, relayed',
  ],
  [
    'A source in the militia spoke by telephone. The road was shut, the source said, adding that it was mined.',
    [
      'the source = the source (unnamed) | said | The road was shut | indirect asserts',
      'the source = the source (unnamed) | adding | that it was mined | indirect asserts',
    ],
    'a participle shares the source',
  ],
  [
    'According to residents, the bridge was shelled twice.',
    ['residents = residents (unnamed) | According to | the bridge was shelled twice | indirect asserts'],
    'according to, first',
  ],
  [
    'The bridge was shelled twice, according to residents.',
    ['residents = residents (unnamed) | according to | The bridge was shelled twice | indirect asserts'],
    'according to, last',
  ],
  [
    'The ministry denied that anyone had been arrested.',
    ['The ministry = the ministry | denied | that anyone had been arrested | indirect denies'],
    'denial',
  ],
  [
    'The general said the town was “fully liberated”.',
    ['The general = the general (unnamed) | said | the town was “fully liberated” | mixed asserts'],
    'words in marks inside a report',
  ],
  [
    'Osman Vali said his brother told him that the well was poisoned.',
    [
      'Osman Vali = Osman Vali | said | his brother told him that the well was poisoned | indirect asserts',
      'his brother = his brother (unnamed) | told | that the well was poisoned | indirect asserts | nested',
    ],
    'one inside the other',
  ],
  [
    'A woman who saw the attack said nobody had helped.',
    ['A woman who saw the attack = a woman who saw the attack (unnamed) | said | nobody had helped | indirect asserts'],
    'with a relative clause',
  ],
  [
    'Local media, citing the army, reported that the bridge was destroyed.',
    ['Local media = local media (unnamed) | reported | that the bridge was destroyed | indirect asserts'],
    'a ground that is cited: not yet the army’s word',
  ],
  ['On Monday, after a long night in the mill, Petrova told a lie.', [], 'a lie is nobody that is told'],
  ['When the bridge was lost, Petrova said nothing.', [], 'a clause that only leads up to the saying'],
  ['He showed the map to the soldiers.', [], 'a verb that attributes only with a clause'],
  ['The so-called republic held a vote.', [], 'no cue inside a compound'],
  ['No group has claimed responsibility.', [], 'nobody says so'],
  ['The helicopter attacked the market.', [], 'deeds are no words'],
  ['SUMMARY: The bridge is shut.\n\nDATE: 3 May.\n\nPLACE: Dol.\n\nDATE: 4 May.', [], 'a list is no transcript'],
  [
    '“They burned my house.” — Ana Petrova, a teacher\n\n“I heard three shots.” ― Osman Vali',
    [
      'Ana Petrova, a teacher = Ana Petrova | — | “They burned my house.” | direct asserts',
      'Osman Vali = Osman Vali | ― | “I heard three shots.” | direct asserts',
    ],
    'signed quotations',
  ],
  ['“We won.” — That was the word on every wall that evening', [], 'a dash that goes on is no signature'],
]

/** What the model does not get right yet: a row that passes fails here, and moves up. */
const FAULTS: typeof CASES = [
  [
    'The minister urged Serbia to withdraw and vowed to defend the border.',
    [
      'The minister = the minister (unnamed) | urged | Serbia to withdraw | indirect demands',
      'The minister = the minister (unnamed) | vowed | to defend the border | indirect intends',
    ],
    'two verbs, one subject',
  ],
]

describe('statements', () => {
  it.each(FAULTS)('known fault: %s', { fails: true }, async (text, expected) =>
    expect(await told(text)).toEqual(expected),
  )

  it.each(CASES)('%s', async (text, expected) => expect(await told(text)).toEqual(expected))

  it('gives a quotation set apart whole to whom the colon lets speak', async () => {
    const text =
      'Mayor Dario Benko replied that he intended to:\n\n‘refute every word of Ana Petrova, who has never seen the mill’\n\nRain fell.'
    expect(await told(text)).toEqual([
      'Mayor Dario Benko = Dario Benko | replied | that he intended to ... ‘refute every word of Ana Petrova, who has never seen the mill’ | mixed asserts',
      'Mayor Dario Benko = Dario Benko | refute | every word of Ana Petrova, who has never seen the mill’ | direct denies | nested',
    ])
  })

  it('gives no quotation to one whose sentence ends with a stop', async () => {
    const text = 'Ana Petrova spoke in Dol.\n\n‘The mill burned down in a night and nobody came’\n\nRain fell.'
    expect((await told(text)).filter((line) => line.startsWith('Ana'))).toEqual([])
  })

  it('goes on with the speaker in the next paragraph', async () => {
    const text = 'Ana Petrova was adamant that:\n\n‘those who did this must be held to account’\n\nShe left.'
    expect(await told(text)).toEqual([
      'Ana Petrova = Ana Petrova | was adamant that | ‘those who did this must be held to account’ | direct asserts',
    ])
  })
})
