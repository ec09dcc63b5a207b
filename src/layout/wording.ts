// The lexicon of wording that marks furniture, credits and captions -> patterns.

export interface Wording {
  furniture: readonly RegExp[]
  credits: readonly RegExp[]
  captions: readonly RegExp[]
}

export interface WordingFile {
  entries: { kind: 'furniture' | 'credit' | 'caption'; pattern: string; flags: string }[]
}

export function indexWording({ entries }: WordingFile): Wording {
  const of = (wanted: string) =>
    entries.filter(({ kind }) => kind === wanted).map(({ pattern, flags }) => new RegExp(pattern, flags))
  return { furniture: of('furniture'), credits: of('credit'), captions: of('caption') }
}
