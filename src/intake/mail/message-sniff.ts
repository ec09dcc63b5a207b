// The first bytes of a file -> whether it is a letter as mail programs keep it, or a box of them.

export const MESSAGE = 'message/rfc822'

const HEADER = /^[!-9;-~]+:/
/** What people write atop a text too; what only programs write. */
const BY_PROGRAMS = /^(?:message-id|received|return-path|delivered-to|mime-version|dkim-signature|x-[\w-]+|list-id):/i

export function looksLikeMessage(head: string, mediaType: string | undefined): boolean {
  const lines = headerLines(head)
  if (lines.length === 0) return false
  if (mediaType?.startsWith(MESSAGE)) return true
  const has = (pattern: RegExp) => lines.some((line) => pattern.test(line))
  // A page that Word saved as one file has no sender and no date.
  if (has(/^mime-version:/i) && has(/^content-type:\s*multipart\/related\b/i)) return true
  return lines.length >= 3 && has(BY_PROGRAMS) && has(/^(?:from|sender|return-path):/i) && has(/^(?:date|subject):/i)
}

/** Up to the first line that is none and goes on with none. */
function headerLines(head: string): string[] {
  const lines = head.split(/\r?\n/)
  const end = lines.findIndex((line) => !HEADER.test(line) && !/^[ \t]+\S/.test(line))
  const headers = end < 0 ? lines : lines.slice(0, end)
  return end >= 0 && lines[end].trim() !== '' ? [] : headers.filter((line) => HEADER.test(line))
}

/** "From a@b.example Thu Jan  1 00:00:01 2015", then headers. */
export const looksLikeMbox = (head: string): boolean =>
  /^From [^\r\n]*\d{2}:\d{2}[^\r\n]*\r?\n(?:>From [^\r\n]*\r?\n)?[!-9;-~]+:/.test(head)
