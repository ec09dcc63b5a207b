// Text -> its beginning, cut between words, where it is longer than there is room for.

export const shorten = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest).replace(/\s+\S*$/, '')} …` : text
