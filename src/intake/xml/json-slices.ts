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
  const mark = /"(?:[^"\\]|\\.)*"|[[\]{}]/gs
  let depth = 0
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const [found] = match
    if (found === '{' || found === '[') depth++
    else if (found === '}' || found === ']') depth--
    else if (depth === 1 && found === `"${name}"`) {
      const rest = /\s*:\s*\[/y
      rest.lastIndex = mark.lastIndex
      if (rest.test(text)) return rest.lastIndex - 1
    }
  }
  return null
}

/** Up to the comma or bracket after it; -1 where there is none. */
function endOfValue(text: string, from: number): number {
  const mark = /"(?:[^"\\]|\\.)*"|[[\]{},]/gs
  mark.lastIndex = from
  let depth = 0
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const [found] = match
    if (depth === 0 && (found === ',' || found === ']')) return match.index
    if (found === '{' || found === '[') depth++
    else if (found === '}' || found === ']') depth--
  }
  return -1
}
