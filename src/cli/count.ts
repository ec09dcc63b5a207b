// A number and a noun -> "1 document", "2 documents".

export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
