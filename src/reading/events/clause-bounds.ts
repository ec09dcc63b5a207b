// A trigger in its sentence -> the clause that it stands in: "A rocket hit Karim on Monday, and a drone hit Dol on Tuesday" has two.

import type { Span } from '../../types.ts'

const BOUNDARY = /;\s|,\s(?:and|while|but|whereas)\s|\s(?:and|while|but|whereas)\s/g

/** @param triggers of all events, in the order of the text: only between two of them does a clause end */
export function clauseBounds(text: string, trigger: Span, sentence: Span, triggers: readonly Span[]): Span {
  const others = triggers.filter(
    ([start, end]) => start >= sentence[0] && end <= sentence[1] && (end <= trigger[0] || start >= trigger[1]),
  )
  let [from, to] = sentence
  for (const match of text.slice(...sentence).matchAll(BOUNDARY)) {
    const at = sentence[0] + match.index
    const behind = at + match[0].length
    if (behind <= trigger[0] && others.some(([, end]) => end <= at)) from = behind
    else if (at >= trigger[1] && others.some(([start]) => start >= behind)) {
      to = at
      break
    }
  }
  return [from, to]
}
