// Words and runs of words -> numbers that stand for them: FNV-1a of 32 bits, over UTF-16 units instead of bytes.

export function hashWord(word: string): number {
  let hash = FNV_OFFSET
  for (let i = 0; i < word.length; i++) hash = fnvStep(hash, word.charCodeAt(i))
  return hash
}

export const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

export const fnvStep = (hash: number, value: number): number => Math.imul(hash ^ value, FNV_PRIME) >>> 0
