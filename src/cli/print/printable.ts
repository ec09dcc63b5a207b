// Text from anywhere -> text that is safe on a terminal and stays on its line.

/** Control characters, those that reorder text, and halves of surrogate pairs. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu

/** White space becomes one space, everything unsafe U+FFFD. */
export const printable = (text: string): string => text.replace(/\s+/g, ' ').replace(UNSAFE, '\ufffd')
