// Text for people: safe on a terminal, counted, shortened.

/** Control characters, those that reorder text or hide in it, and halves of surrogate pairs; not the joiners of Persian and of emoji. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu

/** Safe on a terminal and on one line: white space becomes one space, everything unsafe U+FFFD. */
export const printable = (text: string): string => text.replace(/\s+/g, ' ').replace(UNSAFE, '\ufffd')

/** "1 document", "2 documents" */
export const count = (n: number, noun: string, plural = `${noun}s`): string => `${n} ${n === 1 ? noun : plural}`

/** Its beginning, cut between words, if it is too long. */
export const shorten = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest).replace(/\s+\S*$/, '')} …` : text
