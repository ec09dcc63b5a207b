import { expect, it } from 'vitest'
import { eventDraft } from '../../testing/event-draft.ts'
import type { Entity, Sentence, Span, Statement } from '../../types.ts'
import { indexSpans } from '../spans.ts'
import type { Mention, Participant } from './parties.ts'
import { placeOf, townHit } from './place.ts'

const point = { lat: 1, lon: 2, confidence: 1 }
const ENTITIES = new Map<string, Entity>(
  (
    [
      ['karim', 'place', 'settlement'],
      ['mali', 'place', 'country'],
      ['hospital', 'facility', 'settlement'],
      ['embassy', 'facility', 'settlement'],
    ] as const
  ).map(([id, type, precision]) => [id, { id, type, name: id, mentions: [], place: { ...point, precision } }]),
)

it.each<[type: string, role: Participant['role'], entity: string, place: string | undefined, why: string]>([
  ['ASSAULT', 'recipient', 'karim', 'karim', 'a town was shelled'],
  ['RETREAT', 'recipient', 'karim', 'karim', 'a town was lost'],
  ['ASSAULT', 'actor', 'karim', undefined, 'the town’s people did it, wherever'],
  ['ACCUSE', 'recipient', 'karim', undefined, 'a town is blamed from afar'],
  ['ASSAULT', 'recipient', 'mali', undefined, 'somewhere in a country'],
  ['ASSAULT', 'recipient', 'hospital', 'hospital', 'a building in a town'],
  ['ASSAULT', 'recipient', 'embassy', undefined, 'a building named after where it is not'],
])('%s with %s %s: %s (%s)', (type, role, entity, place) => {
  const participant: Participant = { role, kind: 'facility', named: true, spans: [[0, 1]], entity }
  expect(townHit(type, [participant], ENTITIES)?.id).toBe(place)
})

const SAID: Statement = { id: 's1', source: null, cue: [], content: [], manner: 'indirect', stance: 'asserts' }

const PRECISIONS: Readonly<Record<string, NonNullable<Entity['place']>['precision']>> = {
  Karim: 'settlement',
  Dol: 'region',
  Alia: 'country',
  Boria: 'country',
  Africa: 'region',
  AL: 'country',
}

/** @param text with the trigger between strokes; Village and Post are places that no gazetteer lists */
function placeNamed(text: string, pointed: string | null, said?: Statement): string | undefined {
  const [before, trigger, after] = text.split('|')
  const plain = before + trigger + after
  const spanOf = (name: string): Span => [plain.indexOf(name), plain.indexOf(name) + name.length]
  const mentions = [...Object.keys(PRECISIONS), 'Village', 'Post']
    .filter((name) => plain.includes(name))
    .map((name): readonly [Span, Mention] => {
      const precision = PRECISIONS[name]
      const place = precision ? { place: { ...point, precision } } : {}
      const span = spanOf(name)
      const entity: Entity = { id: name, type: 'place', name, mentions: [{ span, kind: 'name' }], ...place }
      return [span, { entity, span, kind: 'name' }]
    })
  const draft = { ...eventDraft(plain, trigger), place: pointed === null ? [] : [spanOf(pointed)] }
  const sentence: Sentence = { span: [0, plain.length], block: 0, tokens: [] }
  const grounds = {
    text: plain,
    mentions: indexSpans(mentions),
    sentences: indexSpans<Sentence>([]),
    triggers: indexSpans<{ span: Span }>([]),
  }
  return placeOf(draft, sentence, grounds, said)?.id
}

it.each<[text: string, pointed: string | null, place: string | undefined, why: string]>([
  ['Two were |killed| in Karim.', null, 'Karim', 'behind "in"'],
  ['A rocket |hit| Karim.', null, 'Karim', 'what was hit'],
  ['They |shelled| rebel-held parts of Karim.', null, 'Karim', 'a part of it was'],
  ['The |attack| on Karim went on.', null, 'Karim', 'the attack on it'],
  ['The |attack| by Boria went on.', null, undefined, 'the attack by it'],
  ['They |fired| a missile into Alia.', null, 'Alia', 'where it was fired into'],
  ['They kept |launching| rockets from Dol at Boria.', null, 'Dol', 'where it was launched'],
  ['They will |withdraw| troops from Dol.', null, 'Dol', 'what they leave'],
  ['They |fought| a long war with Alia.', 'Alia', undefined, 'a state that fights'],
  ['They |fought| after calls for Alia to leave.', 'Alia', undefined, 'a state that is asked'],
  ['Clashes that |spread| in Africa went on.', 'Africa', undefined, 'a continent'],
  ['They |fought| for years in Alia.', 'Alia', 'Alia', 'where it was'],
  ['Soldiers from Dol |attacked| a bus.', null, undefined, 'where they come from'],
  ['The Karim |bombings| shook them.', null, 'Karim', 'called after the town'],
  ['Fear after the deadly Alia |attack| grew.', null, 'Alia', 'called after the country'],
  ['The Alia |attack| on Karim failed.', null, 'Karim', 'called after who did it'],
  ['Two were |killed| in Alia-led raids.', 'Alia', undefined, 'who leads them'],
  ['Two were |killed| in AL air strikes.', 'AL', undefined, 'whose they are'],
  ['Two were |killed| in Alia air strikes.', 'Alia', 'Alia', 'where they were, or whose: a headline'],
  ['He is from Dol, where rebels have |killed| many.', null, 'Dol', 'a clause with "where"'],
  [
    'They marched in Karim, where two died, and in Dol, where police |fired| shots.',
    'Karim',
    'Dol',
    'the last "where"',
  ],
  ['Police |fired| shots in Karim, where two died.', 'Karim', 'Karim', 'before the clause'],
  ['The Dol region saw |clashes| in May.', null, 'Dol', 'what the region saw'],
  ['A post was |attacked| in Village on the border of Alia.', 'Alia', 'Village', 'the smaller of two'],
  ['Two were |killed| in the Karim area of Dol.', 'Dol', 'Karim', 'the town in the province'],
  ["Two were |killed| in Alia's northern Dol province.", 'Alia', 'Dol', 'the province of the country'],
  ['Two were |killed| in Karim as talks in Dol went on.', 'Karim', 'Karim', 'another clause has another'],
  ['They met in Karim and |fought| in Dol.', 'Dol', 'Dol', 'no chain but two clauses'],
])('%s [%s]: %s (%s)', (text, pointed, place) => expect(placeNamed(text, pointed)).toBe(place))

it.each<[text: string, cue: string, said: string, place: string | undefined, why: string]>([
  ['Soldiers |killed| two, an envoy said in Karim.', 'said', 'Soldiers killed two', undefined, 'where it was told'],
  [
    'He told the court in Karim that they |killed| two.',
    'told',
    'that they killed two',
    undefined,
    'where it was told',
  ],
  ['Soldiers |killed| two in Dol, he said in Karim.', 'said', 'Soldiers killed two in Dol', 'Dol', 'where it happened'],
  [
    'Rebels |attacked| a post, the defence ministry in Karim said.',
    'said',
    'Rebels attacked a post',
    undefined,
    'where a ministry sits',
  ],
  [
    'Rebels |attacked| a post, police in Karim said.',
    'said',
    'Rebels attacked a post',
    'Karim',
    'police know their town',
  ],
  [
    'He said that in Karim they |killed| two.',
    'said',
    'that in Karim they killed two',
    'Karim',
    'part of what is told',
  ],
])('%s (%s)', (text, cue, said, place) => {
  const plain = text.replaceAll('|', '')
  const spanOf = (words: string): Span => [plain.indexOf(words), plain.indexOf(words) + words.length]
  const source = /(?:the defence ministry|police) in Karim/.exec(plain)?.[0]
  const statement: Statement = {
    ...SAID,
    ...(source ? { source: { spans: [spanOf(source)], kind: 'organisation', named: true } } : {}),
    cue: [spanOf(cue)],
    content: [spanOf(said)],
  }
  expect(placeNamed(text, null, statement)).toBe(place)
})
