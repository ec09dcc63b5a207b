// Work on texts of one kind, of n, 2n and 4n characters -> whether its time grows with their length: by ratio, since a busy machine is slow
// with all three.

/** Linear is 4, the square 16. */
const MAX_RATIO = 9
/** In milliseconds of this process; what takes less is noise, and nobody's worry. */
const NOISE_MS = 8
/** A busy machine can spoil one measurement, but hardly the best of several. */
const TRIES = 4

const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function msOf(work: () => unknown): Promise<number> {
  const before = spent()
  await work()
  return spent() - before
}

/** @returns the best of a few ratios of the time for 4n and the time for n; what takes next to no time counts as linear */
export async function growthOf(
  n: number,
  textOf: (length: number) => string,
  work: (text: string) => unknown,
): Promise<number> {
  const [short, middle, long] = [n, 2 * n, 4 * n].map(textOf)
  await work(short)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < TRIES && best > MAX_RATIO; round++) {
    const once = Math.max(NOISE_MS, await msOf(() => work(short)))
    const twice = Math.max(NOISE_MS, await msOf(() => work(middle)))
    // A square shows at 2n already: then the longest is not waited for.
    if (twice > 6 * once) best = Math.min(best, (twice / once) ** 2)
    else best = Math.min(best, (await msOf(() => work(long))) / once)
  }
  return best
}

export const isLinear = (growth: number): boolean => growth <= MAX_RATIO

/** What reports, or those who mean ill, may repeat: # stands for a running number. */
export const REPEATED: readonly [what: string, piece: string][] = [
  ['one long word', 'a'],
  ['capitals', 'B'],
  ['addresses that are none', '//a:'],
  ['short capitalised words', 'Aa '],
  ['blank lines', '\n'],
  ['blanks', ' '],
  ['@', '@'],
  ['numbers of killed', 'killed 5 '],
  ['quotations in quotations', '“he said '],
  ['quotation marks', '"'],
  ['brackets', '('],
  ['brackets, opened and closed', '[a]('],
  ['commas', ','],
  ['dashes', '-'],
  ['digits', '7'],
  ['numbers', '1,000,'],
  ['words without blanks', '漢字'],
  ['letters with marks', 'a\u0301'],
  ['tags', '<b>'],
  ['comments', '<!--'],
  ['braces', '{#'],
  ['escapes', '\\['],
  ['entities', '&amp;'],
  ['colons', 'Ana: '],
  ['equal signs', '= '],
  ['lines', 'a #\n'],
]

export const repeat = (piece: string, length: number): string =>
  piece.includes('#') && /\d|\n/.test(piece)
    ? Array.from({ length: Math.ceil(length / (piece.length + 3)) }, (_, at) => piece.replace('#', String(at))).join('')
    : piece.repeat(Math.ceil(length / piece.length))
