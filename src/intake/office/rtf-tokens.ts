// RTF -> its tokens in order: groups, control words, single bytes, runs of plain characters; pictures' bytes are passed over.

export type RtfToken =
  | { kind: 'open' | 'close' }
  /** "\fs22": name "fs", value 22. A sign ("\~", "\*") is its own name. */
  | { kind: 'word'; name: string; value: number | null }
  /** "\'e9" */
  | { kind: 'byte'; value: number }
  /** In the encoding of the font. */
  | { kind: 'text'; text: string }

const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([\s\S])|([{}])|([^\\{}]{1,65536})/giy

/** @param text each byte as a character */
export function* rtfTokens(text: string): Generator<RtfToken> {
  const token = new RegExp(TOKEN)
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [, name, number, byte, sign, brace, plain] = match
    if (name !== undefined) {
      const value = number === undefined ? null : Number(number)
      if (name === 'bin' && value !== null && value > 0)
        token.lastIndex = Math.min(token.lastIndex + value, text.length)
      yield { kind: 'word', name, value }
    } else if (byte !== undefined) yield { kind: 'byte', value: Number.parseInt(byte, 16) }
    else if (sign !== undefined)
      yield { kind: 'word', name: sign === '\r' || sign === '\n' ? 'par' : sign, value: null }
    else if (brace !== undefined) yield { kind: brace === '{' ? 'open' : 'close' }
    // Line ends are the writing program's own, and no part of the text.
    else if (plain !== undefined) yield { kind: 'text', text: plain.replace(/[\r\n\0]+/g, '') }
  }
}
