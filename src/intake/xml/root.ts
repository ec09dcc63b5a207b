// The first bytes of a file -> whether it is XML of a kind: by its first element, or by what its DOCTYPE says that will be.

/**
 * @param head as Latin-1; of UTF-16 every other character is a zero
 * @param names of the element, without prefixes, as alternatives
 */
export function hasRoot(head: string, names: string): boolean {
  const bare = head.replaceAll('\0', '').replace(/<!--[\s\S]*?-->/g, '')
  return new RegExp(`^[^<]*(?:<[?!][^<>]*>[^<]*)*<(?:!DOCTYPE\\s+)?(?:[\\w-]{1,40}:)?(?:${names})[\\s>]`).test(bare)
}
