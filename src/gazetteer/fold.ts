// A place name -> the form used to look it up: lower case, no accents, no punctuation.

/** Letters that Unicode does not take apart into a plain one and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ə: 'a',
}

/** "Ḩalab" -> "halab", "St. John's" -> "st johns", "Deir ez-Zor" -> "deir ez zor"; "" where nothing is left. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘`´ʻʼʿʾ.\u200b-\u200f]/g, '')
    .replace(/[^\u0000-\u007f]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[-‐‑‒–_/,\s]+/g, ' ')
    .trim()
}

const ARTICLE = /^(?:al|el|ar|as|ash|ad|an|at|az|ed|er|es|et|ul) (?=\S{3})/

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^st (?=\S)/, 'saint '],
  [/^saint (?=\S)/, 'st '],
  [/^ste (?=\S)/, 'sainte '],
  [/^mt (?=\S)/, 'mount '],
  [/^mount (?=\S)/, 'mt '],
  [/^ft (?=\S)/, 'fort '],
  [/^fort (?=\S)/, 'ft '],
]

/** Spellings of other languages' sounds that newspapers and gazetteers choose differently. */
const TRANSLITERATED: readonly (readonly [RegExp, string])[] = [
  [/\bain\b/g, 'ayn'],
  [/\bayn\b/g, 'ain'],
  [/^dj/, 'd'],
  [/^dj/, 'gj'],
  [/^(deir|dayr) (?:al|ez|az|ezz|e) ?z/, 'deir ez z'],
  [/^(deir|dayr) ezz/, 'deir ez z'],
  [/ou/g, 'u'],
  [/q/g, 'k'],
  [/ei/g, 'ay'],
  [/ee/g, 'i'],
]

/**
 * The spellings under which a name may be listed, the given one first: "St. Paul" is "Saint Paul", "al-Raqqa" is
 * "Ar Raqqah", "Hasaka" is "Al Hasakah".
 */
export function spellings(name: string): string[] {
  const folded = foldName(name)
  if (folded === '') return []
  const forms = [folded]
  for (const [pattern, long] of SHORT) if (pattern.test(folded)) forms.push(folded.replace(pattern, long))
  for (const [pattern, other] of TRANSLITERATED) if (pattern.test(folded)) forms.push(folded.replace(pattern, other))
  const bare = folded.replace(ARTICLE, '')
  if (bare !== folded) {
    forms.push(bare, `al ${bare}`, `ar ${bare}`, `as ${bare}`, `ad ${bare}`, `at ${bare}`, `an ${bare}`)
    // "al-Raqqa", "Raqqah": the written-out last letter of Arabic names
    for (const form of forms.slice()) forms.push(form.endsWith('ah') ? form.slice(0, -1) : `${form}h`)
  }
  return [...new Set(forms)]
}
