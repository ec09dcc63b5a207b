// A word -> a number that tells it from others: FNV-1a, 32 bits.

export function hash(word: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193) >>> 0
  return value
}
