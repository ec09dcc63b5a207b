import { describe, expect, test } from 'vitest'
import { findUnreadable, withLosses } from './unreadable.ts'

const codesFor = (...texts: string[]): string[] =>
  findUnreadable(
    texts.map((text, index) => ({
      label: String(index + 1),
      pieces: [{ text, x: 0, y: 0, width: 100, size: 10, upright: true }],
    })),
  ).map(({ code, message }) => `${code} ${/pages? ([\d, ]+) of/.exec(message)?.[1] ?? /^\S+/.exec(message)?.[0]}`)

const PROSE = 'The harbour master said on Monday that the quay would stay shut until the wall was mended.'

describe('text that its fonts make unreadable is reported', () => {
  test.each<[string[], string[], string]>([
    [
      [PROSE, '([@"|^/@&*^:+[*+^@"@"|@[*:-@@{^||@:+[@$*:+%$*>*(<@&'],
      ['unreadable-text 2'],
      'letters that became signs',
    ],
    [['\ue021\ue022\ue023\ue024'.repeat(20)], ['unreadable-text 1'], 'signs for private use'],
    [
      ['\0\x01\x02\x03\x04'.repeat(20), '\0\x01\x02\x03\x04'.repeat(20)],
      ['unreadable-text 1, 2'],
      'control characters',
    ],
    [['The sta\0 had shut o\0 the power.'], ['lost-signs 2'], 'ligatures that are nothing'],
    [[`${PROSE} \uf0b7`], ['lost-signs one'], 'a bullet of a font of signs'],
  ])('%#: %s', (texts, codes) => {
    expect(codesFor(...texts)).toEqual(codes)
  })

  test.each([
    [PROSE, 'prose'],
    ['12.5 % 1,300 $40 (3) 17/4 -2.1 9:30 44 1,702 £12 €9 33 % 2,118 (7) 19:45 -0.3', 'a table of figures'],
    ['Харбор закрыт, сказал мэр города в понедельник утром.', 'another script'],
    ['λ = 2π/k; x² + y² ≤ 1', 'a formula, short'],
    ['• One. • Two. – Three… § 4, 12°', 'marks of print'],
    ['', 'nothing'],
  ])('nothing to report: %s (%s)', (text) => {
    expect(codesFor(text)).toEqual([])
  })
})

test('a sign of loss stays', () => {
  expect(withLosses('shut o\0, \tsaid\n')).toBe('shut o\ufffd, \tsaid\n')
})
