// The phrases by which a person is a source -> the office that they give: "the provincial police chief, Ana Ruiz".

/** @returns of several the longest; undefined where the phrases hold the name alone */
export function officeOf(phrases: readonly string[], name: string): string | undefined {
  const last = name.split(' ').at(-1) ?? name
  const offices = phrases.flatMap((phrase) => {
    const at = phrase.indexOf(name) >= 0 ? phrase.indexOf(name) : phrase.indexOf(last)
    if (at < 0) return []
    const length = phrase.startsWith(name, at) ? name.length : last.length
    return [phrase.slice(0, at), phrase.slice(at + length)].map(trimmed).filter((part) => /\p{L}{3}/u.test(part))
  })
  return offices.toSorted((a, b) => b.length - a.length)[0]
}

/** Without the commas and brackets that set it apart from the name. */
const trimmed = (part: string): string =>
  part.replace(/^[\s,;:()–—-]+|(?<![\s,;:()–—-])[\s,;:()–—-]+$/gu, '').replace(/^['’]s?\s.*$/su, '')
