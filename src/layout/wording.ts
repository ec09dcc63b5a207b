// The lexicon of furniture -> patterns that recognise furniture, credits and captions.

export interface Wording {
  furniture: readonly RegExp[]
  credits: readonly RegExp[]
  captions: readonly RegExp[]
}

export interface WordingFile {
  entries: { kind: 'furniture' | 'credit' | 'caption'; pattern: string; flags: string }[]
}

export function indexWording({ entries }: WordingFile): Wording {
  // Those anchored at the start make one expression, which fails at once. Of the others, those without classes of Unicode do
  // without its folding of case, which is what takes the time: joined, they are looked for a hundred times as fast.
  const of = (wanted: string) => {
    const fitting = entries.filter(({ kind }) => kind === wanted)
    const anchored = fitting.filter(({ pattern }) => isAnchored(pattern))
    const joined = [...new Set(anchored.map(({ flags }) => flags))].map((shared) => {
      const patterns = anchored.filter(({ flags }) => flags === shared).map(({ pattern }) => pattern.slice(1))
      return new RegExp(`^(?:${patterns.map((pattern) => `(?:${pattern})`).join('|')})`, shared)
    })
    const free = fitting.filter(({ pattern }) => !isAnchored(pattern))
    const plain = free.filter((entry) => isPlain(entry)).map(({ pattern }) => `(?:${pattern})`)
    const others = free.filter((entry) => !isPlain(entry)).map(({ pattern, flags }) => new RegExp(pattern, flags))
    return [...joined, ...(plain.length > 0 ? [new RegExp(plain.join('|'), 'i')] : []), ...others]
  }
  return { furniture: of('furniture'), credits: of('credit'), captions: of('caption') }
}

/** Anchored as a whole: "^a|b" is not, nor is "^a|^b" by its first letter alone. */
const isAnchored = (pattern: string) => pattern.startsWith('^') && !/\|(?![^(]*\))/.test(pattern)

const isPlain = ({ pattern, flags }: { pattern: string; flags: string }) => flags === 'iu' && !/\\[pu]/i.test(pattern)
