import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitTokens } from './tokens.ts'

/** Text, its tokens with a blank between each. */
const CASES: [text: string, tokens: string, why: string][] = [
  ['The army left.', 'The army left .', 'words and a mark'],
  ['“We left,” he said.', '“ We left , ” he said .', 'marks of quotation'],
  ["It isn't; they can’t.", "It is n't ; they ca n’t .", 'a negation is a token of its own'],
  ['THEY DON’T; HE CANNOT', 'THEY DO N’T ; HE CAN NOT', 'in capitals too'],
  ["Ana's, the miners', I'm, we’ve", "Ana 's , the miners ' , I 'm , we ’ve", 'what leans on a word'],
  ["'s in a name", "' s in a name", 'leans on nothing'],
  ['“’Tis theirs,” ‘so’', '“ ’ Tis theirs , ” ‘ so ’', 'single marks are no apostrophes'],
  ['O’Connor d’Ivoire o’clock Qur’an', 'O’Connor d’Ivoire o’clock Qur’an', 'inside a word'],
  ['O’Connor’s', 'O’Connor ’s', 'inside, and behind'],
  ['in the ’90s and 1990s', 'in the ’90s and 1990s', 'decades'],
  ['Gen. Ruiz, Mr. Li and St. Ilva', 'Gen. Ruiz , Mr. Li and St. Ilva', 'abbreviations'],
  ['in U.S. hands at 5 p.m.', 'in U.S. hands at 5 p.m.', 'letters with stops'],
  ['J. Ruiz of Dren, W.Va.', 'J. Ruiz of Dren , W.Va.', 'initials'],
  ['the U.S-led force', 'the U.S - led force', 'the last stop left out'],
  ['He went in. She was ill. No. 5 fell; he said no.', 'He went in . She was ill . No. 5 fell ; he said no .', 'words'],
  ['told Sputnik.In an interview', 'told Sputnik . In an interview', 'a blank left out'],
  ['Dren v. Sorel', 'Dren v. Sorel', 'a case in court'],
  ['1,000 at 3.5 by 8:30', '1,000 at 3.5 by 8:30', 'numbers'],
  ['9/11, 2010-11, $5m, 50%', '9/11 , 2010-11 , $ 5 m , 50 %', 'numbers joined and measured'],
  ['the 13th at 5pm; 1ST', 'the 13th at 5pm ; 1ST', 'their endings'],
  ['COVID-19 and M-16s', 'COVID-19 and M-16s', 'names with a number'],
  ['anti-war ex-minister Re-Election', 'anti-war ex-minister Re-Election', 'prefixes'],
  ['Damascus-based, well-known', 'Damascus - based , well - known', 'other compounds'],
  ['anti-people-smuggling', 'anti - people - smuggling', 'a prefix of a compound'],
  ['AP/AFP and/or', 'AP / AFP and / or', 'strokes'],
  ['he left -- fled ... so—yes', 'he left -- fled ... so — yes', 'dashes and stops'],
  ['see https://example.com/a?b=c.', 'see https://example.com/a?b=c .', 'addresses'],
  ['ana.ruiz@example.com, @example #Dren', 'ana.ruiz@example.com , @example #Dren', 'addresses and tags'],
  ['#1 of 2, a@', '# 1 of 2 , a @', 'no tags'],
  ['Željko Šešelj, Stolić', 'Željko Šešelj , Stolić', 'beyond Latin-1'],
  ['a\u00a0b\u2028c\td', 'a b c d', 'blanks of every kind'],
  ['cafe\u0301 gov\u00adern 😀!', 'cafe\u0301 gov\u00adern 😀 !', 'marks, soft hyphens, emoji'],
  ['', '', 'nothing'],
  [' \n ', '', 'nothing but blanks'],
]

describe('tokens', () => {
  it.each(CASES)('%j are %j: %s', (text, tokens) => {
    const found = splitTokens(text).map((span) => text.slice(...span))
    expect(found.join(' ')).toBe(tokens)
  })

  it('are everything but white space, in order', () => {
    const piece = fc.oneof(fc.constantFrom("n't", "'s", '.', '-', 'U.S.', ' ', '’', 'anti-', '@', 'www.'), fc.string())
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        let end = 0
        for (const [from, to] of splitTokens(text)) {
          expect(text.slice(end, from)).toMatch(/^[\s\u0085]*$/)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(text.slice(end).trim()).toBe('')
      }),
    )
  })

  it('of a word or a number without end are one', () => {
    for (const piece of ['a', 'A', '1', '𐌰']) expect(splitTokens(piece.repeat(1e6))).toHaveLength(1)
  })

  // Were each token to look at all that follows, this would be ten thousand million steps, and time would run out.
  it.each(['Aa ', 'a-', 'a.', "a'", "'", "n't", '@a', 'a.a@a', 'www.', '1,', 'anti-', '.', '😀', 'e\u0301', 'U.S'])(
    'of %j again and again need no look at the rest',
    (piece) => {
      const text = piece.repeat(100_000)
      const spans = splitTokens(text)
      const length = spans.reduce((sum, [from, to]) => sum + to - from, 0)
      expect(length).toBe(text.replaceAll(' ', '').length)
    },
  )
})
