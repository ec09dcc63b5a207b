// Text -> the ranges of its lines, none wider than asked unless a single word is.

/** Runs of white space are where a line may end; they belong to no line's end or start. */
export function wrapLines(text: string, width: number): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = []
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const end = index + word.length
    const line = lines.at(-1)
    if (line && end - line.start <= width) line.end = end
    else lines.push({ start: index, end })
  }
  return lines
}
