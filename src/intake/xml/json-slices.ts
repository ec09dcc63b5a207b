// JSON text -> where the items of one of its lists stand in it, so that each can be kept as it came.

/** @param name of a list at the top level of an object; null where there is none, or where the list never ends */
export function sliceList(text: string, name: string): string[] | null {
  const list = findList(text, name)
  if (list === null) return null
  const items: string[] = []
  for (let at = list + 1; at < text.length; ) {
    if (text[at] === ']') return items
    const end = endOfValue(text, at)
    if (end < 0) return null
    const item = text.slice(at, end).trim()
    if (item !== '') items.push(item)
    at = text[end] === ',' ? end + 1 : end
  }
  return null
}

/** The place of the "[" after `"name":` at the top level. */
function findList(text: string, name: string): number | null {
  let depth = 0
  for (const [found, end] of marks(text, /["[\]{}]/g, 0)) {
    if (found === '{' || found === '[') depth++
    else if (found === '}' || found === ']') depth--
    else if (depth === 1 && text.startsWith(`"${name}"`, end - name.length - 2)) {
      const rest = /\s*:\s*\[/y
      rest.lastIndex = end
      if (rest.test(text)) return rest.lastIndex - 1
    }
  }
  return null
}

/** Up to the comma or bracket after it; -1 where there is none. */
function endOfValue(text: string, from: number): number {
  let depth = 0
  for (const [found, end] of marks(text, /["[\]{},]/g, from)) {
    if (depth === 0 && (found === ',' || found === ']')) return end - 1
    if (found === '{' || found === '[') depth++
    else if (found === '}' || found === ']') depth--
  }
  return -1
}

/** Each mark and where it ends; a quotation mark stands for its whole string. One without an end is the last. */
function* marks(text: string, mark: RegExp, from: number): Generator<[found: string, end: number]> {
  mark.lastIndex = from
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const [found] = match
    if (found === '"') {
      const end = endOfString(text, match.index)
      if (end < 0) return
      mark.lastIndex = end
    }
    yield [found, mark.lastIndex]
  }
}

/** By hand: a pattern for a string of many megabytes exhausts the stack. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (text[at - 1 - backslashes] === '\\') backslashes++
    if (backslashes % 2 === 0) return at + 1
  }
  return -1
}
