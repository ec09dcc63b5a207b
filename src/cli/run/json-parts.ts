// A reading -> its JSON as bytes, in parts: together what JSON.stringify gives, but no string or message ever holds all of it.

/** Bytes, more or less: what is longer by itself, as a text of many megabytes, is a part of its own. */
const PART_CHARACTERS = 1_000_000

/** A reading, its articles, an article and its lists: what the lists hold is small. */
const LEVELS = 4

export function* jsonParts(value: unknown): Generator<Uint8Array> {
  let held = ''
  for (const piece of piecesOf(value, LEVELS)) {
    held += piece
    if (held.length < PART_CHARACTERS) continue
    yield Buffer.from(held)
    held = ''
  }
  if (held !== '') yield Buffer.from(held)
}

function* piecesOf(value: unknown, levels: number): Generator<string> {
  if (levels === 0 || typeof value !== 'object' || value === null) yield JSON.stringify(value)
  else if (Array.isArray(value)) {
    yield '['
    for (const [index, item] of value.entries()) {
      if (index > 0) yield ','
      yield* piecesOf(item ?? null, levels - 1)
    }
    yield ']'
  } else {
    let mark = '{'
    for (const [key, field] of Object.entries(value)) {
      if (field === undefined) continue
      yield `${mark}${JSON.stringify(key)}:`
      yield* piecesOf(field, levels - 1)
      mark = ','
    }
    yield mark === '{' ? '{}' : '}'
  }
}
