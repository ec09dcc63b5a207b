// What is declared of a page's encoding: by whoever brought it, else by its own meta element.

/** Where browsers look for the meta element, and a little further. */
const LOOKED_AT = 4096

export function declaredCharset(bytes: Uint8Array, mediaType: string | undefined): string | undefined {
  const brought = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(mediaType ?? '')?.[1]
  if (brought !== undefined) return brought.toLowerCase()
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1')
  const own =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ??
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)
  return own?.[1].toLowerCase()
}
