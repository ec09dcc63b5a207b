import { describe, expect, it } from 'vitest'
import { readParagraph } from '../../testing/read-text.ts'

const show = async (text: string): Promise<string> =>
  (await readParagraph(text)).sentences
    .flatMap(({ tokens }) => tokens)
    .map(({ text, pos, lemma }) => `${text}/${pos}${lemma === text.toLowerCase() ? '' : `=${lemma}`}`)
    .join(' ')

const CASES: [text: string, tokens: string, why: string][] = [
  [
    'The mayor denied the report.',
    'The/DET mayor/NOUN denied/VERB=deny the/DET report/NOUN ./PUNCT',
    'a noun that may be a verb',
  ],
  ['They report raids.', 'They/PRON report/VERB raids/NOUN=raid ./PUNCT', 'a verb that may be a noun'],
  ['THE ARMY SHELLED DREN.', 'THE/DET ARMY/NOUN SHELLED/VERB=shell DREN/PROPN ./PUNCT', 'in capitals'],
  [
    'The United Nations left Kavelro.',
    'The/DET United/PROPN Nations/PROPN left/VERB=leave Kavelro/PROPN ./PUNCT',
    'all words of a name',
  ],
  [
    'He doesn’t know and cannot say.',
    'He/PRON does/AUX=do n’t/PART know/VERB and/CCONJ can/AUX not/PART say/VERB ./PUNCT',
    'words that share a piece of the model',
  ],
  ['It isn\u200b \u200b so', 'It/PRON isn/AUX \u200b/X \u200b/X so/ADV', 'what is nothing to the model'],
]

describe('parts of speech and lemmas', () => {
  it.each(CASES)('%j: %s (%s)', async (text, tokens) => {
    expect(await show(text)).toBe(tokens)
  })

  it('are given to every word of a paragraph of many passages, and of many paragraphs in one', async () => {
    const sentence = 'The army left the old town on Friday. '
    for (const text of [sentence.repeat(100), `${sentence}\n\n`.repeat(100)]) {
      const article = await readParagraph(text)
      const tokens = article.sentences.flatMap(({ tokens }) => tokens)
      expect(tokens).toHaveLength(900)
      expect(tokens.filter(({ pos }) => pos === 'X')).toEqual([])
      expect(tokens.filter(({ lemma }) => lemma === 'leave').length).toBe(100)
    }
  })
})
