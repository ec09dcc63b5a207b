// Bytes -> a character each, of the same number: what patterns over bytes are matched against.

/** More arguments than these some engines cannot pass. */
const AT_ONCE = 8192

export function latin1(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let from = 0; from < bytes.length; from += AT_ONCE)
    parts.push(String.fromCharCode(...bytes.subarray(from, from + AT_ONCE)))
  return parts.join('')
}
