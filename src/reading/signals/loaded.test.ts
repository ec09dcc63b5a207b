import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readLanguage } from '../../language/language.ts'
import type { Span } from '../../types.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import { findLoaded, indexLoaded } from './loaded.ts'

const lexicon = indexLoaded(JSON.parse(readFileSync(new URL('../../../lexicon/loaded.json', import.meta.url), 'utf8')))

function loadedIn(text: string, learnt: readonly Span[] = []) {
  const span: Span = [0, text.length]
  const { article } = readLanguage(text, { span, blocks: [{ kind: 'paragraph', span }] }, 'en')
  const events = [...text.matchAll(/shelled/g)].map(({ index }) => ({
    type: 'ASSAULT',
    trigger: [index, index + 7],
  })) as EventDraft[]
  return findLoaded(article, { loaded: [...learnt], events }, lexicon).map(({ span, why }) => [
    text.slice(...span),
    why,
  ])
}

it.each<[text: string, marked: string[], why: string]>([
  ['The army of the self-proclaimed republic shelled the port.', ['self-proclaimed'], 'standing'],
  ['A foreign-sponsored insurgency has torn the country.', ['foreign-sponsored'], 'a tool'],
  ['Jets struck the militant-held town at dawn.', ['militant-held'], 'a danger'],
  ['The group tightened its grip on the province.', ['tightened its grip'], 'a danger'],
  ['Nine soldiers were martyred near the border.', ['martyred'], 'honour'],
  ['The army liberated three villages from the terrorists.', ['liberated', 'terrorists'], 'two kinds'],
  ['Brutal attacks went on.', ['Brutal'], 'a capital of its place'],
  ['Unsurprisingly, nobody came.', ['Unsurprisingly'], 'comment'],
  ['Regime forces took the hill.', ['Regime'], 'standing'],
  ['Troops neutralised six fighters.', ['neutralised'], 'clean words'],
  ['The regime’s jets hit a school.', ['regime'], 'standing'],
  // Look-alikes
  ['"These terrorists will pay," the general said.', [], 'the speaker’s words'],
  ['He was charged under the Prevention of Terrorism Act.', [], 'a name'],
  ['The Popular Front for the Liberation of Palestine denied it.', [], 'a name'],
  ['Police called it a terrorist attack.', [], 'a kind of attack'],
  ['He lost his grip and fell from the boat.', [], 'a hand'],
  ['The slaughterhouse was hit by a shell.', [], 'another word'],
  ['The sanctions regime will be reviewed.', [], 'rules'],
  ['The voters eliminated a tax.', [], 'nobody was killed'],
  ['Rebel-held districts were shelled.', [], 'who holds it, in neutral words'],
  ['US-backed forces entered the town.', [], 'a fact in neutral words'],
  ['Government troops entered the stronghold of the rebels.', [], 'neutral'],
])('%s', (text, marked) => {
  expect(loadedIn(text).map(([words]) => words)).toEqual(marked)
})

it('says why, and keeps what the model marks where the list has nothing', () => {
  const text = 'The shocking and brutal raid failed. "A shocking raid," he said.'
  const at = (words: string, from = 0): Span => [text.indexOf(words, from), text.indexOf(words, from) + words.length]
  expect(loadedIn(text, [at('shocking'), at('brutal'), at('shocking', 30)])).toEqual([
    ['shocking', 'Annotators of US news have marked words like this as taking a side (BABE).'],
    ['brutal', 'Condemns by the choice of the word, beyond what happened.'],
  ])
})

it('violence is what happened, whatever the model marks in it', () => {
  expect(loadedIn('They shelled the port.', [[5, 12]])).toEqual([])
})
