// The phrases for a source -> what it is in other reports: a person with a name, a body that is the same everywhere ("the army", and who
// speaks for it), or somebody hidden, whom no other report can be told to rest on.

import type { Statement } from '../types.ts'
import { sideOf } from './aspects/side.ts'

export type Standing = 'person' | 'body' | 'hidden'

/** @param phrases the entity's name first, then the words by which it is a source */
export function standingOf(
  phrases: readonly string[],
  kind: NonNullable<Statement['source']>['kind'],
  named: boolean,
): Standing {
  const [label] = phrases
  if (named && kind === 'person' && !holdsOffice(label) && !SPEAKER.test(label)) return 'person'
  if (SPEAKER.test(label) && !/^(?:its|his|her|their|one) /i.test(label)) return 'body'
  switch (kind) {
    case 'person':
    case 'unknown':
      return holdsOffice(label) && !INDEFINITE.test(label) ? 'body' : named ? 'person' : 'hidden'
    case 'group':
      if (named) return 'body'
      return /^the /i.test(phrases[1] ?? label) && sideOf(label) !== 'civilians' && !HIDDEN.test(label)
        ? 'body'
        : 'hidden'
    case 'outlet':
      // "local media", "newspapers in the capital"
      return named ? 'body' : 'hidden'
    default:
      return INDEFINITE.test(label) ? 'hidden' : 'body'
  }
}

/** Who and what speaks for others: "a spokesman for the army", "a communiqué of the ministry". */
const SPEAKER =
  /\bspokes(?:man|woman|person|men|women|people|persons)\b|\b(?:communiqu[eé]|statement|press release)s?(?!\p{L}).*\b(?:of|by|from)\b/iu

/** Posts that one holds at a time: "the mayor of Dol" is one everywhere, "a mayor" is not. */
const OFFICE =
  /\b(?:presidents?|premier|minister|secretary|governor|mayor|chief|commander|ambassador|chairman|chairwoman|chair|director|prosecutor|bishop|archbishop|king|queen|emir|sultan|chancellor|speaker|envoy|general|head)$/i

/** "the mayor of Dol", not "the mayor's brother", nor "the source close to the mayor" */
const holdsOffice = (label: string): boolean =>
  OFFICE.test(label.replace(/\s(?:of|for|in|at|from|to|on|close|,).*$/is, ''))

const INDEFINITE = /^(?:an?|one|two|three|four|five|several|some|many|another|other|unnamed|local|senior|eye)\b/i
const HIDDEN =
  /\b(?:sources?|witness(?:es)?|relatives?|survivors?|officials?|officers?|neighbou?rs?|friends?|people|men)\b/i
