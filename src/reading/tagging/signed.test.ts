import { expect, it } from 'vitest'
import { signedIn } from './signed.ts'

/** Each paragraph a block; each statement as "source | cue | content". */
function signed(text: string): string[] {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: 'paragraph' as const,
    span: [line.index, line.index + line[0].length] as [number, number],
  }))
  return signedIn({ text, blocks }).map(({ source, cue, content }) =>
    [source, cue, content].map((spans) => spans.map((span) => text.slice(...span)).join(' ... ')).join(' | '),
  )
}

const ROWS: [text: string, statements: string[], why: string][] = [
  [
    'BENKO: We left.\n\n(CROSSTALK)\n\nMAREK: Why?\n\nBENKO: The road was mined.',
    ['BENKO | : | We left.', 'MAREK | : | Why?', 'BENKO | : | The road was mined.'],
    'turns',
  ],
  [
    '“BENKO: We left.\n\n“MAREK: Why?\n\n“BENKO: The road was mined.”',
    ['BENKO | : | We left.', 'MAREK | : | Why?', 'BENKO | : | The road was mined.'],
    'turns within one long quotation',
  ],
  ['BENKO: We left.\n\nMAREK: Why?', [], 'two lines are too few'],
  ['DATE: 3 May.\n\nPLACE: Dol.\n\nDATE: 4 May.\n\nPLACE: Brod.', [], 'a list'],
  ['UPDATE: We were wrong about the road.\n\nUPDATE: It is open.\n\nUPDATE: It is shut.', [], 'one label alone'],
  ['“We left.” — Ana Petrova, a teacher', ['Ana Petrova, a teacher | — | “We left.”'], 'signed'],
  ['“We left.”— Ana Petrova', ['Ana Petrova | — | “We left.”'], 'no space before the dash'],
  ['"We left." - Osman van Dal', ['Osman van Dal | - | "We left."'], 'a hyphen for a dash'],
  ['“We left.” — That was the word on every wall', [], 'a dash that goes on'],
  ['He called it “a shame.” — Ana Petrova', [], 'words in marks inside a sentence'],
]

it.each(ROWS)('%s', (text, statements) => expect(signed(text)).toEqual(statements))
