// "cue | what is said", each word with its part of speech where that matters -> the stance.

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Stance, Token } from '../../types.ts'
import { indexCues } from './cues.ts'
import { stanceOf } from './stance.ts'

const cues = indexCues(JSON.parse(readFileSync(new URL('../../../lexicon/cues.json', import.meta.url), 'utf8')).entries)
const lemmas = new Map([...cues.forms, ['is', 'be'], ['was', 'be'], ['left', 'leave'], ['tried', 'try']])

/** What has no mark is a noun. */
function tokensOf(tagged: string): Token[] {
  return tagged.split(' ').map((word, at) => {
    const [text, pos = /^["“”,.]/.test(word) ? 'PUNCT' : 'NOUN'] = word.split('/')
    const small = text.toLowerCase()
    return { text, pos, lemma: lemmas.get(small) ?? small, span: [at, at + 1] }
  })
}

const ROWS: [statement: string, stance: Stance, why: string][] = [
  ['said | it rained/VERB', 'asserts', 'plain speech'],
  ['denied/VERB | that it rained/VERB', 'denies', 'the cue says it'],
  ['has/AUX rejected/VERB claims | that it rained/VERB', 'denies', 'before the word for speech'],
  ['did/AUX not believe/VERB | that it rained/VERB', 'doubts', 'a belief that is not held'],
  ['could/AUX not say/VERB | whether/SCONJ it rained/VERB', 'doubts', 'left open'],
  ['declined/VERB | to/PART confirm/VERB the toll', 'doubts', 'left open'],
  ['refused/VERB | to/PART leave/VERB', 'denies', 'a refusal'],
  ['vowed/VERB | to/PART return/VERB', 'intends', 'a promise'],
  ['feared/VERB | that the dam burst/VERB', 'believes', 'what may have happened'],
  ['feared/VERB | that the dam could/AUX burst/VERB', 'predicts', 'what may happen'],
  ['warned/VERB | that the dam would/AUX burst/VERB', 'predicts', 'what is to come'],
  ['warned/VERB of | more raids', 'predicts', 'what is to come'],
  ['warned/VERB | villagers not to/PART leave/VERB', 'demands', 'somebody is to do something'],
  ['warned/VERB | that the road was/AUX mined/VERB', 'asserts', 'what is'],
  ['asked/VERB | whether/SCONJ it rained/VERB', 'asks', 'a question'],
  ['asked/VERB | the rebels to/PART leave/VERB', 'demands', 'a request'],
  ['want/VERB | to/PART leave/VERB', 'intends', 'their own deed'],
  ['want/VERB | the rebels to/PART leave/VERB', 'demands', 'that of others'],
  ['hopes/VERB | that it rains/VERB', 'believes', 'a hope'],
  ['hopes/VERB | to/PART leave/VERB', 'intends', 'an aim'],
  ['called/VERB on Sunday | for calm', 'demands', 'the particle behind a day'],
  ['called/VERB | it a crime', 'asserts', 'no particle'],
  ['said | the rebels must/AUX leave/VERB', 'demands', 'what others must do'],
  ['said | the rebels must/AUX have/AUX left/VERB', 'asserts', 'a guess'],
  ['said | rebels who/PRON fled/VERB should/AUX surrender/VERB', 'asserts', 'the modal is not the first verb'],
  ['argued/VERB | that rebels should/AUX surrender/VERB', 'demands', 'reasons for a demand'],
  ['said | “ We/PRON demand/VERB his release', 'demands', 'in so many words'],
  ['said | “ Leave/VERB the town', 'demands', 'an order'],
  ['said | “ leave/VERB the town', 'asserts', 'goes on from words before it'],
  ['said | “ Thank/VERB you', 'asserts', 'a courtesy'],
  ['said | that it is/AUX vital/ADJ to/PART talk/VERB', 'demands', 'what is needed'],
  ['said | that he/PRON would/AUX return/VERB', 'intends', 'the speaker’s own deed'],
  ['said | that he/PRON would/AUX be/AUX tried/VERB', 'predicts', 'what is done to him'],
  ['said | the troops will/AUX return/VERB', 'predicts', 'what others do'],
  ['said | “ It/PRON would/AUX rain/VERB', 'asserts', 'a condition, verbatim'],
  ['said | it/PRON had/VERB nothing to do with the raid', 'denies', 'no part in it'],
  ['said | he/PRON was/AUX not responsible/ADJ', 'denies', 'nor to blame'],
  ['said | he/PRON was/AUX not hurt/VERB', 'asserts', 'no denial'],
  ['said | it/PRON was/AUX highly/ADV likely/ADJ that it rained/VERB', 'believes', 'a guess'],
]

it.each(ROWS)('%s: %s (%s)', (statement, stance) => {
  const [cue, said] = statement.split(' | ').map(tokensOf)
  expect(stanceOf([...cue, ...said], 0, cue.length, said, cues)).toBe(stance)
})
