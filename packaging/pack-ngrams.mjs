// The n-grams of Nito-ELD, 50,000 objects that take 160 ms and 85 MB to make at each start -> one sorted string, of which each n-gram
// that a text has is looked up and made alone. The library's own code counts with them as before.

const MODULE = /\/eld\/src\/ngrams\/\w+\.js$/

export const packNgrams = {
  name: 'pack-ngrams',
  async load(id) {
    if (!MODULE.test(id)) return null
    const { ngramsData } = await import(id)
    const { ngrams, ...about } = ngramsData
    const lines = Object.entries(ngrams).map(([ngram, scores]) => [
      ngram,
      Object.entries(scores)
        .map((score) => score.join(':'))
        .join(),
    ])
    if (lines.some(([ngram]) => /[\t\n]/.test(ngram))) throw new Error('an n-gram has a tab or an end of line')
    lines.sort(([a], [b]) => (a < b ? -1 : 1))
    const packed = `\n${lines.map((line) => line.join('\t')).join('\n')}\n`
    return `${lookUp}
const packed = ${JSON.stringify(packed)}
export const ngramsData = { ...${JSON.stringify(about)}, ngrams: new Proxy({}, { get: (_, ngram) => lookUp(packed, ngram) }) }`
  },
}

/** The scores of an n-gram by language; undefined where no language has it. */
function lookUp(packed, ngram) {
  let [low, high] = [0, packed.length - 1]
  while (low < high) {
    const start = packed.lastIndexOf('\n', (low + high) >> 1)
    const end = packed.indexOf('\n', start + 1)
    const tab = packed.indexOf('\t', start)
    const found = packed.slice(start + 1, tab)
    if (found === ngram)
      return Object.fromEntries(
        packed
          .slice(tab + 1, end)
          .split(',')
          .map((score) => score.split(':').map(Number)),
      )
    if (found < ngram) low = end
    else high = start
  }
}
