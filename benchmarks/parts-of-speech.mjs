// GUM's CoNLL-U in, how many of its words are tokens of ours and have their part of speech and lemma: per cent, by F1 over spans as UD's own
// scorer counts. A word of a proper name counts as PROPN throughout ("United" of "United Nations").
//
//   npm run build && node benchmarks/parts-of-speech.mjs dev.conllu

import { readFileSync } from 'node:fs'
import { readLanguage } from '../dist/language/language.js'
import { loadResources } from '../dist/resources.js'

const { findDrafts } = await loadResources()
const counts = { gold: 0, ours: 0, words: 0, tagged: 0, lemmas: 0, withLemma: 0 }

for (const document of documentsOf(readFileSync(process.argv[2], 'utf8'))) {
  const { text, blocks, words } = textOf(document)
  const layout = { span: [0, text.length], blocks: blocks.map((span) => ({ kind: 'paragraph', span })) }
  const { article } = await findDrafts(readLanguage(text, layout, 'en').article)
  const tokens = new Map(article.sentences.flatMap(({ tokens }) => tokens).map((token) => [String(token.span), token]))
  counts.gold += words.length
  counts.ours += tokens.size
  for (const { span, pos, lemma } of words) {
    const token = tokens.get(String(span))
    if (!token) continue
    counts.words++
    if (token.pos === pos) counts.tagged++
    if (!/^(?:NOUN|VERB|AUX)$/.test(pos) || token.pos !== pos) continue
    counts.withLemma++
    if (token.lemma === lemma.toLowerCase()) counts.lemmas++
  }
}

const percent = (share) => Math.round(1000 * share) / 10
console.log({
  words: counts.gold,
  'tokens F1': percent((2 * counts.words) / (counts.gold + counts.ours)),
  'UPOS F1': percent((2 * counts.tagged) / (counts.gold + counts.ours)),
  'UPOS of the tokens that match': percent(counts.tagged / counts.words),
  'lemmas of nouns and verbs with their tag': percent(counts.lemmas / counts.withLemma),
})

/** Paragraphs of rows. */
function documentsOf(conllu) {
  const documents = []
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newdoc')) documents.push([[]])
    else if (line.startsWith('# newpar') && !line.startsWith('# newpar_block')) documents.at(-1).push([])
    else if (/^\d+\t/.test(line)) documents.at(-1).at(-1).push(line.split('\t'))
  }
  return documents
}

function textOf(paragraphs) {
  let text = ''
  const words = []
  const blocks = []
  for (const rows of paragraphs.filter((rows) => rows.length > 0)) {
    const from = text.length
    for (const [, form, lemma, upos, xpos, , , , , misc] of rows) {
      const pos = /^NNPS?$/.test(xpos) ? 'PROPN' : upos
      words.push({ span: [text.length, text.length + form.length], pos, lemma })
      text += misc.includes('SpaceAfter=No') ? form : `${form} `
    }
    text = text.trimEnd()
    blocks.push([from, text.length])
    text += '\n'
  }
  return { text, blocks, words }
}
